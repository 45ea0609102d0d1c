public import PlanLanguage
public import Plans
public import Storage
public import Vocabulary

/// Answers what an open clause asks (认定), or changes an earlier answer: the next edition, of the same text.
public struct AnswerClause: Sendable {
    public var answer: BindingAnswer
    /// Number of the edition whose clause is answered; nil: the latest.
    public var edition: Int?
    /// First day of the new edition; nil: the same as the answered edition's, so that past windows are judged by it too.
    public var inForce: Day?

    public init(_ answer: BindingAnswer, edition: Int? = nil, inForce: Day? = nil) {
        self.answer = answer
        self.edition = edition
        self.inForce = inForce
    }

    @discardableResult
    public func perform(in database: Database, by: String, on today: Day) throws -> PlanEdition {
        try database.write(by: by) { transaction in
            let answered = try edition.map(transaction.edition(number:)) ?? transaction.latestEdition()
            guard let answered else { throw PlanRefused.noEdition }
            var answers = try PlanAnswers(text: answered.answers)
            let earlier = answers.bindings.answers.last { $0.task == answer.task && $0.quote == answer.quote }
            answers.bindings.answers.removeAll { $0.task == answer.task && $0.quote == answer.quote }
            answers.bindings.answers.append(earlier.map(answer.following) ?? answer)
            let compiled = PlanCompiler(lexicon: try .extended(by: answers.lexicon)).compile(
                text: answered.edition.text)
            let (next, findings) = compiled.edition(
                number: try transaction.nextEditionNumber(), inForce: inForce ?? answered.edition.inForce,
                publishedOn: today, bindings: answers.bindings)
            let errors = findings.filter { $0.severity == .error }
            guard errors.isEmpty else { throw PlanRefused.answersUnusable(errors) }
            try transaction.add(StoredEdition(next, answers: try answers.text()))
            return next
        }
    }
}
