import Foundation
import Synchronization

/// Which files an engine of this process has open.
///
/// By POSIX a process that closes any descriptor of a file gives up all its locks on it, those of others in it too: whoever
/// looked into a file that SQLite holds would take its locks away, and the next program that reads the database would fold
/// its log in and remove it beneath us (sqlite.org/howtocorrupt.html, 2.2). Such a file is looked into by the engine alone.
enum OpenFiles {
    struct File: Hashable, Sendable {
        var device: UInt64
        var number: UInt64
    }

    private static let held = Mutex<[File: Int]>([:])

    static func isHeld(_ status: stat) -> Bool { held.withLock { $0[File(status)] != nil } }

    /// As long as it lives the file counts as open; nil where there is none.
    final class Hold: Sendable {
        private let file: File

        init?(_ path: String) {
            var status = stat()
            guard stat(path, &status) == 0 else { return nil }
            let file = File(status)
            self.file = file
            OpenFiles.held.withLock { $0[file, default: 0] += 1 }
        }

        deinit {
            OpenFiles.held.withLock { held in
                let left = (held[file] ?? 0) - 1
                held[file] = left > 0 ? left : nil
            }
        }
    }
}

extension OpenFiles.File {
    init(_ status: stat) { self.init(device: UInt64(status.st_dev), number: UInt64(status.st_ino)) }
}
