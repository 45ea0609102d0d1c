import Store

extension Migration {
    /// Study tours: the scheme that is filed, the decision, the report, and the measures drawn from it.
    static let studyTours = Migration(
        number: 11, name: "study tours",
        statements: [
            """
            create table study_tours (
                code text not null primary key,
                title text not null check (length(title) > 0),
                unit text not null references units (code),
                leader text not null references persons (code),
                from_day integer not null,
                to_day integer not null check (to_day >= from_day),
                purpose text not null check (length(purpose) > 0),
                funded_by text,
                filed_day integer not null,
                stage text not null check (stage in ('filed', 'returned', 'approved', 'withdrawn')),
                decided_day integer,
                remark text
            )
            """,
            "create index study_tours_by_unit on study_tours (unit, from_day)",
            """
            create table tour_questions (
                tour text not null references study_tours (code),
                place integer not null,
                question text not null check (length(question) > 0),
                primary key (tour, place)
            )
            """,
            """
            create table tour_stops (
                tour text not null references study_tours (code),
                place integer not null,
                day integer not null,
                place_name text not null check (length(place_name) > 0),
                host text,
                study text,
                primary key (tour, place)
            )
            """,
            """
            create table tour_members (
                tour text not null references study_tours (code),
                place integer not null,
                person text not null references persons (code),
                primary key (tour, place)
            )
            """,
            """
            create table tour_costs (
                tour text not null references study_tours (code),
                place integer not null,
                item text not null check (length(item) > 0),
                fen bigint not null check (fen >= 0),
                primary key (tour, place)
            )
            """,
            """
            create table tour_reports (
                tour text not null primary key references study_tours (code),
                from_day integer not null,
                to_day integer not null check (to_day >= from_day),
                findings text not null check (length(findings) > 0),
                gaps text,
                differences text,
                half_hours integer not null check (half_hours >= 0),
                reported_day integer not null,
                activity text not null unique references activities (code)
            )
            """,
            """
            create table tour_attendees (
                tour text not null references tour_reports (tour),
                place integer not null,
                person text not null references persons (code),
                primary key (tour, place)
            )
            """,
            """
            create table tour_spendings (
                tour text not null references tour_reports (tour),
                place integer not null,
                item text not null check (length(item) > 0),
                fen bigint not null check (fen >= 0),
                primary key (tour, place)
            )
            """,
            """
            create table tour_measures (
                code text not null primary key,
                tour text not null references study_tours (code),
                measure text not null check (length(measure) > 0),
                origin text,
                lead_unit text not null references units (code),
                owner text not null references persons (code),
                due_day integer not null,
                done_day integer,
                proof text
            )
            """,
            "create index tour_measures_by_tour on tour_measures (tour, due_day)",
        ])
}
