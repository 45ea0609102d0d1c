/// One way in which stored data is not as this program wrote it.
public enum DatabaseFault: Hashable, Sendable {
    /// The database file has no bytes.
    case emptyFile
    /// There is no database file, but there is what lies only beside one; its names.
    case fileMissing(beside: [String])
    /// The file is not a SQLite database.
    case notADatabase
    /// A SQLite database, but not one of ours; some of its tables.
    case foreign(tables: [String])
    /// The file ends before its last page.
    case cutShort(bytes: Int, expected: Int)
    /// The system did not let it be read, in the system's words.
    case unreadable(String)
    /// Pages or indexes are damaged, in the engine's words.
    case structure(String)
    /// A row names another that is not there; how many of the table do.
    case reference(table: String, parent: String, rows: Int)
    case schema(SchemaFault)
    case journal(JournalFault)
    /// The journal does not go through the row whose hash was written down elsewhere.
    case headUnknown(String)
    case facts(FactFault)
    /// The file of a paper is not there, or is another than was handed in.
    case evidence(hash: String, isThere: Bool)
}

/// An object of the schema that is not as the migrations made it.
public struct SchemaFault: Hashable, Sendable {
    public enum Why: String, Sendable { case missing, altered, unknown }
    public var object: String
    public var why: Why
}

/// Records that are not as the journal tells.
public enum FactFault: Hashable, Sendable {
    /// What the journal tells of this object is not what is stored.
    case altered(table: String, code: String, seq: Int)
    /// A record of a book that was brought in whole is not as it came.
    case alteredInBook(table: String, code: String)
    /// The journal tells of this object, and it is not stored.
    case missing(table: String, code: String, seq: Int)
    /// Stored, and the journal tells nothing of it.
    case unjournaled(table: String, code: String)
    /// So many rows more or fewer than the journal tells of.
    case count(table: String, rows: Int, expected: Int)
    /// As many rows as the journal tells of, with other values.
    case values(table: String)
    /// The ledger's feed of changes is not what the journal tells.
    case feed(seq: Int)
    /// A journal row whose text cannot be understood.
    case untold(seq: Int)
    /// A counter is behind the codes that are in use.
    case counter(name: String)
    /// A unit stands beneath itself.
    case ring(unit: String)
}

/// The database cannot be relied upon; everything that was found.
public struct DatabaseDamaged: Error, Hashable, Sendable {
    /// The file in question.
    public var path: String
    public var faults: [DatabaseFault]

    public init(path: String, faults: [DatabaseFault]) {
        self.path = path
        self.faults = faults
    }
}
