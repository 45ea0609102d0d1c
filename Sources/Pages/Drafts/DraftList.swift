import Accounts
import Foundation
import Storage
import Store
import Vocabulary

/// What somebody began to fill in: by form, by what it is about, since when.
struct DraftList {
    /// Addresses that have forms.
    let forms: [Route]

    func page(_ ask: Ask) throws -> Page {
        let drafts = try ask.reading.formDrafts(of: ask.reader)
        let left = try ask.reading.draftsLeft(to: ask.reader, on: ask.today)
        var page = Page(
            Words("未提交的表单", "Unsent forms"),
            .sheet(
                try leftBehind(left, ask),
                drafts.isEmpty
                    ? .emptyState(
                        Words("没有未提交的表单", "No form waits to be sent"),
                        .say(
                            "填写时点“暂存”，或到了核对一步，表单就保存在这里。",
                            "A form is kept here once you press “Keep as draft”, or come to check it."))
                    : .section(
                        .data(
                            .say("未提交的表单", "Unsent forms"),
                            [
                                DataHead(.say("表单", "Form"), .lead), DataHead(.say("内容", "About"), .meta),
                                DataHead(.say("上次修改", "Changed"), .meta),
                                DataHead(.say("保留至", "Kept until"), .meta), DataHead(.say("操作", "Acts"), .below),
                            ], try drafts.map { try line($0, ask) }, count: drafts.count))))
        page.sentence = .say(
            "填写到一半的表单保留\(FormDraft.daysKept)天，从上次修改算起，过后自动清理；提交后不再列出。",
            "A form that is not sent is kept for \(FormDraft.daysKept) days after its last change, and then taken away by itself."
        )
        return page
    }

    /// What those who had the post before have left, each with its act.
    private func leftBehind(_ left: [FormDraft], _ ask: Ask) throws -> HTML {
        guard !left.isEmpty else { return .nothing }
        return .part(
            Words("前任留下的表单", "Left by those who had this post"), id: "left",
            aside: .say("接手后由您继续填写", "Taken over, they are yours to go on with"),
            .data(
                .say("前任留下的表单", "Left by those who had this post"),
                [
                    DataHead(.say("表单", "Form"), .lead), DataHead(.say("内容", "About"), .meta),
                    DataHead(.say("留下的人", "Left by"), .meta), DataHead(.say("上次修改", "Changed"), .meta),
                    DataHead(.say("保留至", "Kept until"), .meta), DataHead(.say("操作", "Act"), .below),
                ],
                try left.map { draft in
                    [
                        .words(words(of: draft)), .text(about(draft)), .text(try ask.naming.accountName(draft.account)),
                        try ask.moment(draft.changedAt),
                        .day(try ask.siteTime.day(of: draft.changedAt) + FormDraft.daysKept),
                        .act("/drafts/\(draft.code)/take", Words("接手", "Take over"), .small),
                    ]
                }))
    }

    func takePage(_ draft: FormDraft, _ ask: Ask) throws -> Page {
        ConfirmPage(
            Words("接手未提交的表单", "Take an unsent form over"), crumbs: [.init(Words("未提交的表单", "Unsent forms"), "/drafts")],
            consequence: .say(
                "接手后由您继续填写和提交，操作日志记下由谁留下、由谁接手。",
                "It is yours then to go on with and to send; the journal tells who left it and who took it over."),
            facts: [
                Fact(Words("表单", "Form"), .words(words(of: draft))), Fact(Words("内容", "About"), .text(about(draft))),
                Fact(Words("留下的人", "Left by"), .text(try ask.naming.accountName(draft.account))),
                Fact(Words("上次修改", "Changed"), try ask.moment(draft.changedAt)),
            ], sendTo: "/drafts/\(draft.code)/take", act: Words("接手", "Take over"), back: "/drafts"
        ).page
    }

    func discardPage(_ draft: FormDraft, _ ask: Ask) throws -> Page {
        ConfirmPage(
            Words("放弃表单", "Give a form up"), crumbs: [.init(Words("未提交的表单", "Unsent forms"), "/drafts")],
            consequence: .say("放弃后，已填写的内容不再保留，不能恢复。", "What was filled in is gone then and cannot be had back."),
            facts: [
                Fact(Words("表单", "Form"), .words(words(of: draft))), Fact(Words("内容", "About"), .text(about(draft))),
                Fact(Words("上次修改", "Changed"), try ask.moment(draft.changedAt)),
            ], sendTo: "/drafts/\(draft.code)/discard", act: Words("放弃", "Give up"), isFinal: true, back: "/drafts"
        ).page
    }

    private func line(_ draft: FormDraft, _ ask: Ask) throws -> [HTML] {
        let words = words(of: draft)
        let address = "\(draft.form)?draft=\(draft.code)"
        let leftBy = try draft.leftBy.map { try ask.naming.accountName($0) }
        return [
            route(of: draft) == nil ? .words(words) : .link(address, .words(words)),
            .group([
                .text(about(draft)),
                leftBy.map { .small(.class("quiet"), .say("由\($0)留下", "left by \($0)")) } ?? .nothing,
            ]),
            try ask.moment(draft.changedAt), .day(try ask.siteTime.day(of: draft.changedAt) + FormDraft.daysKept),
            .acts(
                route(of: draft) == nil ? .nothing : .act(address, Words("继续填写", "Go on"), .small),
                .act("/drafts/\(draft.code)/discard", Words("放弃", "Give up"), .small)),
        ]
    }

    private func route(of draft: FormDraft) -> Route? {
        let parts = draft.form.split(separator: "/")
        return forms.first { $0.matches(parts) }
    }

    private func words(of draft: FormDraft) -> Words {
        route(of: draft)?.about.words ?? Words("已停用的表单", "A form that is no longer in use")
    }

    /// The record that it changes, and what was typed as its name.
    private func about(_ draft: FormDraft) -> String {
        let pairs = zip(draft.form.split(separator: "/"), (route(of: draft)?.path ?? "").split(separator: "/"))
        let record = pairs.first { $1 == ":code" }.map { String($0.0) }
        let typed = Query(parsing: draft.fields)
        let name = ["title", "name", "measure", "reason"].lazy.compactMap { typed[$0] }.first
        let short = name.map { $0.count > 40 ? $0.prefix(40) + "…" : $0[...] }
        return [record, short.map(String.init)].compactMap { $0 }.joined(separator: " ")
    }

}
