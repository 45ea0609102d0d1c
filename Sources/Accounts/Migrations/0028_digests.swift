public import Store

extension Migration {
    /// Who wants to be told by letter each day what waits for them, and what became of each letter.
    public static let digests = Migration(
        number: 28, name: "digests",
        statements: [
            """
            create table digest_wishes (
                account text not null primary key references accounts (name),
                address text not null check (length(address) > 0),
                since_day integer not null
            )
            """,
            """
            create table digest_letters (
                account text not null references accounts (name),
                letter_day integer not null,
                stage text not null check (stage in ('waiting', 'sending', 'sent', 'nothing', 'refused')),
                tries integer not null check (tries >= 0),
                tried_at text,
                primary key (letter_day, account)
            )
            """,
        ])
}
