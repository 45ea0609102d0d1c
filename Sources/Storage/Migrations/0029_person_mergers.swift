import Store

extension Migration {
    /// Which staff numbers are one human's. Records that may be rewritten are the kept person's from the merger on; those that
    /// are final are read as theirs.
    static let personMergers = Migration(
        number: 29, name: "person mergers",
        statements: [
            """
            create table person_mergers (
                code text not null primary key,
                person text not null unique references persons (code),
                kept text not null references persons (code),
                doubles text,
                recorded_day integer not null,
                check (person <> kept)
            )
            """,
            "create index person_mergers_by_kept on person_mergers (kept)",
        ])
}
