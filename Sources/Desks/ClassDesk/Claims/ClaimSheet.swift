import Formats
import Pages
import Store
import Vocabulary

/// Many claims as a sheet that is handed in, or its cells pasted.
struct ClaimSheet: Sendable {
    var file: EvidenceFile?
    var cells = ""

    static let form = Form<ClaimSheet>(
        .init(
            Words("表格", "The sheet"),
            .file(
                \.file, "file", Words("文件", "File"),
                hint: Words("按模板填写的xlsx或csv", "The template, filled in, as xlsx or csv"),
                endings: ["xlsx", "csv"], isRequired: false),
            .pasted(
                \.cells, "cells", Words("或粘贴单元格", "Or paste cells"),
                hint: Words("连同表头复制后粘贴", "Headings among them"))))

    /// So many rows at once.
    static let mostRows = 500
    private static let mostPeople = 5000
    private static let mostBytes = 4 << 20
    private static let mostTold = 20

    /// What the sheet says, and everything that is wrong with it, row by row.
    func read(_ ask: Ask) throws -> (schemes: [ClaimScheme], problems: [ClaimProblem]) {
        let rows: [SheetRow]
        do { rows = try self.rows(ask.evidence) } catch let problem as ClaimProblem { return ([], [problem]) }
        guard let head = rows.first else { return ([], [Self.empty]) }
        let form = ClaimScheme.form
        let columns = form.columns(head)
        guard columns.problems.isEmpty else { return ([], columns.problems.map { .row($0) }) }
        guard rows.count <= Self.mostRows + 2 else {
            return ([], [.row(Words("一次最多导入\(Self.mostRows)行", "At most \(Self.mostRows) rows at once"))])
        }
        var schemes: [ClaimScheme] = []
        var problems: [ClaimProblem] = []
        var people = 0
        for row in rows.dropFirst() {
            if try ClaimScheme.template.isExample(row, by: columns, ask.naming) { continue }
            let read = try form.read(row: row, by: columns, into: ClaimScheme(unit: ask.reader.unit ?? ""), ask.naming)
            problems += read.problems.map { .row($0.said) }
            if read.problems.isEmpty {
                let found = read.draft.problems(on: ask.today)
                people += read.draft.people.count
                problems += (try people > Self.mostPeople ? found : found + read.draft.strangers(in: ask.reading)).map {
                    .row(Words("第\(row.number)行：\($0.words.zh)", "Row \(row.number): \($0.words.en)"))
                }
                schemes.append(read.draft)
            }
        }
        if people > Self.mostPeople {
            problems.insert(
                .row(Words("一次最多导入\(Self.mostPeople)人次", "At most \(Self.mostPeople) participations at once")), at: 0)
        }
        if schemes.isEmpty, problems.isEmpty { problems.append(Self.empty) }
        if problems.count > Self.mostTold {
            let more = problems.count - Self.mostTold
            problems = problems.prefix(Self.mostTold) + [.row(Words("还有\(more)处", "and \(more) more"))]
        }
        return (schemes, problems)
    }

    private static let empty = ClaimProblem.row(
        Words("请选择文件，或粘贴单元格；表中至少要有一行", "Choose a file or paste cells, with a row at least"))

    /// Throws `ClaimProblem`.
    private func rows(_ store: EvidenceStore?) throws -> [SheetRow] {
        var rows: [SheetRow] = []
        let take = { (row: SheetRow) -> RowAnswer in
            rows.append(row)
            return rows.count > Self.mostRows + 2 ? .enough : .more
        }
        do {
            if let file {
                guard file.bytes <= Self.mostBytes, let bytes = try store?.bytes(of: file) else { throw Self.unread }
                if FileKind(bytes) == .archive {
                    let workbook = try WorkbookFile(bytes)
                    guard !workbook.hasMacros, !workbook.hasOutsideLinks,
                        let sheet = workbook.sheets.first(where: { !$0.isHidden })
                    else { throw Self.unread }
                    _ = try workbook.read(sheet, each: take)
                } else {
                    try TextTable(bytes).read(each: take)
                }
            } else if !cells.allSatisfy(\.isWhitespace) {
                try TextTable(pasted: cells).read(each: take)
            }
        } catch is WorkbookRefused {
            throw Self.unread
        } catch is TextTableRefused {
            throw Self.unread
        }
        return rows
    }

    private static let unread = ClaimProblem.row(
        Words(
            "文件没有读出：应为不带宏、不引用其他文件的xlsx，或csv，不超过\(mostBytes >> 20) MB",
            "The file was not read: it is to be xlsx without macros or links to other files, or csv, at most \(mostBytes >> 20) MB"
        ))
}
