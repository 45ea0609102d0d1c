import Store
import Vocabulary

extension Migration {
    /// The day on which a change of units and people was recorded: what was known by a day is told from it. Of changes that
    /// stand already it is the day of their journal's row.
    static let daysOfChanges = Migration(
        number: 18, name: "days of changes",
        statements: [
            "drop index record_changes_by_record",
            "alter table record_changes rename to record_changes_without_days",
            """
            create table record_changes (
                seq integer not null references journal (seq),
                kind text not null check (length(kind) > 0),
                code text not null check (length(code) > 0),
                state_before text,
                recorded_day integer not null,
                primary key (seq, kind, code)
            )
            """,
        ],
        final: ["record_changes"],
        fill: { connection in
            let rows = try connection.rows(
                """
                select r.seq as seq, r.kind as kind, r.code as code, r.state_before as state_before, j.made_at as made_at
                from record_changes_without_days r join journal j on j.seq = r.seq
                """
            ) { row in
                [
                    SQLValue(try row.integer("seq")), SQLValue(try row.text("kind")), SQLValue(try row.text("code")),
                    SQLValue(try row.textOrNil("state_before")), SQLValue(try Day.made(at: row.text("made_at"))),
                ]
            }
            let statement = try connection.statement(
                "insert into record_changes (seq, kind, code, state_before, recorded_day) values ($1, $2, $3, $4, $5)")
            for row in rows { try statement.run(with: row) }
            try connection.execute("drop table record_changes_without_days")
            try connection.execute("create index record_changes_by_record on record_changes (kind, code)")
            try connection.execute("create index record_changes_by_day on record_changes (recorded_day)")
        })
}

extension Day {
    /// The day of a moment in the journal.
    static func made(at moment: String) throws -> Day {
        guard let day = Day(iso: moment.prefix(10)) else { throw UnexpectedRow("made_at", expected: "a moment") }
        return day
    }
}
