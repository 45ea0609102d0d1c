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
    }

    /// A complete copy in a file, taken while others read and write. It is written beside its place, opened, checked and
    /// compared with what was copied, and only then put there.
    ///
    /// Throws `CopyRefused` before anything is written, `DatabaseDamaged` where the copy is not sound: nothing is kept.
    @discardableResult
    public func backup(to place: String, replacing: Bool = false) throws -> Copied {
        try CopyRefused.check(place, replacing: replacing, besides: (path as NSString).deletingLastPathComponent)
        let draft = place + ".new-\(getpid())"
        defer { Self.remove(draft) }
        Self.remove(draft)
        var original: TableCounts?
        try engine.copy(to: draft) { original = try TableCounts(ReadTransaction(connection: $0)) }
        guard chmod(draft, 0o600) == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        try Self.synchronise(draft)
        let copied = try Self.inspect(draft)
        guard copied.counts == original else { throw CopyRefused.differs(place) }
        try CopyRefused.check(place, replacing: replacing, besides: nil)
        try Self.put(draft, in: place)
        return copied.summary
    }

    /// Puts the database of a backup into a directory. It is copied beside its place, opened and checked before; what stood
    /// there is kept under another name, which is returned.
    ///
    /// Throws `DirectoryInUse` while a server runs, `RestoreRefused` where there is a database already, `DatabaseDamaged`
    /// where the backup is not sound: then nothing has changed.
    public static func restore(
        _ backup: String, to directory: String, replacing: Bool = false, at moment: String? = nil
    ) throws -> (copied: Copied, aside: String?) {
        if let fault = DatabaseFile(path: backup).fault { throw DatabaseDamaged(path: backup, faults: [fault]) }
        try FileManager.default.createDirectory(
            atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let lock = try DirectoryLock(directory: directory)
        defer { lock.release() }
        let place = file(in: directory)
        guard isSame(backup, place) == false else { throw RestoreRefused.isItself(place) }
        guard replacing || !exists(directory: directory) else { throw RestoreRefused.exists(place) }

        let draft = place + ".new"
        defer { remove(draft) }
        remove(draft)
        for suffix in ["", "-wal"] where suffix.isEmpty || DatabaseFile.size(of: backup + suffix) > 0 {
            try copyFile(backup + suffix, to: draft + suffix)
        }
        try namingDamage(backup) { try SQLiteDriver.standAlone(draft) }
        let copied = try inspect(draft, named: backup)
        try synchronise(draft)

        // A log beside a file that it does not belong to would be played into it: the old one goes first.
        let stamp = String((moment ?? systemClock()).filter(\.isNumber).prefix(14))
        let aside = place + ".replaced-" + stamp
        var kept: String?
        for suffix in ["-wal", ""] {
            guard rename(place + suffix, aside + suffix) == 0 else {
                guard errno == ENOENT else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
                continue
            }
            if suffix.isEmpty { kept = aside }
        }
        for name in [place + "-shm", directory + "/columns.image", directory + "/columns.image.new"] { unlink(name) }
        try put(draft, in: place)
        return (copied.summary, kept)
    }

    /// Opens a copy that nobody else has open and checks all of it.
    private static func inspect(
        _ copy: String, named name: String? = nil
    ) throws -> (counts: TableCounts, summary: Copied) {
        let database: Database
        do { database = try openForReading(file: copy) } catch is SchemaTooOld {
            // It is sound as far as its own step of the schema goes; the next start brings it up to date.
            database = try openAsItIs(copy)
        } catch let damage as DatabaseDamaged {
            throw DatabaseDamaged(path: name ?? copy, faults: damage.faults)
        }
        defer { try? database.close() }
        let faults = try database.faults()
        guard faults.isEmpty else { throw DatabaseDamaged(path: name ?? copy, faults: faults) }
        return try database.read { reading in
            let counts = try TableCounts(reading)
            let last = try reading.journal(limit: 1).first
            return (
                counts,
                Copied(
                    journalRows: last?.seq ?? 0, head: last?.hash ?? JournalRow.origin,
                    rows: counts.rows.values.reduce(0, +), bytes: DatabaseFile.size(of: copy))
            )
        }
    }

    private static func copyFile(_ from: String, to place: String) throws {
        try FileManager.default.copyItem(atPath: realPath(from) ?? from, toPath: place)
        guard chmod(place, 0o600) == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
    }

    private static func isSame(_ one: String, _ other: String) -> Bool {
        var (a, b) = (stat(), stat())
        return stat(one, &a) == 0 && stat(other, &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino
    }

    /// A file and what an engine may have left beside it.
    private static func remove(_ path: String) {
        for suffix in ["", "-wal", "-shm", "-journal"] { unlink(path + suffix) }
    }
}

/// How many rows each table has, and the journal's last row: what a copy is compared by.
struct TableCounts: Hashable {
    var rows: [String: Int] = [:]
    var last: JournalRow?

    init(_ reading: ReadTransaction) throws {
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
private func realPath(_ path: String) -> String? {
    guard let found = realpath(path.isEmpty ? "." : path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
}

/// Why a backup was not restored.
public enum RestoreRefused: Error, Hashable, Sendable {
    /// There is a database already, and nobody said that it may be replaced.
    case exists(String)
    /// The backup is the database itself.
    case isItself(String)
}
