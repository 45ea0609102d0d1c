public import Vocabulary

/// An edition judged against a record book as of a day (台账).
public struct Ledger: Hashable, Sendable, Codable {
    /// Number of the edition.
    public var edition: Int
    public var asOf: Day
    /// Nil: everything recorded to date.
    public var knownAt: Day?
    /// Ordered by obligation (plan order), window, subject kind and code.
    public var entries: [LedgerEntry]

    public init(edition: Int, asOf: Day, knownAt: Day?, entries: [LedgerEntry]) {
        self.edition = edition
        self.asOf = asOf
        self.knownAt = knownAt
        self.entries = entries
    }
}
