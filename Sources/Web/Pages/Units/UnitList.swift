import Books
import Pages
import Records
import Spelling
import Vocabulary

/// Units as a list by standing, searched by name; all of them, or those right beneath one.
let unitList = FoundList<UnitRow>(
    Words("单位", "Units"), file: "units",
    columns: [
        ListColumn("name", Words("单位", "Unit"), .lead, sort: "name", text: { row, _ in row.name }) { row, ask in
            .a(.href(ask.context.link(toUnit: row.code)), .text(row.name))
        },
        ListColumn("code", Words("编号", "Code"), .file, text: { row, _ in row.code }),
        ListColumn(
            "kind", Words("类别", "Kind"),
            text: { row, ask in
                try ask.townPage.directory.unit(row.code).map { RecordWords.unitKind($0.kind, ask.context.language) }
                    ?? ""
            }),
        ListColumn(
            "late", Words("滞后或逾期", "Behind or overdue"), .figure, sort: "late",
            unit: Words("项滞后或逾期", "behind or overdue"), text: { row, _ in String(row.late) }
        ) { row, ask in
            .figureLink(row.late, ask.context.rollUps(of: row.code, "late"), class: row.late > 0 ? "behind" : "")
        },
        ListColumn(
            "met", Words("已完成", "Met"), .figure, sort: "met", unit: Words("项已完成", "met"),
            text: { row, _ in String(row.met) }
        ) { row, ask in .figureLink(row.met, ask.context.rollUps(of: row.code, "met")) },
        ListColumn(
            "owed", Words("适用", "Apply"), .figure, unit: Words("项适用", "apply"),
            text: { row, _ in String(row.applicable) }
        ) { row, ask in .figureLink(row.applicable, ask.context.rollUps(of: row.code, "owed")) },
        ListColumn("group", Words("进度状态", "Standing"), .end, text: { row, ask in ask.say(row.group.words) }) { row, _ in
            .standing(row.group.mark, row.group.words)
        },
    ],
    fields: [
        .search(Words("名称或编号", "Name or code")),
        .choice("group", Words("进度状态", "Standing")) { _ in
            UnitRow.Group.allCases.map { (String($0.rawValue), $0.words) }
        }, ListField("under", Words("上级单位", "Unit above")),
    ]
) { ask in
    let (query, summary, directory) = (ask.query, try ask.view.summary, try ask.townPage.directory)
    let group = query.number("group").flatMap(UnitRow.Group.init(rawValue:))
    let under = query["under"].flatMap { directory.unit($0) }
    let sought = query["q"].map { Sought($0) }
    var places = under.map { summary.places(of: directory.children(of: $0.code).lazy.map(\.code)) } ?? summary.order
    if sought != nil || group != nil {
        places = places.filter { place in
            let row = summary[place]
            return (group.map { row.group == $0 } ?? true) && (sought?.fits(name: row.name, code: row.code) ?? true)
        }
    }
    if let order = ask.wantedOrder { places = summary.ordered(places, by: order.key, isFalling: order.isFalling) }
    var found = FoundRows(count: places.count) { [places] first, most in
        places.dropFirst(first).prefix(most).map { summary[$0] }
    }
    if group == nil, let typed = query["group"] {
        found.slips.append(.unknown("group", typed, zh: "进度状态", en: "standing of units"))
    }
    if let typed = query["under"] {
        guard let under else {
            found.slips.append(.unknown("under", typed, zh: "单位", en: "unit"))
            return found
        }
        found.chips = [Chip(ask.say("\(under.name)直属单位", "Right beneath \(under.name)"), "under")]
    }
    found.empty = .init(
        Words("没有符合条件的单位", "No such unit"), Words("请换一个名称或条件。", "Try another name or filter."))
    return found
}

extension LedgerSummary {
    /// Rows lie in order of code: of two alike the first stays first.
    fileprivate func ordered(_ places: [Int32], by key: String, isFalling: Bool) -> [Int32] {
        func sorted(_ figure: KeyPath<UnitRow, Int>) -> [Int32] {
            let sign = isFalling ? -1 : 1
            return places.sorted {
                (sign * rows[Int($0)][keyPath: figure], $0) < (sign * rows[Int($1)][keyPath: figure], $1)
            }
        }
        return switch key {
        case "name": isFalling ? places.sorted(by: >) : places.sorted()
        case "late": sorted(\.late)
        case "met": sorted(\.met)
        default: places
        }
    }
}

extension UnitRow.Group {
    var words: Words {
        switch self {
        case .needsAttention: Words("重点关注", "Needs attention")
        case .someBehind: Words("有滞后", "Some behind")
        case .onCourse: Words("进度正常", "On course")
        }
    }

    fileprivate var mark: Mark {
        switch self {
        case .needsAttention: .overdue
        case .someBehind: .behind
        case .onCourse: .onCourse
        }
    }
}
