import Store

extension Migration {
    /// Sessions that another took the place of, and of which kind the lesson at a field-teaching site is.
    static let replacedSessions = Migration(
        number: 42, name: "replaced sessions",
        statements: [
            """
            create table replaced_sessions (
                class text not null references class_timetables (class),
                place integer not null,
                day integer not null,
                half text not null check (half in ('morning', 'afternoon', 'evening')),
                number integer not null check (number >= 1),
                course text not null check (length(course) > 0),
                way text not null,
                trainer text,
                room text,
                half_hours integer not null check (half_hours between 0 and 24),
                course_code text references courses (code),
                case_code text references teaching_cases (code),
                trainer_code text references trainers (code),
                room_code text references rooms (code),
                site_code text references teaching_sites (code),
                replaced_day integer not null,
                reason text not null check (length(reason) > 0),
                primary key (class, place)
            )
            """,
            """
            alter table teaching_sites add column kind text
                check (kind in ('theory', 'partySpirit', 'ability', 'knowledge', 'caseLesson', 'event'))
            """,
        ])
}
