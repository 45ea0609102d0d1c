extension HTML {
    /// A figure that opens the list it was counted from. It declares its count (`data-count`), and a test opens every one of them,
    /// in both languages and on other days, and counts the rows.
    public static func figureLink(_ count: Int, _ address: String, _ text: String? = nil, class names: String = "")
        -> HTML
    {
        .a(.class(names), .href(address), .count(count), .text(text ?? String(count)))
    }

    /// Marks a link as a figure counted from the list it opens.
    public static func count(_ count: Int) -> HTML { .attribute("data-count", String(count)) }
    /// Marks a link as a figure of the entry it opens, as that entry writes it.
    public static func entry(_ figure: String) -> HTML { .attribute("data-entry", figure) }
}
