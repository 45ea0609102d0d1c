public import Vocabulary

/// What stands before an act that is not done by a single press: what it does, a reason where one is asked for, the act and
/// the way back. Nothing has been done when it is shown.
public struct ConfirmPage: Equatable, Sendable {
    public var title: Words
    public var crumbs: [Frame.Crumb]
    /// What will be, in one sentence.
    public var consequence: HTML
    /// What it is done to.
    public var facts: [Fact]
    /// Where the form is sent.
    public var address: String
    /// The act in a verb: 作废, 提交.
    public var act: Words
    /// It cannot be undone.
    public var isFinal: Bool
    /// The question for a reason, the field `reason`, and what was typed there; nil: none is asked for.
    public var reason: Reason?
    /// Where the reader came from.
    public var back: String
    public var errors: ErrorSummary
    /// Fields that are sent along, as they were filled in on the page before.
    public var fields: Query

    public struct Reason: Equatable, Sendable {
        public var words: Words
        public var typed: String

        public init(_ words: Words = Words("原因", "Reason"), typed: String = "") {
            self.words = words
            self.typed = typed
        }
    }

    public init(
        _ title: Words, crumbs: [Frame.Crumb] = [], consequence: HTML, facts: [Fact] = [], sendTo address: String,
        act: Words, isFinal: Bool = false, reason: Reason? = nil, back: String,
        errors: ErrorSummary = ErrorSummary(errors: []), fields: Query = Query()
    ) {
        self.title = title
        self.crumbs = crumbs
        self.consequence = consequence
        self.facts = facts
        self.address = address
        self.act = act
        self.isFinal = isFinal
        self.reason = reason
        self.back = back
        self.errors = errors
        self.fields = fields
    }

    public var page: Page {
        Page(
            title, crumbs: crumbs, hasErrors: !errors.errors.isEmpty, errors.html, .opening(consequence),
            .sheet(
                .when(!facts.isEmpty, .section(.facts(facts, long: true))),
                .section(
                    .form(
                        .attribute("method", "post"), .action(address), PageContext.once, .hiddenFields(fields),
                        reason.map {
                            .ask(
                                "reason", $0.words, error: errors.words(for: "reason"),
                                .longField("reason", $0.typed, rows: 3))
                        } ?? .nothing,
                        .acts(.submit(act, isFinal ? .danger : .primary), .act(back, Words("返回", "Back")))))))
    }
}
