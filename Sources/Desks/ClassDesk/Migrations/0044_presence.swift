import Store

extension Migration {
    /// Who confirmed a proof, and that it was taken back; what a site seals with that its browsers keep, such as when a code was
    /// scanned, the same for all its processes.
    static let presence = Migration(
        number: 44, name: "presence",
        statements: [
            "alter table trainee_proofs add column confirmed_by text",
            "alter table trainee_proofs add column withdrawn_day integer",
            """
            create table site_keys (
                name text not null primary key,
                secret text not null check (length(secret) > 0)
            )
            """,
        ])
}
