import Store

extension Migration {
    /// Quotas that units pass on to units beneath them, the order of those who wait, and templates of the programme's lines.
    static let dividedQuotas = Migration(
        number: 43, name: "divided quotas",
        statements: [
            "alter table class_quotas add column divided_from text references units (code)",
            "alter table class_quotas add column names_due integer",
            "alter table trainees add column turn integer",
            """
            create table class_wished_units (
                proposal text not null references class_quota_proposals (code),
                place integer not null,
                unit text not null references units (code),
                primary key (proposal, place)
            )
            """,
            """
            create table line_templates (
                code text not null primary key,
                title text not null check (length(title) > 0),
                kind text not null,
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
                funded_by text,
                notes text,
                entered_day integer not null,
                stopped_day integer,
                stop_reason text
            )
            """,
            """
            create table template_audiences (
                template text not null references line_templates (code),
                place integer not null,
                category text not null check (length(category) > 0),
                primary key (template, place)
            )
            """,
            """
            create table template_topics (
                template text not null references line_templates (code),
                place integer not null,
                topic text not null check (length(topic) > 0),
                primary key (template, place)
            )
            """,
        ])
}
