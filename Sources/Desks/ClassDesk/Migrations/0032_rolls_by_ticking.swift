import Store

extension Migration {
    /// Rolls tell who left early and what leave was for; why a roll was put right.
    static let rollsByTicking = Migration(
        number: 32, name: "rolls by ticking",
        statements: [
            "alter table roll_calls add column reason text",
            "alter table roll_marks rename to roll_marks_of_three",
            """
            create table roll_marks (
                roll text not null references roll_calls (code),
                place integer not null,
                trainee text not null references trainees (code),
                mark text not null check (mark in ('late', 'early', 'leave', 'sick', 'official', 'absent')),
                primary key (roll, place)
            )
            """,
            """
            insert into roll_marks (roll, place, trainee, mark)
            select roll, place, trainee, mark from roll_marks_of_three
            """,
            "drop table roll_marks_of_three",
        ])
}
