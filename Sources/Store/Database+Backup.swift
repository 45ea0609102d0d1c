import Foundation

extension Database {
    /// What a copy holds that was opened and found to be the same.
    public struct Copied: Hashable, Sendable {
        public var journalRows: Int
        /// Hash of the newest journal row.
        public var head: String
        /// Rows of all tables.
        public var rows: Int
        public var bytes: Int

        init(_ counts: TableCounts, bytes: Int) {
            journalRows = counts.last?.seq ?? 0
            head = counts.last?.hash ?? JournalRow.origin
            rows = counts.rows.values.reduce(0, +)
            self.bytes = bytes
        }
    }

    /// A complete copy in a file, taken while others read and write. It is written beside its place, opened, checked and
    /// compared with what was copied, and only then put there.
    ///
    /// Throws `CopyRefused` before anything is written, `DatabaseDamaged` where the copy is not sound: nothing is kept.
    /// The files of papers go along, each checked by its hash, into a directory beside the backup.
    @discardableResult
    public func backup(
        to place: String, replacing: Bool = false, evidence: EvidenceStore? = nil
    ) throws -> Copied {
        try backup(to: place, replacing: replacing, evidence: evidence) { _ in }
    }

    /// `after` is called between any two steps: a process may be killed at each.
    func backup(
        to place: String, replacing: Bool, evidence: EvidenceStore? = nil, after: (CopyStep) throws -> Void
    ) throws -> Copied {
        let besides = engine.dialect == .sqlite ? (path as NSString).deletingLastPathComponent : nil
        try CopyRefused.check(place, replacing: replacing, besides: besides)
        let draft = place + ".new-\(getpid())"
        defer { Self.remove(draft) }
        for left in Self.drafts(of: place) { Self.remove(left) }
        var original: TableCounts?
        if engine.dialect == .sqlite {
            try engine.copy(to: draft) { original = try TableCounts(ReadTransaction(connection: $0)) }
        } else {
            original = try write(toFile: draft)
        }
        guard chmod(draft, 0o600) == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        try after(.copied(""))
        try Self.synchronise(draft)
        let copied = try Self.inspect(draft, schema)
        try after(.inspected)
        guard copied.counts == original else { throw CopyRefused.differs(place) }
        try CopyRefused.check(place, replacing: replacing, besides: nil)
        // Before the database has its name: a backup that is there has all its files.
        if let evidence {
            try EvidenceStore(besideBackup: place).taking(Self.evidenceNamed(in: draft, schema), from: evidence) {
                try Self.put(draft, in: place)
            }
        } else {
            try Self.put(draft, in: place)
        }
        try after(.done)
        return copied.summary
    }

    /// Drafts of this place whose process is gone, killed before it could take them away; and this one's.
    private static func drafts(of place: String) -> [String] {
        let (directory, start) = (
            (place as NSString).deletingLastPathComponent, (place as NSString).lastPathComponent + ".new-"
        )
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory.isEmpty ? "." : directory)) ?? []
        return names.filter { $0.hasPrefix(start) }.compactMap { name in
            guard let process = pid_t(name.dropFirst(start.count)), process > 0 else { return nil }
            guard process == getpid() || (kill(process, 0) != 0 && errno == ESRCH) else { return nil }
            return (directory as NSString).appendingPathComponent(name)
        }
    }

    /// Opens a copy that nobody else has open and checks all of it.
    static func inspect(
        _ copy: String, _ schema: Schema, named name: String? = nil
    ) throws -> (counts: TableCounts, summary: Copied) {
        let database: Database
        do { database = try openForReading(file: copy, schema) } catch is SchemaTooOld {
            // It is sound as far as its own step of the schema goes; the next start brings it up to date.
            database = try openAsItIs(copy, schema)
        } catch let damage as DatabaseDamaged {
            throw DatabaseDamaged(path: name ?? copy, faults: damage.faults)
        }
        defer { try? database.close() }
        let faults = try database.faults()
        guard faults.isEmpty else { throw DatabaseDamaged(path: name ?? copy, faults: faults) }
        return try database.read { reading in
            let counts = try TableCounts(reading)
            return (counts, Copied(counts, bytes: DatabaseFile.size(of: copy)))
        }
    }

    /// A file and what an engine may have left beside it.
    static func remove(_ path: String) {
        for suffix in ["", "-wal", "-shm", "-journal"] { unlink(path + suffix) }
    }
}

/// How many rows each table has, and the journal's last row: what a copy is compared by.
struct TableCounts: Hashable {
    var rows: [String: Int] = [:]
    var last: JournalRow?

    init(_ reading: some Reading) throws {
        let connection = reading.connection
        for table in try connection.rows(connection.dialect.tableQuery, [], { try $0.text("name") }) {
            rows[table] = try connection.first("select count(*) as rows from \(table)") { try $0.integer("rows") } ?? 0
        }
        last = try reading.journal(limit: 1).first
    }
}

/// Why a backup was not written.
public enum CopyRefused: Error, Hashable, Sendable {
    /// There is something already, and nobody said that it may be replaced.
    case exists(String)
    case isDirectory(String)
    /// A device, a pipe, a link: a backup is a file.
    case notAFile(String)
    /// A backup beside the data is lost with it.
    case insideData(String)
    case noDirectory(String)
    /// A database is copied into an empty place only.
    case notEmpty(String)
    /// The copy does not hold what was copied.
    case differs(String)

    static func check(_ place: String, replacing: Bool, besides directory: String?) throws {
        var status = stat()
        if lstat(place, &status) == 0 {
            switch status.st_mode & S_IFMT {
            case S_IFREG: if !replacing { throw exists(place) }
            case S_IFDIR: throw isDirectory(place)
            default: throw notAFile(place)
            }
        } else if place.hasSuffix("/") {
            throw isDirectory(place)
        }
        let parent = (place as NSString).deletingLastPathComponent
        guard let real = realPath(parent) else { throw noDirectory(parent) }
        guard let directory, let data = realPath(directory) else { return }
        if real == data || real.hasPrefix(data.hasSuffix("/") ? data : data + "/") { throw insideData(place) }
    }
}

/// Where a path leads once every link in it was followed; nil where it leads nowhere.
func realPath(_ path: String) -> String? {
    guard let found = realpath(path.isEmpty ? "." : path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
}
