/// What this program asks of a database engine: text with `$1` parameters, rows by column name.
///
/// Statements keep to the subset that every engine shares (docs/storage.md, "portable SQL").
public protocol SQLConnection {
    var dialect: Dialect { get }

    /// Runs a question and hands each row to `each`, in order.
    func query(_ sql: String, _ arguments: [SQLValue], _ each: (any SQLRow) throws -> Void) throws

    /// Runs a question whose answer is long: `each` reads the fields of a row by their place.
    func stream(_ sql: String, _ arguments: [SQLValue], _ each: (any SQLFields) throws -> Void) throws

    /// Runs one statement; returns the number of rows it changed.
    @discardableResult
    func execute(_ sql: String, _ arguments: [SQLValue]) throws -> Int

    /// A statement to be run many times; good until the transaction ends.
    func statement(_ sql: String) throws -> any SQLStatement
}

extension SQLConnection {
    package func rows<Value>(
        _ sql: String, _ arguments: [SQLValue] = [], _ make: (any SQLRow) throws -> Value
    ) throws -> [Value] {
        var values: [Value] = []
        try query(sql, arguments) { values.append(try make($0)) }
        return values
    }

    package func first<Value>(
        _ sql: String, _ arguments: [SQLValue] = [], _ make: (any SQLRow) throws -> Value
    ) throws -> Value? {
        try rows(sql, arguments, make).first
    }

    @discardableResult
    package func execute(_ sql: String) throws -> Int { try execute(sql, []) }
}

/// An engine behind the database: one writer at a time, readers beside it.
public protocol SQLEngine: Sendable {
    var dialect: Dialect { get }

    /// Runs `body` on a consistent view of the data.
    func read(_ body: (any SQLConnection) throws -> Void) throws

    /// Runs `body` in a transaction: all of it is kept, and safe on disk on return, or none.
    func write(_ body: (any SQLConnection) throws -> Void) throws

    /// The same for a few rows that nobody else changes, beside a writer where the engine can.
    func beat(_ body: (any SQLConnection) throws -> Void) throws

    /// What is wrong with pages and indexes, in the engine's words: at most so many faults.
    func structureFaults(limit: Int) throws -> [String]

    /// Writes everything anew, so that what was altered or deleted is in none of the database's files any more.
    func scrub() throws

    /// Makes whoever is reading or checking stop with a failure.
    func interrupt()

    /// Writes a complete copy of what one consistent view holds to a new file, and hands that view to `body`.
    func copy(to path: String, _ body: (any SQLConnection) throws -> Void) throws

    func close() throws
}

extension SQLEngine {
    public func beat(_ body: (any SQLConnection) throws -> Void) throws { try write(body) }
}

/// That the engine refused or failed a statement.
public struct SQLFailure: Error, Hashable, CustomStringConvertible {
    public enum Kind: String, Sendable {
        case unique, foreignKey, check, notNull
        /// A row that is never altered was to be altered.
        case final
        /// A row was to stand beneath itself in a tree.
        case ring
        /// The engine met a page that is not one, or a file that is no database.
        case damaged
        case full, readOnly, busy
        /// A server does not answer, or ended the session.
        case unreachable
        case other
    }

    public var kind: Kind
    public var message: String
    public var sql: String?

    public init(_ kind: Kind, _ message: String, sql: String? = nil) {
        self.kind = kind
        self.message = message
        self.sql = sql
    }

    public var description: String { "\(kind): \(message)" + (sql.map { " in: \($0)" } ?? "") }
}
