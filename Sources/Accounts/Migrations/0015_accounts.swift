public import Store

extension Migration {
    /// Who may come in, and by what they prove that it is they.
    public static let accounts = Migration(
        number: 15, name: "accounts",
        statements: [
            """
            create table accounts (
                name text not null primary key check (length(name) > 0),
                folded text not null unique check (length(folded) > 0),
                display_name text not null check (length(display_name) > 0),
                person text references persons (code),
                opened_day integer not null,
                disabled_day integer,
                reason text,
                check ((disabled_day is null) = (reason is null))
            )
            """,
            "create index accounts_by_person on accounts (person)",
            """
            create table credentials (
                account text not null primary key references accounts (name),
                password text,
                set_day integer not null,
                one_time text,
                one_time_until integer,
                check ((one_time is null) = (one_time_until is null))
            )
            """,
            """
            create table former_passwords (
                account text not null references credentials (account),
                place integer not null,
                password text not null check (length(password) > 0),
                primary key (account, place)
            )
            """,
        ])
}
