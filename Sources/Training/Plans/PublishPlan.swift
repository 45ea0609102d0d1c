public import PlanLanguage
public import Plans
public import Spelling
import Storage
public import Store
public import Vocabulary

/// Makes the next edition of a plan (发布方案): every proposal as it is, except those that an answer changes or sets aside.
public struct PublishPlan: Act {
    public static let right = Right.plan
    public static let words = Words("发布方案", "Plan published")
    public static let isTownWide = true
    public var plan: [UInt8]
    /// A lexicon file that adds to the built-in one.
    public var lexicon: String?
    public var bindings: Bindings
    public var inForce: Day
    /// Whether it amends the plan in force on that day: clauses that stay go on in their windows. Else all begin with it.
    public var amends: Bool

    public init(
        plan: [UInt8], lexicon: String? = nil, bindings: Bindings = .init(), inForce: Day, amends: Bool = false
    ) {
        self.amends = amends
        self.plan = plan
        self.lexicon = lexicon
        self.bindings = bindings
        self.inForce = inForce
    }

    /// Throws `UnreadablePlan` or `PlanRefused`.
    public func perform(in t: ActTransaction) throws -> PlanEdition {
        let (transaction, today) = (t.writing, t.today)
        let compiled = try PlanCompiler(lexicon: .extended(by: lexicon)).compile(bytes: plan)
        guard !compiled.obligations.isEmpty else { throw PlanRefused.nothingObliged }
        try PlanRefused.look(at: inForce, on: today)
        let title = try PlanRefused.spelled(title: compiled.title)
        var bindings = bindings
        for (index, answer) in bindings.answers.enumerated() {
            bindings.answers[index].dismiss = try answer.dismiss.map(PlanRefused.spelled(reason:))
        }
        var (edition, findings) = compiled.edition(
            number: try transaction.nextEditionNumber(), inForce: inForce, publishedOn: today, bindings: bindings)
        let errors = findings.filter { $0.severity == .error }
        guard errors.isEmpty else { throw PlanRefused.answersUnusable(errors) }
        edition.title = title
        if amends, let old = try transaction.edition(inForceOn: inForce)?.edition { edition = edition.going(on: old) }
        let answers = PlanAnswers(lexicon: lexicon, bindings: bindings)
        try transaction.add(StoredEdition(edition, answers: try answers.text()))
        return edition
    }
}

/// Why a plan was not published.
public enum PlanRefused: Error, Hashable, Sendable {
    /// Not one quantified clause was found.
    case nothingObliged
    /// Answers that fit nothing in the plan; places are those of the bindings file.
    case answersUnusable([Finding])
    case lexiconUnusable(reason: String)
    /// There is no edition whose clause could be answered.
    case noEdition
    /// The plan's own title cannot be kept.
    case titleUnfit(TextFlaw)
    /// The reason for setting a clause aside cannot be kept.
    case reasonUnfit(TextFlaw)
    /// A figure that no clause has.
    case amountOutside(Double)
    /// On that day another plan is in force, by the edition of that number.
    case otherPlan(Day, edition: Int)
    /// In force too long ago or too far ahead; `meant` is the day that was most likely meant.
    case inForceOutside(Day, usual: ClosedRange<Day>, meant: Day?)
}

extension PlanRefused {
    /// Figures that a clause may ask for.
    public static let amounts = NumberRule(0.01...999_999.99, decimals: 2)

    /// An edition is in force at most ten years before and five years after it is published.
    public static func usualDays(on today: Day) -> ClosedRange<Day> {
        today.adding(months: -120)...today.adding(months: 60)
    }

    static func look(at inForce: Day, on today: Day) throws(PlanRefused) {
        let usual = usualDays(on: today)
        guard !usual.contains(inForce) else { return }
        throw .inForceOutside(inForce, usual: usual, meant: inForce.inTheYearMeant(within: usual, near: today))
    }

    public static func spelled(title: String) throws(PlanRefused) -> String {
        do { return try TextRule(limit: 500).spelled(title) } catch { throw .titleUnfit(error) }
    }

    public static func spelled(reason: String) throws(PlanRefused) -> String {
        do { return try TextRule.reason.spelled(reason) } catch { throw .reasonUnfit(error) }
    }
}

extension Lexicon {
    public static func extended(by yaml: String?) throws(PlanRefused) -> Lexicon {
        guard let yaml else { return .builtIn }
        do {
            return try Lexicon(yaml: yaml)
        } catch {
            throw .lexiconUnusable(reason: "\(error)")
        }
    }
}
