import Store

extension Migration {
    /// The indexes of participations and the statements that make them, as this step has them.
    static let participationIndexes: [(name: String, statement: String)] = activities.statements.compactMap { text in
        let words = text.split(separator: " ")
        return text.hasPrefix("create index participations_") ? (String(words[2]), text) : nil
    }

    static let activities = Migration(
        number: 2, name: "activities",
        statements: [
            """
            create table activities (
                code text not null primary key,
                kind text not null check (length(kind) > 0),
                title text not null check (length(title) > 0),
                organiser text not null references units (code),
                team text references teams (code),
                from_day integer not null,
                to_day integer not null check (to_day >= from_day),
                half_hours integer not null check (half_hours >= 0),
                filed_day integer,
                approved_day integer,
                reported_day integer,
                recorded_day integer not null
            )
            """,
            "create index activities_by_organiser on activities (organiser, from_day)",
            "create index activities_by_day on activities (from_day)",
            """
            create table activity_topics (
                activity text not null references activities (code),
                place integer not null check (place >= 0),
                topic text not null check (length(topic) > 0),
                primary key (activity, place)
            )
            """,
            """
            create table activity_audiences (
                activity text not null references activities (code),
                place integer not null check (place >= 0),
                category text not null check (length(category) > 0),
                primary key (activity, place)
            )
            """,
            """
            create table attachments (
                activity text not null references activities (code),
                place integer not null check (place >= 0),
                name text not null check (length(name) > 0),
                handed_in_day integer not null,
                primary key (activity, place)
            )
            """,
            """
            create table participations (
                code text not null primary key,
                activity text not null references activities (code),
                person text not null references persons (code),
                part text not null check (part in ('attendee', 'speaker', 'keynote', 'staff')),
                half_hours integer not null check (half_hours >= 0),
                completed integer not null check (completed in (0, 1)),
                recorded_day integer not null
            )
            """,
            "create index participations_by_activity on participations (activity)",
            "create index participations_by_person on participations (person)",
            """
            create table sites (
                code text not null primary key,
                name text not null check (length(name) > 0),
                unit text not null references units (code),
                from_day integer not null,
                until_day integer check (until_day >= from_day),
                recorded_day integer not null,
                end_recorded_day integer check (end_recorded_day >= recorded_day)
            )
            """,
            """
            create table site_topics (
                site text not null references sites (code),
                place integer not null check (place >= 0),
                topic text not null check (length(topic) > 0),
                primary key (site, place)
            )
            """,
            """
            create table voidings (
                code text not null primary key,
                activity text unique references activities (code),
                participation text unique references participations (code),
                site text unique references sites (code),
                reason text not null check (length(reason) > 0),
                made_by text not null check (length(made_by) > 0),
                recorded_day integer not null,
                check (
                    case when activity is null then 0 else 1 end
                    + case when participation is null then 0 else 1 end
                    + case when site is null then 0 else 1 end = 1
                )
            )
            """,
            """
            create table corrections (
                code text not null primary key,
                activity text unique references activities (code),
                activity_replacement text unique references activities (code),
                participation text unique references participations (code),
                participation_replacement text unique references participations (code),
                site text unique references sites (code),
                site_replacement text unique references sites (code),
                reason text not null check (length(reason) > 0),
                made_by text not null check (length(made_by) > 0),
                recorded_day integer not null,
                check (
                    case when activity is null then 0 else 1 end
                    + case when participation is null then 0 else 1 end
                    + case when site is null then 0 else 1 end = 1
                ),
                check (
                    case when activity is null then 0 else 1 end
                    = case when activity_replacement is null then 0 else 1 end
                ),
                check (
                    case when participation is null then 0 else 1 end
                    = case when participation_replacement is null then 0 else 1 end
                ),
                check (
                    case when site is null then 0 else 1 end
                    = case when site_replacement is null then 0 else 1 end
                ),
                check (activity <> activity_replacement),
                check (participation <> participation_replacement),
                check (site <> site_replacement)
            )
            """,
        ],
        final: [
            "activities", "activity_topics", "activity_audiences", "attachments", "participations", "voidings",
            "corrections",
        ], changesFacts: true)
}
