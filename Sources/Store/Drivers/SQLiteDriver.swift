import GRDB
import GRDBSQLite

/// SQLite through GRDB, which serves as the driver only: its records and query interface stay out of the program.
///
/// One writer connection, which alone checkpoints; readers open read-only with automatic checkpoints off. SQLite before
/// 3.51.3 can corrupt a database when two connections checkpoint and commit at once after a WAL reset.
final class SQLiteDriver: SQLEngine {
    let dialect = Dialect.sqlite
    private let pool: any DatabaseWriter
    private let lock: DirectoryLock?
    private let held: OpenFiles.Hold?

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
        held = OpenFiles.Hold(path)
    }

    /// A database in memory, for comparing with.
    init() throws {
        lock = nil
        held = nil
        pool = try SQLiteFailure.translated { try DatabaseQueue() }
    }

    /// Makes a new file that nobody else can see yet. Until it is closed a crash may leave it unusable, and a failed
    /// transaction does: it is worth keeping only once all of it has been written.
    init(making path: String) throws {
        lock = nil
        pool = try SQLiteFailure.translated { try Self.newFile(at: path) }
        held = OpenFiles.Hold(path)
    }

    /// Without a log and without waiting for the disk: for a file that is thrown away where anything goes wrong.
    private static func newFile(at path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.label = "xingzhi"
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { db in
            try db.execute(
                sql: """
                    PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000;
                    PRAGMA locking_mode = EXCLUSIVE
                    """)
        }
        return try DatabaseQueue(path: path, configuration: configuration)
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

    func structureFaults(limit: Int) throws -> [String] {
        try SQLiteFailure.translated {
            try pool.read { try String.fetchAll($0, sql: "PRAGMA integrity_check(\(limit))") }.filter { $0 != "ok" }
        }
    }

    /// The log too holds pages as they were. It is cut once nobody reads from it any more: some seconds are waited for that.
    func scrub() throws {
        try SQLiteFailure.translated {
            try pool.writeWithoutTransaction { db in
                try db.execute(sql: "VACUUM")
                for attempt in 1... {
                    do {
                        _ = try db.checkpoint(.truncate)
                        return
                    } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY && attempt < 10 {
                        // Each attempt waits as long as the connection's patience is.
                    }
                }
            }
        }
    }

    func interrupt() { pool.interrupt() }

    func copy(to path: String, _ body: (any SQLConnection) throws -> Void) throws {
        try SQLiteFailure.translated {
            try pool.read { source in
                let target = try Self.newFile(at: path)
                do {
                    try target.writeWithoutTransaction { try source.backup(to: $0) }
                } catch {
                    try? target.close()
                    throw error
                }
                try target.close()
                try Self.standAlone(path)
                try body(SQLiteConnection(source))
            }
        }
    }

    /// Folds the log of a file that nobody else has open into it: it is then one file, and says so.
    static func standAlone(_ path: String) throws {
        try SQLiteFailure.translated {
            let queue = try DatabaseQueue(path: path)
            do {
                _ = try queue.writeWithoutTransaction { try String.fetchOne($0, sql: "PRAGMA journal_mode = DELETE") }
            } catch {
                try? queue.close()
                throw error
            }
            try queue.close()
        }
    }

    /// The writer folds the log into the file once its own readers are gone, so that the file alone holds everything.
    /// Where another process still reads, the log stays; it is then taken over by the next start.
    func close() throws {
        defer { lock?.release() }
        try SQLiteFailure.translated {
            if lock != nil, let pool = pool as? DatabasePool {
                // GRDB closes its writer before its readers, and a reader that closes last folds nothing.
                pool.releaseMemory()
                do {
                    try pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
                } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
                    // Somebody still reads.
                }
            }
            try pool.close()
        }
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

    /// Lets the file grow no further, as if the disk were full, for the tests; nil: lets it grow again.
    func hold(atPages pages: Int?) throws {
        try pool.writeWithoutTransaction { db in
            let now = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
            try db.execute(sql: "PRAGMA max_page_count = \(pages ?? (now + 1_000_000))")
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
    let dialect = Dialect.sqlite
    private let db: GRDB.Database
    private var statements: [String: Statement] = [:]

    init(_ db: GRDB.Database) { self.db = db }

    func query(_ sql: String, _ arguments: [SQLValue], _ each: (any SQLRow) throws -> Void) throws {
        let statement = try prepared(sql)
        let direct = SQLiteStatement(statement, db)
        defer { direct.reset() }
        direct.bind(arguments)
        let row = SQLiteRow(handle: statement.sqliteStatement, columns: SQLiteColumns(statement.columnNames))
        while try direct.step() { try each(row) }
    }

    func stream(_ sql: String, _ arguments: [SQLValue], _ each: (any SQLFields) throws -> Void) throws {
        let statement = try prepared(sql)
        let direct = SQLiteStatement(statement, db)
        defer { direct.reset() }
        direct.bind(arguments)
        let fields = SQLiteFields(statement)
        while try direct.step() { try each(fields) }
    }

    func execute(_ sql: String, _ arguments: [SQLValue]) throws -> Int {
        do {
            let statement = try prepared(sql)
            if sql.hasPrefix("insert") || sql.hasPrefix("update") {
                // What changes rows alone needs none of GRDB's bookkeeping, which costs more than the row.
                let direct = SQLiteStatement(statement, db)
                direct.bind(arguments)
                _ = try direct.run()
            } else {
                try statement.execute(arguments: Self.bound(arguments))
            }
            return db.changesCount
        } catch let error as DatabaseError {
            throw SQLiteFailure.failure(error)
        }
    }

    func statement(_ sql: String) throws -> any SQLStatement { SQLiteStatement(try prepared(sql), db) }

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

/// Binds and steps a prepared statement without anything between.
private final class SQLiteStatement: SQLStatement {
    private let statement: Statement
    private let db: GRDB.Database
    private let handle: OpaquePointer
    /// SQLite copies what is bound.
    private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    init(_ statement: Statement, _ db: GRDB.Database) {
        self.statement = statement
        self.db = db
        handle = statement.sqliteStatement
    }

    func bindNull(at place: Int32) { sqlite3_bind_null(handle, place) }

    func bind(_ number: Int64, at place: Int32) { sqlite3_bind_int64(handle, place, number) }

    func bind(_ text: String, at place: Int32) {
        if text.isEmpty {
            sqlite3_bind_null(handle, place)
            return
        }
        var text = text
        text.withUTF8 { letters in
            _ = letters.withMemoryRebound(to: CChar.self) {
                sqlite3_bind_text(handle, place, $0.baseAddress, Int32($0.count), Self.transient)
            }
        }
    }

    func run() throws -> Bool {
        defer { reset() }
        return try step()
    }

    /// Goes on to the next row; false where there is none.
    func step() throws -> Bool {
        let code = sqlite3_step(handle)
        guard code == SQLITE_DONE || code == SQLITE_ROW else {
            let message = sqlite3_errmsg(db.sqliteConnection).map { String(cString: $0) }
            throw SQLiteFailure.failure(
                DatabaseError(resultCode: ResultCode(rawValue: code), message: message, sql: statement.sql))
        }
        return code == SQLITE_ROW
    }

    func reset() { sqlite3_reset(handle) }
}

private struct SQLiteRow: SQLRow {
    let handle: OpaquePointer
    let columns: SQLiteColumns

    func value(_ column: String) throws -> SQLValue {
        guard let place = columns.index(of: column).map({ Int32($0) }) else {
            throw UnexpectedRow(column, expected: "a column")
        }
        switch sqlite3_column_type(handle, place) {
        case SQLITE_NULL: return .null
        case SQLITE_INTEGER: return .integer(sqlite3_column_int64(handle, place))
        case SQLITE_TEXT:
            let letters = UnsafeBufferPointer(
                start: sqlite3_column_text(handle, place), count: Int(sqlite3_column_bytes(handle, place)))
            return .text(String(decoding: letters, as: UTF8.self))
        default: throw UnexpectedRow(column, expected: "integer, text or NULL")
        }
    }
}

/// Reads the row at which a statement stands.
private final class SQLiteFields: SQLFields {
    private let statement: Statement

    init(_ statement: Statement) { self.statement = statement }

    func integer(at place: Int32) -> Int64 { sqlite3_column_int64(statement.sqliteStatement, place) }

    func isNull(at place: Int32) -> Bool { sqlite3_column_type(statement.sqliteStatement, place) == SQLITE_NULL }

    func letters(at place: Int32) -> UnsafeBufferPointer<UInt8> {
        let start = sqlite3_column_text(statement.sqliteStatement, place)
        return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement.sqliteStatement, place)))
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
            case .SQLITE_CONSTRAINT_TRIGGER:
                message.hasPrefix("final:") ? .final : message.hasPrefix("ring:") ? .ring : .other
            default:
                switch error.resultCode {
                case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT: .damaged
                case .SQLITE_FULL: .full
                case .SQLITE_READONLY: .readOnly
                case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
                default: .other
                }
            }
        return SQLFailure(kind, message, sql: error.sql)
    }
}
