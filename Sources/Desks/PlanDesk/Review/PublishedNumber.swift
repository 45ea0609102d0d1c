import Exchange
public import Pages
public import PlanLanguage
import Plans
public import Storage
public import Store
import Training
import Vocabulary

/// A number of the plan in force that obliges nothing: its form makes it an obligation, in a new edition.
struct PublishedNumber {
    let edition: PlanEdition
    let number: PassedOver

    /// Throws `NotFound` where no such number stands in the plan in force.
    init(_ ask: Ask) throws {
        guard let place = ask.parts["place"].flatMap({ Int($0) }),
            let stored = try ask.reading.edition(inForceOn: ask.today),
            let number = try stored.passedOver.first(where: { $0.place.start == place })
        else { throw NotFound(context: ask.context) }
        edition = stored.edition
        self.number = number
    }

    func binding(_ answer: ClauseAnswer) -> Result<BindingAnswer, PlanProblem> {
        answer.binding(task: number.task, quote: number.quote, understood: number.rule, isNumber: true)
    }

    /// Why it obliges nothing, with the paragraph around it.
    func opening(_ ask: Ask) -> HTML {
        .group([
            PlanMarks(edition, [number], ask.context.language).paragraph(around: number.place.start),
            .p(
                .b(.text("“\(number.quote)” ")), .say("没有列入：", "obliges nothing: "),
                .text(number.reason.text(in: ask.context.language))),
        ])
    }
}

extension StoredEdition {
    /// Its numbers that oblige nothing, without those that somebody made obligations.
    public var passedOver: [PassedOver] {
        get throws {
            let answers = try PlanAnswers(text: answers)
            let compiled = PlanCompiler(lexicon: try .extended(by: answers.lexicon)).compile(text: edition.text)
            let made = Set(edition.obligations.map(\.place.start))
            return compiled.passedOver.filter { !made.contains($0.place.start) }
        }
    }
}

extension Routes {
    mutating func publishedNumbers() {
        var flow = FormFlow(
            Words("列为量化要求", "Make it an obligation"), ClauseAnswer.publishedForm
        ) { ask in
            var answer = ClauseAnswer()
            answer.rule = TypedRule(try PublishedNumber(ask).number.rule)
            answer.inForce = ask.today
            return answer
        } act: { answer, ask in
            let found = try PublishedNumber(ask)
            switch found.binding(answer) {
            case .success(let binding):
                return AnswerClause(binding, edition: found.edition.number, inForce: answer.inForce)
            case .failure(let problem): throw Refused([problem])
            }
        } then: { _ in
            "/plan"
        }
        flow.refusals = { answer, ask in
            if case .failure(let problem) = try PublishedNumber(ask).binding(answer) { [problem] } else { [] }
        }
        flow.refusal = { error, _, _ in
            guard let refused = error as? PlanRefused else { return nil }
            let problem = PlanProblem.plan(refused)
            return [FormProblem(problem.field, problem.words)]
        }
        flow.opening = { try PublishedNumber($0).opening($0) }
        flow.crumbs = { _ in [Frame.Crumb(Words("方案", "Plan"), "/plan")] }
        form("/plan/numbers/:place", flow)
    }
}

extension Ask {
    /// The file that an edition was read from; nil where it was not handed in as one.
    public func originalFile(ofEdition number: Int) throws -> EvidenceFile? { try original(ofEdition: number)?.file }
}
