import Foundation

/// A file that was handed in.
enum StoredFile {
    static func bytes(_ path: String) throws -> [UInt8] {
        guard let handle = FileHandle(forReadingAtPath: path) else { throw ImportRefused.isGone }
        defer { try? handle.close() }
        return [UInt8](try handle.readToEnd() ?? Data())
    }
}
