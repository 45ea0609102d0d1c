import Formats
import Pages
import Spelling
import Store
import Vocabulary

/// What the columns of a file are, chosen where its headings are not understood, and remembered.
struct ColumnsPage {
    static let path = "/import/columns"
    static let words = Words("选定各列", "Which column is what")

    static func address(_ draft: String) -> String { "\(path)?draft=\(draft)" }

    private let draft: String
    private let kind: ImportKind
    private let sheet: String
    private let rows: [SheetRow]
    /// The row of headings.
    private let head: SheetRow
    private let known: [Int: ImportField]

    /// Of a form in the making; nil where it is none of the reader's. Throws `ImportRefused` where nothing can be read.
    init?(_ ask: Ask, _ fields: Query) throws {
        guard let code = fields["draft"], let kept = try ask.reading.formDraft(code, of: ask.reader), kept.sentTo == nil
        else { return nil }
        let form = try ImportDraft.form.read(Query(parsing: kept.fields), into: ImportDraft(), ask.naming).draft
        let request = try form.request(ask.evidence)
        let source = try request.source
        let kind = form.kind
        let named = try ask.reading.ownColumns(of: kind)
        // The sheet that was asked for, else the first in which something stands.
        var found: (String, [SheetRow]) = ("", [])
        for sheet in request.sheet.map({ [$0] }) ?? source.sheets where found.1.isEmpty {
            found = (sheet, try ImportHead.top(of: source, sheet: sheet))
        }
        let heads = found.1.map { ($0, kind.fields(in: $0, named).places) }
        let chosen = fields.number("row").flatMap { number in heads.first { $0.0.number == number } }
        // Else the row with the most headings that are known, and of equals the one with the most texts.
        let likely = heads.enumerated().max { a, b in
            (a.element.1.count, a.element.0.headings.count, b.offset) < (
                b.element.1.count, b.element.0.headings.count, a.offset
            )
        }
        guard let row = chosen ?? likely?.element else {
            throw ImportRefused(Words("文件里没有内容。", "Nothing stands in the file."))
        }
        draft = code
        self.kind = kind
        (sheet, rows) = found
        head = row.0
        known = Dictionary(row.1.map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
    }

    // MARK: What is shown

    func page(_ ask: Ask, chosen: [Int: String] = [:], _ problem: ColumnProblem? = nil) -> Page {
        let missing = kind.missing(from: Dictionary(known.map { ($1, $0) }, uniquingKeysWith: { a, _ in a })).map(
            \.words)
        let said = problem ?? (missing.isEmpty ? nil : .missing(missing))
        var page = Page(
            Self.words, crumbs: [Frame.Crumb(Words("名单导入", "Import from a file"), "/import?draft=\(draft)")],
            .when(said != nil, .warning(problem == nil ? .behind : .bad, .words(said?.words ?? Words("", "")))),
            .sheet(
                .section(
                    .p(
                        .say(
                            "每一列是什么，请在下面选定；系统会记住，下次同名的列不再询问。",
                            "Say what each column is. It is remembered: a column of that name is not asked about again."
                        ))),
                rowPicker,
                .form(
                    .attribute("method", "post"), .action(Self.path), PageContext.once,
                    .input(.type("hidden"), .name("draft"), .value(draft)),
                    .input(.type("hidden"), .name("row"), .value(String(head.number))),
                    .section(columns(ask, chosen)),
                    .section(
                        .p(
                            .class("btns"), .submit(Words("记住并继续", "Remember and go on")),
                            .act("/import?draft=\(draft)", Words("返回", "Back")))))))
        page.hasErrors = problem != nil
        return page
    }

    /// Where the headings stand in another row than the one that was taken.
    private var rowPicker: HTML {
        .section(
            .form(
                .attribute("method", "get"), .action(Self.path), .travelling,
                .input(.type("hidden"), .name("draft"), .value(draft)),
                .ask(
                    "row", Words("表头在哪一行", "Row of the headings"),
                    .choice(
                        "row",
                        rows.map { row in
                            let cells = row.cells.prefix(4).map { shown($0.seen) }.joined(separator: "、")
                            return (
                                String(row.number), Words("第\(row.number)行：\(cells)", "Row \(row.number): \(cells)")
                            )
                        }, chosen: String(head.number))),
                .p(.class("btns"), .submit(Words("换成这一行", "Take this row"), .outlined))))
    }

    private func columns(_ ask: Ask, _ chosen: [Int: String]) -> HTML {
        let options =
            [("unread", Words("不读取", "Not read"))]
            + kind.columns.map { ($0.field.rawValue, $0.group == nil ? $0.words : needed($0.words)) }
        return .data(
            .words(Self.words),
            [
                DataHead(.say("列", "Column"), .meta), DataHead(.say("文件中的列名", "Heading in the file"), .lead),
                DataHead(.say("内容举例", "What stands in it"), .meta), DataHead(.say("这一列是", "It is"), .below),
            ],
            head.headings.map { cell in
                let id = "column\(cell.column)"
                let value = chosen[cell.column] ?? known[cell.column]?.rawValue ?? "unread"
                return [
                    .text(ColumnName.text(cell.column)),
                    .label(.attribute("for", id), .text(cell.seen.withoutOuterSpace)),
                    .text(examples(cell.column)), .choice(id, options, chosen: value),
                ]
            })
    }

    private func needed(_ words: Words) -> Words { Words(words.zh + "（须有）", words.en + " (needed)") }

    private func examples(_ column: Int) -> String {
        rows.filter { $0.number > head.number }.prefix(3)
            .compactMap { row in row.cells.first { $0.column == column }?.seen }.map { shown($0) }
            .joined(separator: "、")
    }

    // MARK: What is sent

    /// What was chosen, by columns.
    func chosen(_ fields: Query) -> [Int: String] {
        Dictionary(
            head.headings.compactMap { cell in fields["column\(cell.column)"].map { (cell.column, $0) } },
            uniquingKeysWith: { a, _ in a })
    }

    /// What of it is not understood already, as an act; or what is wrong with it.
    func act(_ chosen: [Int: String]) throws(ColumnProblem) -> NameColumns {
        var names: [NameColumns.Name] = []
        var places: [ImportField: Int] = [:]
        for cell in head.headings {
            let heading = cell.seen.split(whereSeparator: \.isNewline).joined(separator: " ").withoutOuterSpace
            guard let word = chosen[cell.column], let meaning = ColumnMeaning(word) else { continue }
            if case .field(let field) = meaning {
                guard places.updateValue(cell.column, forKey: field) == nil else {
                    throw .twice(meaning.words(in: kind))
                }
            }
            let before = known[cell.column].map { ColumnMeaning.field($0) } ?? .unread
            if meaning != before { names.append(.init(heading: heading, meaning: meaning)) }
        }
        let missing = kind.missing(from: places)
        guard missing.isEmpty else { throw .missing(missing.map(\.words)) }
        return NameColumns(kind: kind, names: names)
    }
}

extension SheetRow {
    /// Cells that may be headings.
    fileprivate var headings: [SheetCell] {
        cells.filter { $0.heading.map { !$0.withoutOuterSpace.isEmpty } ?? false }
    }
}
