import Foundation

/// The stored records, plans and journal, behind one engine. Every change goes through `write` and is journaled.
public final class Database: Sendable {
    let engine: any SQLEngine
    private let clock: @Sendable () -> String

    /// Opens, or makes, the database of a directory and brings its schema up to date. The directory is owned by this
    /// process until `close`; a second owner is refused with `DirectoryInUse`.
    public static func open(directory: String) throws -> Database {
        try open(directory: directory, clock: systemClock)
    }

    /// `clock` gives the moment of each change as `2026-09-30T08:15:30.125Z`.
    public static func open(directory: String, clock: @escaping @Sendable () -> String) throws -> Database {
        try FileManager.default.createDirectory(
            atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let lock = try DirectoryLock(directory: directory)
        return try Database(engine: SQLiteDriver(path: file(in: directory), lock: lock), clock: clock)
    }

    /// Opens a database that another process may be writing to, for reading only.
    public static func openForReading(directory: String) throws -> Database {
        Database(reading: try SQLiteDriver(path: file(in: directory), lock: nil))
    }

    /// Opens a database on a PostgreSQL server, named as libpq takes it, `postgres://user@host/database`, and brings its
    /// schema up to date. Any number of processes may do so. Throws `SQLFailure`, `UnfitDatabase` or `SchemaTooNew`.
    public static func open(server address: String) throws -> Database {
        try open(server: address, clock: systemClock)
    }

    static func open(server address: String, clock: @escaping @Sendable () -> String) throws -> Database {
        try Database(engine: PostgresDriver(address: address), clock: clock)
    }

    /// True where `open` would find a database rather than make one.
    public static func exists(directory: String) -> Bool { FileManager.default.fileExists(atPath: file(in: directory)) }

    public static func file(in directory: String) -> String { directory + "/xingzhi.sqlite" }

    init(engine: any SQLEngine, clock: @escaping @Sendable () -> String = systemClock) throws {
        self.engine = engine
        self.clock = clock
        try Migrations.apply(to: engine)
    }

    private init(reading engine: any SQLEngine) {
        self.engine = engine
        clock = systemClock
    }

    /// Runs `body` on one consistent view.
    public func read<Value>(_ body: (ReadTransaction) throws -> Value) throws -> Value {
        var result: Value?
        try engine.read { result = try body(ReadTransaction(connection: $0)) }
        return try result.unwrapped()
    }

    /// Runs `body` as one change: kept whole, with its journal rows, or not at all. `by` names who makes it.
    public func write<Value>(by: String, _ body: (WriteTransaction) throws -> Value) throws -> Value {
        var result: Value?
        try engine.write { result = try body(WriteTransaction(connection: $0, by: by, at: clock())) }
        return try result.unwrapped()
    }

    /// A complete copy in a new file, taken by the owner of the database while it serves.
    public func backup(to path: String) throws { try engine.backup(to: path) }

    /// Gives the directory back. Nothing may be asked of the database afterwards.
    public func close() throws { try engine.close() }
}

extension Optional {
    /// An engine that returns without running the body is broken.
    fileprivate func unwrapped() throws -> Wrapped {
        guard let self else { throw SQLFailure(.other, "the engine did not run the transaction") }
        return self
    }
}

/// The moment in UTC, in milliseconds.
private let systemClock: @Sendable () -> String = {
    Date().formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
}
