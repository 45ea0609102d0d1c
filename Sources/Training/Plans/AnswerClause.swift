public import PlanLanguage
public import Plans
public import Storage
public import Vocabulary

/// Answers what an open clause asks (认定), or changes an earlier answer: the next edition, of the same text.
public struct AnswerClause: Sendable {
    public var answer: BindingAnswer
    /// First day of the new edition; nil: the same as the latest edition's, so that past windows are judged by it too.
    public var inForce: Day?

    public init(_ answer: BindingAnswer, inForce: Day? = nil) {
        self.answer = answer
        self.inForce = inForce
    }

    @discardableResult
    public func perform(in database: Database, by: String, on today: Day) throws -> PlanEdition {
        try database.write(by: by) { transaction in
            guard let latest = try transaction.latestEdition() else { throw PlanRefused.noEdition }
            var answers = try PlanAnswers(text: latest.answers)
            answers.bindings.answers.removeAll { $0.task == answer.task && $0.quote == answer.quote }
            answers.bindings.answers.append(answer)
            let compiled = PlanCompiler(lexicon: try .extended(by: answers.lexicon)).compile(text: latest.edition.text)
            let (edition, findings) = compiled.edition(
                number: try transaction.nextEditionNumber(), inForce: inForce ?? latest.edition.inForce,
                publishedOn: today, bindings: answers.bindings)
            let errors = findings.filter { $0.severity == .error }
            guard errors.isEmpty else { throw PlanRefused.answersUnusable(errors) }
            try transaction.add(StoredEdition(edition, answers: try answers.text()))
            return edition
        }
    }
}
