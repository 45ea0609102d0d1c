import Foundation

extension Database {
    /// Puts the database of a backup into a directory. It is copied beside its place, opened and checked before; what stood
    /// there is kept under another name, which is returned.
    ///
    /// Throws `DirectoryInUse` while a server runs, `RestoreRefused` where there is a database already, `DatabaseDamaged`
    /// where the backup is not sound: then nothing has changed.
    public static func restore(
        _ backup: String, to directory: String, schema: Schema, replacing: Bool = false, at moment: String? = nil
    ) throws -> (copied: Copied, aside: String?) {
        try restore(backup, to: directory, schema: schema, replacing: replacing, at: moment) { _ in }
    }

    /// `after` is called between any two steps: a process may be killed at each.
    static func restore(
        _ backup: String, to directory: String, schema: Schema, replacing: Bool, at moment: String?,
        after: (CopyStep) throws -> Void
    ) throws -> (copied: Copied, aside: String?) {
        if let fault = DatabaseFile(path: backup).fault { throw DatabaseDamaged(path: backup, faults: [fault]) }
        let made = MissingDirectories(directory)
        defer { made.removeEmpty() }
        let hadLock = DirectoryLock.isThere(in: directory)
        try FileManager.default.createDirectory(
            atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try RestoreInWaiting.finish(in: directory)
        let lock = try DirectoryLock(directory: directory)
        var isDecided = false
        // Of a restore that came to nothing, nothing stays.
        defer { if isDecided || hadLock { lock.release() } else { lock.remove() } }
        let place = file(in: directory)
        guard isSame(backup, place) == false else { throw RestoreRefused.isItself(place) }
        guard replacing || !exists(directory: directory) else { throw RestoreRefused.exists(place) }

        let draft = place + ".new"
        defer { remove(draft) }
        remove(draft)
        for suffix in ["", "-wal"] where suffix.isEmpty || DatabaseFile.size(of: backup + suffix) > 0 {
            try copyFile(backup + suffix, to: draft + suffix)
            try after(.copied(suffix))
        }
        try namingDamage(backup) { try SQLiteDriver.standAlone(draft) }
        try after(.stoodAlone)
        let copied = try inspect(draft, schema, named: backup)
        try synchronise(draft)
        let waiting = RestoreInWaiting(directory: directory, moment: moment ?? systemClock())
        try EvidenceStore(inDirectory: directory).taking(
            evidenceNamed(in: draft, schema), from: EvidenceStore(besideBackup: backup)
        ) {
            try after(.inspected)
            try put(draft, in: waiting.path)
        }
        isDecided = true
        try after(.decided)
        return (copied.summary, try waiting.takePlace(after))
    }

    private static func copyFile(_ from: String, to place: String) throws {
        try FileManager.default.copyItem(atPath: realPath(from) ?? from, toPath: place)
        guard chmod(place, 0o600) == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
    }

    private static func isSame(_ one: String, _ other: String) -> Bool {
        var (a, b) = (stat(), stat())
        return stat(one, &a) == 0 && stat(other, &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino
    }
}

/// Where a backup or a restore stands after a step.
enum CopyStep: Hashable, Sendable {
    /// A file of the backup was copied beside the place; its suffix.
    case copied(String)
    /// A log that came with the copy was folded into it.
    case stoodAlone
    /// The copy is sound, and safe on disk.
    case inspected
    /// The copy has the name by which it takes the place, whoever comes next.
    case decided
    /// A file of the former database was put aside; its suffix.
    case putAside(String)
    /// What belongs to the former database alone was removed.
    case cleared
    case done
}

/// A database that was restored, sound and safe on disk, and is to take its place (docs/decisions/0091).
///
/// A log beside a file that it does not belong to would be played into it, and a file without its log has forgotten what
/// was saved last: no order of renaming is safe at every moment. So the name of the waiting file alone decides, and
/// whoever opens the directory next carries on where a killed restore stopped.
struct RestoreInWaiting {
    let directory: String
    /// Year to second, as digits.
    let stamp: String

    private static let mark = ".restored-"

    init(directory: String, moment: String) {
        self.directory = directory
        stamp = String(moment.filter(\.isNumber).prefix(14))
    }

    var path: String { place + Self.mark + stamp }
    private var place: String { Database.file(in: directory) }

    /// Puts the former database aside under a name of its own, which is returned, and this one in its place. Each step may
    /// have been done before. The directory's lock must be held.
    func takePlace(_ after: (CopyStep) throws -> Void = { _ in }) throws -> String? {
        let aside = place + ".replaced-" + stamp
        for suffix in ["-wal", ""] {
            guard rename(place + suffix, aside + suffix) == 0 || errno == ENOENT else {
                throw POSIXError(.init(rawValue: errno) ?? .EIO)
            }
            try Database.synchronise(directory)
            try after(.putAside(suffix))
        }
        for name in [
            place + "-shm", place + ".checked", directory + "/columns.image", directory + "/columns.image.new",
        ] {
            unlink(name)
        }
        try after(.cleared)
        try Database.put(path, in: place)
        try after(.done)
        return FileManager.default.fileExists(atPath: aside) ? aside : nil
    }

    /// Carries a restore on that was killed on its way. Throws `DirectoryInUse` while it is still under way.
    static func finish(in directory: String) throws {
        guard !waiting(in: directory).isEmpty else { return }
        let lock = try DirectoryLock(directory: directory)
        defer { lock.release() }
        // It may have been finished by another meanwhile.
        for one in waiting(in: directory) { _ = try one.takePlace() }
    }

    static func isThere(in directory: String) -> Bool { !waiting(in: directory).isEmpty }

    private static func waiting(in directory: String) -> [RestoreInWaiting] {
        let start = (Database.file(in: directory) as NSString).lastPathComponent + mark
        // A directory that cannot be listed is told of by whoever opens its file.
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
        return names.filter { $0.hasPrefix(start) }.sorted().map {
            RestoreInWaiting(directory: directory, moment: String($0.dropFirst(start.count)))
        }
    }
}

/// Why a backup was not restored.
public enum RestoreRefused: Error, Hashable, Sendable {
    /// There is a database already, and nobody said that it may be replaced.
    case exists(String)
    /// The backup is the database itself.
    case isItself(String)
}
