import Vocabulary

/// Reads numbers with what they count, and windows made of a number: 三年内, 每5年, 5年轮训一遍.
struct QuantityReader: Sendable {
    let text: [Glyph]
    let lexicon: Lexicon

    enum Item {
        case quantity(QuantityMention)
        case window(WindowMention)
        /// A number that obliges nothing, up to here.
        case skip(to: Int)
    }

    struct Figure {
        var range: Range<Int>
        var value: Double
        var upper: Double?
        /// 余, 多, 几
        var more = false
    }

    func read(at index: Int, segment: Range<Int>) -> Item? {
        let end = segment.upperBound
        if let percent = fraction(at: index, end) { return proportion(percent, segment) }
        guard let figure = figure(at: index, end) else { return nil }
        if isOrdinal(figure, segment.lowerBound) { return .skip(to: figure.range.upperBound) }
        if let mixed = mixedSpan(figure, segment) { return mixed }
        let after = figure.range.upperBound
        if let unit = Self.timeUnit(text, after, end) { return time(figure, unit, segment) }
        if Self.ranked.matchBackward(text, endingAt: index, notBefore: segment.lowerBound) != nil {
            return .skip(to: after)
        }
        guard let counter = lexicon.counters.match(text, at: after, before: end) else {
            return .skip(to: figure.range.upperBound)
        }
        return counted(figure, counter, segment)
    }

    // MARK: figures

    static let ordinal: Words = "第 排名 位列"
    static let ranked: Words = "前"
    static let notOne: Words = "同 上 下 再 又 新 这 那 某 另 星 头 首 逐 任何 每 有 唯 统 单"
    static let moreWords: Words = "余 多 来 几"
    static let rangeMarks: Words = "- ~ 至 到 -- ～"

    func isOrdinal(_ figure: Figure, _ start: Int) -> Bool {
        let index = figure.range.lowerBound
        let one = figure.value == 1 && !text[index].isDigit
        return Self.ordinal.matchBackward(text, endingAt: index, notBefore: start) != nil
            || one && Self.notOne.matchBackward(text, endingAt: index, notBefore: start) != nil
    }

    func figure(at index: Int, _ end: Int) -> Figure? {
        if text[index] == Self.half, index + 1 < end { return Figure(range: index..<index + 1, value: 0.5) }
        guard let (value, stop) = Numeral.plain(text, at: index, before: end) else { return nil }
        var figure = Figure(range: index..<stop, value: value)
        // 两三次
        if stop - index == 2, !text[index].isDigit,
            let first = Numeral.plain(text, at: index, before: index + 1)?.value,
            let second = Numeral.plain(text, at: index + 1, before: stop)?.value, second == first + 1, second < 10
        {
            figure.value = first
            figure.upper = second
            return figure
        }
        if let more = Self.moreWords.match(text, at: stop, before: end) {
            figure.more = true
            figure.range = index..<stop + more
            return figure
        }
        return ranged(figure, end)
    }

    /// 3-5, 3至5, 3天至5天, 1—2.
    func ranged(_ figure: Figure, _ end: Int) -> Figure {
        var figure = figure
        var at = figure.range.upperBound
        let unit =
            Self.timeUnit(text, at, end)?.length ?? lexicon.counters.match(text, at: at, before: end)?.range.count
        for skip in [0, unit ?? 0] {
            at = figure.range.upperBound + skip
            guard let mark = Self.rangeMarks.match(text, at: at, before: end),
                let (upper, stop) = Numeral.plain(text, at: at + mark, before: end), upper > figure.value
            else { continue }
            if skip > 0 {
                let later =
                    Self.timeUnit(text, stop, end)?.length
                    ?? lexicon.counters.match(text, at: stop, before: end)?.range.count
                guard later == unit else { continue }
            }
            figure.upper = upper
            figure.range = figure.range.lowerBound..<stop
            return figure
        }
        return figure
    }

    /// 6个月至1年, 半年至一年: in the smaller unit.
    func mixedSpan(_ figure: Figure, _ segment: Range<Int>) -> Item? {
        let end = segment.upperBound
        guard figure.upper == nil, let unit = Self.timeUnit(text, figure.range.upperBound, end),
            let mark = Self.rangeMarks.match(text, at: figure.range.upperBound + unit.length, before: end)
        else { return nil }
        let next = figure.range.upperBound + unit.length + mark
        guard next < end, let (upper, stop) = Numeral.plain(text, at: next, before: end),
            let later = Self.timeUnit(text, stop, end)
        else { return nil }
        var lower = figure.value
        var lowerUnit = unit.unit
        if lowerUnit == .year, lower == 0.5 { (lower, lowerUnit) = (6, .month) }
        let factor: Double
        switch (lowerUnit, later.unit) {
        case (.month, .year): factor = 12
        case (.week, .month), (.day, .week), (.day, .month):
            factor = lowerUnit == .week ? 4 : later.unit == .week ? 7 : 30
        default: return nil
        }
        let whole = Figure(range: figure.range.lowerBound..<stop, value: lower, upper: upper * factor)
        return duration(
            whole, TimeUnit(unit: lowerUnit, length: later.length, isCalendar: false), stop + later.length, false,
            figure.range.lowerBound, segment)
    }

    static let half = glyphs("半").first ?? 0
    static let percentWord: Words = "百分之"
    static let partsWord: Words = "分之"
    static let halves: Words = "一半 半数 过半数"
    static let tenths: Words = "成"
    static let notTenths: Words = "立 为 员 果 效 绩 长 熟 功 本 就 人 型 份 套 才"

    /// 80%, 30%-40%, 百分之八十, 三分之一, 1/5, 八成, 半数: in percent.
    func fraction(at index: Int, _ end: Int) -> Figure? {
        if let length = Self.percentWord.match(text, at: index, before: end),
            let (value, stop) = Numeral.plainOrHundred(text, at: index + length, before: end)
        {
            return Figure(range: index..<stop, value: value)
        }
        if let length = Self.halves.match(text, at: index, before: end),
            index == 0 || Self.halves.match(text, at: index - 1, before: end) == nil
        {
            return Figure(range: index..<index + length, value: 50)
        }
        guard let (value, stop) = Numeral.plain(text, at: index, before: end), stop < end else { return nil }
        if text[stop] == Char.percent {
            var figure = Figure(range: index..<stop + 1, value: value)
            if let mark = Self.rangeMarks.match(text, at: stop + 1, before: end),
                let (upper, next) = Numeral.plain(text, at: stop + 1 + mark, before: end), next < end, upper > value,
                text[next] == Char.percent
            {
                figure.upper = upper
                figure.range = index..<next + 1
            }
            return figure
        }
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
        if Self.tenths.match(text, at: stop, before: end) != nil, value < 10, stop - index == 1,
            Self.notTenths.match(text, at: stop + 1, before: end) == nil
        {
            return Figure(range: index..<stop + 1, value: value * 10)
        }
        return nil
    }

    static func percent(_ share: Double) -> Double { (share * 1000).rounded() / 10 }

    static let points: Words = "个百分点 的比例 个点"

    func proportion(_ figure: Figure, _ segment: Range<Int>) -> Item {
        if Self.points.match(text, at: figure.range.upperBound, before: segment.upperBound) != nil {
            return .skip(to: figure.range.upperBound)
        }
        return finish(figure, figure.range.upperBound, .percent, .percent, nil, segment)
    }

    // MARK: counters

    static let afterOne: Words = "性"
    static let ofTerm: Words = "届"
    static let held: Words = "举办 召开 组织 开展 承办 不少于 至少 举行"
    static let works: Words = "工程 项目 建设 批 规划 生 目标"

    func counted(_ figure: Figure, _ counter: NounIndex<Lexicon.Counter>.Match, _ segment: Range<Int>) -> Item {
        var stop = counter.range.upperBound
        let end = segment.upperBound
        let one = figure.value == 1 && figure.range.count == 1 && !text[figure.range.lowerBound].isDigit
        if Self.afterOne.match(text, at: stop, before: end) != nil { return .skip(to: stop) }
        if counter.meaning.unit == .class, Self.works.match(text, at: stop, before: end) != nil {
            return .skip(to: stop)
        }
        if figure.value == 0 || figure.value > 1e9 { return .skip(to: stop) }
        // 五届二次职代会; 届 itself counts only what is held.
        let start = figure.range.lowerBound
        if Self.ofTerm.matchBackward(text, endingAt: start, notBefore: segment.lowerBound) != nil {
            return .skip(to: stop)
        }
        if counter.meaning.unit == "edition",
            Self.held.matchBackward(text, endingAt: start, notBefore: segment.lowerBound) == nil
        {
            return .skip(to: stop)
        }
        // 一部（篇）, 一场（次）
        if stop < end, text[stop] == Char.openParenthesis,
            let close = text[stop..<min(end, stop + 5)].firstIndex(of: Char.closeParenthesis)
        {
            let inner = text[stop + 1..<close]
            if inner.count <= 2, Operators.suffixAtLeast.match(text, at: stop, before: end) == nil { stop = close + 1 }
        }
        let sort: QuantityMention.Sort
        switch counter.meaning.weight {
        case .person: sort = .person
        case .hours: sort = .hours
        case .strong, .noun: sort = .count
        }
        guard
            case .quantity(var found) = finish(
                figure, stop, counter.meaning.unit, sort, counter.meaning.weight, segment)
        else { return .skip(to: stop) }
        found.plainOne = one
        return .quantity(found)
    }

    /// Adds the operators around a figure.
    func finish(
        _ figure: Figure, _ stop: Int, _ unit: CountingUnit, _ sort: QuantityMention.Sort,
        _ weight: Lexicon.Counter.Weight?, _ segment: Range<Int>
    ) -> Item {
        var start = figure.range.lowerBound
        var stop = stop
        var comparison: Comparison = figure.upper == nil ? .atLeast : .range
        var explicit = figure.upper != nil || figure.more
        if let more = Self.moreWords.match(text, at: stop, before: segment.upperBound), sort != .percent,
            Operators.after(text, stop, before: segment.upperBound) == nil || more > 0 && !explicit
        {
            let word: Words = Self.surplus
            if word.match(text, at: stop, before: segment.upperBound) != nil {
                stop += more
                explicit = true
            }
        }
        if let found = Operators.before(text, figure.range.lowerBound, notBefore: segment.lowerBound) {
            guard let prefix = found.comparison else { return .skip(to: stop) }
            start = found.start
            explicit = true
            if figure.upper == nil { comparison = prefix }
        } else if sort == .percent, figure.upper == nil,
            let prefix = Operators.detached(text, sinceNumber(figure.range.lowerBound, segment.lowerBound))
        {
            comparison = prefix
            explicit = true
        }
        if let found = Operators.after(text, stop, before: segment.upperBound) {
            stop = found.end
            if figure.upper == nil, comparison != .atMost || found.comparison == .atMost {
                comparison = found.comparison
            }
            explicit = true
        }
        return .quantity(
            QuantityMention(
                range: start..<stop, number: figure.range, value: figure.value, upper: figure.upper,
                comparison: comparison, explicit: explicit, unit: unit, sort: sort, weight: weight))
    }

    /// What stands between the number before and this one.
    func sinceNumber(_ index: Int, _ start: Int) -> Range<Int> {
        var from = index
        while from > start, !text[from - 1].isDigit, text[from - 1] != Char.percent { from -= 1 }
        return from..<index
    }

    static let surplus: Words = "余 多"
}

extension Numeral {
    /// 百分之八十, and 百分之百.
    static func plainOrHundred(_ text: [Glyph], at start: Int, before end: Int) -> (value: Double, end: Int)? {
        if let found = plain(text, at: start, before: end) { return found }
        guard start < end, text[start] == hundredGlyph else { return nil }
        return (100, start + 1)
    }

    static let hundredGlyph = glyphs("百").first ?? 0
}
