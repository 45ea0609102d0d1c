/// Spells out a pattern: {a|b} is one of them, [a|b] one of them or nothing.
enum WordPattern {
    /// Words that one entry of a file may spell out.
    static let entryLimit = 20_000
    /// Words of a whole file.
    static let fileLimit = 100_000
    /// Glyphs of a word: a clause is shorter.
    static let lengthLimit = 60

    /// Its words; more of them than `limit` are counted before any is made.
    static func words(_ patterns: String, limit: Int) throws(MaterialRefused) -> [[Glyph]] {
        var found: [[Glyph]] = []
        for pattern in patterns.split(whereSeparator: \.isWhitespace) {
            let parts = parts(Array(pattern.unicodeScalars))
            var count = 1
            for part in parts {
                let (product, overflow) = count.multipliedReportingOverflow(by: part.count)
                guard !overflow, product <= limit else { throw MaterialRefused(.tooManyWords(limit: limit)) }
                count = product
            }
            guard found.count + count <= limit else { throw MaterialRefused(.tooManyWords(limit: limit)) }
            let longest = parts.reduce(0) { $0 + ($1.map(\.count).max() ?? 0) }
            guard longest <= lengthLimit else { throw MaterialRefused(.wordTooLong(limit: lengthLimit)) }
            found += spelled(parts)
        }
        return found.unique
    }

    /// What may stand at each stretch of a pattern, one after the other.
    private static func parts(_ pattern: [Unicode.Scalar]) -> [[[Glyph]]] {
        var parts: [[[Glyph]]] = []
        var index = 0
        while index < pattern.count {
            let closing: Unicode.Scalar? = pattern[index] == "[" ? "]" : pattern[index] == "{" ? "}" : nil
            if let closing, let close = pattern[index...].firstIndex(of: closing) {
                var choices = pattern[index + 1..<close].split(separator: "|", omittingEmptySubsequences: false)
                    .map(read)
                if closing == "]" { choices.append([]) }
                parts.append(choices.unique)
                index = close + 1
            } else {
                // A bracket that nothing closes is a character like any other.
                let next =
                    closing != nil
                    ? pattern.count : pattern[index...].firstIndex { $0 == "[" || $0 == "{" } ?? pattern.count
                parts.append([read(pattern[index..<next])])
                index = next
            }
        }
        return parts
    }

    private static func read(_ scalars: ArraySlice<Unicode.Scalar>) -> [Glyph] {
        glyphs(String(String.UnicodeScalarView(scalars)))
    }

    private static func spelled(_ parts: [[[Glyph]]]) -> [[Glyph]] {
        parts.reduce([[]]) { heads, choices in heads.flatMap { head in choices.map { head + $0 } } }
    }
}
