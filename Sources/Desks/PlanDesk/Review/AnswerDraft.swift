import Exchange
import Pages
import PlanLanguage
import Plans
import Spelling
import Storage
import Store
import Training
import Vocabulary

/// Answers one clause of a draft (复核): it stands, is left out, or a number is made an obligation. Nothing is published by it.
struct AnswerDraft: Act {
    static let right = Right.plan
    static let isTownWide = true
    static let words = Words("复核方案稿", "Clause of a draft answered")
    static let mayStandAlready = true
    var draft: String
    /// Where in the text the clause or the number begins.
    var place: Int
    var answer: ClauseAnswer

    struct Answered {
        var draft: PlanDraft
        var place: Int
    }

    func perform(in t: ActTransaction) throws -> Answered {
        guard var kept = try t.one(PlanDraft.self, draft, for: t.reader) else { try t.refuse(PlanProblem.noSuchClause) }
        guard kept.stage == .open else { try t.refuse(PlanProblem.isClosed(kept.stage)) }
        let read = try DraftReading(kept, in: t, on: t.today)
        guard let binding = try binding(in: read, t) else { try t.refuse(PlanProblem.noSuchClause) }
        var answers = read.answers
        let earlier = answers.bindings.answers.last { $0.task == binding.task && $0.quote == binding.quote }
        let answer = earlier.map(binding.following) ?? binding
        if answer == earlier { return Answered(draft: kept, place: place) }
        answers.bindings.answers.removeAll { $0.task == binding.task && $0.quote == binding.quote }
        answers.bindings.answers.append(answer)
        let (edition, findings) = read.compiled.edition(
            number: 1, inForce: t.today, publishedOn: t.today, bindings: answers.bindings)
        let errors = findings.filter { $0.severity == .error }
        if !errors.isEmpty { try t.refuse(PlanProblem.plan(.answersUnusable(errors))) }
        if self.answer.decision == .adopt,
            let asked = edition.obligations.first(where: { $0.place.start == place })?.question
        {
            try t.refuse(PlanProblem.stillOpen(asked))
        }
        kept.answers = try answers.text()
        try t.update(kept)
        return Answered(draft: kept, place: place)
    }
}

extension AnswerDraft {
    /// The answer as an edition keeps it; nil where nothing stands at the place.
    fileprivate func binding(in read: DraftReading, _ t: ActTransaction) throws -> BindingAnswer? {
        let clause = read.compiled.obligations.first { $0.place.start == place }
        let number = read.compiled.passedOver.first { $0.place.start == place }
        guard let task = clause?.task ?? number?.task, let quote = clause?.quote ?? number?.quote else { return nil }
        switch answer.binding(task: task, quote: quote, understood: number?.rule, isNumber: clause == nil) {
        case .success(let binding): return binding
        case .failure(let problem): try t.refuse(problem)
        }
    }
}

extension ClauseAnswer {
    /// As an edition keeps it; or what is missing.
    func binding(
        task: String, quote: String, understood: Rule?, isNumber: Bool
    ) -> Result<BindingAnswer, PlanProblem> {
        var binding = BindingAnswer(task: task, quote: quote)
        if decision == .leaveOut, !isNumber {
            guard !reason.isEmpty else { return .failure(.noReason) }
            do { binding.dismiss = try PlanRefused.spelled(reason: reason) } catch { return .failure(.plan(error)) }
            return .success(binding)
        }
        if isNumber {
            guard let rule = rule.rule(from: understood) else { return .failure(.noFigure) }
            binding.obliges = rule
        }
        guard !activity.isEmpty else { return .failure(.noActivity) }
        guard !population.isEmpty else { return .failure(.noPopulation) }
        binding.activity = ActivityKind(rawValue: activity)
        binding.population = population
        if !answerable.isEmpty { binding.answerable = [answerable] }
        if !amount.isEmpty {
            do { binding.amount = try PlanRefused.amounts.number(amount) } catch { return .failure(.noAmount) }
        }
        return .success(binding)
    }
}
