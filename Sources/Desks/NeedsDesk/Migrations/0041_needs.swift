import Store

extension Migration {
    /// Needs surveys: their questions, whom they ask, what was answered, and what units ask for besides.
    ///
    /// An answer has no day and no number of its own: of an anonymous survey nothing tells when it came, nor from whom.
    static let needs = Migration(
        number: 41, name: "needs surveys",
        statements: [
            """
            create table surveys (
                code text not null primary key,
                title text not null check (length(title) > 0),
                year integer not null check (year between 2000 and 2099),
                about text,
                asked text not null check (asked in ('all', 'categories', 'units')),
                from_day integer not null,
                to_day integer not null check (to_day >= from_day),
                is_named integer not null check (is_named in (0, 1)),
                asks_returns integer not null check (asks_returns in (0, 1)),
                stage text not null check (stage in ('draft', 'open', 'closed', 'withdrawn')),
                drafted_day integer not null,
                opened_day integer,
                closed_day integer,
                remark text,
                check (stage in ('draft', 'withdrawn') or opened_day is not null)
            )
            """,
            "create index surveys_by_year on surveys (year, stage)",
            """
            create table survey_categories (
                survey text not null references surveys (code),
                place integer not null,
                category text not null check (length(category) > 0),
                primary key (survey, place)
            )
            """,
            """
            create table survey_units (
                survey text not null references surveys (code),
                place integer not null,
                unit text not null references units (code),
                primary key (survey, place)
            )
            """,
            """
            create table survey_questions (
                survey text not null references surveys (code),
                place integer not null,
                part text,
                title text not null check (length(title) > 0),
                kind text not null check (kind in ('single', 'several', 'rank', 'scale', 'text')),
                options text,
                most integer not null check (most >= 0),
                purpose text not null check (purpose in ('required', 'optional', 'topics')),
                primary key (survey, place)
            )
            """,
            """
            create table survey_asked (
                code text not null primary key,
                survey text not null references surveys (code),
                person text not null references persons (code),
                unit text not null references units (code),
                unit_kind text not null,
                category text,
                told_unit text references units (code),
                told_kind text,
                told_category text,
                answered_day integer,
                unique (survey, person)
            )
            """,
            "create index survey_asked_by_unit on survey_asked (survey, unit)",
            "create index survey_asked_by_person on survey_asked (person)",
            """
            create table survey_answers (
                code text not null primary key,
                survey text not null references surveys (code),
                person text references persons (code),
                unit text references units (code),
                unit_kind text,
                category text,
                way text not null check (way in ('account', 'paper')),
                is_named integer not null check (is_named in (0, 1)),
                check (is_named = 1 or person is null)
            )
            """,
            "create index survey_answers_by_survey on survey_answers (survey)",
            """
            create table survey_values (
                answer text not null references survey_answers (code),
                place integer not null,
                question integer not null,
                choice integer,
                said text,
                primary key (answer, place),
                check (choice is not null or said is not null)
            )
            """,
            """
            create table survey_papers (
                code text not null primary key,
                survey text not null references surveys (code),
                entered_day integer not null,
                handed_out integer not null check (handed_out >= 0),
                spoiled integer not null check (spoiled >= 0),
                valid integer not null check (valid >= 0)
            )
            """,
            "create index survey_papers_by_survey on survey_papers (survey)",
            """
            create table unit_returns (
                code text not null primary key,
                survey text not null references surveys (code),
                origin text not null check (origin in ('unit', 'office')),
                unit text references units (code),
                source text,
                topic text not null check (length(topic) > 0),
                target text,
                heads integer not null check (heads >= 0),
                days integer not null check (days >= 0),
                month integer not null check (month between 0 and 12),
                trainer text,
                reason text,
                contact text,
                filed_day integer not null,
                stage text not null check (stage in ('filed', 'none', 'withdrawn')),
                remark text,
                check (origin = 'office' or unit is not null)
            )
            """,
            "create index unit_returns_by_survey on unit_returns (survey, unit)",
            """
            create table return_audiences (
                return_code text not null references unit_returns (code),
                place integer not null,
                category text not null check (length(category) > 0),
                primary key (return_code, place)
            )
            """,
        ])
}
