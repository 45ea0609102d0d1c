import Store

extension Migration {
    /// Training that is claimed afterwards, and how its hours are reckoned.
    static let trainingClaims = Migration(
        number: 40, name: "training claims",
        statements: [
            """
            create table training_claims (
                code text not null primary key,
                title text not null check (length(title) > 0),
                source text not null check (source in ('own', 'outside', 'superior', 'online', 'teaching')),
                unit text not null references units (code),
                held_by text,
                from_day integer not null,
                to_day integer not null check (to_day >= from_day),
                half_hours integer not null check (half_hours >= 0),
                half_days integer not null check (half_days >= 0),
                way text not null,
                taught text not null check (taught in ('taught', 'notTaught')),
                note text,
                stage text not null
                    check (stage in ('draft', 'atUnit', 'atOffice', 'approved', 'returned', 'voided')),
                filed_day integer,
                decided_day integer,
                remark text,
                activity text references activities (code)
            )
            """,
            "create index training_claims_by_unit on training_claims (unit)",
            """
            create table training_claim_people (
                claim text not null references training_claims (code),
                place integer not null,
                person text not null references persons (code),
                primary key (claim, place)
            )
            """,
            "create index training_claim_people_by_person on training_claim_people (person)",
            """
            create table training_claim_topics (
                claim text not null references training_claims (code),
                place integer not null,
                topic text not null check (length(topic) > 0),
                primary key (claim, place)
            )
            """,
            """
            create table hour_rules (
                code text not null primary key,
                source text not null check (source in ('own', 'outside', 'superior', 'online', 'teaching')),
                since_day integer not null,
                per text not null check (per in ('day', 'halfDay', 'hour', 'piece')),
                half_hours integer not null check (half_hours >= 0),
                cap_once integer not null check (cap_once >= 0),
                cap_year integer not null check (cap_year >= 0),
                basis text,
                unique (source, since_day)
            )
            """,
        ])
}
