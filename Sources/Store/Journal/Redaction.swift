/// That something which a line of the journal told was destroyed. The line keeps its hash, so that the chain goes through it
/// as before; what it says since has a hash of its own, which a later line tells (docs/decisions/0140).
public struct Redaction: Hashable, Sendable, Codable {
    public var seq: Int
    public var hash: String

    static let act = "redact"
    static let kind = "redaction"
}

/// As such a line tells them.
private struct Redactions: Codable {
    var lines: [Redaction]
}

extension Reading {
    /// What lines say since something of them was destroyed: the last word about each.
    func redactions() throws -> [Int: String] {
        var found: [Int: String] = [:]
        let told = try connection.rows(
            "select state_after from journal where object_kind = $1 order by seq", [SQLValue(Redaction.kind)]
        ) { try $0.textOrEmpty("state_after") }
        for text in told {
            // One that cannot be read vouches for no line; that it was altered is told of itself.
            guard let told = try? StoredJSON.value(Redactions.self, from: text) else { continue }
            for line in told.lines { found[line.seq] = line.hash }
        }
        return found
    }
}

extension WriteTransaction {
    /// Puts other texts in the place of those that lines of the journal told, and journals which. The number of that line.
    @discardableResult
    package func redact(_ rows: [JournalRow], about code: String) throws -> Int {
        var told = Redactions(lines: [])
        try lifting(["journal"]) {
            for var row in rows.sorted(by: { $0.seq < $1.seq }) {
                row.salt = nil
                told.lines.append(Redaction(seq: row.seq, hash: row.expectedHash))
                try connection.execute(
                    "update journal set state_before = $2, state_after = $3, salt = null where seq = $1",
                    [SQLValue(row.seq), SQLValue(row.before), SQLValue(row.after)])
            }
        }
        return try journal(act: Redaction.act, kind: Redaction.kind, code: code, after: StoredJSON.text(told))
    }

    /// Lets the rows of final tables be altered while `body` runs. Whatever it throws undoes the whole change.
    package func lifting(_ tables: [String], _ body: () throws -> Void) throws {
        let dialect = connection.dialect
        for table in tables { for text in dialect.lifting(finalityOf: table) { try connection.execute(text) } }
        try body()
        for table in tables { for text in dialect.settling(finalityOf: table) { try connection.execute(text) } }
    }
}

extension Reading {
    /// Tables whose rows are never altered.
    package func finalTables() throws -> Set<String> {
        Set(try connection.rows(connection.dialect.finalTables, []) { try $0.text("name") })
    }

    /// Every column that holds text, by its table.
    package func textColumns() throws -> [(table: String, column: String)] {
        try connection.rows(connection.dialect.textColumns, []) { (try $0.text("held_by"), try $0.text("name")) }
    }

    /// Lines of the journal by a condition on its columns, in order.
    package func journalRows(where condition: SQL) throws -> [JournalRow] {
        let question: SQL = "\(name: try journalColumns()) from journal where \(condition) order by seq"
        return try connection.rows(question.text, question.values) { try JournalRow($0) }
    }
}
