import Store

extension Migration {
    /// What this site calls the columns of its files.
    static let ownColumns = Migration(
        number: 19, name: "own columns",
        statements: [
            """
            create table own_columns (
                code text not null primary key,
                rows_are text not null check (length(rows_are) > 0),
                heading text not null check (length(heading) > 0),
                folded text not null check (length(folded) > 0),
                field text not null check (length(field) > 0),
                is_over integer not null check (is_over in (0, 1)),
                unique (rows_are, folded)
            )
            """
        ])
}
