public import Store

extension Migration {
    /// What somebody has beside a password: the secret that their telephone shares with us, codes for when it is lost, and
    /// those who have given a password and not yet the other.
    public static let secondFactors = Migration(
        number: 27, name: "second factors",
        statements: [
            """
            create table second_factors (
                account text not null primary key references accounts (name),
                secret text not null check (length(secret) > 0),
                begun_day integer not null,
                confirmed_day integer,
                last_step bigint not null
            )
            """,
            """
            create table recovery_codes (
                account text not null references second_factors (account),
                place integer not null,
                code text not null check (length(code) = 64),
                primary key (account, place)
            )
            """,
            """
            create table half_sign_ins (
                token text not null primary key check (length(token) = 64),
                account text not null references accounts (name),
                means text not null,
                made_at text not null
            )
            """,
        ])
}
