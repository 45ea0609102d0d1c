import Files
public import LedgerEngine

/// The columns of a database as a file beside it, so that a start need not read the database.
public struct ColumnImageFile: Sendable {
    public let path: String

    public init(path: String) { self.path = path }

    /// Writes the whole image beside the old one, safe on disk, and puts it in its place.
    public func write(_ columns: RecordColumns, mark: String, by workers: Workers = .processors) throws {
        let name = path.split(separator: "/").last ?? ""
        let file = try OutputFile(own: path, draft: name + ".new")
        do {
            try columns.writeImage(mark: mark, by: workers) { try writeAll($0, to: file.descriptor, at: path) }
        } catch {
            file.discard()
            throw error
        }
        try file.keep()
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
}
