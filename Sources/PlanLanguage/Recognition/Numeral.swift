/// Numbers as documents write them, exactly: 12, 1.5万, 1万2千, 十二, 两, 三点五, 壹佰贰拾. What is only roughly said is an
/// `Approximation`.
enum Numeral {
    /// Where counting stops: a larger number is read to its end, and is never meant.
    static let beyond = 1e15

    /// A whole number without fractions: for headings, dates and counters.
    static func integer(_ text: [Glyph], at start: Int, before end: Int) -> (value: Int, end: Int)? {
        guard let (value, after) = plain(text, at: start, before: end), value == value.rounded(), value < 1e12,
            let whole = Int(exactly: value)
        else { return nil }
        return (whole, after)
    }

    /// Digits or Chinese numerals at a place, with 万 and the like; two Chinese digits in a row are a number's digits.
    static func plain(_ text: [Glyph], at start: Int, before end: Int) -> (value: Double, end: Int)? {
        var reader = NumeralReader(text, start, end, approximate: false)
        return reader.read().map { ($0.value, $0.end) }
    }

    /// 百分之八十, and 百分之百.
    static func plainOrHundred(_ text: [Glyph], at start: Int, before end: Int) -> (value: Double, end: Int)? {
        if let found = plain(text, at: start, before: end) { return found }
        guard start < end, text[start] == NumeralScript.hundred else { return nil }
        return (100, start + 1)
    }
}

/// A number as far as the text says it.
struct Approximation {
    enum Exactness {
        case exact
        /// 30余, 十几, 上百: the value is the least it can be.
        case least
        /// 十来名
        case about
        /// 几十, 数百, 一二三名: no figure can be taken from it; the value is the least it can be.
        case open
    }

    var value: Double
    /// 三四十: the other end of what is meant.
    var upper: Double?
    var exactness = Exactness.exact
    /// The scale that the whole figure ends in: 5万 in 3-5万.
    var scale: Double?
    var end: Int

    /// A number at a place, rough ones too; nil where none stands.
    static func read(_ text: [Glyph], at start: Int, before end: Int) -> Approximation? {
        var reader = NumeralReader(text, start, end, approximate: true)
        return reader.read()
    }
}
