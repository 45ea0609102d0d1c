import Storage

/// What columns were made from: a schema, and a journal up to one row, which its hash tells from every other journal.
struct ColumnMark: Hashable {
    var schema: Int
    var revision: Int
    var hash: String

    /// The state that a transaction sees; nil where nothing has been journaled.
    init?(_ records: some Reading) throws {
        revision = try records.revision()
        schema = try records.schemaVersion()
        guard revision > 0, let hash = try records.journalHash(of: revision) else { return nil }
        self.hash = hash
    }

    /// Reads what `text` wrote.
    init?(_ text: String) {
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 3, let schema = Int(words[0]), let revision = Int(words[1]), revision > 0 else {
            return nil
        }
        self.schema = schema
        self.revision = revision
        hash = String(words[2])
    }

    var text: String { "\(schema) \(revision) \(hash)" }

    /// True where the journal that a transaction sees goes through the marked row.
    func isPast(of records: some Reading) throws -> Bool {
        try records.schemaVersion() == schema && records.journalHash(of: revision) == hash
    }
}
