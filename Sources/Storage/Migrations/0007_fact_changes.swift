import Store

extension Migration {
    /// The ledger's own feed of changes, and the journal's head kept apart from the journal.
    ///
    /// A database that has a past begins its feed with one change of everything: what was laid out before is read anew.
    static let factChanges = Migration(
        number: 7, name: "fact changes",
        statements: [
            """
            create table fact_changes (
                seq integer not null primary key references journal (seq),
                kind text not null check (length(kind) > 0),
                code text not null check (length(code) > 0)
            )
            """,
            """
            insert into fact_changes (seq, kind, code)
            select seq, 'everything', 'all' from journal where seq = (select max(seq) from journal)
            """,
            """
            create table journal_head (
                place integer not null primary key check (place = 1),
                seq integer not null check (seq >= 0),
                hash text not null check (length(hash) = 64)
            )
            """,
            """
            insert into journal_head (place, seq, hash)
            values (1, 0, '\(JournalRow.origin)')
            """,
            """
            update journal_head set seq = (select max(seq) from journal),
                hash = (select hash from journal where seq = (select max(seq) from journal))
            where exists (select seq from journal)
            """,
            "delete from counters where name = 'journal'",
        ],
        final: ["fact_changes"], trees: ["units"])
}
