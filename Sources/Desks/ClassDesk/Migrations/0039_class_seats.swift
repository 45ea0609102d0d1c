import Store

extension Migration {
    /// Seats of classes as they are proposed, and who is called up by name.
    static let classSeats = Migration(
        number: 39, name: "class seats",
        statements: [
            """
            alter table trainees add column way text check (way in ('within', 'beside'))
            """,
            """
            create table class_quota_proposals (
                code text not null primary key,
                class text not null references training_classes (code),
                number integer not null check (number > 0),
                made_day integer not null,
                seats integer not null check (seats between 0 and 5000),
                women_pct integer not null check (women_pct between 0 and 100),
                unique (class, number)
            )
            """,
            """
            create table class_fixed_quotas (
                proposal text not null references class_quota_proposals (code),
                place integer not null,
                unit text not null references units (code),
                seats integer not null check (seats between 0 and 5000),
                primary key (proposal, place)
            )
            """,
            """
            create table class_proposed_trainees (
                code text not null primary key,
                proposal text not null references class_quota_proposals (code),
                person text not null references persons (code),
                unit text not null references units (code),
                standing text not null check (standing in ('proposed', 'pinned', 'forbidden')),
                why text not null check (why in ('overdue', 'due', 'untrained', 'never', 'trained')),
                obligation text,
                why_day integer,
                reason text,
                unique (proposal, person)
            )
            """,
        ])
}
