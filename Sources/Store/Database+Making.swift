import Foundation

extension Database {
    /// Makes the database of a directory with what `fill` puts into it, as one change: it is there whole, or not at all.
    ///
    /// For bringing in millions of records: it is written as a file beside, without a log, and takes its place once it is
    /// safe on disk. Throws `CocoaError` where the directory has a database already.
    public static func make(
        directory: String, schema: Schema, by: String, _ fill: (WriteTransaction) throws -> Void
    ) throws {
        try FileManager.default.createDirectory(
            atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let lock = try DirectoryLock(directory: directory)
        defer { lock.release() }
        guard !exists(directory: directory) else { throw CocoaError(.fileWriteFileExists) }
        try makeFile(at: file(in: directory), schema) { try $0.write(by: by, fill) }
    }

    /// A database with its schema, filled by `fill`, written beside its place and put there when it is safe on disk.
    static func makeFile(at place: String, _ schema: Schema, _ fill: (Database) throws -> Void) throws {
        let draft = place + ".new"
        remove(draft)
        do {
            let driver = try SQLiteDriver(making: draft)
            do {
                try schema.apply(to: driver)
                try fill(Database(engine: driver, path: draft, schema: schema))
            } catch {
                try? driver.close()
                throw error
            }
            try driver.close()
            try synchronise(draft)
        } catch {
            remove(draft)
            throw error
        }
        try put(draft, in: place)
    }

    /// Renames a file that is safe on disk, and returns once its new name is too.
    static func put(_ draft: String, in place: String) throws {
        guard rename(draft, place) == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        try synchronise((place as NSString).deletingLastPathComponent)
    }

    /// Returns once a file, or the names in a directory, are on disk.
    static func synchronise(_ path: String) throws {
        let descriptor = Foundation.open(path.isEmpty ? "." : path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        defer { _ = Foundation.close(descriptor) }
        guard fsync(descriptor) == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
    }
}
