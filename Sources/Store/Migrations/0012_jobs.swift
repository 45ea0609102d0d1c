extension Migration {
    /// Work done beside the pages.
    static let jobs = Migration(
        number: 12, name: "jobs",
        statements: [
            """
            create table jobs (
                code text not null primary key,
                work text not null check (length(work) > 0),
                words_zh text not null,
                words_en text not null,
                about text,
                given text not null,
                account text not null check (length(account) > 0),
                reader text not null,
                state text not null
                    check (state in ('waiting', 'running', 'done', 'refused', 'cancelled', 'interrupted')),
                done bigint not null check (done >= 0),
                total bigint,
                end_zh text,
                end_en text,
                leads_to text,
                file_name text,
                file_type text,
                begun_at text not null,
                ended_at text,
                is_cancel_asked integer not null check (is_cancel_asked in (0, 1)),
                process text,
                beat bigint
            )
            """,
            "create index jobs_by_account on jobs (account, begun_at)",
            "create index jobs_by_state on jobs (state, begun_at)",
            "create index jobs_by_about on jobs (about, begun_at)",
        ])
}
