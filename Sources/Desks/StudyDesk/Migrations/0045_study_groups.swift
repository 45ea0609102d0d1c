import Store

extension Migration {
    /// Study groups: the plan of a year, its filing, sessions with what became of them, visits of observers.
    static let studyGroups = Migration(
        number: 45, name: "study groups",
        statements: [
            """
            create table study_plans (
                code text not null primary key,
                team text not null references teams (code),
                unit text not null references units (code),
                plan_year integer not null check (plan_year between 2000 and 2099),
                stage text not null
                    check (stage in ('draft', 'submitted', 'approved', 'filed', 'noted', 'returned')),
                drafted_day integer not null,
                submitted_day integer,
                approved_day integer,
                filed_day integer,
                noted_day integer,
                remark text,
                unique (team, plan_year)
            )
            """,
            "create index study_plans_by_unit on study_plans (unit, plan_year)",
            """
            create table study_plan_topics (
                plan text not null references study_plans (code),
                place integer not null,
                month text not null,
                kind text not null check (kind in ('collectiveStudy', 'seminar', 'beforeMeeting')),
                topic text not null check (length(topic) > 0),
                reading text,
                form text not null,
                lead_person text references persons (code),
                expert text,
                primary key (plan, place)
            )
            """,
            """
            create table study_plan_members (
                plan text not null references study_plans (code),
                place integer not null,
                person text not null references persons (code),
                team_role text not null check (team_role in ('secretary', 'member')),
                primary key (plan, place)
            )
            """,
            """
            create table study_sessions (
                code text not null primary key,
                team text not null references teams (code),
                unit text not null references units (code),
                title text not null check (length(title) > 0),
                kind text not null check (kind in ('collectiveStudy', 'seminar', 'beforeMeeting')),
                form text not null,
                from_day integer not null,
                to_day integer not null check (to_day >= from_day),
                held_at text not null check (length(held_at) > 0),
                expert text,
                contact text,
                announced_day integer not null,
                stage text not null check (stage in ('announced', 'cancelled')),
                remark text
            )
            """,
            "create index study_sessions_by_team on study_sessions (team, from_day)",
            "create index study_sessions_by_unit on study_sessions (unit, from_day)",
            """
            create table study_session_topics (
                session text not null references study_sessions (code),
                place integer not null,
                topic text not null check (length(topic) > 0),
                primary key (session, place)
            )
            """,
            """
            create table study_session_agenda (
                session text not null references study_sessions (code),
                place integer not null,
                item text not null check (length(item) > 0),
                primary key (session, place)
            )
            """,
            """
            create table study_session_readings (
                session text not null references study_sessions (code),
                place integer not null,
                reading text not null check (length(reading) > 0),
                primary key (session, place)
            )
            """,
            """
            create table study_session_questions (
                session text not null references study_sessions (code),
                place integer not null,
                question text not null check (length(question) > 0),
                primary key (session, place)
            )
            """,
            """
            create table study_records (
                session text not null primary key references study_sessions (code),
                from_day integer not null,
                to_day integer not null check (to_day >= from_day),
                half_hours integer not null check (half_hours > 0),
                chair text not null references persons (code),
                observers integer not null check (observers >= 0),
                recorded_day integer not null,
                activity text not null unique references activities (code),
                taken_back_day integer,
                reason text
            )
            """,
            """
            create table study_roll (
                session text not null references study_records (session),
                place integer not null,
                person text not null references persons (code),
                team_role text not null check (team_role in ('secretary', 'member')),
                mark text not null check (mark in ('here', 'official', 'leave', 'absent')),
                made_up text not null check (made_up in ('notYet', 'alone', 'written', 'spoken')),
                made_up_day integer,
                primary key (session, place)
            )
            """,
            """
            create table study_keynotes (
                session text not null references study_records (session),
                place integer not null,
                person text not null references persons (code),
                title text not null check (length(title) > 0),
                primary key (session, place)
            )
            """,
            """
            create table observer_visits (
                code text not null primary key,
                team text not null references teams (code),
                unit text not null references units (code),
                planned_day integer not null,
                lead_person text not null references persons (code),
                contact text,
                focus text,
                arranged_day integer not null,
                stage text not null check (stage in ('planned', 'cancelled')),
                remark text,
                sent_day integer,
                came_day integer,
                reported_day integer,
                organisation text not null,
                content text not null,
                form text not null,
                effect text not null,
                archive text not null,
                strong_points text,
                problems text,
                advice text,
                replied_day integer,
                reply text
            )
            """,
            "create index observer_visits_by_unit on observer_visits (unit, planned_day)",
            """
            create table visit_observers (
                visit text not null references observer_visits (code),
                place integer not null,
                person text not null references persons (code),
                primary key (visit, place)
            )
            """,
            """
            create table study_items (
                code text not null primary key,
                list text not null check (list in ('city', 'unit')),
                unit text not null references units (code),
                item_year integer not null check (item_year between 2000 and 2099),
                subject text not null check (length(subject) > 0),
                source text,
                audience text,
                entered_day integer not null,
                withdrawn_day integer
            )
            """,
            "create index study_items_by_year on study_items (item_year, list)",
            """
            create table study_ticks (
                code text not null primary key,
                item text not null references study_items (code),
                person text not null references persons (code),
                done_day integer
            )
            """,
            "create index study_ticks_by_item on study_ticks (item)",
            "create index study_ticks_by_person on study_ticks (person)",
        ])
}
