import Glibc

/// A file that could not be written.
public struct FileTrouble: Error, CustomStringConvertible {
    public var path: String
    public var reason: String
    public var description: String { "\(path): \(reason)" }
}

extension ByteOutput {
    /// Writes to an open file descriptor, which stays open.
    public static func descriptor(_ descriptor: Int32, named name: String) -> ByteOutput {
        ByteOutput { bytes in try writeAll(bytes, to: descriptor, named: name) }
    }

    public static var standard: ByteOutput { descriptor(STDOUT_FILENO, named: "stdout") }

    /// Writes a file beside its final place and puts it there at the end, so that nobody ever reads half of it.
    public static func file(at path: String, _ body: (ByteOutput) -> Void) throws {
        let draft = path + ".part"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw trouble(path) }
        do {
            let output = Self.descriptor(descriptor, named: path)
            body(output)
            try output.finish()
        } catch {
            close(descriptor)
            unlink(draft)
            throw error
        }
        guard fsync(descriptor) == 0, close(descriptor) == 0, rename(draft, path) == 0 else { throw trouble(path) }
    }
}

private func writeAll(_ bytes: [UInt8], to descriptor: Int32, named name: String) throws {
    try bytes.withUnsafeBytes { buffer in
        var sent = 0
        while sent < buffer.count {
            let count = Glibc.write(descriptor, buffer.baseAddress?.advanced(by: sent), buffer.count - sent)
            if count < 0 {
                if errno == EINTR { continue }
                throw trouble(name)
            }
            sent += count
        }
    }
}

private func trouble(_ path: String) -> FileTrouble {
    FileTrouble(path: path, reason: String(cString: strerror(errno)))
}
