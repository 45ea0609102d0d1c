import Foundation
import Glibc

/// A file mapped into memory for as long as this lives. Changes stay in memory: the file is never written through it.
final class MappedFile: @unchecked Sendable {
    let start: UnsafeMutableRawPointer
    let byteCount: Int

    /// Nil where there is no such file, no plain one, or an empty one.
    init?(path: String) throws {
        // A pipe in its place must not keep the start waiting.
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else {
            if errno == ENOENT { return nil }
            throw POSIXError(.init(rawValue: errno) ?? .EIO)
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        guard status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else { return nil }
        byteCount = Int(status.st_size)
        guard let mapped = mmap(nil, byteCount, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_NORESERVE, file, 0),
            mapped != MAP_FAILED
        else { throw POSIXError(.init(rawValue: errno) ?? .ENOMEM) }
        start = mapped
    }

    deinit { munmap(start, byteCount) }
}
