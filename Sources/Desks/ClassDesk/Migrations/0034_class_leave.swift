import Store

extension Migration {
    /// Leave from a class: the application, who decided what, the return.
    static let classLeave = Migration(
        number: 34, name: "class leave",
        statements: [
            """
            create table class_leaves (
                code text not null primary key,
                class text not null references training_classes (code),
                organiser text not null references units (code),
                trainee text not null references trainees (code),
                kind text not null check (kind in ('personal', 'sick', 'official')),
                from_day integer not null,
                from_half text not null check (from_half in ('morning', 'afternoon', 'evening')),
                to_day integer not null check (to_day >= from_day),
                to_half text not null check (to_half in ('morning', 'afternoon', 'evening')),
                reason text not null check (length(reason) > 0),
                contact text not null check (length(contact) > 0),
                half_days integer not null check (half_days between 1 and 1200),
                half_hours integer not null check (half_hours >= 0),
                filed_day integer not null,
                stage text not null check (stage in ('filed', 'granted', 'refused', 'withdrawn')),
                awaits text check (awaits in ('teacher', 'school', 'office')),
                returned_day integer
            )
            """,
            "create index class_leaves_by_class on class_leaves (class, from_day)",
            "create index class_leaves_by_trainee on class_leaves (trainee)",
            """
            create table class_leave_decisions (
                leave text not null references class_leaves (code),
                place integer not null,
                level text not null check (level in ('teacher', 'school', 'office')),
                decided_by text not null check (length(decided_by) > 0),
                decided_day integer not null,
                is_granted integer not null check (is_granted in (0, 1)),
                remark text,
                primary key (leave, place)
            )
            """,
        ])
}
