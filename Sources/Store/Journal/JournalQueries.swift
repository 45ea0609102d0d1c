extension Reading {
    /// Every row in order, so many at a time: `body` may ask for other things meanwhile, and a long journal is nowhere held
    /// whole.
    func eachJournalRow(_ body: (JournalRow) throws -> Void, atOnce count: Int = 1000) throws {
        var last: Int?
        let columns = try journalColumns()
        while true {
            let rows = try connection.rows(
                "\(columns) from journal where seq > $1 order by seq limit $2",
                [SQLValue(last ?? Int(Int32.min)), SQLValue(count)]
            ) { try JournalRow($0) }
            for row in rows { try body(row) }
            guard rows.count == count else { return }
            last = rows.last?.seq
        }
    }

    /// A number that grows with every act: the journal's newest row.
    public func revision() throws -> Int {
        try connection.first("select coalesce(max(seq), 0) as last from journal") { try $0.integer("last") } ?? 0
    }

    /// Differs whenever anything differs that a reader could be shown: what the journal tells of, and what is only theirs.
    public func mark(for reader: Reader) throws -> String {
        let question: SQL = """
            select (select coalesce(max(seq), 0) from journal) as seq, count(*) as drafts,
                coalesce(max(changed_at), '') as changed, (select count(*) from jobs) as jobs,
                (select count(*) from jobs where state = 'running') as running,
                (select cast(coalesce(sum(done), 0) as bigint) from jobs where state = 'running') as done,
                (select coalesce(max(ended_at), '') from jobs) as ended,
                (select coalesce(max(since_at), '') from desk_visits where account = \(reader.account)) as since,
                (select coalesce(max(changed_at), '') from form_drafts where post = \(reader.post)) as post_changed,
                (select count(*) from form_drafts where post = \(reader.post)) as post_drafts
            from form_drafts where account = \(reader.account)
            """
        return try connection.first(question.text, question.values) { row in
            let numbers = try ["seq", "drafts", "jobs", "running", "done", "post_drafts"].map {
                String(try row.integer($0))
            }
            let moments = try ["changed", "ended", "since", "post_changed"].map { try row.textOrEmpty($0) }
            return (numbers + moments).joined(separator: " ")
        } ?? ""
    }

    /// The newest rows first.
    public func journal(limit: Int) throws -> [JournalRow] {
        try connection.rows(
            "\(try journalColumns()) from journal order by seq desc limit $1", [SQLValue(limit)]
        ) { try JournalRow($0) }
    }

    /// What was done to one object, oldest first.
    public func journal(ofKind kind: String, code: String) throws -> [JournalRow] {
        try connection.rows(
            "\(try journalColumns()) from journal where object_kind = $1 and object_code = $2 order by seq",
            [SQLValue(kind), SQLValue(code)]
        ) { try JournalRow($0) }
    }
}

extension Reading {
    /// What others than an account did since one row of the journal to nouns that a reader may see, the newest first. `kind`
    /// is what the journal calls them.
    public func journal<N: Noun>(
        ofKind kind: String, of type: N.Type, since seq: Int, besides account: String, for reader: Reader, limit: Int
    ) throws -> [JournalRow] {
        let question: SQL = """
            \(name: try journalColumns()) from journal where seq > \(seq) and object_kind = \(kind) and made_by <> \(account) and object_code in (
                select \(name: N.table.key) from \(name: N.table.name) where \(N.reach.condition(for: reader)))
            order by seq desc limit \(limit)
            """
        return try connection.rows(question.text, question.values) { try JournalRow($0) }
    }
}

extension WriteTransaction {
    /// Appends a row about this change, and returns its number. The head's row serialises writers on engines that have several.
    @discardableResult
    package func journal(
        act: String, kind: String, code: String, before: String? = nil, after: String?
    ) throws -> Int {
        try connection.execute("update journal_head set seq = seq + 1 where place = 1")
        let head = try connection.first("select seq, hash from journal_head where place = 1") {
            (seq: try $0.integer("seq"), hash: try $0.text("hash"))
        }
        guard let head else { throw UnexpectedRow("journal_head", expected: "one row") }
        var row = JournalRow(
            seq: head.seq, at: at, by: by, act: act, objectKind: kind, objectCode: code, before: before, after: after,
            previousHash: head.hash, salt: RandomText.make(26))
        row.hash = row.expectedHash
        try connection.execute(
            """
            insert into journal (seq, made_at, made_by, act, object_kind, object_code, state_before, state_after,
                previous_hash, hash, salt)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """,
            [
                SQLValue(row.seq), SQLValue(row.at), SQLValue(row.by), SQLValue(row.act), SQLValue(row.objectKind),
                SQLValue(row.objectCode), SQLValue(row.before), SQLValue(row.after), SQLValue(row.previousHash),
                SQLValue(row.hash), SQLValue(row.salt),
            ])
        try connection.execute("update journal_head set hash = $1 where place = 1", [SQLValue(row.hash)])
        return row.seq
    }
}

extension Reading {
    /// As `JournalRow` reads them; a database that is only looked at may be of before there were salts.
    func journalColumns() throws -> String {
        let hasSalts = try schemaVersion() >= Migration.journalSalts.number
        return """
            select seq, made_at, made_by, act, object_kind, object_code, state_before, state_after, previous_hash, hash,
            \(hasSalts ? "salt" : "null as salt")
            """
    }

    /// The number of the newest schema step.
    package func schemaVersion() throws -> Int {
        try connection.first("select max(number) as last from schema_migrations") { try $0.integer("last") } ?? 0
    }
}

extension JournalRow {
    init(_ row: any SQLRow) throws {
        self.init(
            seq: try row.integer("seq"), at: try row.text("made_at"), by: try row.text("made_by"),
            act: try row.text("act"), objectKind: try row.text("object_kind"),
            objectCode: try row.text("object_code"), before: try row.textOrNil("state_before"),
            after: try row.textOrNil("state_after"), previousHash: try row.text("previous_hash"),
            hash: try row.text("hash"), salt: try row.textOrNil("salt"))
    }
}
