public import Vocabulary

/// What a field holds, as files, templates and other programs are told of it.
public indirect enum FieldKind: Sendable {
    /// A line of so many characters.
    case text(most: Int)
    /// Several lines.
    case longText(most: Int)
    /// One thing a line, so many of them.
    case lines(most: Int)
    case whole(ClosedRange<Int>)
    /// In halves.
    case hours(most: Double)
    /// In yuan.
    case money
    case day
    /// One of a closed list, by the word that programs use, with the words for people.
    case choice([Choice])
    case unit
    case person
    case persons(most: Int)
    /// A table of so many rows, each a small form.
    case rows([Part], most: Int)

    public struct Choice: Sendable, Hashable {
        public var value: String
        public var words: Words

        public init(value: String, words: Words) {
            self.value = value
            self.words = words
        }
    }

    /// A column of such a table.
    public struct Part: Sendable {
        public var name: String
        public var words: Words
        public var isRequired: Bool
        public var kind: FieldKind

        /// Whether a field as it was sent belongs to it.
        func holds(_ sent: String) -> Bool { sent == name || sent.hasPrefix(name + ".") || sent == "\(name)-rows" }
    }
}
