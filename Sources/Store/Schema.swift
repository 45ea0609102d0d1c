/// What a database of this program is made of: the steps of its schema in one line of numbers, and what the rooms above the
/// store know of its content. The store itself knows no noun of training (docs/decisions/0112).
public struct Schema: Sendable {
    /// Numbered from 1 without a gap.
    public let migrations: [Migration]
    /// What is put right on every start, after the steps.
    let settle: @Sendable (Database) throws -> Void
    /// Whether the records are as the journal tells.
    let contentCheck: @Sendable (ReadTransaction) -> any ContentCheck
    /// What desks keep, which is held against the journal too.
    let nouns: [any Noun.Type]

    /// `migrations` in any order.
    public init(
        migrations: [Migration], settle: @escaping @Sendable (Database) throws -> Void = { _ in },
        contentCheck: @escaping @Sendable (ReadTransaction) -> any ContentCheck = { _ in NoContentCheck() },
        nouns: [any Noun.Type] = []
    ) {
        self.migrations = migrations.sorted { $0.number < $1.number }
        self.settle = settle
        self.contentCheck = contentCheck
        self.nouns = nouns
    }

    /// What the store needs for itself: the journal, drafts of forms, words by which nouns are found, jobs, papers,
    /// visits at one's desk, drafts of a post, salts of the journal.
    public static let own: [Migration] = [
        .journal, .deskWork, .jobs, .evidence, .deskVisits, .draftsOfAPost, .journalSalts,
    ]

    /// With the steps of other rooms, and what lies in their tables.
    public func with(_ others: [Migration], nouns: [any Noun.Type] = []) -> Schema {
        Schema(
            migrations: migrations + others, settle: settle, contentCheck: contentCheck, nouns: self.nouns + nouns)
    }

    var count: Int { migrations.count }

    /// Throws where a file was left at an earlier step, and may only be read.
    func requireWhole(_ steps: Int) throws {
        guard steps == count else { throw SchemaTooOld(found: steps, known: count) }
    }
}

/// Holds the records against the journal: it is shown each row that holds, in order.
public protocol ContentCheck {
    mutating func take(_ row: JournalRow) throws
    /// After the last row: what no single row tells.
    mutating func finish() throws
    var faults: [FactFault] { get }
}

/// Where nothing is known of the content.
public struct NoContentCheck: ContentCheck {
    public let faults: [FactFault] = []
    public init() {}
    public func take(_ row: JournalRow) {}
    public func finish() {}
}
