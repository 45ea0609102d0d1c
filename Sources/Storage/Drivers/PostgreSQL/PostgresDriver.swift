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
        let session = try idleSession()
        try session.transaction("begin isolation level repeatable read read only") {
            try body(PostgresConnection(session))
        }
        idle.withLock { if $0.count < Self.idleLimit { $0.append(session) } }
    }

    func write(_ body: (any SQLConnection) throws -> Void) throws {
        guard !isReadOnly else { throw SQLFailure(.readOnly, "opened for reading only") }
        try writer.withLock { kept in
            let session = try kept.flatMap { $0.isAlive ? $0 : nil } ?? PostgresSession(address: address)
            kept = nil
            try session.transaction("begin") {
                try session.run("select pg_advisory_xact_lock(\(Self.writersLock))")
                try body(PostgresConnection(session))
            }
            kept = session
        }
    }

    /// Copies of a database server are its own tools' work.
    func copy(to path: String, _ body: (any SQLConnection) throws -> Void) throws {
        throw SQLFailure(.other, "a PostgreSQL database is copied with pg_dump")
    }

    /// A server sees to its own pages; what it cannot read it says when it is asked.
    func structureFaults(limit: Int) throws -> [String] { [] }

    func interrupt() {}

    func close() throws {
        idle.withLock { $0.removeAll() }
        writer.withLock { $0 = nil }
    }

    /// A session that answers: one that was kept may have been ended by the server meanwhile.
    private func idleSession() throws -> PostgresSession {
        while let session = idle.withLock({ $0.popLast() }) {
            if session.isAlive { return session }
        }
        return try PostgresSession(address: address)
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
