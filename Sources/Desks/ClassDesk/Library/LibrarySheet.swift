import Formats
import Pages
import Store
import Vocabulary

/// Many entries of one kind of the library, as a sheet that is handed in or its cells pasted: all of them, or none.
struct LibrarySheet<N: LibraryNoun>: Sendable {
    var file: EvidenceFile?
    var cells = ""

    static var form: Form<LibrarySheet> {
        Form<LibrarySheet>(
            .init(
                Words("表格", "The sheet"),
                .file(
                    \.file, "file", Words("文件", "File"),
                    hint: Words("按模板填写的xlsx或csv", "The template, filled in, as xlsx or csv"),
                    endings: ["xlsx", "csv"], isRequired: false),
                .pasted(
                    \.cells, "cells", Words("或粘贴单元格", "Or paste cells"),
                    hint: Words(
                        "连同表头复制后粘贴，一次最多\(SheetRows.most)行",
                        "Headings among them; at most \(SheetRows.most) rows at once"))))
    }

    static var template: FormTemplate<N.Entry> { FormTemplate(N.listing.words, N.Entry.form, example: N.Entry.example) }

    private static var mostTold: Int { 40 }

    /// What it says, and everything that is wrong with it, row by row. Read once while a form is answered.
    func looked(_ ask: Ask) throws -> (entries: [N.Entry], problems: [LibraryProblem]) {
        try ask.naming.once("library sheet") { try read(ask) }
    }

    private func read(_ ask: Ask) throws -> (entries: [N.Entry], problems: [LibraryProblem]) {
        let rows: [SheetRow]
        do { rows = try SheetRows.read(file, cells, ask.evidence) } catch let refused as SheetRows.Unread {
            return ([], [.row(refused.words)])
        }
        guard let head = rows.first else { return ([], [.row(SheetRows.empty)]) }
        let columns = N.Entry.form.columns(head)
        guard columns.problems.isEmpty else { return ([], columns.problems.map { .row($0) }) }
        var entries: [N.Entry] = []
        var problems: [LibraryProblem] = []
        var seen = try Dictionary(
            ask.reading.all(N.self, for: ask.reader, order: "code").map { ($0.entry.identity, $0.code) }
        ) { first, _ in first }
        for row in rows.dropFirst() {
            if try Self.template.isExample(row, by: columns, ask.naming) { continue }
            let read = try N.Entry.form.read(row: row, by: columns, into: N.Entry(), ask.naming)
            problems += read.problems.map { .row($0.said) }
            guard read.problems.isEmpty else { continue }
            problems += try read.draft.problems(in: ask.reading).map {
                .row(Words("第\(row.number)行：\($0.words.zh)", "Row \(row.number): \($0.words.en)"))
            }
            if let there = seen[read.draft.identity] {
                problems.append(
                    .row(
                        Words(
                            "第\(row.number)行：“\(read.draft.title)”已有（\(there)），请删去这一行，要改的到那一条里修改",
                            "Row \(row.number): “\(read.draft.title)” is there already (\(there)): take the row out, or change that one"
                        )))
            }
            seen[read.draft.identity] = "第\(row.number)行"
            entries.append(read.draft)
        }
        if entries.isEmpty, problems.isEmpty { problems.append(.row(SheetRows.empty)) }
        if problems.count > Self.mostTold {
            let more = problems.count - Self.mostTold
            problems = problems.prefix(Self.mostTold) + [.row(Words("还有\(more)处", "and \(more) more"))]
        }
        return (entries, problems)
    }
}

/// Enters what a sheet lists in the library (批量入库).
struct EnterManyInLibrary<N: LibraryNoun>: Act {
    static var right: Right { .teach }
    static var rights: Set<Right> { [.plan, .teach] }
    static var name: String { "enterManyInLibrary" }
    static var words: Words { Words("批量入库", "Entered from a sheet") }
    var entries: [N.Entry]

    func perform(in t: ActTransaction) throws {
        for entry in entries { _ = try EnterInLibrary<N>(entry: entry).perform(in: t) }
    }
}

/// The rows of a sheet that somebody handed in or pasted, the heads first.
enum SheetRows {
    /// So many at once, besides heads and example.
    static let most = 500
    private static let mostBytes = 4 << 20

    struct Unread: Error {
        var words: Words
    }

    static let empty = Words("请选择文件，或粘贴单元格；表中至少要有一行", "Choose a file or paste cells, with a row at least")

    /// Throws `Unread`.
    static func read(_ file: EvidenceFile?, _ cells: String, _ store: EvidenceStore?) throws -> [SheetRow] {
        var rows: [SheetRow] = []
        let take = { (row: SheetRow) -> RowAnswer in
            if row.cells.contains(where: { !$0.seen.isEmpty }) { rows.append(row) }
            return rows.count > most + 2 ? .enough : .more
        }
        do {
            if let file {
                guard file.bytes <= mostBytes, let bytes = try store?.bytes(of: file) else { throw unread }
                if FileKind(bytes) == .archive {
                    let workbook = try WorkbookFile(bytes)
                    guard !workbook.hasMacros, !workbook.hasOutsideLinks,
                        let sheet = workbook.sheets.first(where: { !$0.isHidden })
                    else { throw unread }
                    _ = try workbook.read(sheet, each: take)
                } else {
                    try TextTable(bytes).read(each: take)
                }
            } else if !cells.allSatisfy(\.isWhitespace) {
                try TextTable(pasted: cells).read(each: take)
            }
        } catch is WorkbookRefused {
            throw unread
        } catch is TextTableRefused {
            throw unread
        }
        guard rows.count <= most + 2 else {
            throw Unread(words: Words("一次最多导入\(most)行，请分次导入", "At most \(most) rows at once: bring it in by parts"))
        }
        return rows
    }

    private static let unread = Unread(
        words: Words(
            "文件没有读出：应为不带宏、不引用其他文件的xlsx，或csv，不超过\(mostBytes >> 20) MB",
            "The file was not read: it is to be xlsx without macros or links to other files, or csv, at most \(mostBytes >> 20) MB"
        ))
}

extension Routes {
    /// The template of one kind of the library, and the form that takes it back.
    mutating func librarySheet<N: LibraryNoun>(_ type: N.Type) {
        var take = FormFlow(LibrarySheet<N>.words, LibrarySheet<N>.form) { _ in
            LibrarySheet<N>()
        } act: { sheet, ask in
            EnterManyInLibrary<N>(entries: try sheet.looked(ask).entries)
        } then: { _ in
            N.listAddress
        }
        take.crumbs = { _ in [N.home] }
        take.opening = { _ in
            .p(
                .link("\(N.listAddress)/template.xlsx", .say("下载模板", "The template")),
                .say("：一行一条，全部正确才导入。", ": one a row; all of them are entered, or none."))
        }
        take.refusals = { sheet, ask in try sheet.looked(ask).problems }
        take.remarks = { sheet, ask in
            let entries = try sheet.looked(ask).entries
            let remarks = try entries.prefix(100).flatMap { entry in
                try entry.remarks(besides: "", ask).map {
                    Words("\(entry.title)：\($0.zh)", "\(entry.title): \($0.en)")
                }
            }
            return .section(
                .p(.say("将入库\(entries.count)条。", "\(entries.count) will be entered.")), .warnings(remarks),
                .facts(entries.prefix(20).map { Fact(Words($0.title, $0.title), .text($0.told)) }))
        }
        form("\(N.listAddress)/import", take)
        look(
            "\(N.listAddress)/template.xlsx",
            RouteAbout(Words("\(N.listing.words.zh)模板", "A template: \(N.listing.words.en.lowercased())"))
        ) { ask in
            .file(
                try LibrarySheet<N>.template.workbook(ask.naming).bytes(), type: RowsFile.workbookType,
                name: "template.xlsx", shown: "\(ask.say(N.listing.words))\(ask.say("模板", " template")).xlsx")
        }
    }
}

extension LibrarySheet {
    static var words: Words { Words("从表格导入：\(N.listing.words.zh)", "From a sheet: \(N.listing.words.en.lowercased())") }
}
