import Plans
import Vocabulary

/// Which stretch of a segment belongs to which quantity, and what is quoted.
extension ClauseReader {
    /// Each quantity with the stretch that belongs to it.
    func zones(_ quantities: [QuantityMention], _ segment: Range<Int>) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = segment.lowerBound
        for (index, quantity) in quantities.enumerated() {
            guard index + 1 < quantities.count else {
                result.append(start..<segment.upperBound)
                break
            }
            let next = quantities[index + 1].range.lowerBound
            let between = quantity.range.upperBound..<max(quantity.range.upperBound, next)
            if let mark = link(in: between) {
                result.append(start..<mark.lowerBound)
                start = mark.upperBound
            } else {
                result.append(start..<segment.upperBound)
                start = max(quantity.range.upperBound, next)
            }
        }
        return result
    }

    /// The 、 or 和 where the next quantity's own clause begins: before a verb if there is one, else the last.
    func link(in between: Range<Int>) -> Range<Int>? {
        var index = between.lowerBound
        while let mark = Self.links.first(in: text, index..<between.upperBound) {
            if Self.starts.match(text, at: mark.upperBound, before: between.upperBound) != nil { return mark }
            index = mark.upperBound
        }
        return Self.links.last(in: text, between)
    }

    private static let starts: Words =
        "每名 每人 每期 每次 每批 每班 每年 开展 撰写 举办 组织 参加 阅读 精读 观看 聆听 到 过 讲 上 听 培训 安排 完成 召开 选派 研读 建成 开发"

    /// Keeps a zone within the quotation marks that its quantity stands in.
    func quoted(_ zone: Range<Int>, _ quantity: Range<Int>) -> Range<Int> {
        guard quantity.lowerBound >= zone.lowerBound, quantity.upperBound <= zone.upperBound else { return zone }
        var start = zone.lowerBound
        var open: Int?
        for index in zone.lowerBound..<quantity.lowerBound {
            if text[index] == Char.openQuote { open = index }
            if text[index] == Char.closeQuote { open = nil }
        }
        if let open { start = open + 1 }
        var depth = 0
        for index in quantity.upperBound..<zone.upperBound {
            if text[index] == Char.openQuote { depth += 1 }
            if text[index] == Char.closeQuote {
                depth -= 1
                if depth < 0 { return start..<index }
            }
        }
        return start..<zone.upperBound
    }

    private static let links: Words = "、 和 及 以及 并 并且 或 或者"

    /// The contiguous stretch that is quoted: from the window or the zone's head to its end.
    func quote(_ zone: Range<Int>, _ quantity: Range<Int>, _ window: Range<Int>?, whole: Range<Int>? = nil)
        -> Range<Int>
    {
        var start = whole?.lowerBound ?? zone.lowerBound
        let end = whole?.upperBound ?? zone.upperBound
        if whole == nil, let window, zone.lowerBound <= window.lowerBound, window.upperBound <= quantity.lowerBound {
            start = window.lowerBound
        }
        start = min(start, quantity.lowerBound)
        var stop = max(end, quantity.upperBound)
        while start < stop, Self.edges.contains(text[start]) { start += 1 }
        while stop > start, Self.edges.contains(text[stop - 1]) { stop -= 1 }
        return start..<max(stop, start + 1)
    }

    private static let edges: Set<Glyph> = [
        Char.comma, Char.enumerationComma, Char.openQuote, Char.closeQuote, Char.semicolon, Char.straightQuote,
        Char.newline,
    ]
}
