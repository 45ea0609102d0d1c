/// A set of words to be looked for at a place in a text, the longest first.
struct Words: Sendable, ExpressibleByStringLiteral {
    private var byFirst: [Glyph: [[Glyph]]] = [:]
    private var byLast: [Glyph: [[Glyph]]] = [:]
    private(set) var firsts = GlyphSet()
    private var lasts = GlyphSet()

    init(_ words: [String]) {
        for word in words.map(glyphs) {
            guard let first = word.first, let last = word.last else { continue }
            firsts.insert(first)
            lasts.insert(last)
            byFirst[first, default: []].append(word)
            byLast[last, default: []].append(word)
        }
        byFirst = byFirst.mapValues { $0.sorted { $0.count > $1.count } }
        byLast = byLast.mapValues { $0.sorted { $0.count > $1.count } }
    }

    /// Words separated by spaces.
    init(stringLiteral value: String) { self.init(value.split(separator: " ").map(String.init)) }

    /// Length of the longest word that starts at `index`.
    func match(_ text: [Glyph], at index: Int, before end: Int) -> Int? {
        guard index < end, firsts.mayContain(text[index]), let candidates = byFirst[text[index]] else { return nil }
        for word in candidates where index + word.count <= end {
            if text[index..<index + word.count].elementsEqual(word) { return word.count }
        }
        return nil
    }

    /// Length of the longest word that ends right before `index`, not reaching below `start`.
    func matchBackward(_ text: [Glyph], endingAt index: Int, notBefore start: Int) -> Int? {
        guard index > start, lasts.mayContain(text[index - 1]), let candidates = byLast[text[index - 1]] else {
            return nil
        }
        for word in candidates where index - word.count >= start {
            if text[index - word.count..<index].elementsEqual(word) { return word.count }
        }
        return nil
    }

    /// The first place in `range` where a word stands.
    func first(in text: [Glyph], _ range: Range<Int>) -> Range<Int>? {
        for index in range {
            if let length = match(text, at: index, before: range.upperBound) { return index..<index + length }
        }
        return nil
    }

    /// The last place in `range` where a word stands.
    func last(in text: [Glyph], _ range: Range<Int>) -> Range<Int>? {
        for index in range.reversed() {
            if let length = match(text, at: index, before: range.upperBound) { return index..<index + length }
        }
        return nil
    }

    func occurs(in text: [Glyph], _ range: Range<Int>) -> Bool { first(in: text, range) != nil }
}
