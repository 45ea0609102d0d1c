extension Reading {
    func eachJournalRow(_ body: (JournalRow) throws -> Void) throws {
        try connection.query("\(journalColumns) from journal order by seq", []) { try body(JournalRow($0)) }
    }

    /// The newest rows first.
    public func journal(limit: Int) throws -> [JournalRow] {
        try connection.rows(
            "\(journalColumns) from journal order by seq desc limit $1", [SQLValue(limit)]
        ) { try JournalRow($0) }
    }

    /// What was done to one object, oldest first.
    public func journal(ofKind kind: String, code: String) throws -> [JournalRow] {
        try connection.rows(
            "\(journalColumns) from journal where object_kind = $1 and object_code = $2 order by seq",
            [SQLValue(kind), SQLValue(code)]
        ) { try JournalRow($0) }
    }
}

extension WriteTransaction {
    /// Appends a row about this change. The counter's row serialises writers on engines that have several.
    func journal(act: String, kind: String, code: String, before: String? = nil, after: String?) throws {
        let seq = try nextNumber(of: "journal")
        let previous = try connection.first("select hash from journal where seq = $1", [SQLValue(seq - 1)]) {
            try $0.text("hash")
        }
        var row = JournalRow(
            seq: seq, at: at, by: by, act: act, objectKind: kind, objectCode: code, before: before, after: after,
            previousHash: previous ?? JournalRow.origin)
        row.hash = row.expectedHash
        try connection.execute(
            """
            insert into journal (seq, made_at, made_by, act, object_kind, object_code, state_before, state_after,
                previous_hash, hash)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            [
                SQLValue(row.seq), SQLValue(row.at), SQLValue(row.by), SQLValue(row.act), SQLValue(row.objectKind),
                SQLValue(row.objectCode), SQLValue(row.before), SQLValue(row.after), SQLValue(row.previousHash),
                SQLValue(row.hash),
            ])
    }
}

private let journalColumns = """
    select seq, made_at, made_by, act, object_kind, object_code, state_before, state_after, previous_hash, hash
    """

extension JournalRow {
    fileprivate init(_ row: any SQLRow) throws {
        self.init(
            seq: try row.integer("seq"), at: try row.text("made_at"), by: try row.text("made_by"),
            act: try row.text("act"), objectKind: try row.text("object_kind"),
            objectCode: try row.text("object_code"), before: try row.textOrNil("state_before"),
            after: try row.textOrNil("state_after"), previousHash: try row.text("previous_hash"),
            hash: try row.text("hash"))
    }
}
