public import Formats
public import Vocabulary

/// The files in which rows of a kind are filled in, and in which wrong ones come back.
extension ImportKind {
    /// Headings with an example beneath, lists to choose from, and a sheet of instructions in both languages.
    public func template(in language: Language) -> Workbook {
        let columns = columns.map { column in
            SheetColumn(
                column.words.in(language), choices: column.choices.map { $0.in(language) },
                hint: column.rule.in(language))
        }
        let example = self.columns.map { column in column.example.isEmpty ? SheetValue.empty : .text(column.example) }
        return Workbook([
            .table(words.in(language), columns, rows: [example]),
            .instructions(language == .zh ? "填写说明" : "How to fill it in", instructions),
        ])
    }

    /// The same as text, for whatever opens no workbook.
    public func templateText(in language: Language) throws -> [UInt8] {
        var bytes: [UInt8] = []
        let output = ByteOutput { bytes += $0 }
        let csv = CSVWriter(output, for: .spreadsheets)
        csv.heading(columns.map { $0.words.in(language) })
        csv.row(columns.map { .text($0.example) })
        try output.finish()
        return bytes
    }

    private var instructions: [String] {
        let fields = columns.map { column in
            let isNeeded = need(of: column)
            let others = column.aliases.prefix(6).joined(separator: "、")
            return "\(column.words.zh) \(column.words.en)（\(isNeeded.zh) \(isNeeded.en)）：\(column.rule.zh)。"
                + (others.isEmpty ? "" : "列名也可写作：\(others)。") + "\n\(column.rule.en)."
        }
        return [
            "\(words.zh)：填写说明　\(words.en): how to fill it in",
            "每行一条。列的顺序可以变，可不填的列可以删去；用自己的表也可以，只要列名认得出。\nOne row each. Columns may change places, optional ones may go; a table of your own does as well.",
            "第二行是示例，导入时自动略过。\nThe second row is an example, which is passed over.",
            "先填编号的，同一份表再导入一次不会重复；文件里没有的，不会删除。\nThe same file again changes nothing; what is not in the file is not removed.",
        ] + fields
    }
}

extension ImportKind {
    /// Whether a column may be missing.
    private func need(of column: ImportColumn) -> Words {
        guard let group = column.group else {
            return column.isForNew ? Words("新增的须填", "needed for what is new") : Words("可不填", "optional")
        }
        let others = columns.filter { $0.group == group && $0.field != column.field }.map(\.words)
        guard !others.isEmpty else { return Words("须有这一列", "needed") }
        return Words(
            "与\(others.map(\.zh).joined(separator: "、"))至少有一列",
            "this or \(others.map(\.en).joined(separator: ", "))")
    }
}

extension ImportPreview {
    /// The wrong rows of the file as they stood, each with what is wrong behind it: to be mended and imported again.
    public func wrongRows(of request: ImportRequest, in language: Language) throws -> Workbook {
        guard let head else { return Workbook([]) }
        let source = try request.source
        let merged = try source.mergedDown(head.sheet)
        let reasons = Dictionary(wrong.map { ($0.row, $0.said) }, uniquingKeysWith: { a, _ in a })
        var headings: [Int: String] = [:]
        var rows: [SheetRow] = []
        for row in try ImportHead.top(of: source, sheet: head.sheet) where row.number <= head.row {
            for cell in row.cells where head.texts[cell.column] != nil { headings[cell.column] = cell.seen }
        }
        _ = try source.read(beneath: head, merged: merged) { row, merged in
            if reasons[row.number] != nil { rows.append(merged.whole(row).row) }
            return .more
        }
        let last = max(headings.keys.max() ?? 1, rows.flatMap { $0.cells.map(\.column) }.max() ?? 1)
        var columns = (1...last).map { SheetColumn(headings[$0] ?? "") }
        columns.append(SheetColumn(language == .zh ? "原行号" : "Row", .number))
        columns.append(SheetColumn(language == .zh ? "错误原因" : "What is wrong", .mistake))
        let lines = rows.map { row in
            (1...last).map { column in
                row.cells.first { $0.column == column }.map { $0.seen.isEmpty ? .empty : .text($0.seen) }
                    ?? SheetValue.empty
            } + [.whole(row.number), .text(reasons[row.number]?.in(language) ?? "")]
        }
        return Workbook([.table(language == .zh ? "有误的行" : "Wrong rows", columns, rows: lines)])
    }
}
