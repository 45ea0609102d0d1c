import Exchange
import LedgerEngine
import Plans
import Records
import Storage
import Vocabulary

/// The plan itself, with live figures at its clauses.
struct PlanModel {
    let view: LedgerView
    let document: PlanDocument
    let editions: [EditionSummary]

    init(_ view: LedgerView, editions: [EditionSummary]) {
        self.view = view
        self.editions = editions
        document = PlanDocument(
            view.edition, unitNames: view.directory.linkedUnits.map { ($0.code, $0.name) })
    }

    func html(_ context: PageContext) -> HTML {
        let open = view.edition.obligations.filter { !$0.executable }
        return Frame(
            title: view.edition.title,
            remark: .init(
                text: context.say(
                    "第 \(view.edition.number) 版 · \(view.edition.inForce.iso) 起执行 · \(view.edition.tasks.count) 项任务 · \(view.edition.obligations.count) 条量化要求",
                    "Edition \(view.edition.number), in force from \(view.edition.inForce.iso) · \(view.edition.tasks.count) tasks · \(view.edition.obligations.count) obligations"
                ),
                address: context.link("/plan/editions")), room: .plan
        ).html(
            context,
            .when(
                !open.isEmpty,
                div(
                    .class("flash struck"),
                    .text(
                        context.say(
                            "有 \(open.count) 条要求待认定，认定后才能计算：",
                            "\(open.count) clauses need a ruling before they can be counted: ")),
                    a(.href(context.link("/plan/questions")), .text(context.say("逐条认定", "rule on them"))))),
            element("article", [.class("doc"), .each(document.paragraphs) { paragraph($0, context) }]))
    }

    private func paragraph(_ paragraph: PlanDocument.Paragraph, _ context: PageContext) -> HTML {
        let anchor: HTML = paragraph.task.map { .id("task-\($0)") } ?? .nothing
        switch paragraph.level {
        case .part: return h2(anchor, text(paragraph, context))
        case .task: return h3(anchor, text(paragraph, context))
        case .text:
            return div(
                .class("part"), anchor, p(.class("text"), text(paragraph, context)),
                .when(
                    !paragraph.clauses.isEmpty,
                    aside(
                        .label(
                            context.say("要求", "Requirements ")
                                + paragraph.clauses.joined(separator: context.say("、", ", "))),
                        .each(paragraph.clauses) { note($0, context) })))
        }
    }

    private func text(_ paragraph: PlanDocument.Paragraph, _ context: PageContext) -> HTML {
        .each(paragraph.pieces) { piece in
            switch piece {
            case .plain(let text): return .text(text)
            case .unit(let code, let name): return a(.href(context.link(toUnit: code)), .text(name))
            case .clause(let id, let text, _):
                let standing = view.whole(id)?.standing ?? .needsRuling
                return mark(
                    .class(standing.rawValue), .id("clause-\(id)"),
                    a(.href(address(id, context)), .text(text), element("sup", [.text(id)])))
            }
        }
    }

    private func note(_ id: String, _ context: PageContext) -> HTML {
        guard let obligation = view.obligation(id) else { return .nothing }
        let entry = view.whole(id)
        let standing = entry?.standing ?? .needsRuling
        return a(
            .class("note \(standing.rawValue)"), .href(address(id, context)), span(.class("no"), .text(id)),
            StandingMark.word(standing, context.language), " ",
            b(.text(entry.map { view.figure($0, context.language) } ?? "")),
            span(
                .class("what"),
                .text(
                    obligation.question.map { QuestionText.sentence($0, in: context.language) }
                        ?? view.sentence(obligation, context.language))))
    }

    private func address(_ id: String, _ context: PageContext) -> String {
        guard let entry = view.whole(id), entry.standing != .needsRuling else {
            return context.link("/plan/clauses/\(Query.encoded(id))")
        }
        return context.link(to: entry)
    }

    /// The list of editions, newest first.
    func editionsHTML(_ context: PageContext) -> HTML {
        Frame(
            title: context.say("方案版本", "Editions"),
            crumbs: [.init(text: context.say("方案", "Plan"), address: context.link("/plan"))], room: .plan
        ).html(
            context,
            card(
                nil,
                table(
                    .class("data"),
                    thead(
                        tr(
                            th(.text(context.say("版本", "Edition"))), th(.text(context.say("名称", "Title"))),
                            th(.text(context.say("执行日期", "In force from"))),
                            th(.text(context.say("发布日期", "Published"))))),
                    tbody(
                        .each(editions.reversed()) { edition in
                            tr(
                                td(
                                    .attribute("data-title", context.say("版本", "Edition")),
                                    .text(String(edition.number))),
                                td(
                                    .attribute("data-title", context.say("名称", "Title")),
                                    a(
                                        .href(context.here(("asOf", max(edition.inForce, context.asOf).iso))),
                                        .text(edition.title))),
                                td(
                                    .attribute("data-title", context.say("执行日期", "In force")),
                                    .text(edition.inForce.iso)),
                                td(
                                    .attribute("data-title", context.say("发布日期", "Published")),
                                    .text(edition.publishedOn.iso)))
                        }))),
            card(
                context.say("设置不计的要求", "Set aside"),
                view.edition.dismissed.isEmpty
                    ? p(.class("quiet"), .text(context.say("没有被设为不计的要求。", "No clause was set aside.")))
                    : ul(
                        .each(view.edition.dismissed) { item in
                            li(.text("\(item.task) “\(item.quote)” — \(item.reason)"))
                        })))
    }

    /// Open clauses with their questions.
    func questionsHTML(_ context: PageContext) -> HTML {
        let open = view.edition.obligations.filter { !$0.executable }
        return Frame(
            title: context.say("待认定的要求", "Clauses that need a ruling"),
            crumbs: [.init(text: context.say("方案", "Plan"), address: context.link("/plan"))], room: .plan
        ).html(
            context,
            card(
                nil,
                open.isEmpty
                    ? emptyState(
                        context.say("没有待认定的要求", "No clause is open"),
                        context.say("方案中的量化要求都可以计算。", "Every quantified clause can be counted."))
                    : ul(
                        .class("due"),
                        .each(open) { obligation in
                            li(
                                span(.text(obligation.id)),
                                span(
                                    a(
                                        .href(context.link("/plan/clauses/\(Query.encoded(obligation.id))")),
                                        .text("“\(obligation.quote)”")),
                                    small(
                                        .class("quiet"),
                                        .text(
                                            obligation.question.map { QuestionText.sentence($0, in: context.language) }
                                                ?? ""))),
                                StandingMark.word(.needsRuling, context.language))
                        })))
    }
}
