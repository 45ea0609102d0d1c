import Files
public import Formats
import Glibc

extension ByteOutput {
    /// Writes to an open file descriptor, which stays open.
    public static func descriptor(_ descriptor: Int32, named name: String) -> ByteOutput {
        ByteOutput { bytes in try bytes.withUnsafeBytes { try writeAll($0, to: descriptor, at: name) } }
    }

    /// Standard output. Where its reader has gone, as `head` does that has seen enough, the rest is for nobody.
    public static var standard: ByteOutput {
        ByteOutput { bytes in
            do {
                try bytes.withUnsafeBytes { try writeAll($0, to: STDOUT_FILENO, at: "stdout") }
            } catch let trouble as FileTrouble where trouble.number == EPIPE {
                return
            }
        }
    }

    /// Writes a file, so that nobody ever reads half of it; what is no plain file is written through (docs/decisions/0076).
    public static func file(at path: String, _ body: (ByteOutput) throws -> Void) throws {
        let file = try OutputFile(at: path)
        do {
            let output = Self.descriptor(file.descriptor, named: path)
            try body(output)
            try output.finish()
        } catch {
            file.discard()
            throw error
        }
        try file.keep()
    }
}
