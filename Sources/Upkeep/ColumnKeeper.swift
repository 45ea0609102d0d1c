import Foundation
public import LedgerEngine
import Storage
public import Store
import Synchronization

/// Keeps the columns of a database ready: from the image beside it and what was recorded since, or read anew.
public struct ColumnKeeper: Sendable {
    public let file: ColumnImageFile
    /// Only the owner of the directory writes; others read beside it.
    public private(set) var writes: Bool
    /// Changes of facts after which a new image is worth its writing.
    public var worthWriting = 1000
    /// Changes of facts after which reading everything anew is as quick.
    public var mostChanges = 100_000

    public init(directory: String, writes: Bool) {
        file = ColumnImageFile(path: directory + "/columns.image")
        self.writes = writes
    }

    /// Where columns came from.
    public enum Origin: Hashable, Sendable {
        /// The image, and so many changes of facts since.
        case image(changes: Int)
        /// The whole database was read.
        case database
    }

    public func ready(_ database: Database) throws -> RecordColumns {
        try database.read { try ready($0).columns }
    }

    /// The same for somebody who only reads.
    public var reader: ColumnKeeper {
        var reader = self
        reader.writes = false
        return reader
    }

    /// Columns as of the state that `records` sees. Where the database had to be read, the image is written before they
    /// are handed out: afterwards they may change under the writer.
    public func ready(_ records: some Reading) throws -> (columns: RecordColumns, origin: Origin) {
        if let (columns, changes) = try fromImage(records) { return (columns, .image(changes: changes)) }
        let columns = try RecordColumns.reading(records)
        keep(columns, of: records)
        return (columns, .database)
    }

    /// Writes a new image where enough was recorded since the old one, from columns of its own: nobody need wait.
    ///
    /// False where there was no need, or it could not be written.
    @discardableResult
    public func renew(_ records: some Reading) throws -> Bool {
        guard writes else { return false }
        return try Self.oneWriter.withLock { _ in
            guard let mark = try mark(in: records),
                try records.factChangeCount(since: mark.revision) >= worthWriting,
                let (columns, _) = try fromImage(records)
            else { return false }
            return write(columns, of: records)
        }
    }

    /// True where the image holds all that `records` sees.
    public func isCurrent(_ records: some Reading) throws -> Bool {
        try mark(in: records)?.revision == records.factRevision()
    }

    /// What the image was made from, where that is an earlier state of what `records` sees.
    private func mark(in records: some Reading) throws -> ColumnMark? {
        guard let text = try? file.mark(), let mark = ColumnMark(text), try mark.isPast(of: records) else { return nil }
        return mark
    }

    /// Writes an image of columns that hold exactly what `records` sees; nobody may change them meanwhile.
    ///
    /// False where it could not be written: the next start then takes longer, and nothing else is lost.
    @discardableResult
    public func keep(_ columns: RecordColumns, of records: some Reading) -> Bool {
        writes && Self.oneWriter.withLock { _ in write(columns, of: records) }
    }

    /// One image at a time: a second writer would write into the first one's draft.
    private static let oneWriter = Mutex(())

    private func write(_ columns: RecordColumns, of records: some Reading) -> Bool {
        guard let mark = try? ColumnMark(records) else { return false }
        do {
            try file.write(columns, mark: mark.text)
            return true
        } catch {
            return false
        }
    }

    private func fromImage(_ records: some Reading) throws -> (RecordColumns, changes: Int)? {
        // An image that cannot be used, for whatever reason, is as good as none.
        guard let (columns, text) = try? file.read(), let mark = ColumnMark(text), try mark.isPast(of: records),
            let changes = try RecordNews(records, since: mark.revision, limit: mostChanges).changes
        else { return nil }
        return columns.catchUp(with: changes) ? (columns, changes.count) : nil
    }
}
