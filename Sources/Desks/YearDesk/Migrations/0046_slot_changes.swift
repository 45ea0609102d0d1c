import Store

extension Migration {
    /// What of a year was agreed to be left out or held on another day.
    static let slotChanges = Migration(
        number: 46, name: "slot changes",
        statements: [
            """
            create table slot_changes (
                code text not null primary key,
                unit text not null references units (code),
                slot_year integer not null check (slot_year between 2000 and 2099),
                obligation text not null check (length(obligation) > 0),
                subject_kind text not null check (subject_kind in ('programme', 'unit', 'team')),
                subject text not null check (length(subject) > 0),
                window_from integer not null,
                place integer not null check (place between 1 and 366),
                due_day integer not null,
                kind text not null check (kind in ('skip', 'move')),
                new_day integer,
                reason text not null check (length(reason) > 0),
                agreed_by text not null check (length(agreed_by) > 0),
                made_day integer not null,
                undone_day integer,
                check ((kind = 'move') = (new_day is not null))
            )
            """,
            "create index slot_changes_by_year on slot_changes (slot_year, unit)",
            """
            create unique index slot_changes_standing on slot_changes
                (subject_kind, subject, obligation, window_from, place) where undone_day is null
            """,
        ])
}
