/// What was refused, with links to the fields; stands at the top and takes the focus.
public struct ErrorSummary: Equatable, Sendable {
    public var errors: [FieldError]

    public init(errors: [FieldError]) { self.errors = errors }

    public func html(_ context: PageContext) -> HTML {
        guard !errors.isEmpty else { return .nothing }
        return .div(
            .class("errors"), .attribute("role", "alert"), .attribute("tabindex", "-1"), .flag("autofocus"),
            .h2(.text(context.say("请先改正以下内容", "There is a problem"))),
            .ul(
                .each(errors.prefix(Self.mostShown)) { error in
                    .li(
                        .a(.href("#\(error.field)"), .text(error.message)),
                        error.opens.map { .group([" ", .a(.href($0.address), .text($0.text))]) } ?? .nothing)
                },
                .when(
                    errors.count > Self.mostShown,
                    .li(
                        .text(
                            context.say(
                                "另有\(errors.count - Self.mostShown)处，改正后再显示。",
                                "\(errors.count - Self.mostShown) more, shown once these are mended."))))))
    }

    private static let mostShown = 30

    /// All that is wrong with a field, one a line.
    public func message(for field: String) -> String? {
        let messages = errors.filter { $0.field == field }.prefix(Self.mostShown).map(\.message)
        return messages.isEmpty ? nil : messages.joined(separator: "\n")
    }
}

public struct FieldError: Equatable, Sendable {
    public var field: String
    public var message: String
    /// What the message speaks of, where it can be looked at.
    public var opens: Frame.Crumb?
    /// Of what is asked about, and may be said to be right: how the form says it.
    public var asksAbout: String?

    public init(field: String, message: String, opens: Frame.Crumb? = nil, asksAbout: String? = nil) {
        self.field = field
        self.message = message
        self.opens = opens
        self.asksAbout = asksAbout
    }
}
