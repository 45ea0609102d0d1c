import Store

extension Migration {
    /// The quarterly look of the unit above, points of a star through the year, an assessment that was withdrawn, and the days of
    /// a public notice as they were published.
    static let branchLooks = Migration(
        number: 55, name: "branch looks",
        statements: [
            """
            create table branch_looks (
                code text not null primary key,
                branch text not null references units (code),
                look_year integer not null check (look_year between 2000 and 2099),
                quarter integer not null check (quarter between 1 and 4),
                looked_day integer not null,
                looked_by text not null,
                stage text not null check (stage in ('fine', 'open', 'answered', 'closed')),
                due_day integer,
                remark text,
                answer text,
                answered_day integer,
                answered_by text,
                closed_day integer,
                closed_by text,
                close_remark text,
                unique (branch, look_year, quarter),
                check ((stage = 'fine') = (due_day is null))
            )
            """,
            """
            create table branch_look_gaps (
                look text not null references branch_looks (code),
                place integer not null,
                gap text not null check (length(gap) > 0),
                primary key (look, place)
            )
            """,
            """
            create table star_points (
                code text not null primary key,
                star text not null references branch_stars (code),
                noted_day integer not null,
                way text not null check (way in ('plus', 'minus')),
                half_points integer not null check (half_points between 1 and 100),
                what text not null check (length(what) > 0),
                proof text,
                made_day integer not null,
                made_by text not null,
                withdrawn_day integer,
                reason text
            )
            """,
            "create index star_points_by_star on star_points (star)",
            "alter table branch_stars add column points_round text references star_rounds (code)",
            "alter table branch_stars add column points_first integer",
            "alter table branch_stars add column points_least integer",
            "alter table star_assessments add column withdrawn_day integer",
            "alter table star_rounds add column notice_until_day integer",
            "alter table star_rounds add column appeal_by_day integer",
        ])
}
