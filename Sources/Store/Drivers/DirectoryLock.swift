import Foundation

/// Ownership of a data directory by one process, held through an advisory lock that dies with the process.
final class DirectoryLock: Sendable {
    private let path: String
    private let descriptor: Int32

    init(directory: String) throws(DirectoryInUse) {
        path = Self.path(in: directory)
        var descriptor = try Self.locked(path, directory)
        // One whose file was taken away meanwhile holds nothing that others would see.
        while !Self.isOf(path, descriptor) {
            _ = Foundation.close(descriptor)
            descriptor = try Self.locked(path, directory)
        }
        self.descriptor = descriptor
        // For whoever is refused: the lock itself is what counts, this only names its holder.
        let owner = Array("\(getpid())\n".utf8)
        _ = ftruncate(descriptor, 0)
        _ = pwrite(descriptor, owner, owner.count, 0)
    }

    private static func path(in directory: String) -> String { directory + "/owner.lock" }

    private static func locked(_ path: String, _ directory: String) throws(DirectoryInUse) -> Int32 {
        // What else may stand there is not written into.
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
        guard descriptor >= 0 else { throw DirectoryInUse(directory: directory, owner: nil) }
        guard Self.lock(descriptor) else {
            let owner = (try? String(contentsOfFile: path, encoding: .utf8)).flatMap {
                Int32($0.trimmingCharacters(in: .whitespacesAndNewlines))
            }
            _ = Foundation.close(descriptor)
            throw DirectoryInUse(directory: directory, owner: owner)
        }
        return descriptor
    }

    /// Whether the file at a path is the one that is open.
    private static func isOf(_ path: String, _ descriptor: Int32) -> Bool {
        var (there, own) = (stat(), stat())
        return lstat(path, &there) == 0 && fstat(descriptor, &own) == 0 && there.st_dev == own.st_dev
            && there.st_ino == own.st_ino
    }

    /// An owner that was killed a moment ago lets go within the second.
    private static func lock(_ descriptor: Int32) -> Bool {
        for _ in 0..<20 {
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
            usleep(50_000)
        }
        return false
    }

    /// True where some process holds it.
    static func isHeld(in directory: String) -> Bool {
        let descriptor = open(path(in: directory), O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { _ = Foundation.close(descriptor) }
        guard flock(descriptor, LOCK_SH | LOCK_NB) == 0 else { return true }
        _ = flock(descriptor, LOCK_UN)
        return false
    }

    /// Whether a directory was ever owned.
    static func isThere(in directory: String) -> Bool { FileManager.default.fileExists(atPath: path(in: directory)) }

    func release() { _ = flock(descriptor, LOCK_UN) }

    /// Lets go, and leaves nothing behind.
    func remove() {
        unlink(path)
        release()
    }

    deinit { _ = Foundation.close(descriptor) }
}

/// That another process writes to this data directory. Two writers on one file are refused.
public struct DirectoryInUse: Error, Hashable, CustomStringConvertible {
    public var directory: String
    /// Process id of the owner, where it is known.
    public var owner: Int32?

    public var description: String {
        owner.map { "\(directory) is in use by process \($0)" } ?? "\(directory) cannot be locked for writing"
    }
}
