import Store

extension Migration {
    /// Which people of one name are two, as somebody found out.
    static let distinctPeople = Migration(
        number: 30, name: "distinct people",
        statements: [
            """
            create table distinct_people (
                code text not null primary key,
                one text not null references persons (code),
                other text not null references persons (code),
                remark text,
                said_day integer not null,
                said_by text not null check (length(said_by) > 0),
                over_day integer,
                over_by text,
                check (one < other),
                check ((over_day is null) = (over_by is null))
            )
            """,
            "create index distinct_people_by_pair on distinct_people (one, other)",
        ])
}
