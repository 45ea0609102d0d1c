import Books
import Exchange
import LedgerEngine
import Pages
import PlanLanguage
import Plans
import Records
import Vocabulary

/// The plan itself, with live figures at its clauses.
struct PlanModel {
    let view: LedgerView
    let document: PlanDocument

    /// Why the numbers oblige nothing that do not, by their places.
    let reasons: [Int: PassedOver.Reason]
    /// Whether whoever looks may make them oblige something.
    let mayAnswer: Bool

    init(_ view: LedgerView, passedOver: [PassedOver] = [], mayAnswer: Bool = false) {
        self.view = view
        self.mayAnswer = mayAnswer
        reasons = Dictionary(passedOver.map { ($0.place.start, $0.reason) }, uniquingKeysWith: { first, _ in first })
        document = PlanDocument(
            view.edition, unitNames: view.directory.linkedUnits(knownAt: view.live.knownAt).map { ($0.code, $0.name) },
            numbers: passedOver.map(\.place))
    }

    private var open: [Obligation] { view.edition.obligations.filter { !$0.executable } }

    func page(_ context: PageContext) -> Page {
        let edition = view.edition
        return Page(
            Words(edition.title, edition.title),
            crumbs: [
                Frame.Crumb(
                    Words(
                        "第\(edition.number)版 · \(edition.inForce.iso)起生效 · \(edition.tasks.count)项任务 · \(edition.obligations.count)条量化要求",
                        "Edition \(edition.number), in force from \(edition.inForce.iso) · \(edition.tasks.count) tasks · \(edition.obligations.count) obligations"
                    ), "/plan/editions")
            ], hasAsOf: true,
            .when(
                !open.isEmpty,
                .warning(
                    .behind, .say("有", ""), .link("/plan/questions", .count(open.count), .text(String(open.count))),
                    .say("条要求口径待明确，明确后才计入台账：", " clauses need clarifying before they can be counted: "),
                    .link("/plan/questions", .say("逐条明确", "clarify them")))),
            .element("article", [.class("doc"), .each(document.paragraphs) { paragraph($0, context) }]))
    }

    private func paragraph(_ paragraph: PlanDocument.Paragraph, _ context: PageContext) -> HTML {
        let anchor: HTML = paragraph.task.map { .id("task-\($0)") } ?? .nothing
        switch paragraph.level {
        case .part: return .h2(anchor, text(paragraph, context))
        case .task: return .h3(anchor, text(paragraph, context))
        case .text:
            return .div(
                .class("part"), anchor, .p(.class("text"), text(paragraph, context)),
                .when(
                    !paragraph.clauses.isEmpty,
                    .aside(
                        .ariaLabel(
                            Words(
                                "要求" + paragraph.clauses.joined(separator: "、"),
                                "Requirements " + paragraph.clauses.joined(separator: ", "))),
                        .each(paragraph.clauses) { note($0, context) })))
        }
    }

    private func text(_ paragraph: PlanDocument.Paragraph, _ context: PageContext) -> HTML {
        .each(paragraph.pieces) { piece in
            switch piece {
            case .plain(let text): return .text(text)
            // The clauses' own numbers would underline the beginning of every paragraph.
            case .number(let start, let text) where reasons[start] == .clauseNumber: return .text(text)
            case .number(let start, let text):
                let told = HTML.attribute("title", reasons[start]?.text(in: context.language) ?? "")
                return .span(
                    .class("passed"), .id("number-\(start)"),
                    mayAnswer
                        ? .a(.href(context.link("/plan/numbers/\(start)")), told, .text(text))
                        : .span(told, .text(text)))
            case .unit(let code, let name): return .a(.href(context.link(toUnit: code)), .text(name))
            case .clause(let id, let text, _):
                let standing = view.whole(id)?.standing ?? .needsRuling
                return .mark(
                    .class(standing.rawValue), .id("clause-\(id)"),
                    .a(.href(address(id, context)), .text(text), .element("sup", [.text(id)])))
            }
        }
    }

    private func note(_ id: String, _ context: PageContext) -> HTML {
        guard let obligation = view.obligation(id) else { return .nothing }
        let entry = view.whole(id)
        let standing = entry?.standing ?? .needsRuling
        let figure = entry.map { view.figure($0, context.language) } ?? ""
        return .a(
            .class("note \(standing.rawValue)"), .href(address(id, context)),
            standing == .needsRuling || entry.map(view.isSumOfRoots) == true ? .nothing : .entry(figure),
            .span(.class("no"), .text(id)),
            StandingMark.word(standing, context.language), " ", .b(.text(figure)),
            .span(
                .class("what"),
                .text(
                    obligation.question.map { QuestionText.sentence($0, in: context.language) }
                        ?? view.sentence(obligation, context.language))))
    }

    private func address(_ id: String, _ context: PageContext) -> String {
        guard let entry = view.whole(id), entry.standing != .needsRuling else {
            return context.link("/plan/clauses/\(Query.encoded(id))")
        }
        return context.link(toWhole: entry, in: view)
    }

    /// Open clauses with their questions.
    func questions(_ context: PageContext) -> Page {
        Page(
            Words("待明确的要求", "Clauses that need clarifying"), crumbs: [Frame.Crumb(Words("方案", "Plan"), "/plan")],
            hasAsOf: true,
            .sheet(
                open.isEmpty
                    ? .emptyState(
                        Words("没有待明确的要求", "No clause is open"),
                        .say("方案中的量化要求都可以计算。", "Every quantified clause can be counted."))
                    : .section(
                        .data(
                            .say("待明确的要求", "Clauses that need clarifying"),
                            [
                                DataHead(.say("编号", "Number"), .meta), DataHead(.say("要求", "Obligation"), .lead),
                                DataHead(.say("状态", "State"), .end),
                            ], open.map { question($0, context) }, count: open.count))))
    }

    private func question(_ obligation: Obligation, _ context: PageContext) -> [HTML] {
        [
            .text(obligation.id),
            .group([
                .link("/plan/clauses/\(Query.encoded(obligation.id))", .text("“\(obligation.quote)”")),
                .small(.text(obligation.question.map { QuestionText.sentence($0, in: context.language) } ?? "")),
            ]), StandingMark.word(.needsRuling, context.language),
        ]
    }
}
