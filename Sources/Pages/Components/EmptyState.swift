public import Vocabulary

extension HTML {
    /// Nothing here: why, and the way out.
    public static func emptyState(_ title: Words, _ advice: HTML, acts: HTML = .nothing) -> HTML {
        .section(
            .class("empty"), .h2(.words(title)), .p(advice), acts == .nothing ? .nothing : .p(.class("btns"), acts))
    }

    /// The same in one language, as the older pages say it.
    public static func emptyState(_ title: String, _ advice: String, _ action: HTML = .nothing) -> HTML {
        .div(.class("empty"), .p(.b(.text(title))), .p(.class("quiet"), .text(advice)), action)
    }
}
