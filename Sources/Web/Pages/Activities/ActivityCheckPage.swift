import Books
import LedgerEngine
import Pages
import Plans
import Records
import Training
import Vocabulary

/// Check your answers: what will be saved, what a correction changes, and what it will count for.
struct ActivityCheckPage {
    let form: ActivityForm
    let draft: ActivityDraft
    let lines: [PreviewLine]
    let view: LedgerView?
    let clashes: ClashList

    func html(_ context: PageContext) -> HTML {
        let directory = form.directory
        let facts = ActivityFacts(directory: directory, kinds: form.kinds)
        let activity = draft.activity(code: "", recorded: form.today)
        var rows = facts.rows(activity, context).map { ($0.title, HTML.text($0.text)) }
        if form.correcting != nil {
            rows.insert((context.say("更正理由", "Why it is corrected"), .text(form.typed["reason"] ?? "")), at: 0)
        }
        return Frame(
            title: form.correcting.map { context.say("核对后更正\($0)", "Check before correcting \($0)") }
                ?? context.say("核对后保存", "Check before saving"),
            crumbs: [.init(text: directory.unitName(draft.organiser), address: context.link(toUnit: draft.organiser))],
            hasAsOf: false
        ).html(
            context, clashes.html(context), changes(facts, context),
            div(
                .class("grid two"), card(context.say("将要保存", "To be saved"), summaryList(rows)),
                card(
                    context.say("保存后将计入", "Once saved it counts for"),
                    view.map {
                        EffectList(lines: lines, view: $0).html(
                            context,
                            none: context.say(
                                "方案中没有与这类活动对应的要求，仍可保存。",
                                "No obligation counts this kind of activity; it can still be put on record.")
                        )
                    } ?? p(.text(context.say("还没有方案。", "There is no plan yet."))))),
            DraftParticipants(
                participants: draft.participants, kind: draft.kind, day: draft.to, directory: directory,
                kinds: form.kinds
            ).html(context), buttons(context))
    }

    private func changes(_ facts: ActivityFacts, _ context: PageContext) -> HTML {
        guard let code = form.correcting, let old = facts.directory.activity(code) else { return .nothing }
        let recorded = facts.directory.participations(in: code, knownAt: nil)
        return DraftChanges(from: old, recorded, to: draft, facts, context).html(context)
    }

    private func buttons(_ context: PageContext) -> HTML {
        HTML.element(
            "form",
            [
                .attribute("method", "post"), .attribute("action", context.link(form.action)), PageContext.once,
                hiddenFields(
                    Query(form.typed.items.filter { !["step", "once"].contains($0.name) }.map { ($0.name, $0.value) })),
                div(
                    .class("btns"),
                    button(
                        .class("btn primary"), .type("submit"), .name("step"), .value("save"),
                        .text(context.say("确认提交", "Save"))),
                    button(
                        .class("btn"), .type("submit"), .name("step"), .value("edit"),
                        .text(context.say("返回修改", "Change something")))),
            ])
    }
}
