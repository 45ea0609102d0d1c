import Storage
import Store

/// What columns were made from: the facts as they stood after one change, whose journal row's hash tells it from every
/// other database's, and the schema step after which they lie as they do.
struct ColumnMark: Hashable {
    var schema: Int
    /// The newest change of facts.
    var revision: Int
    var hash: String

    /// The state that a transaction sees; nil where there are no facts.
    init?(_ records: some Reading) throws {
        revision = try records.factRevision()
        schema = try records.factSchemaVersion()
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

    /// True where what a transaction sees has gone through the marked change.
    func isPast(of records: some Reading) throws -> Bool {
        try records.factSchemaVersion() == schema && records.journalHash(of: revision) == hash
    }
}
