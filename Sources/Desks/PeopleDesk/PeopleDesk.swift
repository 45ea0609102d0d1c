import Formats
public import Pages
import Storage
import Store
import Training
import Vocabulary

/// Units and people: what the files that exist bring in. Its entry stands in the menu beside units and people.
public let peopleDesk = Desk(
    Words("单位与人员", "Units and people"), nouns: [OwnColumn.self, DistinctPeople.self],
    migrations: [.ownColumns, .distinctPeople], entries: [],
    jobs: [ImportJob.self, PreviewJob.self, TakeBackJob.self],
    acts: [
        ImportRows.self, EndCategory.self, AddTeam.self, JoinTeam.self, LeaveTeam.self, AddRoster.self,
        EnterInRoster.self, RemoveFromRoster.self,
    ], waiting: { try PreviewJob.waiting($0) }
) { routes in
    routes.changes()
    routes.merging()
    routes.reshaping()
    routes.doneChanges()
    routes.columns()
    routes.importedFiles()
    var take = FormFlow(Words("名单导入", "Import from a file"), ImportDraft.form) { ask in
        var draft = ImportDraft()
        if try ask.reading.units().isEmpty { draft.kind = .units }
        return draft
    } act: { draft, ask in
        BeginJob(job: ImportJob(given: try draft.given(ask.evidence)))
    } then: {
        "/import/begun/\($0.code)"
    }
    take.submit = Words("确认导入", "Import")
    take.opening = { _ in ImportDraft.templates }
    take.look = { draft, unread, ask in try draft.problems(unread, ask) }
    take.remarks = { draft, ask in try draft.preview(ask) }
    take.isDoable = { draft, ask in try draft.looked(ask).isDoable(goodRows: draft.rows == .good) }
    take.aside = { draft, code, sent in try draft.aside(code, sent) }
    routes.form("/import", take)
    routes.page(PreviewPage.path, PreviewPage.words, right: ImportRows.right) { try PreviewPage.page($0) }

    routes.page("/import/previews", PreviewPage.open, right: ImportRows.right) { try PreviewPage.list($0) }
    routes.list("/import/rows", previewRows, right: ImportRows.right, door: .plain)

    routes.look(
        "/import/wrong", RouteAbout(Words("有误的行", "The wrong rows of a file that was looked through")),
        right: ImportRows.right
    ) { try ImportDraft.wrongRows($0) }
    routes.look(
        "/import/templates/:kind", RouteAbout(Words("导入模板", "A template to be filled in")), right: ImportRows.right
    ) { ask in
        guard let kind = ImportKind(rawValue: ask.parts["kind"] ?? "") else { throw NotFound(context: ask.context) }
        return .file(
            try kind.template(in: ask.context.language).bytes(), type: ImportFiles.workbook,
            name: "\(kind.rawValue).xlsx",
            shown: ask.say("\(kind.words.zh)导入模板.xlsx", "\(kind.rawValue).xlsx"))
    }
    // The worker hears of it at once, and the page of the job shows how far it has come.
    routes.look("/import/begun/:job", RouteAbout(Words("导入进度", "How far an import has come")), right: ImportRows.right)
    { ask in
        ask.jobs?.start()
        return .goTo(ask.context.link("/jobs/\(ask.parts["job"] ?? "")"))
    }
}
