import Formats
import Pages
import Store
import Vocabulary

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
                )),
            .p(
                .link("/import/files", ImportPages.words), "　",
                .link("/import/names", Words("自定列名", "Names of columns")))))

    /// What keeps it from being read at all.
    func problems(_ unread: Set<String>, _ ask: Ask) throws -> [FormProblem] {
        guard !unread.contains("file") else { return [] }
        let field = isPasted ? "cells" : "file"
        guard file != nil || isPasted else {
            return [FormProblem("file", Words("请选择文件，或粘贴单元格", "Choose a file, or paste cells"))]
        }
        if file != nil, isPasted {
            return [
                FormProblem(
                    "cells", Words("文件和粘贴的单元格只能用一种，请清空这一栏或另开一份", "Either a file or cells: empty this, or begin anew"))
            ]
        }
        do {
            let request = try request(ask.evidence)
            _ = try request.head(in: ask.reading)
            return []
        } catch let refused as ImportRefused {
            // Then its columns are chosen first.
            if refused.isOfColumns { return [] }
            return [FormProblem(field, refused.words)]
        }
    }

    /// What would be done.
    func preview(_ ask: Ask) throws -> HTML {
        try looked(ask).html(
            goodRows: rows == .good, wrongRows: ask.checkedDraft.map { "/import/wrong?draft=\($0)" },
            rows: ask.checkedDraft.map { "/import/rows?draft=\($0)" }, draft: ask.checkedDraft)
    }

    /// The same as a value: a page asks for it more than once.
    func looked(_ ask: Ask) throws -> ImportPreview {
        try ask.naming.once("import preview") {
            try ImportPlan(try request(ask.evidence), in: ask.reading, today: ask.today).preview
        }
    }

    /// The wrong rows of a draft that was looked through on its check page, with the reasons, as a workbook.
    static func wrongRows(_ ask: Ask) throws -> Answered {
        guard let code = ask.query["draft"], let (request, preview) = try looked(code, ask) else {
            throw NotFound(context: ask.context)
        }
        return .file(
            try preview.wrongRows(of: request, in: ask.context.language).bytes(), type: ImportFiles.workbook,
            name: "wrong-rows.xlsx", shown: ask.say("有误的行.xlsx", "wrong-rows.xlsx"))
    }

    /// A draft that is small enough to be looked through while its reader waits; nil: there is none.
    static func looked(_ code: String, _ ask: Ask) throws -> (ImportRequest, ImportPreview)? {
        guard let kept = try ask.reading.formDraft(code, of: ask.reader), kept.sentTo == nil else { return nil }
        let (draft, _) = try form.read(Query(parsing: kept.fields), into: ImportDraft(), ask.naming)
        do {
            let request = try draft.request(ask.evidence)
            guard try request.isSmall(in: ask.reading) else { return nil }
            return (request, try ImportPlan(request, in: ask.reading, today: ask.today).preview)
        } catch is ImportRefused {
            return nil
        }
    }

    /// Where it is looked through instead, as it would take too long here.
    func aside(_ code: String, _ sent: Sent) throws -> String? {
        let request = try request(sent.evidence)
        do { _ = try sent.database.read { try request.head(in: $0) } } catch let refused as ImportRefused
            where refused.isOfColumns
        {
            return ColumnsPage.address(code)
        }
        guard let jobs = sent.jobs, try !sent.database.read({ try request.isSmall(in: $0) }) else { return nil }
        let job = PreviewJob(given: try given(sent.evidence), draft: code)
        let kept = try jobs.begin(job, by: sent.reader, on: sent.context.today)
        return "/import/previews/\(kept.code)"
    }
}

extension ImportRequest {
    /// Where the headings stand. Throws `ImportRefused`.
    func head(in reading: some Reading) throws -> ImportHead? {
        guard let kind = ImportKind(rawValue: kind) else { return nil }
        return try ImportHead.found(in: try source, of: kind, sheet: sheet, named: try reading.ownColumns(of: kind)).0
    }
}
