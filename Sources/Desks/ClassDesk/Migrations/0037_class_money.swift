import Store

extension Migration {
    /// Lecture fees of a class as they were set, and what was paid for it.
    static let classMoney = Migration(
        number: 37, name: "class money",
        statements: [
            """
            create table lecture_fees (
                class text not null primary key references training_classes (code),
                kept_day integer not null
            )
            """,
            """
            create table lecture_fee_lines (
                class text not null references lecture_fees (class),
                place integer not null,
                trainer text not null references trainers (code),
                day integer not null,
                half text not null check (half in ('morning', 'afternoon', 'evening')),
                fen bigint not null check (fen >= 0),
                primary key (class, place)
            )
            """,
            """
            create table class_expenses (
                code text not null primary key,
                class text not null references training_classes (code),
                item text not null check (length(item) > 0),
                day integer not null,
                fen bigint not null check (fen >= 0),
                receipt text not null check (length(receipt) > 0),
                note text,
                voided_day integer,
                reason text
            )
            """,
            "create index class_expenses_by_class on class_expenses (class, day)",
        ])
}
