import Plans
import Vocabulary

/// Reads numbers with what they count, and windows made of a number: 三年内, 每5年, 5年轮训一遍.
struct QuantityReader: Sendable {
    let text: [Glyph]
    let lexicon: Lexicon

    enum Item {
        case quantity(QuantityMention)
        case window(WindowMention)
        /// A number that obliges nothing, up to here, with the reason where it is more than what stands around it.
        case skip(to: Int, PassedOver.Reason? = nil)
        /// A number beyond its limits; what stands beside it cannot be meant either.
        case odd(to: Int)
    }

    struct Figure {
        var range: Range<Int>
        var value: Double
        var upper: Double?
        /// 余, 多, 几, 上百: the value is the least it can be.
        var more = false
        /// 十来名
        var about = false
        /// The text gives no figure that could be counted: 几十, 三个半月.
        var open = false
        /// The scale it ends in, for 3-5万.
        var scale: Double?
    }

    /// What a figure may begin with.
    static let starters: GlyphSet = {
        var set = NumeralReader.starters
        set.formUnion(GlyphSet.first(of: shareWords, and: [half] + (0x30...0x39)))
        return set
    }()

    func read(at index: Int, segment: Range<Int>) -> Item? {
        guard Self.starters.mayContain(text[index]) else { return nil }
        let end = segment.upperBound
        if let percent = fraction(at: index, end) { return proportion(percent, segment) }
        guard let figure = figure(at: index, end) else { return nil }
        if isOrdinal(figure, segment.lowerBound) { return .skip(to: figure.range.upperBound, .ordinal) }
        // 5·12, 九·一八: a day of remembrance.
        if figure.range.upperBound < end, Self.middleDots.contains(text[figure.range.upperBound]) {
            return .skip(
                to: Numeral.plain(text, at: figure.range.upperBound + 1, before: end)?.end ?? index + 1, .name)
        }
        if let mixed = mixedSpan(figure, segment) { return mixed }
        let after = figure.range.upperBound
        if let (unit, figure) = timeUnit(after: figure, end) { return time(figure, unit, segment) }
        if Self.ranked.matchBackward(text, endingAt: index, notBefore: segment.lowerBound) != nil {
            return .skip(to: after, .ordinal)
        }
        guard let counter = counter(at: after, end) else {
            // 学分不低于25分
            if after < end, text[after] == Self.mark,
                Self.credits.occurs(in: text, max(segment.lowerBound, index - 12)..<index)
            {
                return finish(figure, after + 1, "credit", .hours, .hours, segment)
            }
            return labelled(figure, segment) ?? .skip(to: figure.range.upperBound)
        }
        return counted(figure, counter, segment)
    }

    /// A counter at a place; not the 期 of 期间 and the 位 of 位于.
    func counter(at index: Int, _ end: Int) -> NounIndex<Lexicon.Counter>.Match? {
        guard let found = lexicon.counters.match(text, at: index, before: end) else { return nil }
        if found.range.count == 1, Self.notCounters.match(text, at: index, before: text.count) != nil { return nil }
        return found
    }

    private static let notCounters: Words = "期间 期末 期满 期限 期望 期待 位于 部分 节日 讲话 讲解 课堂 课程 课题 堂堂 处理 所在 家庭 家长 次年 次月 次日"

    // MARK: figures

    static let ordinal: Words = "第 排名 位列"
    static let ranked: Words = "前"
    static let notOne: Words = "同 上 下 再 又 新 这 那 某 另 星 头 首 逐 任何 每 有 唯 统 单"
    static let rangeMarks: Words = "- ~ 至 到 -- ～"
    private static let middleDots: Set<Glyph> = [0xB7, 0x2022, 0x30FB, 0x2027, 0xFF65]

    func isOrdinal(_ figure: Figure, _ start: Int) -> Bool {
        let index = figure.range.lowerBound
        let one = figure.value == 1 && !text[index].isDigit
        return Self.ordinal.matchBackward(text, endingAt: index, notBefore: start) != nil
            || one && Self.notOne.matchBackward(text, endingAt: index, notBefore: start) != nil
    }

    func figure(at index: Int, _ end: Int) -> Figure? {
        if text[index] == Self.half, index + 1 < end { return Figure(range: index..<index + 1, value: 0.5) }
        if let digit = banknote(at: index, end) { return Figure(range: index..<index + 1, value: digit) }
        guard let found = Approximation.read(text, at: index, before: end), stands(found, at: index, end) else {
            return nil
        }
        var figure = Figure(range: index..<found.end, value: found.value, upper: found.upper, scale: found.scale)
        switch found.exactness {
        case .exact: break
        case .least: figure.more = true
        case .about: figure.about = true
        case .open: figure.open = true
        }
        // 小一百名, 半百名
        if found.scale != nil, Self.belittling.matchBackward(text, endingAt: index, notBefore: 0) != nil {
            figure.open = true
        }
        if found.exactness == .exact || found.exactness == .open { figure = ranged(figure, end) }
        return figure
    }

    private static let belittling: Words = "小 半"
    private static let words: Words = "队伍 入伍 退伍 行伍 落伍 为伍 大陆 登陆 着陆 水陆 内陆 海陆 两陆 放肆 酒肆 收拾 重拾 参差"

    /// 伍期, 陆名: the form of a banknote alone, before what is counted; not the end of 队伍.
    private func banknote(at index: Int, _ end: Int) -> Double? {
        guard NumeralScript.ordinary.contains(text[index]), let digit = NumeralScript.digits[text[index]],
            index == 0 || Self.words.match(text, at: index - 1, before: index + 1) == nil,
            let counter = counter(at: index + 1, end),
            counter.meaning.weight == .strong || counter.meaning.weight == .person
        else { return nil }
        return digit
    }

    /// 百名 and 千人次 are figures, 百年大计 and 千家万户 are not.
    private func stands(_ found: Approximation, at index: Int, _ end: Int) -> Bool {
        guard let scale = NumeralScript.scales[text[index]], scale > NumeralScript.ten, found.exactness == .exact,
            found.end - index <= 2
        else { return true }
        guard let counter = counter(at: found.end, end) else { return false }
        return counter.meaning.weight == .person || counter.meaning.weight == .strong
    }

    /// 3-5, 3至5, 3天至5天, 1—2, 3-5万.
    func ranged(_ figure: Figure, _ end: Int) -> Figure {
        var figure = figure
        var at = figure.range.upperBound
        guard figure.upper == nil else { return figure }
        let unit =
            Self.timeUnit(text, at, end)?.length ?? lexicon.counters.match(text, at: at, before: end)?.range.count
        if let listed = listed(figure, end) { return listed }
        for skip in [0, unit ?? 0] {
            at = figure.range.upperBound + skip
            guard let mark = Self.rangeMarks.match(text, at: at, before: end),
                let upper = Approximation.read(text, at: at + mark, before: end)
            else { continue }
            let stop = upper.end
            if skip > 0 {
                let later =
                    Self.timeUnit(text, stop, end)?.length
                    ?? lexicon.counters.match(text, at: stop, before: end)?.range.count
                guard later == unit,
                    Self.timeUnit(text, figure.range.upperBound, end)?.unit == Self.timeUnit(text, stop, end)?.unit
                else { continue }
            } else if Self.timeUnit(text, stop, end) == nil, counter(at: stop, end) == nil {
                continue
            }
            // 3-5万 is thirty to fifty thousand.
            var lower = figure.value
            if skip == 0, figure.scale == nil, let scale = upper.scale, scale >= 100, lower <= upper.value / scale {
                lower *= scale
            }
            let top = upper.upper ?? upper.value
            if top < lower {
                // 5-3天: nobody can say which was meant.
                figure.open = true
            } else {
                (figure.value, figure.upper) = (lower, top > lower ? top : nil)
                figure.open = figure.open || upper.exactness == .open
            }
            figure.range = figure.range.lowerBound..<stop
            return figure
        }
        return figure
    }

    /// 三、四期: three or four.
    private func listed(_ figure: Figure, _ end: Int) -> Figure? {
        let stop = figure.range.upperBound
        guard figure.scale == nil, figure.range.count == 1, stop < end, text[stop] == Char.enumerationComma,
            let (next, after) = Numeral.plain(text, at: stop + 1, before: end), after == stop + 2,
            next == figure.value + 1, counter(at: after, end) != nil || Self.timeUnit(text, after, end) != nil
        else { return nil }
        var figure = figure
        (figure.upper, figure.range) = (next, figure.range.lowerBound..<after)
        return figure
    }

    static let half = glyphs("半").first ?? 0

    static let points: Words = "个百分点 的比例 个点"

    func proportion(_ figure: Figure, _ segment: Range<Int>) -> Item {
        if Self.points.match(text, at: figure.range.upperBound, before: segment.upperBound) != nil {
            return .skip(to: figure.range.upperBound, .measurement)
        }
        // Participations may be a multiple of the members.
        if (figure.upper ?? figure.value) > FigureLimits.largest(of: .percent, .headcount) {
            return .odd(to: figure.range.upperBound)
        }
        return finish(figure, figure.range.upperBound, .percent, .percent, nil, segment)
    }

    /// 培训期数12, 名额30, 学时数40: what is counted stands before the number, in tables and forms.
    private func labelled(_ figure: Figure, _ segment: Range<Int>) -> Item? {
        guard figure.range.upperBound == segment.upperBound, text[figure.range.lowerBound].isDigit,
            let label = Self.labels.first(where: {
                $0.0.matchBackward(text, endingAt: figure.range.lowerBound, notBefore: segment.lowerBound) != nil
            }), figure.value > 0, figure.value <= FigureLimits.largest
        else { return nil }
        return finish(figure, figure.range.upperBound, label.1, label.2, label.3, segment)
    }

    private static let mark = glyphs("分").first ?? 0
    private static let credits: Words = "学分"
    private static let labels: [(Words, CountingUnit, QuantityMention.Sort, Lexicon.Counter.Weight?)] = [
        ("期数 班次数 班数", .class, .count, .strong), ("场数 场次 次数 场次数", .session, .count, .strong),
        ("人数 名额 员额 名额数", .person, .person, .person), ("人次 人次数", "person-time", .person, .person),
        ("学时 课时 学时数 课时数", .hour, .hours, .hours), ("学分 学分数", "credit", .hours, .hours),
        ("天数", .day, .duration, nil),
    ]

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
        if figure.value == 0 { return .skip(to: stop) }
        if (figure.upper ?? figure.value) > FigureLimits.largest { return .odd(to: stop) }
        var figure = figure
        // 2.5期, 0.0001名: nothing that is held or counted one by one.
        if counter.meaning.weight != .hours, figure.value != figure.value.rounded() { figure.open = true }
        // 五届二次职代会; 届 itself counts only what is held.
        let start = figure.range.lowerBound
        if Self.ofTerm.matchBackward(text, endingAt: start, notBefore: segment.lowerBound) != nil {
            return .skip(to: stop, .name)
        }
        if counter.meaning.unit == "edition",
            !Self.held.occurs(in: text, max(segment.lowerBound, start - 16)..<start)
        {
            return .skip(to: stop, .ordinal)
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
        var explicit = figure.upper != nil || figure.more || figure.about || figure.open
        if figure.about { comparison = .about }
        if let more = Self.surplus.match(text, at: stop, before: segment.upperBound), sort != .percent {
            stop += more
            explicit = true
        }
        if let found = Operators.before(text, figure.range.lowerBound, notBefore: segment.lowerBound) {
            guard let prefix = found.comparison else { return .skip(to: stop, .condition) }
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
                comparison: comparison, explicit: explicit, unit: unit, sort: sort, weight: weight, open: figure.open))
    }

    /// What stands between the number before and this one.
    func sinceNumber(_ index: Int, _ start: Int) -> Range<Int> {
        var from = index
        while from > start, !text[from - 1].isDigit, text[from - 1] != Char.percent { from -= 1 }
        return from..<index
    }

    static let surplus: Words = "余 多"
}
