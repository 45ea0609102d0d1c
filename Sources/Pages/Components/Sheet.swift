public import Vocabulary

/// The one box of a page; hairlines part its sections and columns. No box stands within it but a warning.
extension HTML {
    public static func sheet(_ sections: HTML...) -> HTML { .div(.class("sheet"), .group(sections)) }

    /// A section with its title and, at the right, a remark or a link that belongs to the title.
    public static func part(_ title: Words, id: String? = nil, aside: HTML = .nothing, _ content: HTML...) -> HTML {
        .section(
            id.map { HTML.id($0) } ?? .nothing,
            .div(.class("head"), .h2(.words(title)), aside == .nothing ? .nothing : .span(.class("quiet"), aside)),
            .group(content))
    }

    /// A wide column and a narrow one beside it, which holds the shorter and factual sections.
    public static func split(_ main: HTML, beside: HTML) -> HTML { .div(.class("split"), .div(main), .div(beside)) }

    /// The same, where the narrow one is what is urgent: read first, and on a telephone it stands above.
    public static func split(first beside: HTML, _ main: HTML) -> HTML {
        .div(.class("split turned"), .div(beside), .div(main))
    }

    /// Two sections side by side.
    public static func halves(_ one: HTML, _ other: HTML) -> HTML { .div(.class("halves"), one, other) }

    /// The sentence that opens a page, on the ground above the sheet: what is the matter, in two lines at most.
    public static func opening(_ parts: HTML...) -> HTML { .p(.class("say"), .group(parts)) }

    /// What is pointed out, each by itself.
    public static func warnings(_ words: [Words]) -> HTML { .each(words) { .p(.class("warn"), .words($0)) } }

    /// One consequence, with its act.
    public static func warning(_ weight: WarningWeight = .behind, _ parts: HTML...) -> HTML {
        .div(
            .class(weight == .behind ? "warn" : "warn \(weight.rawValue)"), .attribute("role", "status"),
            .p(.group(parts)))
    }

    /// From one day to another; one day is one.
    public static func days(_ from: Day, _ to: Day) -> HTML {
        from == to ? .day(from) : .group([.day(from), .say("至", " to "), .day(to)])
    }
}

public enum WarningWeight: String, Sendable {
    case behind, bad, good
}
