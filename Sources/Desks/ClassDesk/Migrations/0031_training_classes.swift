import Store

extension Migration {
    /// Training classes: the application, the call-up with its quotas, trainees, timetable, roll calls, proofs, closing.
    static let trainingClasses = Migration(
        number: 31, name: "training classes",
        statements: [
            """
            create table training_classes (
                code text not null primary key,
                title text not null check (length(title) > 0),
                run integer not null check (run between 1 and 999),
                kind text not null,
                standing text not null check (standing in ('planned', 'added')),
                basis text,
                organiser text not null references units (code),
                institution text,
                target text,
                heads integer not null check (heads between 1 and 5000),
                registration_day integer not null,
                opening_day integer not null check (opening_day >= registration_day),
                closing_day integer not null check (closing_day >= opening_day),
                hours integer not null check (hours between 0 and 3000),
                teacher text not null references persons (code),
                funded_by text,
                filed_day integer not null,
                stage text not null check (stage in ('applied', 'returned', 'approved', 'cancelled')),
                decided_day integer,
                remark text
            )
            """,
            "create index training_classes_by_day on training_classes (opening_day)",
            """
            create table class_audiences (
                class text not null references training_classes (code),
                place integer not null,
                category text not null check (length(category) > 0),
                primary key (class, place)
            )
            """,
            """
            create table class_topics (
                class text not null references training_classes (code),
                place integer not null,
                topic text not null check (length(topic) > 0),
                primary key (class, place)
            )
            """,
            """
            create table class_parts (
                class text not null references training_classes (code),
                place integer not null,
                from_day integer not null,
                to_day integer not null check (to_day >= from_day),
                place_name text not null check (length(place_name) > 0),
                institution text,
                way text not null,
                primary key (class, place)
            )
            """,
            """
            create table class_costs (
                class text not null references training_classes (code),
                place integer not null,
                item text not null check (length(item) > 0),
                fen bigint not null check (fen >= 0),
                primary key (class, place)
            )
            """,
            """
            create table class_call_ups (
                class text not null primary key references training_classes (code),
                number text,
                issued_day integer not null,
                deadline integer not null,
                contact text not null check (length(contact) > 0),
                notes text
            )
            """,
            """
            create table class_quotas (
                class text not null references class_call_ups (class),
                place integer not null,
                unit text not null references units (code),
                seats integer not null check (seats between 0 and 5000),
                remark text,
                primary key (class, place)
            )
            """,
            """
            create table trainees (
                code text not null primary key,
                class text not null references training_classes (code),
                person text not null references persons (code),
                unit text not null references units (code),
                named_day integer not null,
                stage text not null
                    check (stage in ('nominated', 'waiting', 'returned', 'withdrawn', 'accepted', 'arrived', 'missing', 'left')),
                decided_day integer,
                remark text,
                unique (class, person)
            )
            """,
            "create index trainees_by_person on trainees (person, class)",
            "create index trainees_by_unit on trainees (unit, class)",
            """
            create table class_timetables (
                class text not null primary key references training_classes (code),
                kept_day integer not null
            )
            """,
            """
            create table class_sessions (
                class text not null references class_timetables (class),
                place integer not null,
                day integer not null,
                half text not null check (half in ('morning', 'afternoon', 'evening')),
                course text not null check (length(course) > 0),
                way text not null,
                trainer text,
                room text,
                half_hours integer not null check (half_hours between 0 and 24),
                primary key (class, place)
            )
            """,
            """
            create table roll_calls (
                code text not null primary key,
                class text not null references training_classes (code),
                day integer not null,
                half text not null check (half in ('morning', 'afternoon', 'evening')),
                unique (class, day, half)
            )
            """,
            """
            create table roll_marks (
                roll text not null references roll_calls (code),
                place integer not null,
                trainee text not null references trainees (code),
                mark text not null check (mark in ('late', 'leave', 'absent')),
                primary key (roll, place)
            )
            """,
            """
            create table trainee_proofs (
                code text not null primary key,
                trainee text not null references trainees (code),
                kind text not null check (kind in ('selfReview', 'classic', 'test', 'essay')),
                confirmed_day integer not null,
                is_exempt integer not null check (is_exempt in (0, 1)),
                remark text,
                unique (trainee, kind)
            )
            """,
            """
            create table class_closings (
                class text not null primary key references training_classes (code),
                closed_day integer not null,
                activity text not null references activities (code),
                half_hours integer not null check (half_hours >= 0),
                summary text not null check (length(summary) > 0),
                reopened_day integer,
                reason text
            )
            """,
            """
            create table class_spendings (
                class text not null references class_closings (class),
                place integer not null,
                item text not null check (length(item) > 0),
                fen bigint not null check (fen >= 0),
                primary key (class, place)
            )
            """,
        ])
}
