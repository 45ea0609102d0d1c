import Foundation
import Glibc
public import LedgerEngine

/// The columns of a database as a file beside it, so that a start need not read the database.
public struct ColumnImageFile: Sendable {
    public let path: String

    public init(path: String) { self.path = path }

    /// Writes the whole image beside the old one, safe on disk, and puts it in its place.
    public func write(_ columns: RecordColumns, mark: String, by workers: Workers = .processors) throws {
        let draft = path + ".new"
        let file = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        var isOpen = true
        do {
            try columns.writeImage(mark: mark, by: workers) { try Self.write($0, to: file) }
            guard fsync(file) == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
            isOpen = false
            guard close(file) == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        } catch {
            if isOpen { close(file) }
            unlink(draft)
            throw error
        }
        guard rename(draft, path) == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
    }

    /// The columns and what they were made from; nil where there is no image.
    ///
    /// Throws `ImageTrouble` where the file is damaged, foreign or of another version: then it is made anew.
    public func read(by workers: Workers = .processors) throws -> (columns: RecordColumns, mark: String)? {
        guard let file = try MappedFile(path: path) else { return nil }
        let mark = try withExtendedLifetime(file) {
            try RecordColumns.mark(ofImage: UnsafeRawBufferPointer(start: file.start, count: file.byteCount))
        }
        let columns = try RecordColumns(image: file.start, byteCount: file.byteCount, lender: file, by: workers)
        return (columns, mark)
    }

    /// What the image was made from, its rows unread; nil where there is no image.
    public func mark() throws -> String? {
        guard let file = try MappedFile(path: path) else { return nil }
        return try withExtendedLifetime(file) {
            try RecordColumns.mark(ofImage: UnsafeRawBufferPointer(start: file.start, count: file.byteCount))
        }
    }

    private static func write(_ bytes: UnsafeRawBufferPointer, to file: Int32) throws {
        var rest = bytes
        while !rest.isEmpty {
            let written = Glibc.write(file, rest.baseAddress, min(rest.count, 1 << 30))
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
            rest = UnsafeRawBufferPointer(rebasing: rest[written...])
        }
    }
}
