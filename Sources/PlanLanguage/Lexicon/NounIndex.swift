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

    /// Words that begin alike, the longest first, and of equal words the one added last.
    private struct Bucket: Sendable {
        var entries: [Entry] = []
        /// Many words are looked up by their length instead of one by one; nil while they are few.
        var byWord: [[Glyph]: Meaning]?
        /// Lengths of the words, the longest first.
        var lengths: [Int] = []

        mutating func add(_ entry: Entry) {
            if let place = lengths.firstIndex(where: { $0 <= entry.word.count }) {
                if lengths[place] < entry.word.count { lengths.insert(entry.word.count, at: place) }
            } else {
                lengths.append(entry.word.count)
            }
            if byWord != nil {
                byWord?[entry.word] = entry.meaning
                return
            }
            entries.insert(entry, at: entries.firstIndex { $0.word.count <= entry.word.count } ?? entries.count)
            guard entries.count > 64 else { return }
            byWord = Dictionary(entries.map { ($0.word, $0.meaning) }, uniquingKeysWith: { first, _ in first })
            entries = []
        }

        func match(_ text: [Glyph], at index: Int, before end: Int) -> Match? {
            if let byWord {
                for length in lengths where index + length <= end {
                    if let meaning = byWord[Array(text[index..<index + length])] {
                        return Match(range: index..<index + length, meaning: meaning)
                    }
                }
                return nil
            }
            for entry in entries where index + entry.word.count <= end {
                if text[index..<index + entry.word.count].elementsEqual(entry.word) {
                    return Match(range: index..<index + entry.word.count, meaning: entry.meaning)
                }
            }
            return nil
        }
    }

    /// By the first two glyphs.
    private var buckets: [UInt64: Bucket] = [:]
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
            buckets[key, default: Bucket()].add(entry)
        }
    }

    func match(_ text: [Glyph], at index: Int, before end: Int) -> Match? {
        guard index < end, firsts.mayContain(text[index]) else { return nil }
        if index + 1 < end, seconds.mayContain(text[index + 1]),
            let found = buckets[UInt64(text[index]) << 32 | UInt64(text[index + 1])]?.match(
                text, at: index, before: end)
        {
            return found
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
