import Vocabulary

/// Lengths from one to another, each with its unit: 三天半至五天, 6个月至1年.
extension QuantityReader {
    func mixedSpan(_ figure: Figure, _ segment: Range<Int>) -> Item? {
        let end = segment.upperBound
        guard figure.upper == nil, let (unit, lower) = timeUnit(after: figure, end),
            let mark = Self.rangeMarks.match(text, at: figure.range.upperBound + unit.length, before: end)
        else { return nil }
        let next = figure.range.upperBound + unit.length + mark
        guard next < end, let other = plain(at: next, end), let (later, upper) = timeUnit(after: other, end),
            let (value, top, smaller, exact) = common((lower.value, unit.unit), (upper.value, later.unit))
        else { return nil }
        var whole = Figure(range: figure.range.lowerBound..<other.range.upperBound, value: value)
        whole.open = lower.open || upper.open || !exact || top < value
        whole.upper = top > value ? top : nil
        return duration(
            whole, TimeUnit(unit: smaller, length: later.length, isCalendar: false),
            other.range.upperBound + later.length, false, figure.range.lowerBound, segment)
    }

    private func plain(at index: Int, _ end: Int) -> Figure? {
        if text[index] == Self.half { return Figure(range: index..<index + 1, value: 0.5) }
        return Numeral.plain(text, at: index, before: end).map { Figure(range: index..<$0.end, value: $0.value) }
    }

    /// Both in the smaller unit; a month is no number of days or weeks.
    private func common(
        _ lower: (value: Double, unit: CountingUnit), _ upper: (value: Double, unit: CountingUnit)
    ) -> (Double, Double, CountingUnit, exact: Bool)? {
        if lower.unit == upper.unit { return (lower.value, upper.value, lower.unit, true) }
        if let less = Self.months[lower.unit], let more = Self.months[upper.unit] {
            return (lower.value * less, upper.value * more, .month, true)
        }
        switch (lower.unit, upper.unit) {
        case (.day, .week): return (lower.value, upper.value * 7, .day, true)
        case (.hour, .day), (.hour, .week): return nil
        case (.week, .month): return (lower.value, upper.value * 4, .week, false)
        case (.day, .month): return (lower.value, upper.value * 30, .day, false)
        default: return nil
        }
    }

    private static let months: [CountingUnit: Double] = [.month: 1, "quarter": 3, "term": 6, .year: 12]
}
