/// Words with what they mean; finds the longest at a place.
struct NounIndex<Meaning: Sendable>: Sendable {
    struct Entry: Sendable {
        var word: [Glyph]
        var meaning: Meaning
    }

    struct Match: Sendable {
        var range: Range<Int>
        var meaning: Meaning
    }

    /// By the first two glyphs; the longest first, and of equal words the one added last.
    private var buckets: [UInt64: [Entry]] = [:]
    private var singles: [Glyph: Entry] = [:]
    private var firsts = GlyphSet()
    private var seconds = GlyphSet()

    mutating func add(_ words: [[Glyph]], _ meaning: Meaning) {
        for word in words {
            guard let first = word.first else { continue }
            let entry = Entry(word: word, meaning: meaning)
            firsts.insert(first)
            guard word.count > 1 else {
                singles[first] = entry
                continue
            }
            seconds.insert(word[1])
            let key = UInt64(first) << 32 | UInt64(word[1])
            var bucket = buckets[key] ?? []
            let place = bucket.firstIndex { $0.word.count <= word.count } ?? bucket.count
            bucket.insert(entry, at: place)
            buckets[key] = bucket
        }
    }

    func match(_ text: [Glyph], at index: Int, before end: Int) -> Match? {
        guard index < end, firsts.mayContain(text[index]) else { return nil }
        if index + 1 < end, seconds.mayContain(text[index + 1]),
            let bucket = buckets[UInt64(text[index]) << 32 | UInt64(text[index + 1])]
        {
            for entry in bucket where index + entry.word.count <= end {
                if text[index..<index + entry.word.count].elementsEqual(entry.word) {
                    return Match(range: index..<index + entry.word.count, meaning: entry.meaning)
                }
            }
        }
        guard let entry = singles[text[index]] else { return nil }
        return Match(range: index..<index + 1, meaning: entry.meaning)
    }

    /// From left to right, the longest at each place, none within another.
    func matches(in text: [Glyph], _ range: Range<Int>) -> [Match] {
        var found: [Match] = []
        var index = range.lowerBound
        while index < range.upperBound {
            if let match = match(text, at: index, before: range.upperBound) {
                found.append(match)
                index = match.range.upperBound
            } else {
                index += 1
            }
        }
        return found
    }
}

/// Spells out a pattern: {a|b} is one of them, [a|b] one of them or nothing.
enum WordPattern {
    static func words(_ patterns: String) -> [[Glyph]] {
        patterns.split(whereSeparator: \.isWhitespace).flatMap { expand(Array($0.unicodeScalars)[...]) }
            .map { glyphs(String(String.UnicodeScalarView($0))) }.unique
    }

    private static func expand(_ pattern: ArraySlice<Unicode.Scalar>) -> [[Unicode.Scalar]] {
        guard let open = pattern.firstIndex(where: { $0 == "[" || $0 == "{" }) else { return [Array(pattern)] }
        let closing: Unicode.Scalar = pattern[open] == "[" ? "]" : "}"
        guard let close = pattern[open...].firstIndex(of: closing) else { return [Array(pattern)] }
        var choices = pattern[open + 1..<close].split(separator: "|", omittingEmptySubsequences: false).map(Array.init)
        if closing == "]" { choices.append([]) }
        let head = Array(pattern[..<open])
        let tails = expand(pattern[(close + 1)...])
        return choices.flatMap { choice in tails.map { head + choice + $0 } }
    }
}
