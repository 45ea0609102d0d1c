import Books
import LedgerEngine
import Pages
import Plans
import Records
import Store
import Vocabulary

/// The year of the town, or of a unit with all beneath it, rolled up: obligations by months, then units by months. Each figure
/// opens the slots it was counted from.
struct CityYearPage {
    static let path = "/year"
    private let ask: Ask
    private let view: LedgerView
    private let year: Int
    private let top: OrgUnit?
    private let obligation: Obligation?
    private let picture: YearPicture
    private let slips: [AddressSlip]
    /// Of more units these are shown; the list has all.
    private static let mostRows = 120

    private init(_ ask: Ask, _ top: OrgUnit?, _ kept: YearKept) throws {
        self.ask = ask
        self.top = top
        view = try ask.yearView
        year = ask.askedYear
        let wanted = ask.query["obligation"]
        obligation = wanted.flatMap { [view] in view.obligation($0) }
        var slips: [AddressSlip] = []
        if let wanted, obligation == nil {
            slips.append(.unknown("obligation", wanted, zh: "要求", en: "obligation"))
        }
        if let typed = ask.query["year"], Int(typed).map({ Ask.years.contains($0) }) != true {
            slips.append(.unknown("year", typed, zh: "年度", en: "year"))
        }
        self.slips = slips
        picture = try ask.yearPicture(beneath: top, kept)
    }

    /// Of a unit without any beneath it there is its own year alone.
    static func answer(_ ask: Ask, _ kept: YearKept) throws -> Answered {
        let top = try ask.topOfYear
        if let top, try ask.yearTown.directory.children(of: top.code).isEmpty {
            var query = ask.query
            query.set("under", nil)
            return .goTo("/units/\(Query.encoded(top.code))/year" + (query.isEmpty ? "" : "?\(query.text)"))
        }
        return .page(try CityYearPage(ask, top, kept).page())
    }

    private var context: PageContext { ask.context }

    private func page() throws -> Page {
        var page = Page(
            Words("全年安排", "The year"), crumbs: crumbs,
            actions: .group([
                .act(
                    context.link(
                        UnitYearList.path, ("year", String(year)), ("under", top?.code), ("obligation", obligation?.id)),
                    Words("列表和导出", "List and files")),
                .act(SlotChange.listAddress, Words("免办和改期", "Skipped and moved")),
            ]), hasAsOf: true,
            .sheet(
                .part(Words("各项要求", "Obligations"), id: "obligations", aside: years, obligations),
                .part(
                    obligation.map {
                        let name = view.short($0, context.language); return Words("各单位：\(name)", "Units: \(name)")
                    }
                        ?? Words("各单位", "Units"), id: "units", aside: orders, units, SlotState.legend)))
        page.sentence = sentence
        page.slips = slips
        return page
    }

    private var crumbs: [Frame.Crumb] {
        guard let top, top.parent != nil else { return [] }
        return [.year, Frame.Crumb(text: top.name, address: context.link(toUnit: top.code))]
    }

    // MARK: The sentence

    private var sentence: HTML {
        let rows = picture.rows
        guard !rows.isEmpty else { return .say("\(year)年没有按次数要求的事项。", "Nothing is asked by occasions in \(year).") }
        let behind = rows.filter { $0.cells.total(.missing) > 0 }
            .sorted { $0.cells.total(.missing) > $1.cells.total(.missing) }
        let missing = picture.all.total(.missing)
        let due = picture.all.total(.due)
        return .group([
            .say("\(rows.count)个单位中，", "Of \(rows.count) units "), .b(.text(String(rows.count - behind.count))),
            .say("个没有缺的", " miss nothing"),
            missing == 0
                ? .nothing
                : .group([
                    .say("，\(behind.count)个共缺", "; \(behind.count) miss "),
                    .b(
                        .class("overdue"),
                        .figureLink(missing, slots(("state", SlotState.missing.name)), class: "overdue")),
                    .say("次，缺得最多的是", " in all, most of them "),
                    .each(behind.prefix(2).enumerated()) { place, row in
                        .group([
                            place == 0 ? .nothing : .say("和", " and "),
                            .a(.href(address(of: row)), .text(row.unit.name)),
                            .say("（", " ("),
                            .figureLink(row.cells.total(.missing), slots(of: row, ("state", SlotState.missing.name))),
                            .say("次）", ")"),
                        ])
                    },
                ]), .say("。已开展", ". "),
            .b(.figureLink(picture.all.total(.held), slots(("state", SlotState.held.name)))),
            .say("次，本月还应办", " were held, "),
            .b(.figureLink(due, slots(("state", SlotState.due.name)))), .say("次。", " are due this month."),
        ])
    }

    // MARK: Addresses

    private func slots(_ narrowed: (String, String?)...) -> String { slots(unit: top?.code, isOwn: false, narrowed) }

    private func slots(of row: YearPicture.Row, _ narrowed: (String, String?)...) -> String {
        slots(unit: row.unit.code, isOwn: row.isOwn, narrowed)
    }

    private func slots(unit: String?, isOwn: Bool, _ narrowed: [(String, String?)]) -> String {
        context.link(
            SlotList.path,
            [("year", String(year)), ("unit", unit), ("scope", isOwn ? SlotList.own : nil)]
                + (narrowed.contains { $0.0 == "obligation" } ? [] : [("obligation", obligation?.id)]) + narrowed)
    }

    /// The year of what stands in a row: one's own, or of all beneath it.
    private func address(of row: YearPicture.Row) -> String {
        let isLeaf = row.isOwn || view.directory.children(of: row.unit.code).isEmpty
        return isLeaf
            ? context.link("/units/\(Query.encoded(row.unit.code))/year", ("year", String(year)))
            : context.link(Self.path, ("under", row.unit.code), ("year", String(year)), ("obligation", obligation?.id))
    }

    // MARK: Pictures

    private var years: HTML {
        .group(
            [-1, 0, 1].filter { Ask.years.contains(year + $0) }.map { step in
                let words = Words("\(year + step)年", "year \(year + step)")
                return step == 0
                    ? .b(.words(words), "　")
                    : .group([.a(.href(context.here(("year", String(year + step)))), .words(words)), "　"])
            })
    }

    private var orders: HTML {
        let isByMissing = ask.query["sort"] == Self.byMissing
        return .group([
            obligation == nil
                ? .nothing
                : .group([.a(.href(context.here(("obligation", nil))), .say("全部要求", "All obligations")), "　"]),
            isByMissing
                ? .a(.href(context.here(("sort", nil))), .say("按单位顺序", "In order of units"))
                : .a(.href(context.here(("sort", Self.byMissing))), .say("按缺数排", "Most missing first")),
        ])
    }

    private static let byMissing = "missing"

    private var obligations: HTML {
        YearTable(
            caption: Words("各项要求\(year)年各月", "Obligations month by month"), corner: Words("要求", "Obligation"),
            now: now,
            lines: picture.lanes.map { lane, cells in
                let id = lane.obligation.id
                let name = view.short(lane.obligation, context.language)
                return YearTable.Line(
                    name: .a(
                        .href(
                            context.link(Self.path, ("under", top?.code), ("year", String(year)), ("obligation", id))
                                + "#units"), .text(name)),
                    words: name, cells: cells,
                    slots: { slots(unit: top?.code, isOwn: false, [("obligation", id)] + $0) })
            }
        ).html
    }

    private var now: Int? { year == context.asOf.year ? context.asOf.month : nil }

    private var units: HTML {
        var rows = picture.rows
        if ask.query["sort"] == Self.byMissing {
            rows = rows.enumerated().sorted { one, other in
                (-one.element.cells.total(.missing), one.offset) < (-other.element.cells.total(.missing), other.offset)
            }.map(\.element)
        }
        let more = rows.count - Self.mostRows
        return .group([
            YearTable(
                caption: Words("各单位\(year)年各月应办事项", "Units month by month"), corner: Words("单位", "Unit"), now: now,
                lines: rows.prefix(Self.mostRows).map { row in
                    let name = row.isOwn ? ask.say("\(row.unit.name)本级", "\(row.unit.name) itself") : row.unit.name
                    return YearTable.Line(
                        name: .group([
                            .a(.href(address(of: row)), .text(name)),
                            row.isOwn || view.directory.children(of: row.unit.code).isEmpty
                                ? .nothing : .small(.class("quiet"), .say("含下属", "and beneath")),
                        ]), words: name, cells: row.cells,
                        slots: { slots(unit: row.unit.code, isOwn: row.isOwn, $0) })
                },
                foot: YearTable.Line(
                    name: .say("缺", "Missing"), words: "", cells: picture.all,
                    slots: { slots(unit: top?.code, isOwn: false, $0) })
            ).html,
            .when(
                more > 0,
                .p(.class("quiet"), .say("另有\(more)个单位，见“列表和导出”。", "\(more) more units stand in the list."))),
        ])
    }
}

extension Ask {
    /// Whose year is shown: the unit asked for, else the reader's own, else the one root of the book.
    var topOfYear: OrgUnit? {
        get throws {
            let roots = try yearTown.directory.units.roots(knownAt: context.knownAt)
            guard let code = query["under"] ?? reader.unit ?? (roots.count == 1 ? roots.first?.code : nil) else {
                return nil
            }
            return try unitOfYear(code)
        }
    }

    func yearPicture(beneath top: OrgUnit?, _ kept: YearKept) throws -> YearPicture {
        let view = try yearView
        // Whose figures they touch is bounded by `top`, which lies within the reader's reach.
        let changes = YearChanges(try reading.slotChanges(in: askedYear, knownAt: context.knownAt))
        return YearPicture(
            kept.book(view, askedYear), changes, beneath: top, view.directory.units,
            obligation: query["obligation"].flatMap { view.obligation($0)?.id })
    }
}
