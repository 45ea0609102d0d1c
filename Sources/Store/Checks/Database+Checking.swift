import Foundation

/// Checks of a directory's database as it is: beside a server that may be writing, and whatever its schema looks like.
extension Database {
    /// What can be told from the file alone; nil where an engine may open it.
    public static func damage(inDirectory directory: String) -> DatabaseDamaged? {
        // What a killed restore left is put right by whoever opens it.
        guard !RestoreInWaiting.isThere(in: directory) else { return nil }
        let path = file(in: directory)
        return DatabaseFile(path: path).fault.map { DatabaseDamaged(path: path, faults: [$0]) }
    }

    /// Everything that is wrong with the database of a directory; empty where it is sound.
    public static func faults(inDirectory directory: String, schema: Schema) throws -> [DatabaseFault] {
        try RestoreInWaiting.finish(in: directory)
        if let damage = damage(inDirectory: directory) { return damage.faults }
        do {
            let database = try openAsItIs(file(in: directory), schema)
            defer { try? database.close() }
            return try database.faults()
        } catch let damage as DatabaseDamaged {
            return damage.faults
        }
    }

    /// What checking the journal, and the records against it, found.
    public struct JournalReport: Hashable, Sendable {
        public var rows: Int
        /// Hash of the newest row.
        public var last: String
        /// Lines of which something was destroyed: they hold by what a later line tells of them.
        public var redacted = 0
        public var faults: [DatabaseFault]
    }

    /// `head` is a hash that was written down elsewhere: the journal must go through its row.
    ///
    /// Throws `DatabaseDamaged` where pages cannot be read, `SchemaTooOld` where the journal has no head yet.
    public static func verifyJournal(
        inDirectory directory: String, schema: Schema, head: String? = nil
    ) throws -> JournalReport {
        try RestoreInWaiting.finish(in: directory)
        if let damage = damage(inDirectory: directory) { throw damage }
        let database = try openAsItIs(file(in: directory), schema)
        defer { try? database.close() }
        return try namingDamage(database.path) {
            try database.journalReport(head: head)
        }
    }

    func journalReport(head: String?) throws -> JournalReport {
        try read { try schema.journalReport($0, path: path, head: head) }
    }

    /// A copy of the database of a directory that no server holds, whatever its schema: nothing in it is brought up to date.
    public static func backup(
        ofDirectory directory: String, schema: Schema, to place: String, replacing: Bool = false
    ) throws -> Copied {
        try RestoreInWaiting.finish(in: directory)
        if let damage = damage(inDirectory: directory) { throw damage }
        let lock = try DirectoryLock(directory: directory)
        defer { lock.release() }
        let database = try openAsItIs(file(in: directory), schema)
        defer { try? database.close() }
        return try database.backup(
            to: place, replacing: replacing, evidence: EvidenceStore(inDirectory: directory))
    }

    package static func openAsItIs(_ path: String, _ schema: Schema) throws -> Database {
        try namingDamage(path) { Database(engine: try SQLiteDriver(path: path, lock: nil), path: path, schema: schema) }
    }
}

extension Schema {
    fileprivate func journalReport(
        _ reading: ReadTransaction, path: String, head: String?
    ) throws -> Database.JournalReport {
        let steps = try applied(in: reading.connection, path: path)
        try requireWhole(steps)
        var faults = try faults(in: reading.connection, after: steps).map { DatabaseFault.schema($0) }
        var facts = contentCheck(reading)
        var kept = NounsCheck(nouns)
        var rows = 0
        var last = JournalRow.origin
        var hasHead = head == nil || head == last
        let verdict = try reading.journalVerdict { row in
            rows += 1
            last = row.hash
            if row.hash == head { hasHead = true }
            try facts.take(row)
            try kept.take(row)
        }
        if case .broken(let found) = verdict { faults += found.map { .journal($0) } }
        if !hasHead, let head { faults.append(.headUnknown(head)) }
        try facts.finish()
        // Where the journal itself does not hold, what it tells of the sums does not either.
        let isWhole = if case .intact = verdict { true } else { false }
        faults += facts.faults.filter { isWhole || $0.isOfOneRecord }.map { .facts($0) }
        // Nor who was the last to tell of what a desk keeps.
        if isWhole { faults += try kept.faults(in: reading).map { .facts($0) } }
        return Database.JournalReport(
            rows: rows, last: last, redacted: try reading.redactions().count, faults: faults)
    }
}

extension FactFault {
    /// Told of one record, not of a table.
    fileprivate var isOfOneRecord: Bool {
        switch self {
        case .altered, .missing, .untold, .ring: true
        case .unjournaled, .alteredInBook, .count, .values, .feed, .counter: false
        }
    }
}
