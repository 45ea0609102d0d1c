/// The mark at the head of a line: 一、 （一） 1． 第三条 第二章.
struct HeadingMark: Hashable, Sendable {
    enum Style: Int, Sendable, Comparable {
        case part, chapter, section, article, first, second, third, fourth
        static func < (a: Style, b: Style) -> Bool { a.rawValue < b.rawValue }
    }

    var style: Style
    var number: Int
    /// How many glyphs the mark takes.
    var length: Int

    /// Reads the mark at `start`, where a line begins.
    init?(_ text: [Glyph], at start: Int, before end: Int) {
        if let found = Self.ordinal(text, start, end) ?? Self.listed(text, start, end) {
            self = found
        } else {
            return nil
        }
    }

    private init(_ style: Style, _ number: Int, _ length: Int) {
        self.style = style
        self.number = number
        self.length = length
    }

    /// 第三条, 第二章; not 第三条规定的...
    private static func ordinal(_ text: [Glyph], _ start: Int, _ end: Int) -> HeadingMark? {
        guard start < end, text[start] == Char.di,
            let (value, after) = Numeral.integer(text, at: start + 1, before: end),
            after < end
        else { return nil }
        let style: Style
        switch text[after] {
        case Char.articleMark: style = .article
        case Char.chapterMark: style = .chapter
        case Char.sectionMark: style = .section
        case Char.partMark, Char.volumeMark: style = .part
        default: return nil
        }
        let next = after + 1
        if next < end, referring.match(text, at: next, before: end) != nil { return nil }
        return HeadingMark(style, value, next - start)
    }

    private static let referring: Words = "规定 款 第 、 和 至 所 的 与 及"

    private static func listed(_ text: [Glyph], _ start: Int, _ end: Int) -> HeadingMark? {
        guard start < end else { return nil }
        if text[start] == Char.openParenthesis {
            guard let (value, after) = Numeral.integer(text, at: start + 1, before: end), after < end,
                text[after] == Char.closeParenthesis
            else { return nil }
            return HeadingMark(text[start + 1].isDigit ? .fourth : .second, value, after + 1 - start)
        }
        guard let (value, after) = Numeral.integer(text, at: start, before: end), after < end else { return nil }
        if text[start].isDigit {
            guard value < 200, [Char.dot, Char.enumerationComma].contains(text[after]),
                after + 1 < end, !text[after + 1].isDigit
            else { return nil }
            return HeadingMark(.third, value, after + 1 - start)
        }
        guard text[after] == Char.enumerationComma else { return nil }
        return HeadingMark(.first, value, after + 1 - start)
    }
}
