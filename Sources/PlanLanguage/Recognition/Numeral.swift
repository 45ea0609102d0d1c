/// Numbers as Chinese documents write them: 12, 1,500, 1.5万, 十二, 两, 半, 百分之八十, 1/5, 80%, 八成.
enum Numeral {
    /// A whole number in one script, without fractions: for headings, dates and counters.
    static func integer(_ text: [Glyph], at start: Int, before end: Int) -> (value: Int, end: Int)? {
        guard let (value, after) = plain(text, at: start, before: end), value == value.rounded(), value < 1e12
        else { return nil }
        return (Int(value), after)
    }

    /// Digits or Chinese numerals at a place, with 万 and the like.
    static func plain(_ text: [Glyph], at start: Int, before end: Int) -> (value: Double, end: Int)? {
        guard start < end else { return nil }
        if text[start].isDigit { return arabic(text, start, end) }
        return chinese(text, start, end)
    }

    private static func arabic(_ text: [Glyph], _ start: Int, _ end: Int) -> (value: Double, end: Int)? {
        var value = 0.0
        var index = start
        while index < end, text[index].isDigit {
            value = value * 10 + Double(text[index] - 0x30)
            index += 1
            // 1,500
            if index + 3 < end, text[index] == Char.comma, (1...3).contains(index - start) || value >= 1000,
                text[index + 1].isDigit, text[index + 2].isDigit, text[index + 3].isDigit,
                index + 4 >= end || !text[index + 4].isDigit
            {
                index += 1
            }
        }
        if index + 1 < end, text[index] == Char.dot, text[index + 1].isDigit {
            var place = 0.1
            index += 1
            while index < end, text[index].isDigit {
                value += Double(text[index] - 0x30) * place
                place /= 10
                index += 1
            }
            value = (value * 1e6).rounded() / 1e6
        }
        if index < end, let scale = scales[text[index]], scale >= 100 {
            value *= scale
            index += 1
            if index < end, text[index] == tenThousand {
                value *= 10_000
                index += 1
            }
        }
        return (value, index)
    }

    private static func chinese(_ text: [Glyph], _ start: Int, _ end: Int) -> (value: Double, end: Int)? {
        var index = start
        var total = 0.0
        var section = 0.0
        var digit: Double?
        var any = false
        var lastScale = 0.0
        var digits = 0
        while index < end {
            let glyph = text[index]
            if let value = Self.digits[glyph] {
                // 二〇二五: digits in a row
                digit = digits > 0 ? (digit ?? 0) * 10 + value : value
                digits += 1
                any = true
            } else if let scale = scales[glyph], any || scale == 10 {
                if scale == 10_000 {
                    total = (total + section + (digit ?? 0)) * 10_000
                    section = 0
                } else {
                    section += (digit ?? 1) * scale
                }
                digit = nil
                digits = 0
                lastScale = scale
                any = true
            } else {
                break
            }
            index += 1
        }
        guard any else { return nil }
        _ = lastScale
        return (total + section + (digit ?? 0), index)
    }

    private static let tenThousand = glyphs("万").first ?? 0
    private static let digits: [Glyph: Double] = {
        var table: [Glyph: Double] = [:]
        for (value, word) in ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"].enumerated() {
            for glyph in glyphs(word) { table[glyph] = Double(value) }
        }
        for (word, value) in ["两": 2.0, "壹": 1, "贰": 2, "叁": 3] { for glyph in glyphs(word) { table[glyph] = value } }
        return table
    }()
    private static let scales: [Glyph: Double] = {
        var table: [Glyph: Double] = [:]
        for (word, value) in ["十": 10.0, "百": 100, "千": 1000, "万": 10_000] {
            for glyph in glyphs(word) { table[glyph] = value }
        }
        return table
    }()
}
