import Store

extension Migration {
    /// The programme of a year: its lines, the versions in which it was issued, and the line of a class.
    /// A line may name another that stands behind it (merged_into, source), and rows are copied one by one: the acts see to
    /// these two.
    static let programmes = Migration(
        number: 38, name: "programmes",
        statements: [
            """
            create table programmes (
                code text not null primary key check (length(code) = 4),
                opened_day integer not null,
                notes text
            )
            """,
            """
            create table programme_lines (
                code text not null primary key,
                programme text not null references programmes (code),
                title text not null check (length(title) > 0),
                kind text not null,
                organiser text not null references units (code),
                institution text,
                target text,
                purpose text,
                runs integer not null check (runs between 1 and 99),
                heads integer not null check (heads between 1 and 5000),
                days integer not null check (days between 1 and 400),
                hours integer not null check (hours between 0 and 3000),
                month integer not null check (month between 1 and 12),
                part text not null check (part in ('whole', 'early', 'middle', 'late')),
                place_name text,
                fen bigint not null check (fen >= 0),
                funded_by text,
                contact text,
                notes text,
                stage text not null
                    check (stage in ('draft', 'filed', 'returned', 'included', 'merged', 'cancelled', 'notHeld')),
                filed_day integer,
                decided_day integer,
                remark text,
                paper text,
                adjusted_day integer,
                merged_into text,
                source text
            )
            """,
            "create index programme_lines_by_programme on programme_lines (programme, stage)",
            """
            create table line_audiences (
                line text not null references programme_lines (code),
                place integer not null,
                category text not null check (length(category) > 0),
                primary key (line, place)
            )
            """,
            """
            create table line_topics (
                line text not null references programme_lines (code),
                place integer not null,
                topic text not null check (length(topic) > 0),
                primary key (line, place)
            )
            """,
            """
            create table programme_issues (
                code text not null primary key,
                programme text not null references programmes (code),
                version integer not null check (version > 0),
                number text not null check (length(number) > 0),
                issued_day integer not null,
                issuer text not null check (length(issuer) > 0),
                notes text,
                unique (programme, version)
            )
            """,
            """
            create table programme_issue_lines (
                issue text not null references programme_issues (code),
                place integer not null,
                line text not null references programme_lines (code),
                title text not null check (length(title) > 0),
                kind text not null,
                organiser text not null references units (code),
                institution text,
                target text,
                runs integer not null check (runs between 1 and 99),
                heads integer not null check (heads between 1 and 5000),
                days integer not null check (days between 1 and 400),
                month integer not null check (month between 1 and 12),
                part text not null check (part in ('whole', 'early', 'middle', 'late')),
                place_name text,
                fen bigint not null check (fen >= 0),
                funded_by text,
                contact text,
                notes text,
                fate text not null check (fate in ('included', 'merged', 'cancelled', 'notHeld')),
                reason text,
                paper text,
                primary key (issue, place)
            )
            """,
            "alter table training_classes add column line text references programme_lines (code)",
            "create index training_classes_by_line on training_classes (line)",
        ])
}
