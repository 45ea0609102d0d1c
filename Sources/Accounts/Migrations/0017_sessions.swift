public import Store

extension Migration {
    /// Who is signed in, who failed to, what waits for somebody to sign in again, and the codes that begin a site. Of what
    /// opens a door only the hash is kept.
    public static let sessions = Migration(
        number: 17, name: "sessions",
        statements: [
            """
            create table sessions (
                hash text not null primary key check (length(hash) = 64),
                account text not null references accounts (name),
                acts_for text,
                address text,
                browser text,
                begun_at text not null,
                seen_at text not null,
                ends_at text not null,
                ended_at text
            )
            """,
            "create index sessions_by_account on sessions (account, ended_at)",
            """
            create table sign_in_failures (
                about text not null primary key check (length(about) = 64),
                failures integer not null check (failures > 0),
                last_at text not null,
                locked_until text
            )
            """,
            """
            create table kept_forms (
                account text not null primary key references accounts (name),
                form text not null,
                fields text not null,
                kept_at text not null
            )
            """,
            """
            create table first_codes (
                granted_role text not null primary key,
                hash text not null check (length(hash) = 64),
                made_at text not null
            )
            """,
        ])
}
