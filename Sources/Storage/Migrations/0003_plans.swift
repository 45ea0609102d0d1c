import Store

extension Migration {
    static let plans = Migration(
        number: 3, name: "plans",
        statements: [
            """
            create table editions (
                number integer not null primary key check (number >= 1),
                title text not null check (length(title) > 0),
                in_force_day integer not null,
                published_day integer not null,
                text_hash text not null check (length(text_hash) = 64),
                answers text,
                body text not null check (length(body) > 0)
            )
            """
        ],
        final: ["editions"])
}
