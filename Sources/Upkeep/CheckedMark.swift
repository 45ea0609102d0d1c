import Foundation
import Glibc
import Store

/// What the files of a database looked like when they were last found sound: a command that only reads need not check them
/// again as long as nobody has touched them.
public struct CheckedMark: Sendable {
    private let path: String

    public init(directory: String) { path = Database.file(in: directory) }

    /// True where the files are the ones that were checked.
    public var isCurrent: Bool {
        guard let kept = try? String(contentsOfFile: path + ".checked", encoding: .utf8) else { return false }
        return kept == look
    }

    /// Notes that they are sound as they are. Where it cannot be noted, they are checked again next time.
    public func note() {
        guard let look else { return }
        let file = open(path + ".checked", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { return }
        _ = Array(look.utf8).withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
        close(file)
    }

    /// Size, moment of the last change and inode of the file and its log.
    private var look: String? {
        var lines: [String] = []
        for suffix in ["", "-wal"] {
            var status = stat()
            guard stat(path + suffix, &status) == 0, status.st_size > 0 else {
                if suffix.isEmpty { return nil }
                continue
            }
            lines.append(
                "\(suffix) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec) \(status.st_ino)\n")
        }
        return lines.joined()
    }
}
