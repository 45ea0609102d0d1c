import Store

extension Migration {
    /// The lecture hall with its places by unit, in-house trainers, talks.
    static let lectures = Migration(
        number: 50, name: "lectures",
        statements: [
            """
            create table hall_series (
                code text not null primary key,
                unit text not null references units (code),
                series_year integer not null check (series_year between 2000 and 2099),
                title text not null check (length(title) > 0),
                stage text not null check (stage in ('draft', 'submitted', 'returned', 'approved')),
                drafted_day integer not null,
                submitted_day integer,
                submitted_by text,
                approved_day integer,
                remark text,
                unique (unit, series_year)
            )
            """,
            """
            create table hall_series_lectures (
                series text not null references hall_series (code),
                place integer not null,
                planned_day integer not null,
                topic text not null check (length(topic) > 0),
                trainer text references trainers (code),
                speaker text,
                held_at text,
                audience text,
                places integer not null check (places between 0 and 100000),
                primary key (series, place)
            )
            """,
            """
            create table hall_lectures (
                code text not null primary key,
                series text not null references hall_series (code),
                issue integer not null check (issue > 0),
                unit text not null references units (code),
                topic text not null check (length(topic) > 0),
                trainer text references trainers (code),
                speaker text not null check (length(speaker) > 0),
                origin text not null check (origin in ('mainland', 'outside')),
                day integer not null,
                start_time text,
                held_at text,
                way text not null check (way in ('room', 'live', 'both')),
                audience text,
                places integer not null check (places between 0 and 100000),
                outline text,
                contact text,
                planned_day integer,
                stage text not null
                    check (stage in ('planned', 'applied', 'returned', 'approved', 'announced', 'cancelled')),
                applied_day integer,
                applied_by text,
                approved_day integer,
                announced_day integer,
                remark text
            )
            """,
            "create index hall_lectures_by_day on hall_lectures (day)",
            "create index hall_lectures_by_series on hall_lectures (series, issue)",
            """
            create table hall_lecture_topics (
                lecture text not null references hall_lectures (code),
                place integer not null,
                topic text not null check (length(topic) > 0),
                primary key (lecture, place)
            )
            """,
            """
            create table hall_postponements (
                lecture text not null references hall_lectures (code),
                place integer not null,
                from_day integer not null,
                to_day integer not null,
                said_day integer not null,
                reason text not null check (length(reason) > 0),
                primary key (lecture, place)
            )
            """,
            """
            create table hall_seats (
                code text not null primary key,
                lecture text not null references hall_lectures (code),
                unit text not null references units (code),
                places integer not null check (places between 0 and 100000),
                offered_day integer not null,
                named_day integer,
                others integer not null check (others >= 0),
                unique (lecture, unit)
            )
            """,
            "create index hall_seats_by_unit on hall_seats (unit)",
            """
            create table hall_named (
                seats text not null references hall_seats (code),
                place integer not null,
                person text not null references persons (code),
                primary key (seats, place)
            )
            """,
            "create index hall_named_by_person on hall_named (person)",
            """
            create table hall_records (
                lecture text not null primary key references hall_lectures (code),
                held_day integer not null,
                half_hours integer not null check (half_hours > 0),
                chair text not null references persons (code),
                guests integer not null check (guests >= 0),
                online integer not null check (online >= 0),
                recorded_day integer not null,
                activity text not null unique references activities (code),
                taken_back_day integer,
                reason text
            )
            """,
            """
            create table hall_attendance (
                lecture text not null references hall_records (lecture),
                place integer not null,
                unit text not null references units (code),
                came integer not null check (came between 0 and 100000),
                primary key (lecture, place)
            )
            """,
            """
            create table hall_attendees (
                lecture text not null references hall_records (lecture),
                place integer not null,
                person text not null references persons (code),
                unit text references units (code),
                primary key (lecture, place)
            )
            """,
            "create index hall_attendees_by_person on hall_attendees (person)",
            """
            create table inhouse_trainers (
                code text not null primary key,
                person text not null references persons (code),
                unit text not null references units (code),
                kind text not null check (kind in ('inHouse', 'speaker', 'partTime')),
                stage text not null check (stage in ('recommended', 'returned', 'appointed', 'ended')),
                recommended_day integer not null,
                appointed_day integer,
                until_day integer,
                ended_day integer,
                remark text
            )
            """,
            "create index inhouse_trainers_by_unit on inhouse_trainers (unit)",
            "create index inhouse_trainers_by_person on inhouse_trainers (person)",
            """
            create table inhouse_topics (
                trainer text not null references inhouse_trainers (code),
                place integer not null,
                title text not null check (length(title) > 0),
                half_hours integer not null check (half_hours between 0 and 80),
                audience text,
                primary key (trainer, place)
            )
            """,
            """
            create table talks (
                code text not null primary key,
                trainer text not null references inhouse_trainers (code),
                trainer_unit text not null references units (code),
                host text not null references units (code),
                topic text not null check (length(topic) > 0),
                place_kind text not null
                    check (place_kind in ('village', 'community', 'firm', 'office', 'school', 'other')),
                held_at text not null check (length(held_at) > 0),
                audience text,
                expected integer not null check (expected between 0 and 100000),
                day integer not null,
                contact text,
                stage text not null check (stage in ('requested', 'agreed', 'declined', 'cancelled', 'given')),
                requested_day integer not null,
                answered_day integer,
                remark text,
                given_day integer,
                half_hours integer not null check (half_hours between 0 and 80),
                heard integer not null check (heard between 0 and 100000),
                recorded_day integer,
                activity text references activities (code),
                ticked_day integer
            )
            """,
            "create index talks_by_trainer on talks (trainer, day)",
            "create index talks_by_unit on talks (trainer_unit, day)",
            "create index talks_by_host on talks (host, day)",
            """
            create table talk_ticks (
                talk text not null references talks (code),
                place integer not null,
                tick text not null check (length(tick) > 0),
                primary key (talk, place)
            )
            """,
        ])
}
