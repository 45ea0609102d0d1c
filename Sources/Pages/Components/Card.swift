extension HTML {
    /// A white sheet with a heading.
    public static func card(_ title: String?, _ content: HTML...) -> HTML {
        .section(.class("card"), title.map { .h2(.text($0)) } ?? .nothing, .group(content))
    }
}
