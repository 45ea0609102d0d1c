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
                .sheetFile(\.file),
                .sheetCells(
                    \.cells,
                    hint: Words(
                        "连同表头复制后粘贴，一次最多\(most)行", "Headings among them; at most \(most) rows at once"))))
    }

    static var template: FormTemplate<N.Entry> { FormTemplate(N.listing.words, N.Entry.form, example: N.Entry.example) }

    /// So many at once.
    private static var most: Int { 500 }
    private static var mostTold: Int { 40 }

    /// What it says, and everything that is wrong with it, row by row. Read once while a form is answered.
    func looked(_ ask: Ask) throws -> (entries: [N.Entry], problems: [LibraryProblem]) {
        try ask.naming.once("library sheet") { try read(ask) }
    }

    private func read(_ ask: Ask) throws -> (entries: [N.Entry], problems: [LibraryProblem]) {
        var seen = try Dictionary(
            ask.reading.all(N.self, for: ask.reader, order: "code").map { ($0.entry.identity, $0.code) }
        ) { first, _ in first }
        let taken = try Self.template.taken(from: file, cells, most: Self.most, into: N.Entry(), ask) { entry, row in
            var wrong = try entry.problems(in: ask.reading).map(\.words)
            if let there = seen.updateValue("第\(row)行", forKey: entry.identity) {
                wrong.append(
                    Words(
                        "“\(entry.title)”已有（\(there)），请删去这一行，要改的到那一条里修改",
                        "“\(entry.title)” is there already (\(there)): take the row out, or change that one"))
            }
            return wrong
        }
        return (taken.drafts, taken.told(Self.mostTold).map { .row($0) })
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
            try .workbook(
                LibrarySheet<N>.template.workbook(ask.naming),
                name: "template.xlsx", shown: "\(ask.say(N.listing.words))\(ask.say("模板", " template")).xlsx")
        }
    }
}

extension LibrarySheet {
    static var words: Words { Words("从表格导入：\(N.listing.words.zh)", "From a sheet: \(N.listing.words.en.lowercased())") }
}
