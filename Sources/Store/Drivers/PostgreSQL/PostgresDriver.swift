import CPostgres
import Synchronization

/// PostgreSQL 15 through libpq: several processes on one database, each with readers of its own.
///
/// One writer at a time in all processes, as on SQLite, held by an advisory lock: journal numbers then become visible in
/// their order, so that whoever follows the journal by its numbers misses none.
final class PostgresDriver: SQLEngine {
    let dialect = Dialect.postgres
    private let address: String
    private let isReadOnly: Bool
    private let idle = Mutex<[PostgresSession]>([])
    private let writer = Mutex<PostgresSession?>(nil)

    /// Any fixed number does; it stands for "whoever writes to Xingzhi's tables of this database".
    private static let writersLock = 7_310_417
    private static let idleLimit = 8

    /// `address` as libpq takes it: `postgres://user@host/database`. Throws `SQLFailure`, or `UnfitDatabase` where the
    /// database's order of letters or encoding is not the one that the questions are written for.
    init(address: String, isReadOnly: Bool = false) throws {
        self.address = address
        self.isReadOnly = isReadOnly
        let session = try PostgresSession(address: address)
        try UnfitDatabase.check(session)
        idle.withLock { $0.append(session) }
    }

    func read(_ body: (any SQLConnection) throws -> Void) throws {
        try beside("begin isolation level repeatable read read only", body)
    }

    /// Its rows are locked by themselves; the journal is not written.
    func beat(_ body: (any SQLConnection) throws -> Void) throws {
        guard !isReadOnly else { throw SQLFailure(.readOnly, "opened for reading only") }
        try beside("begin", body)
    }

    private func beside(_ begin: String, _ body: (any SQLConnection) throws -> Void) throws {
        let session = try begun(begin) { idle.withLock { $0.popLast() } }
        defer { if session.isIdle { idle.withLock { if $0.count < Self.idleLimit { $0.append(session) } } } }
        try session.carryOut { try body(PostgresConnection(session)) }
    }

    func write(_ body: (any SQLConnection) throws -> Void) throws {
        guard !isReadOnly else { throw SQLFailure(.readOnly, "opened for reading only") }
        try writer.withLock { kept in
            let session = try begun("begin") {
                defer { kept = nil }
                return kept
            }
            defer { if session.isIdle { kept = session } }
            try session.carryOut {
                try session.run("select pg_advisory_xact_lock(\(Self.writersLock))")
                try body(PostgresConnection(session))
            }
        }
    }

    /// A server has no pages to copy: its rows are (`Database.write(toFile:)`).
    func copy(to path: String, _ body: (any SQLConnection) throws -> Void) throws {
        throw SQLFailure(.other, "a server's pages cannot be copied")
    }

    /// A server sees to its own pages; what it cannot read it says when it is asked.
    func structureFaults(limit: Int) throws -> [String] { [] }

    /// The server's own log and its archive are its administrator's.
    func scrub() throws {
        let session = try PostgresSession(address: address)
        let tables = try session.run("select tablename from pg_tables where schemaname = 'public' order by tablename")
        for row in 0..<tables.rowCount { try session.run("vacuum (full) \(tables.text(row, 0))") }
    }

    func interrupt() {}

    func close() throws {
        idle.withLock { $0.removeAll() }
        writer.withLock { $0 = nil }
    }

    /// A session in which the transaction was begun: one that was kept, or a new one where the server ended those
    /// meanwhile.
    private func begun(_ begin: String, kept: () -> PostgresSession?) throws -> PostgresSession {
        while let session = kept() {
            if try session.begins(begin) { return session }
        }
        let session = try PostgresSession(address: address)
        try session.run(begin)
        return session
    }
}

/// That a database orders or stores text otherwise than the questions expect.
public struct UnfitDatabase: Error, Hashable, CustomStringConvertible {
    public var collation: String
    public var encoding: String

    public var description: String {
        "the database has collation \(collation) and encoding \(encoding); it must be made with collation C and encoding UTF8"
    }

    /// Names are looked up by ranges and lists are read in order of code: by bytes, as on SQLite.
    static func check(_ session: PostgresSession) throws {
        let found = try session.run(
            """
            select datcollate, pg_encoding_to_char(encoding) from pg_database where datname = current_database()
            """)
        let fit = UnfitDatabase(collation: found.text(0, 0), encoding: found.text(0, 1))
        guard ["C", "POSIX", "C.UTF-8", "C.utf8"].contains(fit.collation), fit.encoding == "UTF8" else { throw fit }
    }
}
