import Plans
import Vocabulary

/// Times: how long, how far ahead, until when, and windows made of a number.
extension QuantityReader {
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

    static func timeUnit(_ text: [Glyph], _ index: Int, _ end: Int) -> TimeUnit? {
        for (words, unit) in timeUnits {
            guard let length = words.match(text, at: index, before: end) else { continue }
            if unit == .week || unit == .year, notTime.match(text, at: index + length, before: end) != nil {
                return nil
            }
            return TimeUnit(unit: unit, length: length, isCalendar: length == 1)
        }
        return nil
    }

    /// The unit of time after a figure, with what belongs to them behind: 两天半, 三个半月, 1年零3个月.
    func timeUnit(after figure: Figure, _ end: Int) -> (unit: TimeUnit, figure: Figure)? {
        var figure = figure
        let start = figure.range.upperBound
        if let unit = Self.halfUnit(text, start, end) {
            // 两个半天 are two halves, 两个半月 two and a half.
            if unit.unit == .day || unit.unit == .year {
                figure.value /= 2
                figure.upper = figure.upper.map { $0 / 2 }
            } else {
                figure.open = figure.open || figure.upper != nil
                figure.value += 0.5
            }
            return (unit, figure)
        }
        guard var unit = Self.timeUnit(text, start, end) else { return nil }
        let stop = start + unit.length
        if figure.upper != nil, stop < end, text[stop] == Self.half, Self.timeUnit(text, stop + 1, end) == nil {
            // 3-5天半
            figure.open = true
            unit.length += 1
            return (unit, figure)
        }
        let plain = figure.upper == nil && !figure.more && !(unit.unit == .month && unit.isCalendar)
        guard plain, stop < end else { return (unit, figure) }
        if text[stop] == Self.half, Self.timeUnit(text, stop + 1, end) == nil,
            Self.notHalf.match(text, at: stop + 1, before: end) == nil
        {
            figure.value += 0.5
            unit.length += 1
            unit.isCalendar = false
        } else if let second = secondPart(stop, end) {
            join(&figure, &unit, second, end)
        }
        return (unit, figure)
    }

    private static let notHalf: Words = "数 价 程 载 径 路 成 个"
    private static let joining: Words = "零 又 加 另"

    private struct Part {
        var value: Double
        var unit: CountingUnit
        var end: Int
        var joined: Bool
    }

    /// 零3个月 after 1年, 半天 after 一个月.
    private func secondPart(_ start: Int, _ end: Int) -> Part? {
        let joint = Self.joining.match(text, at: start, before: end) ?? 0
        let at = start + joint
        guard at < end else { return nil }
        var value = 0.5
        var next = at + 1
        if text[at] != Self.half {
            guard let found = Numeral.plain(text, at: at, before: end) else { return nil }
            (value, next) = found
        }
        guard let unit = Self.timeUnit(text, next, end), !(unit.unit == .month && unit.isCalendar) else { return nil }
        return Part(value: value, unit: unit.unit, end: next + unit.length, joined: joint > 0)
    }

    /// One length of two parts. 一周两天 may be one or may be two days of every week, and a month is no number of days.
    private func join(_ figure: inout Figure, _ unit: inout TimeUnit, _ part: Part, _ end: Int) {
        let told = part.joined || Self.closing.match(text, at: part.end, before: end) != nil
        switch (unit.unit, part.unit) {
        case (.year, .month):
            (figure.value, unit.unit) = (figure.value * 12 + part.value, .month)
        case (.week, .day):
            (figure.value, unit.unit) = (figure.value * 7 + part.value, .day)
        case (.hour, "minute"):
            // Nothing else can be meant by 2小时30分钟.
            figure.value += part.value / 60
            figure.open = figure.open || figure.value * 4 != (figure.value * 4).rounded()
            unit.length = part.end - figure.range.upperBound
            return
        case (.month, .day), (.day, .hour), (.month, .week): figure.open = true
        default: return
        }
        figure.open = figure.open || !told
        unit.length = part.end - figure.range.upperBound
        unit.isCalendar = false
    }

    private static let closing: Words = "内 以内 之内 以上 左右 的"
    private static let halfWord: Words = "个半"

    /// 个半月, 个半小时
    private static func halfUnit(_ text: [Glyph], _ index: Int, _ end: Int) -> TimeUnit? {
        guard let length = halfWord.match(text, at: index, before: end),
            let unit = timeUnit(text, index + length, end)
        else { return nil }
        return TimeUnit(unit: unit.unit, length: length + unit.length, isCalendar: false)
    }

    /// In a unit that the ledger measures exactly: a quarter is three months, a half-year six, half a month fifteen days
    /// by custom. What is no whole number of months is left as it is, and open.
    static func measured(_ mention: inout QuantityMention) {
        func months(_ factor: Double) {
            let value = mention.value * factor
            let upper = mention.upper.map { $0 * factor }
            guard value == value.rounded(), upper == upper?.rounded() else {
                mention.open = true
                return
            }
            (mention.value, mention.upper, mention.unit) = (value, upper, .month)
        }
        let whole = mention.value == mention.value.rounded() && mention.upper == mention.upper?.rounded()
        switch mention.unit {
        case .day where !whole, .workingDay where !whole, .week where !whole:
            // The ledger knows the day of a report, not its hour.
            if mention.sort == .deadline || mention.sort == .leadTime { mention.open = true }
        case .year where whole: break
        case .year: months(12)
        case "quarter": months(3)
        case "term": months(6)
        case .month where mention.value == 0.5 && mention.upper == nil: (mention.value, mention.unit) = (15, .day)
        case .month: months(1)
        case "minute" where mention.sort == .duration || mention.sort == .hours:
            // Hours are kept in halves and quarters.
            let hours = mention.value / 60
            let upper = mention.upper.map { $0 / 60 }
            guard hours * 4 == (hours * 4).rounded(), upper.map({ $0 * 4 == ($0 * 4).rounded() }) ?? true else {
                mention.open = true
                return
            }
            (mention.value, mention.upper, mention.unit) = (hours, upper, .hour)
        case "minute", .hour:
            if mention.sort == .deadline || mention.sort == .leadTime { mention.open = true }
        default: break
        }
    }

    private static let withinWords: Words = "以内 之内 内"
    private static let turnWords: Words =
        "轮训 一轮训 全覆盖 全部 全员 累计 完成一轮 一轮 一周期 为一周期 一个周期 一个轮训周期 一遍 普遍 实现全覆盖 轮流 为周期"
    private static let leadWords: Words = "提前 提早 至少提前 提前至少 应提前"
    private static let afterWords: Words =
        "后 起 后的 之后 之日起 以后 次日起 日起 后起 入职 到岗 报到 任职 上岗 提任 提拔 录用 聘任 转正 结束 完成 印发 收到 发生 任命 终了"
    private static let eventBefore: Words = "前 前的 之前"
    private static let events: Words = "开班 举办 开始 召开 出发 实施 活动 演练 成行 开展 培训 出行 组织 考察 会议 启动 使用 报到 上课 开课 期满"
    static let durationBefore: Words =
        "为期 时间 时长 期限 培训 学习 脱产 封闭 集训 实训 授课 共 共计 历时 培训期为 帮带期为 挂职期为 锻炼期为 学习期为 培养期为 跟班 进修 挂职 锻炼 跟岗 学制 周期 开展 轮岗 参加 每期 每次 每人 每班 举办 接受 驻村 服务 实践 蹲点 每批 累计"
    static let service: Words = "工作满 工作经历 任期 聘期 有效期 试用期 从业 具有 满 服务期 任职满 执业 年龄 届满 服役 经验 工龄 间隔"

    func time(_ figure: Figure, _ unit: TimeUnit, _ segment: Range<Int>) -> Item {
        let start = segment.lowerBound
        let end = segment.upperBound
        let number = figure.range.lowerBound
        let stop = figure.range.upperBound + unit.length
        // 1-2月 are months of the year, unless something says that they last.
        if unit.unit == .month, unit.isCalendar, figure.value != 0.5, figure.value > 1 || text[number].isDigit,
            figure.upper == nil
                || Self.durationBefore.matchBackward(text, endingAt: number, notBefore: start) == nil
                    && Operators.before(text, number, notBefore: start) == nil,
            Self.withinWords.match(text, at: stop, before: end) == nil
        {
            return .skip(to: stop)
        }
        // 11月20日的上午: a day of that month.
        if unit.unit == .day, unit.isCalendar, number > start, text[number - 1] == Self.monthGlyph {
            return .skip(to: stop, .date)
        }
        if (figure.upper ?? figure.value) > FigureLimits.largest(of: unit.unit, .duration) { return .odd(to: stop) }
        let prefix = Operators.before(text, number, notBefore: start)
        let opStart = prefix?.start ?? number
        if Self.extending.matchBackward(text, endingAt: opStart, notBefore: start) != nil {
            return extended(figure, unit, stop, segment)
        }
        let lead = Self.leadWords.matchBackward(text, endingAt: opStart, notBefore: start)
        let eventLead =
            Self.eventBefore.match(text, at: stop, before: end) != nil && Self.events.occurs(in: text, start..<number)
            || Self.eventBefore.matchBackward(text, endingAt: opStart, notBefore: start) != nil
                && Self.events.occurs(in: text, start..<number)
        if lead != nil || eventLead {
            // 开班前15分钟: no plan is held to the minute.
            if unit.unit == "minute" { return .skip(to: stop, .schedule) }
            return leadTime(figure, unit, stop, lead.map { opStart - $0 } ?? opStart, segment)
        }
        if let deadline = deadline(figure, unit, stop, opStart, segment) { return deadline }
        if let window = window(figure, unit, stop, segment) { return .window(window) }
        // 1.3年内: a window that is no number of months.
        if Self.withinWords.match(text, at: stop, before: end) != nil,
            [.year, .month, "quarter", "term"].contains(unit.unit)
        {
            return .odd(to: stop)
        }
        return duration(figure, unit, stop, prefix != nil, opStart, segment)
    }

    private static let monthGlyph = glyphs("月").first ?? 0
    private static let extending: Words = "延长至 延长到 延至 延期至 顺延至 放宽至 放宽到"

    /// 可延长至10个工作日: the outer limit of what is allowed, which somebody must rule on.
    private func extended(_ figure: Figure, _ unit: TimeUnit, _ stop: Int, _ segment: Range<Int>) -> Item {
        guard case .quantity(var found) = finish(figure, stop, unit.unit, .deadline, nil, segment) else {
            return .skip(to: stop)
        }
        found.comparison = figure.upper == nil ? .atMost : .range
        (found.explicit, found.open) = (true, true)
        Self.measured(&found)
        return .quantity(found)
    }

    func leadTime(_ figure: Figure, _ unit: TimeUnit, _ stop: Int, _ start: Int, _ segment: Range<Int>) -> Item {
        guard case .quantity(var found) = finish(figure, stop, unit.unit, .leadTime, nil, segment) else {
            return .skip(to: stop)
        }
        found.range = min(start, found.range.lowerBound)..<found.range.upperBound
        Self.measured(&found)
        return .quantity(found)
    }

    func deadline(
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
        Self.measured(&found)
        return .quantity(found)
    }

    private static let lasting: Words = "时间 时长 为期 期限 行程 学习 脱产 在外 控制在 一般在 时间为 时间在 培训期"
    static let newcomers: Words = "新任 新提拔 新入职 新录用 新提任 新聘 新进 新上岗 新招录 新晋升 新调入 转岗"

    /// 三年内, 5年轮训一遍, 半年一次, 一年不少于两次.
    func window(_ figure: Figure, _ unit: TimeUnit, _ stop: Int, _ segment: Range<Int>) -> WindowMention? {
        let end = segment.upperBound
        guard figure.upper == nil else { return nil }
        guard !figure.open, !figure.more, let window = Self.window(figure.value, unit.unit) else { return nil }
        if let within = Self.periodEnd(text, stop, end) {
            var mention = WindowMention(range: figure.range.lowerBound..<stop + within, window: window, recurs: false)
            mention.span = Self.span(of: window)
            return mention
        }
        // 满3年进行考核, 轮训周期为3年
        if let full = Self.fulfilled.matchBackward(
            text, endingAt: figure.range.lowerBound, notBefore: segment.lowerBound),
            Self.serving.matchBackward(
                text, endingAt: figure.range.lowerBound - full, notBefore: segment.lowerBound) == nil,
            Self.acting.match(text, at: stop, before: end) != nil
        {
            return WindowMention(range: figure.range.lowerBound..<stop, window: window, recurs: false, bare: true)
        }
        if let full = Self.expired.match(text, at: stop, before: end),
            Self.acting.match(text, at: stop + full, before: end) != nil
        {
            return WindowMention(
                range: figure.range.lowerBound..<stop + full, window: window, recurs: false, bare: true)
        }
        if let cycle = Self.cycles.matchBackward(
            text, endingAt: figure.range.lowerBound, notBefore: segment.lowerBound)
        {
            return WindowMention(
                range: figure.range.lowerBound - cycle..<stop, window: window, recurs: true, turns: true)
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
            // 一年组织演练两次
            if Self.holding.match(text, at: next, before: end) != nil, figure.value <= 1 {
                for place in next..<min(end, next + 16) {
                    guard let (_, after) = Numeral.plain(text, at: place, before: end) else { continue }
                    return lexicon.counters.match(text, at: after, before: end)?.meaning.weight == .strong
                }
            }
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

    /// As many whole months as it is, within a hundred years; nil where it is none.
    private static func window(_ value: Double, _ unit: CountingUnit) -> Window? {
        let months: Double
        switch unit {
        case .year: months = value * 12
        case .month: months = value
        case "quarter": months = value * 3
        case "term": months = value * 6
        default: return nil
        }
        guard (1...FigureLimits.largest(of: .month, .duration)).contains(months), let whole = Int(exactly: months)
        else {
            return nil
        }
        if unit == .year, whole % 12 == 0 { return .years(whole / 12) }
        return unit == "quarter" && whole % 3 == 0 ? .quarters(whole / 3) : .months(whole)
    }

    /// The same as a length: a quarter is three months.
    private static func span(of window: Window) -> (Double, CountingUnit)? {
        switch window {
        case .years(let n): (Double(n), .year)
        case .months(let n): (Double(n), .month)
        case .quarters(let n): (Double(n * 3), .month)
        case .by, .byEvery: nil
        }
    }

    private static let expired: Words = "期满 届满"
    private static let fulfilled: Words = "满 每满 期满"
    private static let acting: Words = "进行 开展 组织 接受 参加 应 须 要 后进行 时进行 ,"
    /// 任职满一年: of a person, not of the plan.
    private static let serving: Words = "任职 工作 入职 聘任 服务 年龄 入党 从业 任教 从教 在岗 执业 任期"
    private static let cycles: Words = "轮训周期 轮训周期为 复训周期 复训周期为 培训周期为 轮训周期是 轮训周期一般为 轮训周期原则上为"
    private static let periods: Words = "培养期 培训期 建设期 创建期 规划期 实施期 轮训期 聘期 任期 管理期 周期 培养周期 试用期 学制 过渡期 期限 期"
    private static let amid: Words = "中 里 间 期间 时间内 的时间内 之间 当中"
    private static let notAmid: Words = "中心 中等 中学 中小 中层 中级 中期 中央 中高 中职 间隔 中国 里程"

    /// 内, 以内, 培养期内, 五年中: what closes a window.
    private static func periodEnd(_ text: [Glyph], _ index: Int, _ end: Int) -> Int? {
        if let within = withinWords.match(text, at: index, before: end) { return within }
        if let period = periods.match(text, at: index, before: end),
            let within = withinWords.match(text, at: index + period, before: end)
                ?? amid.match(text, at: index + period, before: end)
        {
            return period + within
        }
        guard notAmid.match(text, at: index, before: end) == nil else { return nil }
        return amid.match(text, at: index, before: end)
    }

    private static let using: Words = "用 利用 通过 经过 力争 计划用"
    private static let timeWords: Words = "左右的时间 左右时间 左右 的时间 时间 的努力 努力"
    private static let holding: Words = "累计 举办 组织 开展 召开 进行 为 共 内 参加"
}
