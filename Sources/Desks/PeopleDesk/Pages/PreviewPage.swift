import Foundation
import Pages
import Store
import Vocabulary

/// A file that is looked through beside the pages: how far it has come, then what an import of it would do, to be confirmed.
enum PreviewPage {
    static let path = "/import/previews/:code"
    static let words = Words("核对名单导入", "Look an import through")

    static func page(_ ask: Ask) throws -> Page {
        let job = try ask.one(KeptJob.self)
        guard job.work == PreviewJob.work else { throw NotFound(context: ask.context) }
        let given = try JSONDecoder().decode(PreviewJob.self, from: Data(job.given.utf8))
        let crumbs = [Frame.Crumb(Words("名单导入", "Import from a file"), "/import")]
        guard job.state == .done else {
            var page = Page(words, crumbs: crumbs, .sheet(.section(waiting(job, given))))
            page.refresh = job.state.isEnd ? nil : 1
            return page
        }
        guard let kept = try ask.jobs?.kept(by: job.code) else {
            return Page(
                words, crumbs: crumbs,
                .sheet(
                    .section(
                        .warning(
                            .behind,
                            .say("核对结果已过保存期，请重新核对。", "What was found is no longer kept: look it through again.")),
                        back(given))))
        }
        let preview = try JSONDecoder().decode(ImportPreview.self, from: Data(kept))
        let isOpen = try ask.reading.formDraft(given.draft, of: ask.reader).map { $0.sentTo == nil } ?? false
        let draft = isOpen ? given.draft : nil
        let wrong = job.end.fileName.isEmpty ? nil : "/jobs/\(job.code)/file"
        return Page(
            words, crumbs: crumbs,
            .sheet(
                preview.html(
                    goodRows: given.given.goodRows, wrongRows: wrong, rows: "/import/rows?preview=\(job.code)",
                    draft: draft),
                .section(
                    .facts([
                        Fact(Words("文件", "File"), .text(given.given.name)),
                        Fact(Words("导入内容", "What its rows are"), .words(preview.kind.words)),
                    ])), .section(try confirming(given, preview.isDoable(goodRows: given.given.goodRows), ask))))
    }

    static let open = Words("待确认的导入", "Imports to be confirmed")

    /// Those that were looked through and wait for a word.
    static func list(_ ask: Ask) throws -> Page {
        let jobs = try ask.all(KeptJob.self, where: PreviewJob.isOpen(for: ask.reader), order: "begun_at desc")
        return Page(
            open, crumbs: [Frame.Crumb(Words("名单导入", "Import from a file"), "/import")],
            .sheet(
                jobs.isEmpty
                    ? .emptyState(
                        Words("没有待确认的导入", "Nothing to be confirmed"),
                        .say("较大的文件核对完毕后，在这里等您确认或放弃。", "Large files that were looked through wait here."))
                    : .section(
                        .rows(
                            try jobs.map {
                                Row(
                                    .link("/import/previews/\($0.code)", $0.words), when: try ask.moment($0.endedAt),
                                    act: .words($0.end.words))
                            }))))
    }

    private static func waiting(_ job: KeptJob, _ given: PreviewJob) -> HTML {
        guard !job.state.isEnd else {
            return .group([
                .warning(.bad, .words(job.end.words.zh.isEmpty ? job.state.words : job.end.words)), back(given),
            ])
        }
        let read = job.progress.done
        return .group([
            .p(
                .attribute("role", "status"),
                job.isCancelAsked
                    ? .say("正在取消。", "Being cancelled.")
                    : .say(
                        "文件较大，正在后台核对\(read > 0 ? "，已读\(read)行" : "")。本页会自动更新，也可以离开，核对完后在“后台办理”查看。",
                        "The file is large and is looked through beside the pages\(read > 0 ? "; \(read) rows so far" : ""). This page reloads itself; what comes of it stands under “Jobs” too."
                    )),
            .when(
                !job.isCancelAsked,
                .form(
                    .attribute("method", "post"), .action("/jobs/\(job.code)/cancel"), PageContext.once,
                    .p(.class("btns"), .submit(Words("取消核对", "Cancel"), .outlined)))),
        ])
    }

    /// The button that does it; in its place where the form led, where it was sent already.
    private static func confirming(_ given: PreviewJob, _ isDoable: Bool, _ ask: Ask) throws -> HTML {
        guard let draft = try ask.reading.formDraft(given.draft, of: ask.reader) else {
            return .p(
                .say("这次导入已放弃，或已过保存期。", "It was thrown away, or is no longer kept."), " ",
                .act("/import", Words("重新导入", "Begin anew")))
        }
        if let sent = draft.sentTo {
            return .p(
                .say("这份文件已确认导入：", "It was confirmed: "),
                .a(.href(sent), .say("查看结果", "see what came of it")))
        }
        return .group([
            isDoable ? draft.confirming(Words("确认导入", "Import"), at: "/import") : back(given),
            .form(
                .attribute("method", "post"), .action("/import"),
                .input(.type("hidden"), .name("draft"), .value(given.draft)),
                .p(
                    .class("btns"),
                    .submit(Words("放弃这次导入", "Throw it away"), .danger, name: "step", value: "discard"))),
        ])
    }

    private static func back(_ given: PreviewJob) -> HTML {
        .p(.act("/import?draft=\(given.draft)", Words("返回修改", "Back to the form")))
    }
}
