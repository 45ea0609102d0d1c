public import Storage
public import Vocabulary

/// One thing that was done to a record: when, by whom, what was said with it, and what it changed.
public struct HistoryStep: Sendable {
    public typealias Change = (words: Words, old: HTML, new: HTML)

    /// The moment, UTC; of what came without one, the day.
    public var at: String
    public var by: String
    public var words: Words
    /// What it was done to, beside the words.
    public var what: HTML
    /// A line each, such as the reason.
    public var remarks: [HTML]
    public var changes: [Change]

    public init(
        at: String, by: String, words: Words, what: HTML = .nothing, remarks: [HTML] = [], changes: [Change] = []
    ) {
        self.at = at
        self.by = by
        self.words = words
        self.what = what
        self.remarks = remarks
        self.changes = changes
    }

    public static func reason(_ reason: String) -> HTML { .say("理由：\(reason)", "Why: \(reason)") }
}

extension HTML {
    /// What became of a record (经过), the last first; of one moment, what was done last.
    public static func history(_ steps: [HistoryStep], by time: SiteTime) -> HTML {
        let sorted = steps.enumerated().sorted { ($0.element.at, $0.offset) > ($1.element.at, $1.offset) }
        return .part(Words("经过", "History"), id: "history", .log(sorted.map { row($0.element, by: time) }))
    }

    private static func row(_ step: HistoryStep, by time: SiteTime) -> Row {
        Row(
            .group([
                .words(step.words), .when(step.what != .nothing, .group([" ", step.what])),
                .each(step.remarks) { .p($0) },
                .when(
                    !step.changes.isEmpty,
                    .ul(
                        .each(step.changes) { change in
                            .li(
                                .words(change.words), .say("：", ": "), change.old, " → ",
                                .element("ins", [change.new]))
                        })),
            ]),
            when: .time(
                .attribute("datetime", step.at), .text(time.minute(step.at))),
            act: .text(step.by))
    }
}
