import Vocabulary

/// Why a lexicon or a bindings file is refused, with its place. Lines count from 1.
public struct MaterialRefused: Error, Hashable, Sendable {
    public enum Problem: Hashable, Sendable {
        case tooLarge(bytes: Int, limit: Int)
        /// Brackets or lists in one another.
        case tooDeep(limit: Int)
        /// `&name` and `*name` stand for what is written elsewhere, and a few lines of them for gigabytes.
        case reference
        /// A pattern that spells out more words than `limit`.
        case tooManyWords(limit: Int)
        case wordTooLong(limit: Int)
        /// None of the words that may stand there.
        case unknownValue(String, allowed: [String])
        /// As the reader of YAML says it.
        case malformed(String)
    }

    public var line: Int?
    /// The entry, as `counters.3.words`.
    public var key: String?
    public var problem: Problem

    public init(_ problem: Problem, line: Int? = nil, key: String? = nil) {
        self.problem = problem
        self.line = line
        self.key = key
    }
}

extension MaterialRefused: CustomStringConvertible {
    public var description: String { FindingText.message(self, in: .zh) }
}
