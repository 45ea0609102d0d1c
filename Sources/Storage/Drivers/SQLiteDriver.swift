import GRDB
import GRDBSQLite

/// SQLite through GRDB, which serves as the driver only: its records and query interface stay out of the program.
///
/// One writer connection, which alone checkpoints; readers open read-only with automatic checkpoints off. SQLite before
/// 3.51.3 can corrupt a database when two connections checkpoint and commit at once after a WAL reset.
final class SQLiteDriver: SQLEngine {
    let dialect = Dialect.sqlite
    private let pool: DatabasePool
    private let lock: DirectoryLock?

    /// Opens for writing; `lock` must be held by the caller on behalf of this process.
    init(path: String, lock: DirectoryLock?) throws {
        self.lock = lock
        pool = try SQLiteFailure.translated {
            let pool = try DatabasePool(path: path, configuration: Self.configuration(readOnly: lock == nil))
            if lock != nil {
                // GRDB lowers this to NORMAL when it opens a pool: an acknowledged write could be lost with the power.
                try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            }
            return pool
        }
    }

    private static func configuration(readOnly: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.label = "xingzhi"
        configuration.readonly = readOnly
        configuration.foreignKeysEnabled = true
        configuration.maximumReaderCount = 4
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { db in
            if db.configuration.readonly {
                try db.execute(sql: "PRAGMA wal_autocheckpoint = 0; PRAGMA query_only = 1")
            }
            try db.execute(sql: "PRAGMA cache_size = -16000; PRAGMA mmap_size = 268435456")
        }
        return configuration
    }

    func read(_ body: (any SQLConnection) throws -> Void) throws {
        try SQLiteFailure.translated { try pool.read { try body(SQLiteConnection($0)) } }
    }

    func write(_ body: (any SQLConnection) throws -> Void) throws {
        try SQLiteFailure.translated { try pool.write { try body(SQLiteConnection($0)) } }
    }

    func backup(to path: String) throws {
        try SQLiteFailure.translated {
            try pool.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [path]) }
        }
    }

    func close() throws {
        try SQLiteFailure.translated { try pool.close() }
        lock?.release()
    }

    /// What the settings that protect acknowledged writes really are, for the tests.
    func settings() throws -> [String: String] {
        try pool.writeWithoutTransaction { db in
            var found: [String: String] = [:]
            for name in ["journal_mode", "synchronous", "foreign_keys", "wal_autocheckpoint"] {
                found[name] = try String.fetchOne(db, sql: "PRAGMA \(name)")
            }
            return found
        }
    }

    func readerSettings() throws -> [String: String] {
        try pool.read { db in
            var found: [String: String] = [:]
            for name in ["query_only", "wal_autocheckpoint"] {
                found[name] = try String.fetchOne(db, sql: "PRAGMA \(name)")
            }
            return found
        }
    }
}

/// A connection inside one transaction. Statements are prepared once per connection and text, and kept.
private final class SQLiteConnection: SQLConnection {
    private let db: GRDB.Database
    private var statements: [String: Statement] = [:]

    init(_ db: GRDB.Database) { self.db = db }

    func query(_ sql: String, _ arguments: [SQLValue], _ each: (any SQLRow) throws -> Void) throws {
        let statement = try prepared(sql)
        let columns = SQLiteColumns(statement.columnNames)
        do {
            let cursor = try Row.fetchCursor(statement, arguments: Self.bound(arguments))
            while let row = try cursor.next() { try each(SQLiteRow(row: row, columns: columns)) }
        } catch let error as DatabaseError {
            throw SQLiteFailure.failure(error)
        }
    }

    func stream(_ sql: String, _ each: (any SQLFields) throws -> Void) throws {
        do {
            // A statement of its own: `each` may ask other questions meanwhile.
            let statement = try db.makeStatement(sql: Dialect.sqlite.placeholders(in: sql))
            let fields = SQLiteFields(statement)
            let cursor = try Row.fetchCursor(statement)
            while try cursor.next() != nil { try each(fields) }
        } catch let error as DatabaseError {
            throw SQLiteFailure.failure(error)
        }
    }

    func execute(_ sql: String, _ arguments: [SQLValue]) throws -> Int {
        do {
            try prepared(sql).execute(arguments: Self.bound(arguments))
            return db.changesCount
        } catch let error as DatabaseError {
            throw SQLiteFailure.failure(error)
        }
    }

    private func prepared(_ sql: String) throws -> Statement {
        if let statement = statements[sql] { return statement }
        do {
            let statement = try db.cachedStatement(sql: Dialect.sqlite.placeholders(in: sql))
            statements[sql] = statement
            return statement
        } catch let error as DatabaseError {
            throw SQLiteFailure.failure(error)
        }
    }

    private static func bound(_ arguments: [SQLValue]) -> StatementArguments {
        StatementArguments(
            arguments.map { argument -> DatabaseValue in
                switch argument {
                case .null: .null
                case .integer(let number): number.databaseValue
                case .text(let text): text.databaseValue
                }
            })
    }
}

private struct SQLiteRow: SQLRow {
    let row: Row
    let columns: SQLiteColumns

    func value(_ column: String) throws -> SQLValue {
        guard let index = columns.index(of: column) else { throw UnexpectedRow(column, expected: "a column") }
        let value: DatabaseValue = row[index]
        switch value.storage {
        case .null: return .null
        case .int64(let number): return .integer(number)
        case .string(let text): return .text(text)
        case .double, .blob: throw UnexpectedRow(column, expected: "integer, text or NULL")
        }
    }
}

/// Reads the row at which a statement stands.
private final class SQLiteFields: SQLFields {
    private let statement: Statement

    init(_ statement: Statement) { self.statement = statement }

    func integer(at place: Int32) -> Int64 { sqlite3_column_int64(statement.sqliteStatement, place) }

    func text(at place: Int32) -> String {
        guard let bytes = sqlite3_column_text(statement.sqliteStatement, place) else { return "" }
        let count = Int(sqlite3_column_bytes(statement.sqliteStatement, place))
        return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }
}

/// Finds columns by name. Rows are nearly always read from left to right: the next column is tried first.
private final class SQLiteColumns {
    private let names: [String]
    private var next = 0

    init(_ names: [String]) { self.names = names }

    func index(of name: String) -> Int? {
        if next == names.count { next = 0 }
        let found = next < names.count && names[next] == name ? next : names.firstIndex(of: name)
        if let found { next = found + 1 }
        return found
    }
}

private enum SQLiteFailure {
    static func translated<Value>(_ body: () throws -> Value) throws -> Value {
        do { return try body() } catch let error as DatabaseError { throw failure(error) }
    }

    static func failure(_ error: DatabaseError) -> SQLFailure {
        let message = error.message ?? "\(error.extendedResultCode)"
        let kind: SQLFailure.Kind =
            switch error.extendedResultCode {
            case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY: .unique
            case .SQLITE_CONSTRAINT_FOREIGNKEY: .foreignKey
            case .SQLITE_CONSTRAINT_CHECK: .check
            case .SQLITE_CONSTRAINT_NOTNULL: .notNull
            case .SQLITE_CONSTRAINT_TRIGGER: message.hasPrefix("final:") ? .final : .other
            default:
                switch error.resultCode {
                case .SQLITE_FULL: .full
                case .SQLITE_READONLY: .readOnly
                case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
                default: .other
                }
            }
        return SQLFailure(kind, message, sql: error.sql)
    }
}
