import Store

extension Migration {
    /// Reminders of units that are behind, to which units each went, and who has read it.
    static let reminders = Migration(
        number: 20, name: "reminders",
        statements: [
            """
            create table reminders (
                code text not null primary key,
                obligation text not null check (length(obligation) > 0),
                clause text not null check (length(clause) > 0),
                clause_en text,
                remark text,
                from_unit text references units (code),
                sent_by text not null check (length(sent_by) > 0),
                sent_at text not null,
                sent_day integer not null
            )
            """,
            "create index reminders_by_day on reminders (sent_day)",
            """
            create table reminder_units (
                code text not null primary key,
                reminder text not null references reminders (code),
                place integer not null,
                unit text not null references units (code),
                subject_kind text not null,
                subject_code text not null,
                window_from integer not null,
                window_to integer,
                standing text not null,
                figure text not null,
                figure_en text,
                unique (reminder, place)
            )
            """,
            "create index reminder_units_by_unit on reminder_units (unit, reminder)",
            """
            create table notice_readings (
                code text not null primary key,
                notice text not null references reminder_units (code),
                account text not null check (length(account) > 0),
                read_at text not null,
                unique (notice, account)
            )
            """,
        ])
}
