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

    public init(
        obligation: String, subject: Subject, unit: String, from: Day, to: Day?, required: Double, done: Double,
        population: Int? = nil, standing: Standing, forecast: Double? = nil
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
    }
}
