import Store

extension Migration {
    /// Teams of several in a contest; the salt with which the journal vouches for scores that it does not tell.
    static let drillTeams = Migration(
        number: 53, name: "drill_teams",
        statements: [
            "alter table drill_exam_results add column salt text",
            "alter table drill_contest_events add column team_size integer check (team_size > 1)",
            "alter table drill_entries add column team_name text",
            """
            create table drill_entry_members (
                entry text not null references drill_entries (code),
                place integer not null,
                person text not null references persons (code),
                primary key (entry, place)
            )
            """,
            "create index drill_entry_members_by_person on drill_entry_members (person)",
        ])
}
