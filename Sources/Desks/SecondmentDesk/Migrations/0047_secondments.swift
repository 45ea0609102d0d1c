import Store

extension Migration {
    /// Secondments: posts, recommendations, who was where, what was noted, asked for and said of it.
    static let secondments = Migration(
        number: 47, name: "secondments",
        statements: [
            """
            create table secondment_posts (
                code text not null primary key,
                kind text not null check (kind in ('out', 'up', 'down', 'special')),
                unit text not null references units (code),
                outside_host text,
                title text not null check (length(title) > 0),
                duties text not null check (length(duties) > 0),
                places integer not null check (places between 1 and 50),
                from_day integer not null,
                months integer not null check (months between 1 and 36),
                terms text,
                contact text,
                offered_day integer not null,
                stage text not null check (stage in ('offered', 'open', 'returned', 'closed')),
                remark text
            )
            """,
            "create index secondment_posts_by_kind on secondment_posts (kind, from_day)",
            "create index secondment_posts_by_unit on secondment_posts (unit)",
            """
            create table secondment_post_skills (
                post text not null references secondment_posts (code),
                place integer not null,
                skill text not null check (length(skill) > 0),
                primary key (post, place)
            )
            """,
            """
            create table secondment_nominations (
                code text not null primary key,
                person text not null references persons (code),
                unit text not null references units (code),
                kind text not null check (kind in ('out', 'up', 'down', 'special')),
                wish1 text references secondment_posts (code),
                wish2 text references secondment_posts (code),
                wish3 text references secondment_posts (code),
                yields text not null check (yields in ('any', 'wishesOnly')),
                degree text not null check (degree in ('other', 'college', 'bachelor', 'master', 'doctor')),
                appraised text not null check (appraised in ('yes', 'no', 'unknown')),
                township text not null check (township in ('yes', 'no', 'unknown')),
                opinion text,
                nominated_day integer not null,
                stage text not null check (stage in ('nominated', 'returned', 'withdrawn', 'placed')),
                remark text
            )
            """,
            "create index secondment_nominations_by_unit on secondment_nominations (unit, nominated_day)",
            "create index secondment_nominations_by_person on secondment_nominations (person)",
            """
            create table secondment_strengths (
                nomination text not null references secondment_nominations (code),
                place integer not null,
                skill text not null check (length(skill) > 0),
                primary key (nomination, place)
            )
            """,
            """
            create table secondments (
                code text not null primary key,
                nomination text not null references secondment_nominations (code),
                post text not null references secondment_posts (code),
                person text not null references persons (code),
                home text not null references units (code),
                host text not null references units (code),
                kind text not null check (kind in ('out', 'up', 'down', 'special')),
                from_day integer not null,
                to_day integer not null check (to_day >= from_day),
                first_to_day integer not null,
                home_post text,
                home_rank text,
                stage text not null check (stage in ('proposed', 'approved', 'declined')),
                proposed_day integer not null,
                approved_day integer,
                letter text,
                report_by_day integer,
                started_day integer,
                plan_day integer,
                ended_day integer,
                end_reason text check (end_reason in ('term', 'recalled', 'promoted', 'moved', 'changed', 'other')),
                activity text references activities (code),
                outcome text check (outcome in ('back', 'promoted', 'stayed', 'elsewhere')),
                outcome_day integer,
                remark text
            )
            """,
            "create index secondments_by_post on secondments (post)",
            "create index secondments_by_person on secondments (person)",
            "create index secondments_by_home on secondments (home, from_day)",
            "create index secondments_by_host on secondments (host, from_day)",
            "create index secondments_by_activity on secondments (activity)",
            """
            create table secondment_notes (
                code text not null primary key,
                secondment text not null references secondments (code),
                month integer not null check (month between 199001 and 209912),
                days integer not null check (days between 0 and 31),
                line text not null check (length(line) > 0),
                written_day integer not null,
                unique (secondment, month)
            )
            """,
            """
            create table secondment_looks (
                secondment text not null primary key references secondments (code),
                look_day integer not null,
                course text not null check (course in ('onCourse', 'behind')),
                difficulties text,
                needs text,
                written_day integer not null
            )
            """,
            """
            create table secondment_appraisals (
                secondment text not null primary key references secondments (code),
                duties text not null,
                summary text not null,
                host_opinion text not null,
                grade text not null check (grade in ('excellent', 'fit', 'unfit')),
                host_day integer not null,
                home_opinion text,
                home_day integer
            )
            """,
            """
            create table secondment_summaries (
                secondment text not null primary key references secondments (code),
                summary text not null check (length(summary) > 0),
                handed_in_day integer not null
            )
            """,
            """
            create table secondment_leaves (
                code text not null primary key,
                secondment text not null references secondments (code),
                from_day integer not null,
                to_day integer not null check (to_day >= from_day),
                kind text not null check (kind in ('duty', 'annual', 'personal', 'other')),
                place_name text,
                cover text,
                approver text not null check (approver in ('host', 'home', 'office')),
                asked_day integer not null,
                stage text not null check (stage in ('asked', 'granted', 'refused')),
                decided_day integer,
                remark text,
                back_day integer
            )
            """,
            "create index secondment_leaves_by_secondment on secondment_leaves (secondment, from_day)",
            """
            create table secondment_extensions (
                code text not null primary key,
                secondment text not null references secondments (code),
                until_day integer not null,
                home_agrees text not null check (home_agrees in ('yes', 'no', 'unknown')),
                person_agrees text not null check (person_agrees in ('yes', 'no', 'unknown')),
                reason text not null check (length(reason) > 0),
                asked_day integer not null,
                stage text not null check (stage in ('asked', 'granted', 'refused')),
                decided_day integer,
                remark text
            )
            """,
            "create index secondment_extensions_by_secondment on secondment_extensions (secondment)",
        ])
}
