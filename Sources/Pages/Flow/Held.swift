public import Vocabulary

/// What a desk holds about one person, for that person to read: rows of one kind, all of them.
public struct Held: Equatable, Sendable {
    public var words: Words
    public var heads: [Words]
    public var rows: [[HTML]]

    public init(_ words: Words, _ heads: [Words], _ rows: [[HTML]]) {
        self.words = words
        self.heads = heads
        self.rows = rows
    }

    public var html: HTML {
        .part(
            words, aside: .text(String(rows.count)),
            rows.isEmpty
                ? .p(.class("quiet"), .say("没有。", "None."))
                : .data(
                    .words(words),
                    heads.enumerated().map { place, words in DataHead(.words(words), place == 0 ? .lead : .meta) }, rows
                )
        )
    }
}
