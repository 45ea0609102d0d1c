public import Store

extension Migration {
    /// Signing in through somebody else's issuer: by what means a session was begun, and who is on the way there.
    public static let issuer = Migration(
        number: 24, name: "issuer",
        statements: [
            "alter table sessions add column means text",
            """
            create table issuer_attempts (
                state text not null primary key check (length(state) = 64),
                nonce text not null,
                verifier text not null,
                wanted text not null,
                made_at text not null
            )
            """,
        ])
}
