import Store

extension Migration {
    /// Drills: exchanges, exams with their scores, contests with entries and marks, titles, handbooks.
    static let drills = Migration(
        number: 49, name: "drills",
        statements: [
            """
            create table drill_exchanges (
                code text not null primary key,
                unit text not null references units (code),
                title text not null check (length(title) > 0),
                theme text not null check (length(theme) > 0),
                way text not null check (way in ('discussion', 'demonstration', 'practice', 'scenario', 'emergency')),
                held_day integer not null,
                half_hours integer not null check (half_hours > 0),
                held_at text not null check (length(held_at) > 0),
                content text,
                recorded_day integer not null,
                activity text not null unique references activities (code),
                taken_back_day integer,
                reason text
            )
            """,
            "create index drill_exchanges_by_unit on drill_exchanges (unit, held_day)",
            """
            create table drill_exchange_leads (
                exchange text not null references drill_exchanges (code),
                place integer not null,
                person text not null references persons (code),
                primary key (exchange, place)
            )
            """,
            """
            create table drill_exchange_people (
                exchange text not null references drill_exchanges (code),
                place integer not null,
                person text not null references persons (code),
                primary key (exchange, place)
            )
            """,
            """
            create table drill_exams (
                code text not null primary key,
                unit text not null references units (code),
                title text not null check (length(title) > 0),
                exam_year integer not null check (exam_year between 2000 and 2099),
                quarter text not null check (quarter in ('q1', 'q2', 'q3', 'q4')),
                held_day integer not null,
                held_at text not null check (length(held_at) > 0),
                way text not null check (way in ('closed', 'open', 'computer', 'online')),
                half_hours integer not null check (half_hours > 0),
                full_score integer not null check (full_score > 0),
                announced_day integer not null,
                stage text not null check (stage in ('announced', 'cancelled')),
                remark text
            )
            """,
            "create index drill_exams_by_unit on drill_exams (unit, held_day)",
            """
            create table drill_exam_outline (
                exam text not null references drill_exams (code),
                place integer not null,
                item text not null check (length(item) > 0),
                primary key (exam, place)
            )
            """,
            """
            create table drill_exam_results (
                exam text not null primary key references drill_exams (code),
                imported_day integer not null,
                times integer not null check (times > 0),
                activity text not null unique references activities (code),
                reason text
            )
            """,
            """
            create table drill_exam_scores (
                exam text not null references drill_exam_results (exam),
                place integer not null,
                person text not null references persons (code),
                unit text not null references units (code),
                presence text not null check (presence in ('sat', 'official', 'leave', 'seconded', 'absent')),
                score integer check (score >= 0),
                primary key (exam, place),
                check ((presence = 'sat') = (score is not null))
            )
            """,
            "create index drill_exam_scores_by_person on drill_exam_scores (person)",
            """
            create table drill_contests (
                code text not null primary key,
                unit text not null references units (code),
                title text not null check (length(title) > 0),
                contest_year integer not null check (contest_year between 2000 and 2099),
                from_day integer not null,
                to_day integer not null check (to_day >= from_day),
                held_at text not null check (length(held_at) > 0),
                half_hours integer not null check (half_hours > 0),
                register_by integer not null,
                notice text,
                trim_from integer not null check (trim_from >= 0),
                tie_rule text not null check (tie_rule in ('practiceTime', 'timePractice', 'shared')),
                first_points integer not null,
                second_points integer not null,
                third_points integer not null,
                announced_day integer not null,
                stage text not null
                    check (stage in ('announced', 'drawn', 'published', 'decided', 'cancelled')),
                remark text,
                seed text,
                drawn_day integer,
                published_day integer,
                notice_until integer,
                decided_day integer,
                doc_number text,
                activity text references activities (code)
            )
            """,
            "create index drill_contests_by_unit on drill_contests (unit, from_day)",
            """
            create table drill_contest_events (
                contest text not null references drill_contests (code),
                place integer not null,
                event_name text not null check (length(event_name) > 0),
                theory_share integer not null check (theory_share between 0 and 100),
                per_unit integer not null check (per_unit > 0),
                firsts integer not null check (firsts >= 0),
                seconds integer not null check (seconds >= 0),
                thirds integer not null check (thirds >= 0),
                primary key (contest, place)
            )
            """,
            """
            create table drill_contest_judges (
                contest text not null references drill_contests (code),
                place integer not null,
                person text not null references persons (code),
                event_number integer not null check (event_number >= 0),
                primary key (contest, place)
            )
            """,
            """
            create table drill_entries (
                code text not null primary key,
                contest text not null references drill_contests (code),
                event_number integer not null check (event_number > 0),
                unit text not null references units (code),
                person text not null references persons (code),
                entered_day integer not null,
                withdrawn_day integer,
                draw_number integer,
                theory integer,
                time_taken integer
            )
            """,
            "create index drill_entries_by_contest on drill_entries (contest, event_number)",
            "create index drill_entries_by_person on drill_entries (person)",
            """
            create table drill_marks (
                entry text not null references drill_entries (code),
                place integer not null,
                judge text not null references persons (code),
                mark integer not null check (mark >= 0),
                primary key (entry, place)
            )
            """,
            """
            create table drill_objections (
                code text not null primary key,
                contest text not null references drill_contests (code),
                unit text not null references units (code),
                event_number integer not null check (event_number > 0),
                about text not null check (length(about) > 0),
                raised_day integer not null,
                answered_day integer,
                is_upheld integer,
                answer text
            )
            """,
            "create index drill_objections_by_contest on drill_objections (contest)",
            """
            create table drill_titles (
                code text not null primary key,
                person text not null references persons (code),
                unit text not null references units (code),
                title text not null check (title in ('skilled', 'backbone')),
                title_level text not null check (title_level in ('unit', 'county', 'city', 'province')),
                title_year integer not null check (title_year between 2000 and 2099),
                awarding_body text not null check (length(awarding_body) > 0),
                doc_number text not null check (length(doc_number) > 0),
                granted_day integer not null,
                valid_until integer,
                contest text references drill_contests (code),
                event_name text,
                place_taken integer,
                entered_day integer not null,
                revoked_day integer,
                why text check (why in ('cheating', 'mistake', 'discipline', 'leftFamily')),
                revoking_number text,
                is_returned integer
            )
            """,
            "create index drill_titles_by_person on drill_titles (person)",
            "create index drill_titles_by_year on drill_titles (title_year, title_level)",
            """
            create table drill_handbooks (
                code text not null primary key,
                unit text not null references units (code),
                title text not null check (length(title) > 0),
                family text not null check (length(family) > 0),
                entered_day integer not null,
                withdrawn_day integer
            )
            """,
            "create index drill_handbooks_by_unit on drill_handbooks (unit)",
            """
            create table drill_handbook_versions (
                code text not null primary key,
                handbook text not null references drill_handbooks (code),
                version_number integer not null check (version_number > 0),
                valid_from integer not null,
                summary text not null check (length(summary) > 0),
                approved_by text not null check (length(approved_by) > 0),
                paper text not null references evidence (code),
                entered_day integer not null
            )
            """,
            "create index drill_handbook_versions_by_handbook on drill_handbook_versions (handbook)",
            """
            create table drill_handbook_readings (
                code text not null primary key,
                version text not null references drill_handbook_versions (code),
                person text not null references persons (code),
                confirmed_day integer not null
            )
            """,
            "create index drill_handbook_readings_by_version on drill_handbook_readings (version)",
            "create index drill_handbook_readings_by_person on drill_handbook_readings (person)",
        ])
}
