import Foundation

extension Database {
    /// Makes the database of a directory with what `fill` puts into it, as one change: it is there whole, or not at all.
    ///
    /// For bringing in millions of records: it is written as a file beside, without a log, and takes its place once it is
    /// safe on disk. Throws `CocoaError` where the directory has a database already.
    public static func make(directory: String, by: String, _ fill: (WriteTransaction) throws -> Void) throws {
        try FileManager.default.createDirectory(
            atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let lock = try DirectoryLock(directory: directory)
        defer { lock.release() }
        guard !exists(directory: directory) else { throw CocoaError(.fileWriteFileExists) }
        let place = file(in: directory)
        let draft = place + ".new"
        try? FileManager.default.removeItem(atPath: draft)
        do {
            let database = try Database(engine: SQLiteDriver(making: draft))
            do { try database.write(by: by, fill) } catch {
                try? database.close()
                throw error
            }
            try database.close()
            try synchronise(draft)
        } catch {
            try? FileManager.default.removeItem(atPath: draft)
            throw error
        }
        guard rename(draft, place) == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        try synchronise(directory)
    }

    /// Returns once a file, or the names in a directory, are on disk.
    private static func synchronise(_ path: String) throws {
        let descriptor = Foundation.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        defer { _ = Foundation.close(descriptor) }
        guard fsync(descriptor) == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
    }
}
