public import PlanLanguage
public import Plans
public import Storage
public import Vocabulary

/// Makes the next edition of a plan (发布方案): every proposal as it is, except those that an answer changes or sets aside.
public struct PublishPlan: Sendable {
    public var plan: [UInt8]
    /// A lexicon file that adds to the built-in one.
    public var lexicon: String?
    public var bindings: Bindings
    public var inForce: Day

    public init(plan: [UInt8], lexicon: String? = nil, bindings: Bindings = .init(), inForce: Day) {
        self.plan = plan
        self.lexicon = lexicon
        self.bindings = bindings
        self.inForce = inForce
    }

    /// Throws `UnreadablePlan` or `PlanRefused`.
    @discardableResult
    public func perform(in database: Database, by: String, on today: Day) throws -> PlanEdition {
        let compiled = try PlanCompiler(lexicon: .extended(by: lexicon)).compile(bytes: plan)
        guard !compiled.obligations.isEmpty else { throw PlanRefused.nothingObliged }
        return try database.write(by: by) { transaction in
            let (edition, findings) = compiled.edition(
                number: try transaction.nextEditionNumber(), inForce: inForce, publishedOn: today, bindings: bindings)
            let errors = findings.filter { $0.severity == .error }
            guard errors.isEmpty else { throw PlanRefused.answersUnusable(errors) }
            let answers = PlanAnswers(lexicon: lexicon, bindings: bindings)
            try transaction.add(StoredEdition(edition, answers: try answers.text()))
            return edition
        }
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
}

extension Lexicon {
    static func extended(by yaml: String?) throws(PlanRefused) -> Lexicon {
        guard let yaml else { return .builtIn }
        do {
            return try Lexicon(yaml: yaml)
        } catch {
            throw .lexiconUnusable(reason: "\(error)")
        }
    }
}
