import Foundation

/// Ownership of a data directory by one process, held through an advisory lock that dies with the process.
final class DirectoryLock: Sendable {
    private let descriptor: Int32

    init(directory: String) throws(DirectoryInUse) {
        let path = directory + "/owner.lock"
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
        self.descriptor = descriptor
        // For whoever is refused: the lock itself is what counts, this only names its holder.
        let owner = Array("\(getpid())\n".utf8)
        _ = ftruncate(descriptor, 0)
        _ = pwrite(descriptor, owner, owner.count, 0)
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
        let descriptor = open(directory + "/owner.lock", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { _ = Foundation.close(descriptor) }
        guard flock(descriptor, LOCK_SH | LOCK_NB) == 0 else { return true }
        _ = flock(descriptor, LOCK_UN)
        return false
    }

    func release() { _ = flock(descriptor, LOCK_UN) }

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
