public import Store

extension Migration {
    /// Who opened what is held about a person, or exported it: one row for each reader, person and day.
    public static let personalViews = Migration(
        number: 23, name: "personal views",
        statements: [
            """
            create table personal_views (
                about_kind text not null check (about_kind in ('person', 'unit')),
                about text not null check (length(about) > 0),
                viewed_day integer not null,
                account text not null check (length(account) > 0),
                means text not null check (means in ('page', 'file')),
                first_at text not null,
                primary key (about_kind, about, viewed_day, account, means)
            )
            """,
            "create index personal_views_by_day on personal_views (viewed_day)",
        ])
}
