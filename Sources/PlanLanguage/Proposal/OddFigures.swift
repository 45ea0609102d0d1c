import Vocabulary

/// Finds figures that cannot be meant: days that do not exist, numbers beyond counting.
struct OddFigures {
    let lexicon: Lexicon

    private static let monthWord: Words = "月份 月"
    private static let dayWord: Words = "日 号"

    func findings(in clean: CleanText, _ range: Range<Int>, _ source: PlanSource) -> [Finding] {
        let text = clean.glyphs
        var found: [Finding] = []
        var index = range.lowerBound
        while index < range.upperBound {
            guard text[index].isDigit, let (value, after) = Numeral.plain(text, at: index, before: range.upperBound)
            else {
                index += 1
                continue
            }
            if value > 1e9, lexicon.counters.match(text, at: after, before: range.upperBound) != nil {
                found.append(finding("numberTooLarge", index..<after, clean, source))
            } else if (1...12).contains(value), value == value.rounded(),
                let month = Self.monthWord.match(text, at: after, before: range.upperBound),
                let (day, end) = Numeral.integer(text, at: after + month, before: range.upperBound),
                let unit = Self.dayWord.match(text, at: end, before: range.upperBound),
                !(1...Day.length(ofMonth: Int(value), year: 2024)).contains(day)
            {
                found.append(finding("impossibleDate", index..<end + unit, clean, source))
            }
            index = max(index + 1, after)
        }
        return found
    }

    private func finding(_ key: String, _ range: Range<Int>, _ clean: CleanText, _ source: PlanSource) -> Finding {
        Finding(.warning, key, [clean.string(range)], at: source.place(clean.scalars(range)))
    }
}
