import Store

extension Migration {
    /// Sign-in by the hall's screen: halls that were opened, and who signed in.
    static let halls = Migration(
        number: 33, name: "halls",
        statements: [
            """
            create table class_halls (
                code text not null primary key,
                class text not null references training_classes (code),
                day integer not null,
                half text not null check (half in ('morning', 'afternoon', 'evening')),
                secret text not null check (length(secret) > 0),
                opens_at integer not null check (opens_at >= 0),
                late_at integer not null check (late_at >= opens_at),
                closes_at integer not null check (closes_at >= late_at),
                grace integer not null check (grace between 0 and 60),
                held integer not null check (held between 60 and 3600),
                unique (class, day, half)
            )
            """,
            """
            create table hall_sign_ins (
                code text not null primary key,
                class text not null references training_classes (code),
                trainee text not null references trainees (code),
                day integer not null,
                half text not null check (half in ('morning', 'afternoon', 'evening')),
                signed_at integer not null check (signed_at between 0 and 86399),
                is_late integer not null check (is_late in (0, 1)),
                unique (trainee, day, half)
            )
            """,
            "create index hall_sign_ins_by_half on hall_sign_ins (class, day, half)",
        ])
}
