import Store

extension Migration {
    /// What a site says of itself: how it is set, and its own working days by year. Days stand as ISO text, in order.
    static let settings = Migration(
        number: 8, name: "settings",
        statements: [
            """
            create table settings (
                name text not null primary key check (length(name) > 0),
                value text not null check (length(value) > 0)
            )
            """,
            """
            create table calendar_years (
                year integer not null check (year between 1 and 9999),
                version integer not null check (version >= 1),
                source text not null check (length(source) > 0),
                recorded_day integer not null,
                holidays text,
                workdays text,
                primary key (year, version)
            )
            """,
        ],
        final: ["calendar_years"])
}
