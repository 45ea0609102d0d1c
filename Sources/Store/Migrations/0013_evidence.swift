extension Migration {
    /// Papers that belong to a record, each a file beside the database.
    static let evidence = Migration(
        number: 13, name: "evidence",
        statements: [
            """
            create table evidence (
                code text not null primary key,
                of_kind text not null check (length(of_kind) > 0),
                of_code text not null check (length(of_code) > 0),
                document text not null check (length(document) > 0),
                name text not null check (length(name) > 0),
                type text not null,
                bytes bigint not null check (bytes > 0),
                hash text not null check (length(hash) = 64),
                proves_day integer not null,
                came_day integer not null,
                made_by text not null,
                note text,
                withdrawn_day integer,
                withdrawn_by text,
                reason text,
                check ((withdrawn_day is null) = (reason is null))
            )
            """,
            "create index evidence_by_record on evidence (of_kind, of_code)",
            "create index evidence_by_hash on evidence (hash)",
        ])
}
