import Pages
import Store
import Vocabulary

extension ImportJob {
    /// Throws `ImportRefused` where the file is gone.
    init(_ draft: ImportDraft, _ store: EvidenceStore?) throws {
        guard let file = draft.file, let store, store.holds(file) else { throw ImportRefused.isGone }
        self.init(
            kind: draft.kind.rawValue, name: file.name, path: store.path(of: file.hash),
            sheet: draft.sheet.isEmpty ? nil : draft.sheet, since: draft.since, goodRows: draft.rows == .good)
    }
}

extension ImportDraft {
    /// Templates, one for each kind.
    static let templates: HTML = .section(
        .class("sheet"),
        .section(
            .p(
                .say("可下载模板填写，也可以直接用现有的表格：", "Fill in a template, or hand in a table of your own: "),
                .each(ImportKind.allCases) { kind in
                    .group([.link("/import/templates/\(kind.rawValue)", kind.words), "　"])
                }),
            .p(
                .class("quiet"),
                .say(
                    "先核对，确认后才写入；同一份文件再导入一次不会重复，文件里没有的不会删除。",
                    "You look at what would be done first. The same file again changes nothing, and nothing is removed."
                ))))

    /// What keeps the file from being read at all.
    func problems(_ unread: Set<String>, _ ask: Ask) throws -> [FormProblem] {
        guard !unread.contains("file"), file != nil else { return [] }
        do {
            let request = try request(ask.evidence)
            _ = try ImportHead.found(in: try ImportSource([UInt8](request.bytes)), of: kind, sheet: request.sheet)
            return []
        } catch let refused as ImportRefused {
            return [FormProblem("file", refused.words)]
        }
    }

    /// What would be done.
    func preview(_ ask: Ask) throws -> HTML {
        let preview = try ImportPlan(try request(ask.evidence), in: ask.reading, today: ask.today).preview
        let isRefused = !preview.wrong.isEmpty && rows == .all
        return .group([
            .p(
                .class(isRefused ? "warn bad" : "warn good"), .attribute("role", "status"),
                .words(preview.summary),
                .when(
                    isRefused,
                    .say(
                        "有行有误，按现在的选择全部不导入。请改好文件重新上传，或返回修改，选“只导入无误的行”。",
                        " Rows are wrong, so none is taken as chosen. Mend the file, or go back and choose to take the rows that are right."
                    ))),
            preview.html(wrongRows: nil),
        ])
    }
}
