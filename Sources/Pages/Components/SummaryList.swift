extension HTML {
    /// What is known of one thing, name by name.
    public static func summaryList(_ rows: [(String, HTML)]) -> HTML {
        .dl(.class("summary"), .each(rows) { row in .div(.dt(.text(row.0)), .dd(row.1)) })
    }
}
