public import Store
public import Vocabulary

/// Something that somebody else did to a record within a reader's reach since they were last at their desk.
public struct Changed: Equatable, Sendable {
    /// The moment, UTC.
    public var at: String
    /// The account.
    public var by: String
    /// What was done: `退回`, `更正`.
    public var words: Words
    public var name: String
    public var address: String

    public init(at: String, by: String, words: Words, name: String, address: String) {
        self.at = at
        self.by = by
        self.words = words
        self.name = name
        self.address = address
    }

    /// As many as are looked for of one kind; a desk shows the newest of all.
    public static let most = 50

    /// What the journal tells of a noun since one of its rows; `kind` is what the journal calls it.
    public static func some<N: Noun>(
        _ type: N.Type, kind: String = N.kind, since seq: Int, _ ask: Ask,
        _ item: (N, JournalRow) throws -> (words: Words, name: String, address: String)
    ) throws -> [Changed] {
        let rows = try ask.reading.journal(
            ofKind: kind, of: type, since: seq, besides: ask.reader.account, for: ask.reader, limit: most)
        let nouns = try ask.reading.nouns(type, Array(Set(rows.map(\.objectCode))), for: ask.reader)
        let known = Dictionary(nouns.map { ($0.key, $0) }, uniquingKeysWith: { one, _ in one })
        return try rows.compactMap { row in
            try known[row.objectCode].map { noun in
                let (words, name, address) = try item(noun, row)
                return Changed(at: row.at, by: row.by, words: words, name: name, address: address)
            }
        }
    }
}

extension PagedNoun {
    /// What others did to those within reach, by what its act is called. `words`: what is told in their place.
    public static func changed(
        _ ask: Ask, since seq: Int, words: (JournalRow) throws -> Words? = { _ in nil }
    ) throws -> [Changed] {
        try Changed.some(Self.self, since: seq, ask) { noun, row in
            let told = try words(row) ?? ask.acts[row.act] ?? Words("变动", "changed")
            return (told, noun.title, noun.address)
        }
    }
}
