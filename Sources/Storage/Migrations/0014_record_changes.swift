import Store

extension Migration {
    /// Which units and people a change touched, and as what each stood before it: one row for each, whether somebody
    /// changed one or a file brought a hundred thousand. The journal's row of the change tells who and when.
    static let recordChanges = Migration(
        number: 14, name: "record changes",
        statements: [
            """
            create table record_changes (
                seq integer not null references journal (seq),
                kind text not null check (length(kind) > 0),
                code text not null check (length(code) > 0),
                state_before text,
                primary key (seq, kind, code)
            )
            """,
            "create index record_changes_by_record on record_changes (kind, code)",
        ],
        final: ["record_changes"])
}
