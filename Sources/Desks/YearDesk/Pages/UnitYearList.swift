import Books
import LedgerEngine
import Pages
import Plans
import Records
import Store
import Vocabulary

/// The units of a picture as a list with its files: how many slots stand how, and the worst of each month in words.
enum UnitYearList {
    static let path = "/year/units"

    static func list(_ kept: YearKept) -> FoundList<YearPicture.Row> {
        FoundList(
            Words("各单位全年安排", "The year of each unit"), file: "year-units", columns: columns,
            fields: [
                ListField("under", Words("上级单位", "Unit above")),
                ListField("year", Words("年度", "Year"), kind: .whole(Ask.years)),
                ListField("obligation", Words("要求", "Obligation")),
            ]
        ) { ask in
            let top = try ask.topOfYear
            let picture = try ask.yearPicture(beneath: top, kept)
            var rows = picture.rows
            if let order = ask.wantedOrder, let state = SlotState(name: order.key) {
                rows = rows.enumerated().sorted { one, other in
                    let (first, second) = (one.element.cells.total(state), other.element.cells.total(state))
                    return first == second ? one.offset < other.offset : (first < second) != order.isFalling
                }.map(\.element)
            }
            var found = FoundRows(rows)
            if let wanted = ask.query["obligation"], try ask.yearView.obligation(wanted) == nil {
                found.slips.append(.unknown("obligation", wanted, zh: "要求", en: "obligation"))
            }
            found.crumbs = [.year]
            found.empty = .init(
                Words("这一年没有按次数要求的事项", "Nothing is asked by occasions in this year"),
                Words("请改换年度或统计日期。", "Choose another year or another day."))
            return found
        }
    }

    private static let columns: [ListColumn<YearPicture.Row>] =
        [
            ListColumn(
                "unit", Words("单位", "Unit"), .lead,
                text: { row, ask in row.isOwn ? ask.say("\(row.unit.name)本级", "\(row.unit.name) itself") : row.unit.name
                }
            ) { row, ask in
                let name = row.isOwn ? ask.say("\(row.unit.name)本级", "\(row.unit.name) itself") : row.unit.name
                let address = ask.context.link(
                    "/units/\(Query.encoded(row.unit.code))/year", ("year", String(ask.askedYear)))
                return .a(.href(address), .text(name))
            }, .text("code", Words("编号", "Code"), .file) { $0.unit.code },
            ListColumn(
                "owed", Words("应办", "Owed"), .figure, unit: Words("次应办", "owed"),
                text: { row, _ in String(row.cells.total()) }
            ) { row, ask in .figureLink(row.cells.total(), slots(of: row, nil, ask)) },
        ]
        + [SlotState.held, .missing, .behind, .due, .toCome, .skipped].map { state in
            ListColumn(
                state.name, state.words, .figure, sort: state.name, unit: state.words,
                text: { row, _ in String(row.cells.total(state)) }
            ) { row, ask in .figureLink(row.cells.total(state), slots(of: row, state, ask)) }
        }
        + (1...12).map { month in
            ListColumn(
                "m\(month)", SlotWords.month(month), .file,
                text: { row, ask in
                    row.cells.worst(month).map {
                        ask.say(SlotWords.counted($0.state, $0.count, of: row.cells.total(month)))
                    } ?? ""
                })
        }

    private static func slots(of row: YearPicture.Row, _ state: SlotState?, _ ask: Ask) -> String {
        ask.context.link(
            SlotList.path, ("year", String(ask.askedYear)), ("unit", row.unit.code),
            ("scope", row.isOwn ? SlotList.own : nil), ("obligation", ask.query["obligation"]), ("state", state?.name))
    }
}
