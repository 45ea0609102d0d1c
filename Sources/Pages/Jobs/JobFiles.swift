import Files
import Formats
import Foundation

/// The files that jobs made, each under its job's code in a directory that no address leads into.
struct JobFiles: Sendable {
    let directory: String

    func path(of code: String) -> String { "\(directory)/\(code)" }

    func isThere(_ code: String) -> Bool { FileManager.default.fileExists(atPath: path(of: code)) }

    func write(_ code: String, _ body: (ByteOutput) throws -> Void) throws {
        try FileManager.default.createDirectory(
            atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let path = path(of: code)
        let file = try OutputFile(at: path, mode: 0o600)
        do {
            let descriptor = file.descriptor
            let output = ByteOutput { bytes in try bytes.withUnsafeBytes { try writeAll($0, to: descriptor, at: path) }
            }
            try body(output)
            try output.finish()
        } catch {
            file.discard()
            throw error
        }
        try file.keep()
    }

    func remove(_ code: String) {
        unlink(path(of: code))
        unlink(path(of: Self.aside(code)))
    }

    /// What a job keeps for a page of its desk, and offers to nobody as a file.
    static func aside(_ code: String) -> String { "\(code).aside" }

    /// Takes away what is no job's any more, drafts that a killed process left among it.
    func sweep(keeping codes: Set<String>) throws {
        guard FileManager.default.fileExists(atPath: directory) else { return }
        for name in try FileManager.default.contentsOfDirectory(atPath: directory) {
            if codes.contains(name.hasSuffix(Self.aside("")) ? String(name.dropLast(Self.aside("").count)) : name) {
                continue
            }
            let path = "\(directory)/\(name)"
            // A draft may be under way in another process.
            if name.hasSuffix(".part"), try !isOld(path) { continue }
            unlink(path)
        }
    }

    private func isOld(_ path: String) throws -> Bool {
        var status = stat()
        // Somebody else may have taken it away meanwhile.
        guard lstat(path, &status) == 0 else { return false }
        return Date().timeIntervalSince1970 - Double(status.st_mtim.tv_sec) > 86_400
    }
}
