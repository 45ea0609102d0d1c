import Store

extension Migration {
    static let people = Migration(
        number: 1, name: "people",
        statements: [
            """
            create table units (
                code text not null primary key,
                name text not null check (length(name) > 0),
                kind text not null check (kind in ('city', 'county', 'department', 'partySchool', 'institution', 'enterprise', 'township', 'village', 'branch')),
                parent text references units (code),
                from_day integer not null,
                until_day integer check (until_day >= from_day),
                recorded_day integer not null,
                check (parent <> code)
            )
            """,
            """
            create table persons (
                code text not null primary key,
                name text not null check (length(name) > 0),
                sex text not null check (sex in ('female', 'male')),
                birth_month text not null check (length(birth_month) = 7),
                recorded_day integer not null
            )
            """,
            """
            create table appointments (
                code text not null primary key,
                person text not null references persons (code),
                unit text not null references units (code),
                post text,
                person_rank text,
                from_day integer not null,
                until_day integer check (until_day >= from_day),
                recorded_day integer not null,
                end_recorded_day integer check (end_recorded_day >= recorded_day)
            )
            """,
            "create index appointments_by_person on appointments (person)",
            "create index appointments_by_unit on appointments (unit)",
            """
            create table category_holdings (
                code text not null primary key,
                person text not null references persons (code),
                category text not null check (length(category) > 0),
                from_day integer not null,
                until_day integer check (until_day >= from_day),
                recorded_day integer not null,
                end_recorded_day integer check (end_recorded_day >= recorded_day)
            )
            """,
            "create index category_holdings_by_person on category_holdings (person)",
            """
            create table teams (
                code text not null primary key,
                name text not null check (length(name) > 0),
                kind text not null check (kind in ('leadershipTeam', 'studyGroup', 'branch')),
                unit text not null references units (code),
                from_day integer not null,
                until_day integer check (until_day >= from_day),
                recorded_day integer not null,
                end_recorded_day integer check (end_recorded_day >= recorded_day)
            )
            """,
            "create index teams_by_unit on teams (unit)",
            """
            create table team_memberships (
                code text not null primary key,
                team text not null references teams (code),
                person text not null references persons (code),
                team_role text not null check (team_role in ('secretary', 'member')),
                from_day integer not null,
                until_day integer check (until_day >= from_day),
                recorded_day integer not null,
                end_recorded_day integer check (end_recorded_day >= recorded_day)
            )
            """,
            "create index team_memberships_by_team on team_memberships (team)",
            "create index team_memberships_by_person on team_memberships (person)",
            """
            create table rosters (
                code text not null primary key,
                name text not null check (length(name) > 0),
                keeper text not null references units (code),
                recorded_day integer not null
            )
            """,
            """
            create table roster_entries (
                code text not null primary key,
                roster text not null references rosters (code),
                person text not null references persons (code),
                from_day integer not null,
                until_day integer check (until_day >= from_day),
                recorded_day integer not null,
                end_recorded_day integer check (end_recorded_day >= recorded_day)
            )
            """,
            "create index roster_entries_by_roster on roster_entries (roster)",
        ], changesFacts: true)
}
