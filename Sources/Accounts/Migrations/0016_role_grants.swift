public import Store

extension Migration {
    /// What somebody may do, beneath which unit and for how long: asked for by one, agreed to by another.
    public static let roleGrants = Migration(
        number: 16, name: "role grants",
        statements: [
            """
            create table role_grants (
                code text not null primary key,
                account text not null references accounts (name),
                granted_role text not null check (length(granted_role) > 0),
                unit text references units (code),
                from_day integer not null,
                until_day integer check (until_day >= from_day),
                purpose text not null check (length(purpose) > 0),
                stage text not null check (stage in ('asked', 'agreed', 'refused', 'ended')),
                asked_by text not null,
                asked_day integer not null,
                decided_by text,
                decided_day integer,
                remark text,
                check (stage = 'asked' or decided_by is not null),
                check (stage = 'ended' or decided_by is null or decided_by <> asked_by)
            )
            """,
            "create index role_grants_by_account on role_grants (account, stage)",
            "create index role_grants_by_stage on role_grants (stage, granted_role)",
        ])
}
