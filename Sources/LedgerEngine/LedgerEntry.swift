public import Vocabulary

/// Whom an entry is about.
public struct Subject: Hashable, Sendable, Codable {
    public var kind: Kind
    public var code: String

    public enum Kind: String, Codable, Sendable, CaseIterable {
        case programme, unit, team, person, activity
        /// All subjects in a unit and beneath it, summed.
        case rollUp
    }

    public init(_ kind: Kind, _ code: String) {
        self.kind = kind
        self.code = code
    }
}

/// One obligation of one subject in one window (台账条目). docs/ledger.md defines every field.
public struct LedgerEntry: Hashable, Sendable, Codable {
    /// Obligation id of the edition.
    public var obligation: String
    public var subject: Subject
    /// Code of the unit that the subject belongs to on the reckoning day.
    public var unit: String
    /// First and last day of the window; `to` is nil for one that never ends.
    public var from: Day
    public var to: Day?
    public var required: Double
    public var done: Double
    /// Members of the population, for a figure of the form "n of m"; nil elsewhere.
    public var population: Int?
    public var standing: Standing
    /// Estimate of `done` at the end of the window from the pace so far; nil where none can be made.
    public var forecast: Double?
    /// Where any of several figures does, how far the subject has come by each; nil elsewhere, and in rows.
    public var alternatives: Alternatives?

    public init(
        obligation: String, subject: Subject, unit: String, from: Day, to: Day?, required: Double, done: Double,
        population: Int? = nil, standing: Standing, forecast: Double? = nil, alternatives: Alternatives? = nil
    ) {
        self.obligation = obligation
        self.subject = subject
        self.unit = unit
        self.from = from
        self.to = to
        self.required = required
        self.done = done
        self.population = population
        self.standing = standing
        self.forecast = forecast
        self.alternatives = alternatives
    }

    /// By which figure of the rule the entry's own figures are: 0 is the rule's own, 1 its first alternative.
    public var choice: Int { alternatives?.nearest ?? 0 }

    /// The entry told by another figure of the rule, standing as it does by any; itself where it has no such figure.
    public func told(by number: Int) -> LedgerEntry {
        guard let figures = alternatives?.figures, figures.indices.contains(number) else { return self }
        var entry = self
        (entry.required, entry.done, entry.forecast) = (
            figures[number].required, figures[number].done, figures[number].forecast
        )
        entry.alternatives?.nearest = number
        return entry
    }
}

/// How far a subject has come by each figure of a rule, any of which does (任选其一; docs/decisions/0190).
public struct Alternatives: Hashable, Sendable, Codable {
    /// In the order of the rule, its own figure first.
    public var figures: [AlternativeFigure]
    /// Which of them the entry tells: the first that is met, else the one of which the largest share is done.
    public var nearest: Int

    public init(figures: [AlternativeFigure], nearest: Int) {
        self.figures = figures
        self.nearest = nearest
    }
}

public struct AlternativeFigure: Hashable, Sendable, Codable {
    public var required: Double
    public var done: Double
    /// As if this figure alone were asked for.
    public var standing: Standing
    public var forecast: Double?

    public init(required: Double, done: Double, standing: Standing, forecast: Double? = nil) {
        self.required = required
        self.done = done
        self.standing = standing
        self.forecast = forecast
    }
}
