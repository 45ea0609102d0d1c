import Formats
import Pages
import PlanLanguage
import Plans
import Storage
import Store
import Training
import Vocabulary

/// A draft as it is read today: what it would oblige with the answers given so far, held against the edition it goes on from.
struct DraftReading {
    let draft: PlanDraft
    let compiled: CompiledPlan
    /// As it would be published today, with its answers.
    let edition: PlanEdition
    /// Numbers that oblige nothing, without those that were made obligations.
    let passedOver: [PassedOver]
    let answers: PlanAnswers
    /// The edition that it is held against.
    let basis: PlanEdition?
    let comparison: PlanComparison?
    /// Answers to the edition before that fit no clause of this text.
    let left: [BindingAnswer]

    init(_ draft: PlanDraft, in reading: some Reading, on today: Day) throws {
        self.draft = draft
        let text = try reading.one(PlanDraftText.self, draft.code, for: .everybody)?.body ?? ""
        answers = try PlanAnswers(text: draft.answers)
        let compiler = PlanCompiler(lexicon: try .extended(by: answers.lexicon))
        compiled = compiler.compile(text: text)
        let number = (try reading.editions().last?.number ?? 0) + 1
        edition =
            compiled.edition(number: number, inForce: today, publishedOn: today, bindings: answers.bindings).0
        let made = Set(edition.obligations.map(\.place.start))
        passedOver = compiled.passedOver.filter { !made.contains($0.place.start) }
        let stored = try draft.against.flatMap { try reading.edition(number: $0) }
        basis = stored?.edition
        comparison = stored.map { [edition] in PlanComparison($0.edition, edition) }
        // What was said of the earlier text and is nowhere among the answers to this one.
        left =
            draft.source == .edition
            ? []
            : try stored.map { [compiled] stored in
                Bindings.carried(
                    try PlanAnswers(text: stored.answers).bindings, from: compiler.compile(text: stored.edition.text),
                    to: compiled
                ).left
            } ?? []
    }

    var open: [Obligation] { edition.obligations.filter { !$0.executable } }

    func count(_ kind: PlanComparison.Clause.Kind) -> Int { comparison?.clauses.count { $0.kind == kind } ?? 0 }

    /// As it would be in force from a day.
    func edition(inForce day: Day, _ way: PublishScheme.Way) -> PlanEdition {
        var edition = edition
        edition.inForce = day
        guard way == .amends, let basis else { return edition }
        return edition.going(on: basis)
    }
}
