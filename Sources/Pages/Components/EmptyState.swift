extension HTML {
    /// Nothing here: why, and what to do.
    public static func emptyState(_ title: String, _ advice: String, _ action: HTML = .nothing) -> HTML {
        .div(.class("empty"), .p(.b(.text(title))), .p(.class("quiet"), .text(advice)), action)
    }
}
