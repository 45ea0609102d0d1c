import Foundation
import Pages
import Store
import Vocabulary

/// A row of a file that was looked through, in a list of its own.
struct PreviewRow: Sendable {
    enum Show: String {
        case new, changed, wrong

        var words: Words {
            switch self {
            case .new: Words("新增的行", "New rows")
            case .changed: Words("更改的行", "Changed rows")
            case .wrong: Words("有误的行", "Wrong rows")
            }
        }
    }

    var row: Int
    var name: Words
    var text: Words
    /// As a page shows it, where that is more than the text.
    var told: HTML?

    init(_ row: ImportPreview.TakenRow, isNew: Bool) {
        self.row = row.row
        name = Words(row.name, row.name)
        guard !isNew else {
            text = Words(row.content, row.content)
            return
        }
        func shown(_ text: String) -> String { text.isEmpty ? "—" : text }
        func all(_ field: (Words) -> String) -> String {
            row.changes.map { "\(field($0.field)) \(shown($0.before)) → \(shown($0.after))" }.joined(separator: "；")
        }
        text = Words(all(\.zh), all(\.en))
        told = row.shown
    }

    init(_ row: ImportPreview.WrongRow) {
        self.row = row.row
        name =
            row.column.isEmpty
            ? Words("整行", "the row") : Words("\(row.column) \(row.heading.zh)", "\(row.column) \(row.heading.en)")
        text = row.message
    }
}

extension ImportPreview {
    fileprivate func rows(_ show: PreviewRow.Show) -> (rows: [PreviewRow], count: Int) {
        switch show {
        case .new: (newRows.map { PreviewRow($0, isNew: true) }, new)
        case .changed: (changedRows.map { PreviewRow($0, isNew: false) }, changed)
        case .wrong: (wrong.map { PreviewRow($0) }, wrongCount)
        }
    }
}

/// The rows of one kind of a file that was looked through, paged: of a draft, or of what a job found.
let previewRows = FoundList<PreviewRow>(
    Words("核对的行", "Rows looked through"), file: "import-rows",
    columns: [
        ListColumn("row", Words("行", "Row"), .figure, unit: Words("行", "row"), text: { row, _ in String(row.row) }),
        ListColumn("name", Words("名称或列", "Name, or column"), .lead, text: { row, ask in ask.say(row.name) }),
        ListColumn("text", Words("内容", "Content"), .below, text: { row, ask in ask.say(row.text) }) { row, _ in
            row.told ?? .words(row.text)
        },
    ],
    fields: [
        ListField("preview", Words("核对编号", "Number of the job")), ListField("draft", Words("表单编号", "Code of the form")),
        ListField("show", Words("明细", "List")),
    ], hasAsOf: false
) { ask in
    guard let show = PreviewRow.Show(rawValue: ask.query["show"] ?? "new") else { throw NotFound(context: ask.context) }
    let preview: ImportPreview
    var crumbs = [Frame.Crumb(Words("名单导入", "Import from a file"), "/import")]
    if let code = ask.query["preview"] {
        guard let job = try ask.reading.one(KeptJob.self, code, for: ask.reader), job.work == PreviewJob.work,
            let kept = try ask.jobs?.kept(by: code)
        else { throw NotFound(context: ask.context) }
        preview = try JSONDecoder().decode(ImportPreview.self, from: Data(kept))
        crumbs.append(Frame.Crumb(PreviewPage.words, "/import/previews/\(code)"))
    } else if let code = ask.query["draft"] {
        guard let looked = try ImportDraft.looked(code, ask) else { throw NotFound(context: ask.context) }
        preview = looked.1
        crumbs.append(Frame.Crumb(Words("返回修改", "Back to the form"), "/import?draft=\(code)"))
    } else {
        // Of no file there are none.
        preview = ImportPreview(kind: .persons)
    }
    let (rows, count) = preview.rows(show)
    var found = FoundRows(rows)
    found.title = show.words
    found.crumbs = crumbs
    found.remark = .group([
        .p(.text(preview.file)),
        .when(
            count > rows.count,
            .p(
                .class("quiet"),
                .say("共\(count)行，这里是前\(rows.count)行。", "The first \(rows.count) of \(count) rows."))),
    ])
    found.empty = .init(Words("没有这样的行", "No such rows"), Words("", ""))
    return found
}
