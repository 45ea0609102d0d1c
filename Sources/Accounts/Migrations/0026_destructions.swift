public import Store

extension Migration {
    /// What somebody asked to have destroyed of a person by law, and who agreed.
    public static let destructions = Migration(
        number: 26, name: "destructions",
        statements: [
            """
            create table destructions (
                code text not null primary key,
                person text not null check (length(person) > 0),
                ground text not null check (length(ground) > 0),
                in_texts integer not null check (in_texts in (0, 1)),
                stage text not null check (stage in ('asked', 'done', 'refused')),
                asked_by text not null,
                asked_day integer not null,
                decided_by text,
                decided_day integer,
                remark text,
                check (stage = 'asked' or decided_by is not null),
                check (decided_by is null or decided_by <> asked_by)
            )
            """,
            "create index destructions_by_person on destructions (person)",
        ])
}
