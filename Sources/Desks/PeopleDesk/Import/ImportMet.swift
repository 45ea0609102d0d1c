import Formats
import Spelling
import Vocabulary

/// What is met among the rows of a file besides what they say: to be told, so that nothing is passed over in silence.
struct ImportMet {
    /// Cells that were filled from merged ones above.
    private var filled = 0
    /// Columns in which something stands and that have no heading, with the first row of each.
    private var nameless: [Int: Int] = [:]
    /// What stands beneath a table and is no row of it, with its row.
    private var footers: [(row: Int, text: String)] = []

    mutating func take(_ row: SheetRow, _ head: ImportHead, filled count: Int) {
        filled += count
        for cell in row.cells where head.texts[cell.column] == nil && nameless[cell.column] == nil {
            if !cell.seen.withoutOuterSpace.isEmpty { nameless[cell.column] = row.number }
        }
    }

    /// Whether a row is a note or a line for signatures: `注：……`, `审核人：张三`, or a sum.
    mutating func isFooter(_ row: SheetRow) -> Bool {
        let texts = row.cells.map { $0.seen.withoutOuterSpace }.filter { !$0.isEmpty }
        guard let first = texts.first, texts.count <= 8 else { return false }
        let isSum = Self.sums.contains(first.folded) && texts.dropFirst().allSatisfy { Double($0.narrow) != nil }
        var isNote = Self.isNote(first)
        // A label, and beside it what it asks for.
        for (before, text) in zip(texts, texts.dropFirst()) where !Self.isNote(text) && !Self.endsOpen(before) {
            isNote = false
        }
        guard isSum || isNote else { return false }
        footers.append((row.number, first))
        return true
    }

    private static func isNote(_ text: String) -> Bool {
        guard let colon = text.firstIndex(where: { $0 == "：" || $0 == ":" }) else { return false }
        return labels.contains(String(text[..<colon]).folded)
    }

    private static func endsOpen(_ text: String) -> Bool { text.last == "：" || text.last == ":" }

    private static let sums: Set<String> = ["合计", "总计", "小计", "总数", "total"]
    private static let labels: Set<String> = [
        "注", "备注", "附注", "说明", "填表说明", "注意", "审核", "审核人", "审核人签字", "审批", "审批人", "复核", "复核人", "填表", "填表人",
        "填报人", "填报单位", "填表日期", "填报日期", "填表时间", "填报时间", "制表", "制表人", "制表单位", "制表日期", "制表时间", "经办", "经办人",
        "负责人", "单位负责人", "主要负责人", "分管领导", "主管领导", "领导签字", "签字", "盖章", "单位盖章", "联系人", "联系电话", "电话", "日期",
        "合计", "总计", "note",
    ]

    func notes(beneath head: ImportHead) -> [Words] {
        var told: [Words] = []
        if filled > 0 {
            told.append(
                Words(
                    "有\(filled)个单元格属于上下合并的格，已按合并格的内容读取。",
                    "\(filled) cells belong to cells merged downwards, and were read as those say."))
        }
        for (column, row) in nameless.sorted(by: { $0.key < $1.key }).prefix(10) {
            let name = ColumnName.text(column)
            told.append(
                Words(
                    "\(name)列没有列名，未读取（第\(row)行起有内容）。请补上列名，或核对这一行是否多了一格。",
                    "Column \(name) has no heading and was not read (from row \(row) on): name it, or see whether the row has a cell too many."
                ))
        }
        if !footers.isEmpty {
            let some = footers.prefix(5)
            let more = footers.count > some.count
            told.append(
                Words(
                    "不是数据、未读取的行：" + some.map { "第\($0.row)行“\(shown($0.text))”" }.joined(separator: "、")
                        + (more ? "等\(footers.count)行。" : "。"),
                    "Rows that are notes or sums and were not read: "
                        + some.map { "row \($0.row) “\(shown($0.text))”" }.joined(separator: ", ")
                        + (more ? " and others, \(footers.count) in all." : ".")))
        }
        return told
    }
}
