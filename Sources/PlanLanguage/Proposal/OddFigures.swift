import Plans
import Vocabulary

/// Finds figures that cannot be meant: days that do not exist, numbers beyond their limits.
struct OddFigures {
    let lexicon: Lexicon

    private static let monthWord: Words = "月份 月"
    private static let dayWord: Words = "日 号"
    private static let due: Words = "前 之前 以前 底 末"
    private static let monthly: Words = "每月 首月 次月 当月 上月 下月"
    private static let year: Words = "年"

    func findings(
        in clean: CleanText, _ range: Range<Int>, _ source: PlanSource,
        _ odd: inout [(range: Range<Int>, reason: PassedOver.Reason)]
    ) -> [Finding] {
        let text = clean.glyphs
        let end = range.upperBound
        var found: [Finding] = []
        var index = range.lowerBound
        while index < end {
            guard text[index].isDigit || NumeralScript.first.mayContain(text[index]),
                let (value, after) = Numeral.plain(text, at: index, before: end)
            else {
                index += 1
                continue
            }
            if let stop = tooLarge(value, text, index, after, end) {
                odd.append((index..<stop, .beyondLimit))
                found.append(finding("numberTooLarge", index..<stop, clean, source))
            } else if let stop = noSuchDay(value, text, index, after, end) {
                odd.append((index..<stop, .noSuchDay))
                found.append(finding("impossibleDate", index..<stop, clean, source))
            }
            index = max(index + 1, after)
        }
        return found
    }

    /// Where a figure with its unit ends, if it lies beyond that unit's limit.
    private func tooLarge(_ value: Double, _ text: [Glyph], _ index: Int, _ after: Int, _ end: Int) -> Int? {
        if let unit = QuantityReader.timeUnit(text, after, end) {
            // 2025年 is a year, not a length.
            let named = unit.unit == .year && unit.isCalendar && value < 10_000
            return !named && value > FigureLimits.largest(of: unit.unit, .duration) ? after + unit.length : nil
        }
        if let counter = lexicon.counters.match(text, at: after, before: end) {
            return value > FigureLimits.largest ? counter.range.upperBound : nil
        }
        if after < end, text[after] == Char.percent {
            return value > FigureLimits.largest(of: .percent, .headcount) ? after + 1 : nil
        }
        let share = QuantityReader.partsWord.matchBackward(text, endingAt: index, notBefore: 0) != nil
        return share && value > FigureLimits.largest(of: .percent, .headcount) ? after : nil
    }

    /// 2月30日, 13月底前, 每月40日前.
    private func noSuchDay(_ value: Double, _ text: [Glyph], _ index: Int, _ after: Int, _ end: Int) -> Int? {
        if let month = Self.monthWord.match(text, at: after, before: end) {
            let next = after + month
            guard let whole = Int(exactly: value), (1...12).contains(whole) else {
                let dated =
                    Self.due.match(text, at: next, before: end)
                    ?? Numeral.integer(text, at: next, before: end).flatMap {
                        Self.dayWord.match(text, at: $0.end, before: end)
                    }
                return dated == nil ? nil : next
            }
            guard let (day, stop) = Numeral.integer(text, at: next, before: end),
                let unit = Self.dayWord.match(text, at: stop, before: end),
                !(1...Day.length(ofMonth: whole, year: 2024)).contains(day)
            else { return nil }
            return stop + unit
        }
        guard value > 31 || value == 0, let unit = Self.dayWord.match(text, at: after, before: end),
            Self.monthly.matchBackward(text, endingAt: index, notBefore: 0) != nil
        else { return nil }
        return after + unit
    }

    private func finding(_ key: String, _ range: Range<Int>, _ clean: CleanText, _ source: PlanSource) -> Finding {
        Finding(.warning, key, [Self.short(clean.string(range))], at: source.place(clean.scalars(range)))
    }

    /// A number of a thousand digits is told by its first.
    private static func short(_ text: String) -> String {
        text.count > 40 ? text.prefix(30) + "…" + text.suffix(4) : text
    }
}
