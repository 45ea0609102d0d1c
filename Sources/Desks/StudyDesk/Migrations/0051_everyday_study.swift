import Store

extension Migration {
    /// What people, units and groups study every day: own plans, notes as counts, books read together, articles, reading rooms, and
    /// the reports of groups.
    static let everydayStudy = Migration(
        number: 51, name: "everyday study",
        statements: [
            """
            create table own_study_plans (
                code text not null primary key,
                person text not null references persons (code),
                unit text not null references units (code),
                plan_year integer not null check (plan_year between 2000 and 2099),
                drawn_day integer not null,
                unique (person, plan_year)
            )
            """,
            "create index own_study_plans_by_unit on own_study_plans (unit, plan_year)",
            """
            create table own_study_lines (
                plan text not null references own_study_plans (code),
                place integer not null,
                subject text not null check (length(subject) > 0),
                source text,
                done_day integer,
                primary key (plan, place)
            )
            """,
            """
            create table study_notes (
                code text not null primary key,
                person text not null references persons (code),
                unit text not null references units (code),
                notes_year integer not null check (notes_year between 2000 and 2099),
                half text not null check (half in ('first', 'second')),
                amount integer not null check (amount between 0 and 500),
                said_day integer not null,
                unique (person, notes_year, half)
            )
            """,
            "create index study_notes_by_unit on study_notes (unit, notes_year)",
            """
            create table shared_readings (
                code text not null primary key,
                item text not null references study_items (code),
                unit text not null references units (code),
                read_day integer not null,
                half_hours integer not null check (half_hours > 0),
                held_at text not null check (length(held_at) > 0),
                people integer not null check (people > 0),
                recorded_day integer not null,
                activity text not null references activities (code),
                taken_back_day integer,
                reason text
            )
            """,
            "create index shared_readings_by_item on shared_readings (item)",
            "create index shared_readings_by_unit on shared_readings (unit, read_day)",
            "create index shared_readings_by_activity on shared_readings (activity)",
            """
            create table study_articles (
                code text not null primary key,
                unit text not null references units (code),
                team text references teams (code),
                title text not null check (length(title) > 0),
                outlet text not null,
                published_in text not null check (length(published_in) > 0),
                published_day integer not null,
                link text,
                entered_day integer not null,
                activity text not null references activities (code),
                withdrawn_day integer,
                reason text
            )
            """,
            "create index study_articles_by_unit on study_articles (unit, published_day)",
            "create index study_articles_by_team on study_articles (team, published_day)",
            "create index study_articles_by_activity on study_articles (activity)",
            """
            create table study_article_authors (
                article text not null references study_articles (code),
                place integer not null,
                person text not null references persons (code),
                primary key (article, place)
            )
            """,
            "create index study_article_authors_by_person on study_article_authors (person)",
            """
            create table reading_rooms (
                code text not null primary key,
                unit text not null references units (code),
                name text not null check (length(name) > 0),
                place_at text not null check (length(place_at) > 0),
                since_day integer not null,
                books integer not null check (books >= 0),
                opened text not null check (length(opened) > 0),
                keeper text,
                entered_day integer not null,
                closed_day integer,
                reason text
            )
            """,
            "create index reading_rooms_by_unit on reading_rooms (unit)",
            """
            create table reading_room_looks (
                room text not null references reading_rooms (code),
                place integer not null,
                looked_day integer not null,
                books integer not null check (books >= 0),
                finding text not null check (finding in ('asSaid', 'toMend')),
                remark text,
                primary key (room, place)
            )
            """,
            """
            create table study_reports (
                code text not null primary key,
                team text not null references teams (code),
                unit text not null references units (code),
                report_year integer not null check (report_year between 2000 and 2099),
                part text not null check (part in ('half', 'whole')),
                done text,
                problems text,
                next_steps text,
                stage text not null check (stage in ('draft', 'handedIn', 'noted', 'returned')),
                drafted_day integer not null,
                handed_day integer,
                noted_day integer,
                remark text,
                plan text references study_plans (code),
                unique (team, report_year, part)
            )
            """,
            "create index study_reports_by_unit on study_reports (unit, report_year)",
            "create index study_reports_by_plan on study_reports (plan)",
            """
            create table study_report_figures (
                report text not null references study_reports (code),
                place integer not null,
                figure text not null,
                amount integer not null check (amount >= 0),
                primary key (report, place)
            )
            """,
        ])
}
