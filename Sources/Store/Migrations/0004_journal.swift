extension Migration {
    static let journal = Migration(
        number: 4, name: "journal",
        statements: [
            """
            create table journal (
                seq integer not null primary key check (seq >= 1),
                made_at text not null check (length(made_at) > 0),
                made_by text not null check (length(made_by) > 0),
                act text not null check (length(act) > 0),
                object_kind text not null check (length(object_kind) > 0),
                object_code text not null check (length(object_code) > 0),
                state_before text,
                state_after text,
                previous_hash text not null check (length(previous_hash) = 64),
                hash text not null unique check (length(hash) = 64)
            )
            """,
            "create index journal_by_object on journal (object_kind, object_code)",
            """
            create table counters (
                name text not null primary key,
                last_number integer not null check (last_number >= 0)
            )
            """,
        ],
        final: ["journal"])
}
