import Store

extension Migration {
    /// Years of classes, what was wished for them, and every proposal that was made. Ids of classes and worths
    /// outgrow the four bytes that `integer` has on some engines.
    static let seatPlans = Migration(
        number: 9, name: "seat plans",
        statements: [
            """
            create table seat_plans (
                number integer not null primary key check (number >= 1),
                name text not null check (length(name) > 0),
                made_day integer not null,
                instance text not null check (length(instance) > 0),
                taken_away integer not null check (taken_away in (0, 1)),
                changes integer not null check (changes >= 1)
            )
            """,
            """
            create table seat_wishes (
                plan integer not null references seat_plans (number),
                person integer not null check (person >= 0),
                class_id bigint not null,
                place integer not null check (place >= 1),
                wish text not null check (wish in ('pin', 'forbid')),
                primary key (plan, person, class_id)
            )
            """,
            """
            create table seat_proposals (
                plan integer not null references seat_plans (number),
                number integer not null check (number >= 1),
                made_day integer not null,
                worth bigint not null,
                bound text,
                is_close integer not null check (is_close in (0, 1)),
                seats text not null check (length(seats) > 0),
                pins text not null check (length(pins) > 0),
                forbids text not null check (length(forbids) > 0),
                primary key (plan, number)
            )
            """,
        ],
        final: ["seat_proposals"])
}
