import Foundation
import Glibc
import LedgerEngine
import Records
import Storage
public import Store
import Synchronization
public import Upkeep
public import Vocabulary

/// The records laid out once, and the ledgers made from them; what has been written since is taken in before a page is
/// shown, by whomever it was written.
///
/// Pages run while nothing changes; a change waits for them and they for it.
public final class TownState: Sendable {
    public let database: Database
    public let keeper: ColumnKeeper?
    let trends = Trends()
    private let today: @Sendable () -> Day
    private let gate = Gate()
    /// Changed only while nobody reads.
    private let held = Mutex<Town?>(nil)

    /// Without a keeper the database is read anew at each start.
    public init(database: Database, today: @escaping @Sendable () -> Day, keeper: ColumnKeeper? = nil) {
        self.today = today
        self.database = database
        self.keeper = keeper
    }

    /// Runs a page on the records as they stand in the database.
    public func read<Value>(_ body: (TownPage) throws -> Value) throws -> Value {
        while true {
            var result: Value?
            try gate.read { result = try run(body) }
            if let result { return result }
            try gate.change { try catchUp() }
        }
    }

    /// The same while nobody else reads: for what is tried out among the records and taken back.
    public func alone<Value>(_ body: (TownPage) throws -> Value) throws -> Value {
        while true {
            var result: Value?
            try gate.change {
                try catchUp()
                result = try run(body)
            }
            if let result { return result }
        }
    }

    /// Nil where the database is ahead of what is laid out.
    private func run<Value>(_ body: (TownPage) throws -> Value) throws -> Value? {
        guard let town = held.withLock({ $0 }) else { return nil }
        return try database.read { reading in
            guard try reading.factRevision() == town.revision else { return nil }
            let page = TownPage(town: town, records: town.records, reading)
            let value = try body(page)
            if let trouble = page.directory.trouble { throw trouble }
            return value
        }
    }

    private func catchUp() throws {
        guard let town = held.withLock({ $0 }) else { return try load() }
        let news = try database.read { reading in try RecordNews(reading, since: town.revision) }
        if let changes = news.changes, town.take(changes, revision: news.revision, today: today()) { return }
        try load()
    }

    /// Reads everything: at the start, and after a change that is no single record's.
    private func load() throws {
        held.withLock { $0 = nil }
        let town = try database.read { reading in
            Town(
                revision: try reading.factRevision(),
                units: UnitDirectory(units: try reading.units(), teams: try reading.teams()),
                columns: try Self.loadColumns(reading, keeper), calendar: try reading.workingCalendar())
        }
        held.withLock { $0 = town }
        guard let keeper else { return }
        Self.beside { [database] in _ = try? database.read { try keeper.renew($0) } }
    }

    /// Runs on a thread of its own that gives way to pages.
    public static func beside(_ body: @escaping @Sendable () -> Void) {
        Thread.detachNewThread {
            // On Linux this is the thread's own.
            setpriority(Int32(PRIO_PROCESS.rawValue), 0, 19)
            body()
        }
    }

    private static func loadColumns(_ reading: ReadTransaction, _ keeper: ColumnKeeper?) throws -> RecordColumns {
        try keeper?.ready(reading).columns ?? RecordColumns.reading(reading)
    }

    /// Writes what is laid out beside the database, where it is newer than what stands there; for a clean stop.
    public func keep() throws {
        guard let keeper else { return }
        try gate.change {
            guard let town = held.withLock({ $0 }) else { return }
            try database.read { reading in
                guard try reading.factRevision() == town.revision, try !keeper.isCurrent(reading) else { return }
                keeper.keep(town.records.columns, of: reading)
            }
        }
    }
}
