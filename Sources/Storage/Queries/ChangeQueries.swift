public import Records
public import Store

extension Reading {
    /// A number that grows with every change of facts: tells whether what was laid out earlier is still current.
    public func factRevision() throws -> Int {
        try connection.first("select coalesce(max(seq), 0) as last from fact_changes") { try $0.integer("last") } ?? 0
    }

    /// What happened to the facts after a revision, in order, at most so many changes.
    public func factChanges(since revision: Int, limit: Int) throws -> [FactChange] {
        try connection.rows(
            "select seq, kind, code from fact_changes where seq > $1 order by seq limit $2",
            [SQLValue(revision), SQLValue(limit)]
        ) { row in
            FactChange(
                seq: try row.integer("seq"), what: .init(kind: try row.text("kind"), code: try row.text("code")))
        }
    }

    /// How many changes of facts there were after a revision.
    public func factChangeCount(since revision: Int) throws -> Int {
        try connection.first("select count(*) as rows from fact_changes where seq > $1", [SQLValue(revision)]) {
            try $0.integer("rows")
        } ?? 0
    }

    /// The hash of one journal row; nil where there is none.
    public func journalHash(of seq: Int) throws -> String? {
        try connection.first("select hash from journal where seq = $1", [SQLValue(seq)]) { try $0.text("hash") }
    }

    /// The number of the newest schema step after which the facts lie as they do.
    public func factSchemaVersion() throws -> Int {
        let applied = try schemaVersion()
        return Schema.training.migrations.last { $0.changesFacts && $0.number <= applied }?.number ?? 0
    }
}

extension WriteTransaction {
    /// Journals a change of facts, and notes in the ledger's feed what it did to them. The journal's number of it.
    @discardableResult
    func journal(
        act: String, kind: String, code: String, before: String? = nil, after: String?, facts: FactChange.What
    ) throws -> Int {
        let seq = try journal(act: act, kind: kind, code: code, before: before, after: after)
        try note(FactChange(seq: seq, what: facts))
        return seq
    }

    private func note(_ change: FactChange) throws {
        let (kind, code) = change.what.columns
        try connection.execute(
            "insert into fact_changes (seq, kind, code) values ($1, $2, $3)",
            [SQLValue(change.seq), SQLValue(kind), SQLValue(code)])
    }
}
