public import PlanLanguage
public import Plans
import Spelling
import Storage
public import Store
public import Vocabulary

/// Answers what an open clause asks (明确口径), or changes an earlier answer: the next edition, of the same text.
public struct AnswerClause: Act {
    public static let right = Right.plan
    public static let words = Words("明确口径", "Clause answered")
    public static let isTownWide = true
    public static let mayStandAlready = true
    public var answer: BindingAnswer
    /// Number of the edition whose clause is answered; nil: the latest.
    public var edition: Int?
    /// First day of the new edition; nil: today, so that what was told of days before stays as it was told. Of a plan that is
    /// not in force today, its own first day.
    public var inForce: Day?

    public init(_ answer: BindingAnswer, edition: Int? = nil, inForce: Day? = nil) {
        self.answer = answer
        self.edition = edition
        self.inForce = inForce
    }

    /// An answer that stands already, word for word, makes no edition: the one that holds it is returned. So two clicks
    /// make one.
    public func perform(in t: ActTransaction) throws -> PlanEdition {
        let (transaction, today) = (t.writing, t.today)
        var answer = answer
        answer.dismiss = try answer.dismiss.map(PlanRefused.spelled(reason:))
        if let amount = answer.amount, !PlanRefused.amounts.bounds.contains(amount) {
            throw PlanRefused.amountOutside(amount)
        }
        if let inForce { try PlanRefused.look(at: inForce, on: today) }
        guard let answered = try base(in: transaction) else { throw PlanRefused.noEdition }
        var answers = try PlanAnswers(text: answered.answers)
        let earlier = answers.bindings.answers.last { $0.task == answer.task && $0.quote == answer.quote }
        answer = earlier.map(answer.following) ?? answer
        let day = try day(of: answered.edition, in: t)
        if answer == earlier, inForce == nil || day >= answered.edition.inForce { return answered.edition }
        answers.bindings.answers.removeAll { $0.task == answer.task && $0.quote == answer.quote }
        answers.bindings.answers.append(answer)
        let compiled = PlanCompiler(lexicon: try .extended(by: answers.lexicon)).compile(
            text: answered.edition.text)
        let (next, findings) = compiled.edition(
            number: try transaction.nextEditionNumber(), inForce: day,
            publishedOn: today, bindings: answers.bindings)
        let errors = findings.filter { $0.severity == .error }
        guard errors.isEmpty else { throw PlanRefused.answersUnusable(errors) }
        let going = next.going(on: answered.edition)
        try transaction.add(StoredEdition(going, answers: try answers.text()))
        return going
    }

    /// A plan that another has taken the place of does not come into force again because a clause of it is answered.
    private func day(of answered: PlanEdition, in t: ActTransaction) throws -> Day {
        let day = inForce ?? max(t.today, answered.inForce)
        guard let governing = try t.writing.edition(inForceOn: day)?.edition, governing.text != answered.text else {
            return day
        }
        guard inForce != nil else { return answered.inForce }
        throw PlanRefused.otherPlan(day, edition: governing.number)
    }

    /// The edition that the answer goes on from: the one named, or the newest that was made from it meanwhile by answers
    /// like this one, so that none of them is lost.
    private func base(in transaction: WriteTransaction) throws -> StoredEdition? {
        guard let named = try edition.map(transaction.edition(number:)) ?? transaction.latestEdition() else {
            return nil
        }
        var newest = named
        var number = named.edition.number + 1
        while let later = try transaction.edition(number: number) {
            if later.edition.text == named.edition.text { newest = later }
            number += 1
        }
        return newest
    }
}
