public import Formats
public import Store
public import Vocabulary

/// What the rows of a sheet say, and everything that is wrong with it, row by row.
public struct TakenRows<Draft: Sendable>: Sendable {
    public var drafts: [Draft] = []
    public var problems: [Words] = []

    /// The first so many of the problems, and how many more there are.
    public func told(_ most: Int) -> [Words] {
        guard problems.count > most else { return problems }
        let more = problems.count - most
        return problems.prefix(most) + [Words("还有\(more)处", "and \(more) more")]
    }
}

extension FormTemplate {
    /// A sheet that was handed in, or its cells pasted: the heads first, the example passed over.
    ///
    /// - Parameters:
    ///   - most: rows at once, besides heads and example.
    ///   - wrong: what is wrong with a row that could be read, told of that row; by its number.
    public func taken(
        from file: EvidenceFile?, _ cells: String, most: Int, into blank: Draft, _ ask: Ask,
        wrong: (Draft, Int) throws -> [Words]
    ) throws -> TakenRows<Draft> {
        let rows: [SheetRow]
        do { rows = try HandedRows.read(file, cells, most: most, ask.evidence) } catch is HandedRows.Unread {
            return TakenRows(problems: [HandedRows.unread])
        }
        guard let head = rows.first else { return TakenRows(problems: [HandedRows.empty]) }
        let columns = form.columns(head)
        guard columns.problems.isEmpty else { return TakenRows(problems: columns.problems) }
        guard rows.count <= most + 2 else {
            return TakenRows(
                problems: [Words("一次最多导入\(most)行，请分次导入", "At most \(most) rows at once: bring it in by parts")])
        }
        var taken = TakenRows<Draft>()
        for row in rows.dropFirst() {
            if try isExample(row, by: columns, ask.naming) { continue }
            let read = try form.read(row: row, by: columns, into: blank, ask.naming)
            taken.problems += read.problems.map(\.said)
            guard read.problems.isEmpty else { continue }
            taken.problems += try wrong(read.draft, row.number).map {
                Words("第\(row.number)行：\($0.zh)", "Row \(row.number): \($0.en)")
            }
            taken.drafts.append(read.draft)
        }
        if taken.drafts.isEmpty, taken.problems.isEmpty { taken.problems.append(HandedRows.empty) }
        return taken
    }
}

extension FormField {
    /// The sheet to be handed in; the other way is to paste its cells.
    public static func sheetFile(_ path: any WritableKeyPath<Draft, EvidenceFile?> & Sendable) -> FormField {
        .file(
            path, "file", Words("文件", "File"), hint: Words("按模板填写的xlsx或csv", "The template, filled in, as xlsx or csv"),
            endings: ["xlsx", "csv"], isRequired: false)
    }

    public static func sheetCells(
        _ path: any WritableKeyPath<Draft, String> & Sendable,
        hint: Words = Words("连同表头复制后粘贴", "Headings among them")
    ) -> FormField {
        .pasted(path, "cells", Words("或粘贴单元格", "Or paste cells"), hint: hint)
    }
}

/// The rows of a sheet in a file or pasted.
private enum HandedRows {
    private static let mostBytes = 4 << 20

    struct Unread: Error {}

    static let empty = Words("请选择文件，或粘贴单元格；表中至少要有一行", "Choose a file or paste cells, with a row at least")
    static let unread = Words(
        "文件没有读出：应为不带宏、不引用其他文件的xlsx，或csv，不超过\(mostBytes >> 20) MB",
        "The file was not read: it is to be xlsx without macros or links to other files, or csv, at most \(mostBytes >> 20) MB"
    )

    /// At most one row more than may come in, so that it is seen. Throws `Unread`.
    static func read(
        _ file: EvidenceFile?, _ cells: String, most: Int, _ store: EvidenceStore?
    ) throws -> [SheetRow] {
        var rows: [SheetRow] = []
        let take = { (row: SheetRow) -> RowAnswer in
            if row.cells.contains(where: { !$0.seen.isEmpty }) { rows.append(row) }
            return rows.count > most + 2 ? .enough : .more
        }
        do {
            if let file {
                guard file.bytes <= mostBytes, let bytes = try store?.bytes(of: file) else { throw Unread() }
                if FileKind(bytes) == .archive {
                    let workbook = try WorkbookFile(bytes)
                    guard !workbook.hasMacros, !workbook.hasOutsideLinks,
                        let sheet = workbook.sheets.first(where: { !$0.isHidden })
                    else { throw Unread() }
                    _ = try workbook.read(sheet, each: take)
                } else {
                    try TextTable(bytes).read(each: take)
                }
            } else if !cells.allSatisfy(\.isWhitespace) {
                try TextTable(pasted: cells).read(each: take)
            }
        } catch is WorkbookRefused {
            throw Unread()
        } catch is TextTableRefused {
            throw Unread()
        }
        return rows
    }
}
