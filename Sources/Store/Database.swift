import Foundation
import Synchronization

/// The stored records, plans and journal, behind one engine. Every change goes through `write` and is journaled.
public final class Database: Sendable {
    package let engine: any SQLEngine
    /// The file, or the server's database by its name for people.
    public let path: String
    let clock: @Sendable () -> String
    package let schema: Schema
    /// What is written beside the pages.
    public let notes = LaterNotes()
    private let writing = Mutex<ContinuousClock.Instant?>(nil)

    /// Opens, or makes, the database of a directory and brings its schema up to date. The directory is owned by this
    /// process until `close`; a second owner is refused with `DirectoryInUse`, what is damaged with `DatabaseDamaged`.
    public static func open(directory: String, schema: Schema) throws -> Database {
        try open(directory: directory, schema: schema, clock: systemClock)
    }

    /// `clock` gives the moment of each change as `2026-09-30T08:15:30.125Z`.
    public static func open(
        directory: String, schema: Schema, clock: @escaping @Sendable () -> String
    ) throws -> Database {
        try FileManager.default.createDirectory(
            atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try RestoreInWaiting.finish(in: directory)
        let lock = try DirectoryLock(directory: directory)
        let path = file(in: directory)
        // What a killed process left unfinished.
        remove(path + ".new")
        try refuseDamage(path)
        if exists(directory: directory) {
            // Opening for writing changes the file, be it another program's: it is looked at before.
            let found = try openAsItIs(path, schema)
            defer { try? found.close() }
            _ = try found.checkSchema()
        } else {
            try makeFile(at: path, schema) { _ in }
        }
        let driver = try namingDamage(path) { try SQLiteDriver(path: path, lock: lock) }
        do {
            let database = Database(engine: driver, path: path, schema: schema, clock: clock)
            try database.bringUpToDate()
            return database
        } catch {
            try? driver.close()
            throw error
        }
    }

    /// Opens a database that another process may be writing to, for reading only.
    ///
    /// Throws `SchemaTooOld` where its owner has to bring it up to date first.
    public static func openForReading(directory: String, schema: Schema) throws -> Database {
        try RestoreInWaiting.finish(in: directory)
        return try openForReading(file: file(in: directory), schema)
    }

    /// A backup's file, for reading only.
    public static func openBackup(_ path: String, schema: Schema) throws -> Database {
        try openForReading(file: path, schema)
    }

    static func openForReading(file path: String, _ schema: Schema) throws -> Database {
        try refuseDamage(path)
        let database = try openAsItIs(path, schema)
        do {
            try schema.requireWhole(try database.checkSchema())
            return database
        } catch {
            try? database.close()
            throw error
        }
    }

    /// True where `open` would find a database rather than make one.
    public static func exists(directory: String) -> Bool {
        FileManager.default.fileExists(atPath: file(in: directory)) || RestoreInWaiting.isThere(in: directory)
    }

    /// True while some process, a server for example, writes to the database of a directory.
    public static func isOwned(directory: String) -> Bool { DirectoryLock.isHeld(in: directory) }

    public static func file(in directory: String) -> String { directory + "/xingzhi.sqlite" }

    package init(
        engine: any SQLEngine, path: String, schema: Schema, clock: @escaping @Sendable () -> String = systemClock
    ) {
        self.schema = schema
        self.engine = engine
        self.path = path
        self.clock = clock
    }

    /// Runs `body` on one consistent view.
    public func read<Value>(_ body: (ReadTransaction) throws -> Value) throws -> Value {
        var result: Value?
        try engine.read { result = try body(ReadTransaction(connection: $0, nouns: schema.nouns)) }
        return try result.unwrapped()
    }

    /// Runs `body` as one change: kept whole, with its journal rows, or not at all. `by` names who makes it.
    public func write<Value>(by: String, _ body: (WriteTransaction) throws -> Value) throws -> Value {
        var result: Value?
        try engine.write { connection in
            writing.withLock { $0 = .now }
            defer { writing.withLock { $0 = nil } }
            result = try body(WriteTransaction(connection: connection, by: by, at: clock(), nouns: schema.nouns))
        }
        return try result.unwrapped()
    }

    /// Whether somebody of this process has been writing for longer than a page may wait.
    public var isWritingLong: Bool {
        writing.withLock { $0.map { ContinuousClock.now - $0 > .milliseconds(200) } ?? false }
    }

    /// A row of this process's own, changed at once however long somebody else writes: what is no part of the records.
    func beat<Value>(_ body: (any SQLConnection) throws -> Value) throws -> Value {
        var result: Value?
        try engine.beat { result = try body($0) }
        return try result.unwrapped()
    }

    /// Writes everything anew, so that what was altered or deleted stands in none of its files any more.
    public func scrub() throws { try engine.scrub() }

    /// Makes a check or a long question that is under way stop with a failure.
    public func interrupt() { engine.interrupt() }

    /// Gives the directory back. Nothing may be asked of the database afterwards.
    public func close() throws {
        notes.settle()
        try engine.close()
    }
}

extension Database {
    private static func refuseDamage(_ path: String) throws {
        if let fault = DatabaseFile(path: path).fault { throw DatabaseDamaged(path: path, faults: [fault]) }
    }

    /// How many steps of the schema are there; throws where they are not as the migrations made them.
    private func checkSchema() throws -> Int {
        try Self.namingDamage(path) {
            try read { reading in
                let count = try schema.applied(in: reading.connection, path: path)
                let faults = try schema.faults(in: reading.connection, after: count).filter { $0.why != .unknown }
                guard faults.isEmpty else { throw DatabaseDamaged(path: path, faults: faults.map { .schema($0) }) }
                return count
            }
        }
    }

    /// Says of a file what an engine or a row could not be read from it for.
    static func namingDamage<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
        do { return try body() } catch let failure as SQLFailure where failure.kind == .damaged {
            throw DatabaseDamaged(path: path, faults: [.structure(failure.message)])
        } catch let row as UnexpectedRow {
            throw DatabaseDamaged(path: path, faults: [.structure(row.description)])
        }
    }

    private func bringUpToDate() throws {
        if try checkSchema() < schema.count { try schema.apply(to: engine) }
        try schema.settle(self)
    }
}

/// That the data was written by an earlier version of the program, and is here only for reading.
public struct SchemaTooOld: Error, Hashable {
    public var found: Int
    public var known: Int
}

extension Optional {
    /// An engine that returns without running the body is broken.
    fileprivate func unwrapped() throws -> Wrapped {
        guard let self else { throw SQLFailure(.other, "the engine did not run the transaction") }
        return self
    }
}

/// The moment in UTC, in milliseconds.
let systemClock: @Sendable () -> String = { Moment.text(Date()) }
