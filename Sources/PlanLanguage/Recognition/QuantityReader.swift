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

    private struct Figure {
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

    private static let ordinal: Words = "第 排名 位列"
    private static let ranked: Words = "前"
    private static let notOne: Words = "同 上 下 再 又 新 这 那 某 另 星 头 首 逐 任何 每 有 唯 统 单"
    private static let moreWords: Words = "余 多 来 几"
    private static let rangeMarks: Words = "- ~ 至 到 -- ～"

    private func isOrdinal(_ figure: Figure, _ start: Int) -> Bool {
        let index = figure.range.lowerBound
        let one = figure.value == 1 && !text[index].isDigit
        return Self.ordinal.matchBackward(text, endingAt: index, notBefore: start) != nil
            || one && Self.notOne.matchBackward(text, endingAt: index, notBefore: start) != nil
    }

    private func figure(at index: Int, _ end: Int) -> Figure? {
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
    private func ranged(_ figure: Figure, _ end: Int) -> Figure {
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
    private func mixedSpan(_ figure: Figure, _ segment: Range<Int>) -> Item? {
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

    private static let half = glyphs("半").first ?? 0
    private static let percentWord: Words = "百分之"
    private static let partsWord: Words = "分之"
    private static let halves: Words = "一半 半数 过半数"
    private static let tenths: Words = "成"
    private static let notTenths: Words = "立 为 员 果 效 绩 长 熟 功 本 就 人 型 份 套 才"

    /// 80%, 30%-40%, 百分之八十, 三分之一, 1/5, 八成, 半数: in percent.
    private func fraction(at index: Int, _ end: Int) -> Figure? {
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

    private static func percent(_ share: Double) -> Double { (share * 1000).rounded() / 10 }

    private static let points: Words = "个百分点 的比例 个点"

    private func proportion(_ figure: Figure, _ segment: Range<Int>) -> Item {
        if Self.points.match(text, at: figure.range.upperBound, before: segment.upperBound) != nil {
            return .skip(to: figure.range.upperBound)
        }
        return finish(figure, figure.range.upperBound, .percent, .percent, nil, segment)
    }

    // MARK: counters

    private static let afterOne: Words = "性"
    private static let works: Words = "工程 项目 建设 批 规划 生 目标"

    private func counted(_ figure: Figure, _ counter: NounIndex<Lexicon.Counter>.Match, _ segment: Range<Int>) -> Item {
        var stop = counter.range.upperBound
        let end = segment.upperBound
        let one = figure.value == 1 && figure.range.count == 1 && !text[figure.range.lowerBound].isDigit
        if Self.afterOne.match(text, at: stop, before: end) != nil { return .skip(to: stop) }
        if counter.meaning.unit == .class, Self.works.match(text, at: stop, before: end) != nil {
            return .skip(to: stop)
        }
        if figure.value == 0 { return .skip(to: stop) }
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
    private func finish(
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
    private func sinceNumber(_ index: Int, _ start: Int) -> Range<Int> {
        var from = index
        while from > start, !text[from - 1].isDigit, text[from - 1] != Char.percent { from -= 1 }
        return from..<index
    }

    private static let surplus: Words = "余 多"

    // MARK: time

    struct TimeUnit {
        var unit: CountingUnit
        var length: Int
        var isCalendar: Bool
    }

    private static let timeUnits: [(Words, CountingUnit)] = [
        ("个工作日 工作日 个法定工作日", .workingDay), ("天 日 个自然日 自然日 整天 日历日 个日历日", .day),
        ("周 个星期 星期 个周", .week), ("个月 月", .month), ("个季度 季度", "quarter"), ("年 个学年 学年 个年度", .year),
        ("个学期 学期", "term"), ("小时 个小时", .hour), ("分钟", "minute"),
    ]
    private static let notTime: Words = "岁 年级 年代 级 代 期 年 度计划"

    private static func timeUnit(_ text: [Glyph], _ index: Int, _ end: Int) -> TimeUnit? {
        for (words, unit) in timeUnits {
            guard let length = words.match(text, at: index, before: end) else { continue }
            if unit == .week || unit == .year, notTime.match(text, at: index + length, before: end) != nil {
                return nil
            }
            return TimeUnit(unit: unit, length: length, isCalendar: length == 1)
        }
        return nil
    }

    private static let withinWords: Words = "以内 之内 内"
    private static let turnWords: Words =
        "轮训 一轮训 全覆盖 全部 全员 累计 完成一轮 一轮 一周期 为一周期 一个周期 一个轮训周期 一遍 普遍 实现全覆盖 轮流 为周期"
    private static let leadWords: Words = "提前 提早 至少提前 提前至少 应提前"
    private static let afterWords: Words =
        "后 起 后的 之后 之日起 以后 次日起 日起 后起 入职 到岗 报到 任职 上岗 提任 提拔 录用 聘任 转正 结束 完成 印发 收到 发生 任命 终了"
    private static let eventBefore: Words = "前 前的 之前"
    private static let events: Words = "开班 举办 开始 召开 出发 实施 活动 演练 成行 开展 培训 出行 组织 考察 会议 启动 使用 报到 上课 开课 期满"
    private static let durationBefore: Words =
        "为期 时间 时长 期限 培训 学习 脱产 封闭 集训 实训 授课 跟班 进修 挂职 锻炼 跟岗 学制 周期 开展 轮岗 参加 每期 每次 每人 每班 举办 接受 驻村 服务 实践 蹲点 每批 累计"
    private static let service: Words = "工作满 工作经历 任期 聘期 有效期 试用期 保存 保管 从业 具有 满 服务期 任职满 执业 年龄 届满 服役 经验 工龄 间隔"

    private func time(_ figure: Figure, _ unit: TimeUnit, _ segment: Range<Int>) -> Item {
        let start = segment.lowerBound
        let end = segment.upperBound
        let number = figure.range.lowerBound
        let stop = figure.range.upperBound + unit.length
        if unit.unit == .month, unit.isCalendar, figure.value != 0.5, figure.value > 1 || text[number].isDigit,
            figure.upper == nil,
            Self.withinWords.match(text, at: stop, before: end) == nil
        {
            return .skip(to: stop)
        }
        let prefix = Operators.before(text, number, notBefore: start)
        let opStart = prefix?.start ?? number
        let lead = Self.leadWords.matchBackward(text, endingAt: opStart, notBefore: start)
        let eventLead =
            Self.eventBefore.match(text, at: stop, before: end) != nil && Self.events.occurs(in: text, start..<number)
            || Self.eventBefore.matchBackward(text, endingAt: opStart, notBefore: start) != nil
                && Self.events.occurs(in: text, start..<number)
        if lead != nil || eventLead {
            return leadTime(figure, unit, stop, lead.map { opStart - $0 } ?? opStart, segment)
        }
        if let deadline = deadline(figure, unit, stop, opStart, segment) { return deadline }
        if let window = window(figure, unit, stop, segment) { return .window(window) }
        return duration(figure, unit, stop, prefix != nil, opStart, segment)
    }

    private func leadTime(_ figure: Figure, _ unit: TimeUnit, _ stop: Int, _ start: Int, _ segment: Range<Int>) -> Item
    {
        guard case .quantity(var found) = finish(figure, stop, unit.unit, .leadTime, nil, segment) else {
            return .skip(to: stop)
        }
        found.range = min(start, found.range.lowerBound)..<found.range.upperBound
        halved(&found)
        return .quantity(found)
    }

    private func deadline(
        _ figure: Figure, _ unit: TimeUnit, _ stop: Int, _ start: Int, _ segment: Range<Int>
    ) -> Item? {
        let end = segment.upperBound
        let within = Self.withinWords.match(text, at: stop, before: end)
        let at = start
        let after = Self.afterWords.matchBackward(text, endingAt: at, notBefore: segment.lowerBound) != nil
        let soon = [.day, .workingDay, .hour, .week].contains(unit.unit)
        let newcomer = Self.newcomers.occurs(in: text, segment.lowerBound..<figure.range.lowerBound)
        let lasting = Self.lasting.matchBackward(text, endingAt: at, notBefore: segment.lowerBound) != nil
        guard !lasting || after else { return nil }
        guard within != nil && (after || soon || newcomer) || after && soon else { return nil }
        guard case .quantity(var found) = finish(figure, stop, unit.unit, .deadline, nil, segment) else {
            return .skip(to: stop)
        }
        found.comparison = figure.upper == nil ? .atMost : .range
        found.explicit = true
        halved(&found)
        return .quantity(found)
    }

    private static let lasting: Words = "时间 时长 为期 期限 行程 学习 脱产 在外 控制在 一般在 时间为 时间在 培训期"
    static let newcomers: Words = "新任 新提拔 新入职 新录用 新提任 新聘 新进 新上岗 新招录 新晋升 新调入 转岗"

    /// 半个月 is 15 days, 半年 is 6 months.
    private func halved(_ mention: inout QuantityMention) {
        guard mention.value == 0.5 else { return }
        if mention.unit == .month { (mention.value, mention.unit) = (15, .day) }
        if mention.unit == .year { (mention.value, mention.unit) = (6, .month) }
    }

    /// 三年内, 5年轮训一遍, 半年一次, 一年不少于两次.
    private func window(_ figure: Figure, _ unit: TimeUnit, _ stop: Int, _ segment: Range<Int>) -> WindowMention? {
        let end = segment.upperBound
        guard figure.upper == nil else { return nil }
        let window: Window
        switch unit.unit {
        case .year: window = figure.value == 0.5 ? .months(6) : .years(Int(figure.value))
        case .month where figure.value >= 1: window = .months(Int(figure.value))
        case "quarter": window = .quarters(Int(figure.value))
        case "term": window = .months(Int(figure.value) * 6)
        default: return nil
        }
        guard figure.value >= 0.5, window.months ?? 0 > 0 else { return nil }
        if let within = Self.withinWords.match(text, at: stop, before: end) {
            var mention = WindowMention(range: figure.range.lowerBound..<stop + within, window: window, recurs: false)
            mention.span = (figure.value == 0.5 ? 6 : figure.value, figure.value == 0.5 ? .month : unit.unit)
            return mention
        }
        // 用3年时间
        if Self.using.matchBackward(text, endingAt: figure.range.lowerBound, notBefore: segment.lowerBound) != nil,
            let time = Self.timeWords.match(text, at: stop, before: end)
        {
            return WindowMention(range: figure.range.lowerBound..<stop + time, window: window, recurs: false)
        }
        var next = stop
        while next < end, [Char.comma, Char.enumerationComma].contains(text[next]) { next += 1 }
        let turn = Self.turnWords.match(text, at: next, before: end) != nil
        // 一年两次, 五年累计不少于550学时, 两年举办一期
        let often = { () -> Bool in
            var at = next
            for _ in 0..<3 {
                if let word = Self.holding.match(text, at: at, before: end) { at += word }
                if let length = Operators.atLeast.match(text, at: at, before: end) { at += length }
            }
            guard let (_, after) = Numeral.plain(text, at: at, before: end) else { return false }
            return lexicon.counters.match(text, at: after, before: end) != nil || Self.timeUnit(text, after, end) != nil
        }()
        guard turn || often,
            Self.service.matchBackward(text, endingAt: figure.range.lowerBound, notBefore: segment.lowerBound) == nil
        else { return nil }
        return WindowMention(range: figure.range.lowerBound..<stop, window: window, recurs: true)
    }

    private static let using: Words = "用 利用 通过 经过 力争 计划用"
    private static let timeWords: Words = "左右的时间 左右时间 左右 的时间 时间 的努力 努力"
    private static let holding: Words = "累计 举办 组织 开展 召开 进行 为 共 内 参加"

    private static let modified: Words = "的"
    private static let ongoing: Words = "值班 值守 开通 在线 响应 营业 服务 热线 畅通 轮流值班 应急值守 假 病假 后 前 制"

    private func duration(
        _ figure: Figure, _ unit: TimeUnit, _ stop: Int, _ hasPrefix: Bool, _ start: Int, _ segment: Range<Int>
    ) -> Item {
        let end = segment.upperBound
        guard case .quantity(var found) = finish(figure, stop, unit.unit, .duration, nil, segment) else {
            return .skip(to: stop)
        }
        let after = found.range.upperBound
        if Self.ongoing.match(text, at: after, before: end) != nil { return .skip(to: stop) }
        if Self.service.occurs(in: text, max(segment.lowerBound, start - 4)..<start) { return .skip(to: stop) }
        let named = Self.durationBefore.matchBackward(text, endingAt: start, notBefore: segment.lowerBound) != nil
        let modifies = Self.modified.match(text, at: after, before: end) != nil
        let long = unit.unit == .year || unit.unit == "quarter" || unit.unit == "term"
        if long, !(named && (found.explicit || hasPrefix)) { return .skip(to: stop) }
        guard found.explicit || named || modifies else { return .skip(to: stop) }
        halved(&found)
        return .quantity(found)
    }
}

extension Numeral {
    /// 百分之八十, and 百分之百.
    static func plainOrHundred(_ text: [Glyph], at start: Int, before end: Int) -> (value: Double, end: Int)? {
        if let found = plain(text, at: start, before: end) { return found }
        guard start < end, text[start] == hundredGlyph else { return nil }
        return (100, start + 1)
    }

    private static let hundredGlyph = glyphs("百").first ?? 0
}
