public import Store
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

    /// Nouns that speak of somebody, all of them, whoever filed them: of oneself one sees all.
    public static func some<N: Noun>(
        _ words: Words, _ heads: [Words], _ type: N.Type, where condition: SQL, order: String, _ ask: Ask,
        _ row: (N) throws -> [HTML]
    ) throws -> Held {
        let everybody = Reader(account: ask.reader.account, rights: [.see])
        let nouns = try ask.reading.all(type, for: everybody, where: condition, order: order)
        return Held(words, heads, try nouns.map(row))
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
