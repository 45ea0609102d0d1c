/// Shares: 80%, 百分之八十, 三分之一, 1/5, 八成, 半数, in percent.
extension QuantityReader {
    private static let parts: [(Words, Double)] = [("百分之", 100), ("千分之", 1000), ("万分之", 10_000)]
    static let partsWord: Words = "分之"
    /// What begins with no numeral.
    static var shareWords: [Words] { [halves] + parts.map(\.0) }

    /// Length of a share that begins with no digit: 一半, 百分之八十, 三分之一, 八成.
    static func shareLength(_ text: [Glyph], _ index: Int, _ end: Int) -> Int? {
        if let length = halves.match(text, at: index, before: end) { return length }
        for (words, _) in parts {
            guard let length = words.match(text, at: index, before: end) else { continue }
            return Approximation.read(text, at: index + length, before: end).map { $0.end - index }
        }
        guard let (_, stop) = Numeral.plain(text, at: index, before: end),
            let parts = partsWord.match(text, at: stop, before: end),
            let (_, next) = Numeral.plain(text, at: stop + parts, before: end)
        else { return nil }
        return next - index
    }

    private static let halves: Words = "一半 半数 过半数 过半 对半"
    private static let tenths: Words = "成"
    private static let notTenths: Words = "立 为 员 果 效 绩 长 熟 功 本 就 人 型 份 套 才"
    private static let perMille: Glyph = 0x2030

    func fraction(at index: Int, _ end: Int) -> Figure? {
        for (words, whole) in Self.parts {
            guard let length = words.match(text, at: index, before: end) else { continue }
            return share(of: whole, index, index + length, end)
        }
        if let length = Self.halves.match(text, at: index, before: end),
            index == 0 || Self.halves.match(text, at: index - 1, before: end) == nil
        {
            return Figure(range: index..<index + length, value: 50)
        }
        if let tenths = tenths(at: index, end) { return tenths }
        guard let (value, stop) = Numeral.plain(text, at: index, before: end), stop < end else { return nil }
        if text[stop] == Char.percent { return percents(value, index, stop + 1, end) }
        if text[stop] == Self.perMille { return Figure(range: index..<stop + 1, value: Self.percent(value / 1000)) }
        if let mark = Self.rangeMarks.match(text, at: stop, before: end),
            let (upper, next) = Numeral.plain(text, at: stop + mark, before: end), next < end, upper > value,
            text[next] == Char.percent
        {
            return Figure(range: index..<next + 1, value: value, upper: upper)
        }
        if let parts = Self.partsWord.match(text, at: stop, before: end), value > 0,
            let (share, next) = Numeral.plain(text, at: stop + parts, before: end)
        {
            return Figure(range: index..<next, value: Self.percent(share / value))
        }
        if text[stop] == Char.slash, text[index].isDigit,
            let (whole, next) = Numeral.plain(text, at: stop + 1, before: end), whole > value, whole <= 100
        {
            return Figure(range: index..<next, value: Self.percent(value / whole))
        }
        return nil
    }

    /// 百分之八十, 百分之三四十, 百分之八十至九十, 百分之八十至百分之九十.
    private func share(of whole: Double, _ index: Int, _ start: Int, _ end: Int) -> Figure? {
        let factor = 100 / whole
        guard start < end else { return nil }
        var figure: Figure
        if let found = Approximation.read(text, at: start, before: end) {
            figure = Figure(
                range: index..<found.end, value: found.value * factor, upper: found.upper.map { $0 * factor })
            figure.more = found.exactness == .least
            figure.about = found.exactness == .about
            figure.open = found.exactness == .open
        } else {
            return nil
        }
        figure.value = (figure.value * 1000).rounded() / 1000
        guard figure.upper == nil,
            let mark = Self.rangeMarks.match(text, at: figure.range.upperBound, before: end)
        else { return figure }
        var next = figure.range.upperBound + mark
        for (words, other) in Self.parts where other == whole {
            next += words.match(text, at: next, before: end) ?? 0
        }
        guard let (upper, stop) = Numeral.plainOrHundred(text, at: next, before: end), upper * factor > figure.value
        else { return figure }
        figure.upper = upper * factor
        figure.range = index..<stop
        return figure
    }

    /// 30%-40%
    private func percents(_ value: Double, _ index: Int, _ stop: Int, _ end: Int) -> Figure {
        var figure = Figure(range: index..<stop, value: value)
        if let mark = Self.rangeMarks.match(text, at: stop, before: end),
            let (upper, next) = Numeral.plain(text, at: stop + mark, before: end), next < end, upper > value,
            text[next] == Char.percent
        {
            figure.upper = upper
            figure.range = index..<next + 1
        }
        return figure
    }

    /// 八成, 七八成, 六至七成, 九成五.
    private func tenths(at index: Int, _ end: Int) -> Figure? {
        guard var found = Approximation.read(text, at: index, before: end), found.exactness != .open else { return nil }
        let chinese = !text[index].isDigit
        if let mark = Self.rangeMarks.match(text, at: found.end, before: end), found.upper == nil,
            let (upper, next) = Numeral.plain(text, at: found.end + mark, before: end), upper > found.value
        {
            (found.upper, found.end) = (upper, next)
        }
        guard let length = Self.tenths.match(text, at: found.end, before: end), (found.upper ?? found.value) <= 10,
            found.value >= 1, chinese || found.end - index == 1,
            Self.notTenths.match(text, at: found.end + length, before: end) == nil
        else { return nil }
        var figure = Figure(
            range: index..<found.end + length, value: found.value * 10, upper: found.upper.map { $0 * 10 })
        let stop = figure.range.upperBound
        if figure.upper == nil, stop < end, text[stop] == Self.half {
            figure.value += 5
            figure.range = index..<stop + 1
        } else if figure.upper == nil, stop < end, !text[stop].isDigit, let more = NumeralScript.digits[text[stop]],
            more > 0,
            counter(at: stop + 1, end) == nil
        {
            figure.value += more
            figure.range = index..<stop + 1
        }
        return figure
    }

    static func percent(_ share: Double) -> Double { (share * 1000).rounded() / 10 }
}
