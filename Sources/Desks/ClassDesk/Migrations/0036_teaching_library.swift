import Store

extension Migration {
    /// Trainers, courses, rooms, field-teaching sites and cases; sessions say which of them they use.
    static let teachingLibrary = Migration(
        number: 36, name: "teaching library",
        statements: [
            """
            create table trainers (
                code text not null primary key,
                name text not null check (length(name) > 0),
                origin text not null check (origin in ('inside', 'outside')),
                unit_name text,
                post text,
                band text not null
                    check (band in ('academician', 'professor', 'associate', 'lecturer', 'assistant', 'leader')),
                field text,
                phone text,
                pay text not null check (pay in ('paid', 'unpaid')),
                entered_day integer not null,
                stopped_day integer,
                stop_reason text
            )
            """,
            "create index trainers_by_name on trainers (name)",
            """
            create table trainer_topics (
                trainer text not null references trainers (code),
                place integer not null,
                title text not null check (length(title) > 0),
                half_hours integer not null check (half_hours between 0 and 80),
                audience text,
                primary key (trainer, place)
            )
            """,
            """
            create table trainer_days_away (
                trainer text not null references trainers (code),
                place integer not null,
                from_day integer not null,
                to_day integer not null check (to_day >= from_day),
                primary key (trainer, place)
            )
            """,
            """
            create table courses (
                code text not null primary key,
                title text not null check (length(title) > 0),
                kind text not null
                    check (kind in ('theory', 'partySpirit', 'ability', 'knowledge', 'caseLesson', 'event')),
                way text not null,
                half_hours integer not null check (half_hours between 0 and 80),
                syllabus text,
                updated_day integer,
                entered_day integer not null,
                stopped_day integer,
                stop_reason text
            )
            """,
            """
            create table course_trainers (
                course text not null references courses (code),
                place integer not null,
                trainer text not null references trainers (code),
                primary key (course, place)
            )
            """,
            "create index course_trainers_by_trainer on course_trainers (trainer, course)",
            """
            create table rooms (
                code text not null primary key,
                name text not null check (length(name) > 0),
                place_name text,
                capacity integer not null check (capacity between 1 and 5000),
                equipment text,
                entered_day integer not null,
                stopped_day integer,
                stop_reason text
            )
            """,
            """
            create table teaching_sites (
                code text not null primary key,
                name text not null check (length(name) > 0),
                theme text not null check (length(theme) > 0),
                county text not null check (length(county) > 0),
                address text,
                minutes integer not null check (minutes between 0 and 1000),
                grade text not null check (grade in ('first', 'second', 'third', 'none')),
                graded_day integer,
                owner text,
                contact text,
                capacity integer not null check (capacity between 1 and 5000),
                course text,
                half_hours integer not null check (half_hours between 0 and 24),
                open_days text,
                entered_day integer not null,
                stopped_day integer,
                stop_reason text
            )
            """,
            """
            create table teaching_cases (
                code text not null primary key,
                title text not null check (length(title) > 0),
                field text not null check (length(field) > 0),
                level text not null check (level in ('macro', 'middle', 'micro')),
                form text not null check (form in ('text', 'video', 'scene', 'data')),
                author text not null check (length(author) > 0),
                unit_name text,
                summary text,
                round integer not null check (round >= 1),
                entered_day integer not null,
                stopped_day integer,
                stop_reason text
            )
            """,
            """
            create table case_reviews (
                teaching_case text not null references teaching_cases (code),
                place integer not null,
                round integer not null check (round >= 1),
                reviewer text not null check (length(reviewer) > 0),
                verdict text not null check (verdict in ('accept', 'revise', 'turnDown')),
                remark text,
                day integer not null,
                primary key (teaching_case, place)
            )
            """,
            "alter table class_sessions add column course_code text references courses (code)",
            "alter table class_sessions add column case_code text references teaching_cases (code)",
            "alter table class_sessions add column trainer_code text references trainers (code)",
            "alter table class_sessions add column room_code text references rooms (code)",
            "alter table class_sessions add column site_code text references teaching_sites (code)",
            "create index class_sessions_by_trainer on class_sessions (trainer_code, class)",
            "create index class_sessions_by_course on class_sessions (course_code, class)",
            "create index class_sessions_by_room on class_sessions (room_code, class)",
            "create index class_sessions_by_site on class_sessions (site_code, class)",
        ])
}
