public import Vocabulary

/// What was refused, with links to the fields; stands at the top and takes the focus.
public struct ErrorSummary: Equatable, Sendable {
    public var errors: [FieldError]

    public init(errors: [FieldError]) { self.errors = errors }

    public var html: HTML {
        guard !errors.isEmpty else { return .nothing }
        let more = errors.count - Self.mostShown
        return .div(
            .class("errors"), .attribute("role", "alert"), .attribute("tabindex", "-1"), .flag("autofocus"),
            .h2(.say("请先改正以下内容", "There is a problem")),
            .ul(
                .each(errors.prefix(Self.mostShown)) { error in
                    .li(
                        .a(.href("#\(error.field)"), .words(error.words)),
                        error.opens.map { .group([" ", .a(.href($0.address ?? ""), .words($0.words))]) } ?? .nothing)
                },
                .when(more > 0, .li(.say("另有\(more)处，改正后再显示。", "\(more) more, shown once these are mended.")))))
    }

    /// The same for pages of one language.
    public func html(_ context: PageContext) -> HTML { html }

    private static let mostShown = 30

    /// All that is wrong with a field, one a line.
    public func words(for field: String) -> Words? {
        let all = errors.filter { $0.field == field }.prefix(Self.mostShown).map(\.words)
        guard !all.isEmpty else { return nil }
        return Words(all.map(\.zh).joined(separator: "\n"), all.map(\.en).joined(separator: "\n"))
    }

    /// The same for pages of one language.
    public func message(for field: String) -> String? { words(for: field)?.zh }
}

public struct FieldError: Equatable, Sendable {
    public var field: String
    public var words: Words
    /// What it speaks of, where it can be looked at.
    public var opens: Frame.Crumb?
    /// Of what is asked about, and may be said to be right: how the form says it.
    public var asksAbout: String?

    public init(field: String, _ words: Words, opens: Frame.Crumb? = nil, asksAbout: String? = nil) {
        self.field = field
        self.words = words
        self.opens = opens
        self.asksAbout = asksAbout
    }

    /// In the reader's language already, as the older pages say it.
    public init(field: String, message: String, opens: Frame.Crumb? = nil, asksAbout: String? = nil) {
        self.init(field: field, Words(message, message), opens: opens, asksAbout: asksAbout)
    }

    /// The same for pages of one language.
    public var message: String { words.zh }
}
