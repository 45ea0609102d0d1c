import Books
import LedgerEngine
import Pages
import Records
import Spelling
import Vocabulary

/// Units as a list by standing, searched by name; all of them, or those right beneath one.
struct UnitListModel {
    let summary: LedgerSummary
    let directory: Directory
    let search: String?
    let group: OverviewModel.Group?
    let under: OrgUnit?
    /// What of the address is no unit and no group. Then nothing is listed.
    let slips: [AddressSlip]

    init(_ view: LedgerView, _ query: Query) {
        summary = view.summary
        directory = view.directory
        search = query["q"]
        group = query.number("group").flatMap(OverviewModel.Group.init(rawValue:))
        under = query["under"].flatMap { [directory] in directory.unit($0) }
        var slips: [AddressSlip] = []
        if group == nil, let text = query["group"] {
            slips.append(.unknown("group", text, zh: "进度状态", en: "standing of units"))
        }
        if under == nil, let text = query["under"] { slips.append(.unknown("under", text, zh: "单位", en: "unit")) }
        self.slips = slips
    }

    /// Places of the units that are asked for, in the order that is asked for.
    func places(_ context: PageContext) -> [Int32] {
        guard slips.isEmpty, !context.isUnknownCondition else { return [] }
        var found =
            under.map { summary.places(of: directory.children(of: $0.code).lazy.map(\.code)) } ?? summary.order
        let sought = search.map { Sought($0) }
        if search != nil || group != nil {
            found = found.filter { place in
                let row = summary[place]
                return (group.map { row.group == $0 } ?? true)
                    && (sought?.fits(name: row.name, code: row.code) ?? true)
            }
        }
        guard let sort = context.query["sort"] else { return found }
        let rows = summary.rows
        let sign = sort.hasPrefix("-") ? -1 : 1
        func key(_ place: Int32, _ figure: KeyPath<OverviewModel.UnitRow, Int>) -> (Int, Int32) {
            (sign * rows[Int(place)][keyPath: figure], place)
        }
        switch sort.hasPrefix("-") ? sort.dropFirst() : sort[...] {
        case "name": found.sort { sign > 0 ? $0 < $1 : $1 < $0 }
        case "late": found.sort { key($0, \.late) < key($1, \.late) }
        case "met": found.sort { key($0, \.met) < key($1, \.met) }
        default: break
        }
        return found
    }

    func html(_ context: PageContext) -> HTML {
        let places = places(context)
        let place = ListPlace(context, count: places.count)
        let shown = places.dropFirst(place.first).prefix(place.size).map { summary[$0] }
        return Frame(
            title: context.say("单位", "Units"), actions: PeopleSheet.link(context, to: "/units.xlsx")
        ).html(
            context,
            card(
                nil, narrowing(context, to: "/units", chips: chips(context), fields(context)),
                table(shown, of: places.count, context).html(context, caption: context.say("单位", "Units"))))
    }

    private func chips(_ context: PageContext) -> [Chip] {
        under.map { [Chip(context.say("\($0.name)直属单位", "Right beneath \($0.name)"), "under")] } ?? []
    }

    private func fields(_ context: PageContext) -> HTML {
        let groups: [(value: String, text: String)] =
            [("", context.say("全部", "All"))]
            + OverviewModel.Group.allCases.map { (String($0.rawValue), $0.name(context)) }
        return .group([
            label(.text(context.say("名称或编号", "Name or code")), textField("q", search ?? "")),
            label(
                .text(context.say("进度状态", "Standing")),
                choice("group", groups, chosen: group.map { String($0.rawValue) } ?? "")),
        ])
    }

    /// All conditions in words.
    func conditions(_ context: PageContext) -> [String] {
        fields(context).conditionsInForce(context) + chips(context).map(\.text)
    }

    private func table(_ shown: [OverviewModel.UnitRow], of count: Int, _ context: PageContext)
        -> DataTable<OverviewModel.UnitRow>
    {
        let directory = directory
        return DataTable(
            columns: [
                .init(
                    key: "name", title: context.say("单位", "Unit"), sort: { $0.code < $1.code },
                    cell: { a(.href(context.link(toUnit: $0.code)), .text($0.name)) }),
                .init(
                    key: "kind", title: context.say("类别", "Kind"),
                    cell: { row in
                        .text(directory.unit(row.code).map { RecordWords.unitKind($0.kind, context.language) } ?? "")
                    }),
                .init(
                    key: "late", title: context.say("滞后或逾期", "Behind or overdue"), isNumber: true,
                    sort: { $0.late < $1.late },
                    cell: { row in
                        figureLink(
                            row.late, context.rollUps(of: row.code, "late"), class: row.late > 0 ? "behind" : "")
                    }),
                .init(
                    key: "met", title: context.say("已完成", "Met"), isNumber: true, sort: { $0.met < $1.met },
                    cell: { row in
                        .group([
                            figureLink(row.met, context.rollUps(of: row.code, "met")), " / ",
                            figureLink(row.applicable, context.rollUps(of: row.code, "owed")),
                        ])
                    }),
            ], rows: shown,
            empty: emptyState(
                context.say("没有符合条件的单位", "No such unit"), context.say("请换一个名称或条件。", "Try another name or filter.")),
            count: count)
    }
}
