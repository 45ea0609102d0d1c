import Books
import Pages
import Store
import Vocabulary

/// A line of a table as files tell it: what stands in each class, by its key.
struct ListedLine: Sendable {
    let line: StructureFigures.Line
    var cells: [String: String] = [:]
    /// Where the people of a cell are listed.
    var addresses: [String: String] = [:]
    /// By how many it changed since the other day.
    var changes: [String: String] = [:]
}

/// One table by itself, with its files: a row for each level or kind of unit, a column for each class.
func structureList(_ table: StructureTable, _ kept: CorpsKept) -> FoundList<ListedLine> {
    FoundList(
        table.words, file: "structure-\(table.rawValue)", columns: listColumns(of: table),
        fields: [
            .unit(Words("单位", "Unit")), .comparedWith,
            .choice("cells", Words("人数少的组", "Small groups"), all: Words("照实列出", "As they are")) { _ in
                [(StructureQuestion.published, Words("按对外口径", "As given to others"))]
            },
        ]
    ) { ask in
        let question = try StructureQuestion(ask)
        var found = FoundRows<ListedLine>([])
        if question.settled.isEmpty, !question.isPublished || table.publishedColumns != nil {
            let view = try StructureView(ask, kept, question)
            let figures = view.figures(table)
            found = FoundRows(view.listed(figures))
            found.without = figures.withoutColumns(view.day.rules, isCompared: question.with != nil)
            found.remark = view.remarks(on: figures)
        } else {
            found.empty = .init(
                Words("此表不对外提供", "This table is not given"),
                Words(
                    "不能查看人员名单的，只能看6月30日、12月31日全管理范围的汇总。",
                    "Whoever may not see the people is told of groups alone, of all their reach, on 30 June and 31 December."
                ),
                acts: .act(StructurePage.path, Words("到队伍结构", "To the structure"), .primary))
        }
        found.crumbs = [.init(Words("队伍结构", "Structure"), ask.context.link(StructurePage.path))]
        found.slips = question.slips
        return found
    }
}

/// How many classes there are hangs on no rule, only where they end: the columns are the same on every site.
private func listColumns(of table: StructureTable) -> [ListColumn<ListedLine>] {
    var columns: [ListColumn<ListedLine>] = [
        ListColumn("row", table.rows.words, .lead, text: { row, ask in ask.say(row.line.head.words) })
    ]
    for known in table.allClasses(StructureRules()) {
        columns += [
            ListColumn(known.key, known.words, .figure, text: { row, _ in row.cells[known.key] ?? "" }) { row, _ in
                let text = row.cells[known.key] ?? ""
                guard let address = row.addresses[known.key], let count = Int(text), count > 0 else {
                    return .text(text)
                }
                return .figureLink(count, address)
            },
            ListColumn(
                known.key + "Change", Words("\(known.words.zh)增减", "\(known.words.en): change"), .figure,
                text: { row, _ in row.changes[known.key] ?? "" }),
        ]
    }
    columns.append(
        ListColumn("total", Words("合计", "In all"), .figure, text: { row, _ in String(row.line.total) }))
    guard table.hasAges else { return columns }
    return columns + [
        ListColumn(
            "meanAge", Words("平均年龄", "Mean age"), .figure,
            text: { row, _ in row.line.meanAge.map { Figure.tenths($0) } ?? "" })
    ]
}

extension StructureTable {
    /// The classes of its columns, however it is told.
    fileprivate func allClasses(_ rules: StructureRules) -> [StructureClass] {
        let own = columns.classes(rules)
        let given = publishedColumns?.classes(rules) ?? []
        return own + given.filter { known in !own.contains { $0.key == known.key } }
    }
}

extension StructureFigures {
    /// Columns of the list that tell nothing here.
    fileprivate func withoutColumns(_ rules: StructureRules, isCompared: Bool) -> Set<String> {
        let told = Set(columns.classes(rules).map(\.key))
        let all = table.allClasses(StructureRules()).map(\.key)
        return Set(all.filter { !told.contains($0) })
            .union(all.filter { !isCompared || !told.contains($0) }.map { $0 + "Change" })
    }
}

extension StructureView {
    fileprivate func listed(_ figures: StructureFigures) -> [ListedLine] {
        let before = before(figures.table)
        guard let all = figures.all else { return [] }
        return (figures.lines + [all]).map { line in
            var row = ListedLine(line: line)
            for known in figures.columns.classes(day.rules) { row.cells[known.key] = "0" }
            for (place, head) in figures.heads.enumerated() {
                guard let first = head.keys.first else { continue }
                row.cells[first] = line.cells[place].map(String.init) ?? StructureFigures.hiddenMark
                for joined in head.keys.dropFirst() { row.cells[joined] = StructureFigures.joinedMark }
                row.addresses[first] = address(figures.table, line.head, head)
                if let now = line.cells[place], let then = before?.cell(line.head, head) {
                    row.changes[first] = String(now - then)
                }
            }
            return row
        }
    }

    /// What is to be known of a table to read it.
    func remarks(on figures: StructureFigures) -> HTML {
        .group([
            figures.table.remark.map { .p(.class("quiet"), .words($0)) } ?? .nothing,
            .when(
                question.isPublished && (figures.hasHidden || figures.hasJoined),
                .p(
                    .class("quiet"),
                    .say(
                        "\(StructureFigures.hiddenMark) 不足\(day.rules.smallest)人，或为不致推算出这类人数而一并不列；人数过少的类别与相邻类别合并（文件中以\(StructureFigures.joinedMark)表示并入左边有数的一栏）。",
                        "\(StructureFigures.hiddenMark) fewer than \(day.rules.smallest), or left out so that such a number cannot be worked out; "
                            + "classes of too few are told with a neighbour (\(StructureFigures.joinedMark) in files: with the figure to the left)."
                    ))),
        ])
    }
}

extension ListField {
    /// The day that is compared with.
    static var comparedWith: ListField {
        ListField("with", Words("对比日期", "Compared with"), kind: .day) { _, chosen in .dayField("with", chosen) }
    }
}
