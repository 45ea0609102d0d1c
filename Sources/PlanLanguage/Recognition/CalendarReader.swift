import Vocabulary

/// Reads windows that the calendar names: 每年, 每半年, 每季度末前, 2025年底前, 每年12月10日前, 年底前.
struct CalendarReader: Sendable {
    let text: [Glyph]
    /// The year that the plan's title names, for a bare 6月底前.
    let titleYear: Int?

    /// What a window may begin with: most places of a text are ruled out by one look.
    static let starters: GlyphSet = {
        let words =
            [
                eachHalf, eachQuarter, eachTerm, yearly, monthly, quarterly, halfYearly, weekly, everyPrefix, plans,
                monthlyMean, thisHalf, thisYear, yearEnd, halves, endsOfMonth, endsOfQuarter, endsOfTerm, anyEnd,
                firstHalfOrSecondQuarter,
            ] + (ofYear + otherQuarters).map(\.0) + everyOther.map(\.0)
        var set = GlyphSet.first(of: words, and: Array(quotes) + (0x30...0x39))
        set.formUnion(NumeralScript.first)
        return set
    }()

    func read(at index: Int, before end: Int) -> WindowMention? {
        guard Self.starters.mayContain(text[index]) else { return nil }
        return window(at: index, end)
    }

    private func window(at index: Int, _ end: Int) -> WindowMention? {
        fiveYears(index, end) ?? parts(index, end) ?? every(index, end) ?? within(index, end) ?? date(index, end)
    }

    // MARK: each part of the year

    private static let eachHalf: Words =
        "上半年、下半年 上半年和下半年 上半年及下半年 上半年与下半年 上半年下半年 上、下半年 上下半年 上半年、下半年度 年中、年末 年中、年底 年中和年末 年中和年底 年中年末"
    private static let eachQuarter: Words =
        "一、二、三、四季度 第一、二、三、四季度 一季度、二季度、三季度、四季度 第一季度、第二季度、第三季度、第四季度 一二三四季度 四个季度"
    private static let eachTerm: Words = "上学期、下学期 上、下学期 上下学期 上学期和下学期 春季学期、秋季学期 春、秋季学期 春秋两学期 两个学期 两学期 春季学期和秋季学期 春秋学期"

    /// 上半年、下半年各1次: once in each half of every year.
    private func parts(_ index: Int, _ end: Int) -> WindowMention? {
        for (words, window) in [
            (Self.eachHalf, Window.months(6)), (Self.eachQuarter, .quarters(1)), (Self.eachTerm, .months(6)),
        ] {
            guard let length = words.match(text, at: index, before: end) else { continue }
            var mention = WindowMention(range: index..<index + length, window: window, recurs: true)
            mention.divides = true
            return mention
        }
        return nil
    }

    // MARK: 每…

    private static let yearly: Words = "每年度 每年 每一年 每个年度 每学年 每一年度 每个学年"
    private static let monthly: Words = "每月 每个月 每一个月 每月度 按月 逐月"
    private static let quarterly: Words = "每季度 每季 每个季度 每一季度 按季度 按季 逐季"
    private static let halfYearly: Words = "每半年 每学期 每个学期 每半年度 每一学期"
    private static let everyOther: [(Words, Window)] = [
        ("隔月 每隔月 每双月 双月 每逢双月 每逢单月 每单月", .months(2)), ("隔年 每隔年", .years(2)), ("隔季 隔季度 每隔季度", .quarters(2)),
    ]
    private static let weekly: Words = "每半个月 每半月 隔周 双周 每双周 每周 每星期 每个星期 每一周 每日 每天 每旬 每个工作日"

    private func every(_ index: Int, _ end: Int) -> WindowMention? {
        if let length = Self.yearly.match(text, at: index, before: end) {
            return yearlyDate(index, index + length, end)
                ?? WindowMention(range: index..<index + length, window: .years(1), recurs: true)
        }
        if let length = Self.halfYearly.match(text, at: index, before: end) {
            return dated(index, index + length, end, .months(6))
        }
        if let length = Self.quarterly.match(text, at: index, before: end) {
            return dated(index, index + length, end, .quarters(1))
        }
        if let length = Self.monthly.match(text, at: index, before: end) {
            return dated(index, index + length, end, .months(1))
        }
        if let length = Self.weekly.match(text, at: index, before: end) {
            return WindowMention(range: index..<weekdays(index + length, end), window: nil, recurs: true)
        }
        for (words, window) in Self.everyOther {
            guard let length = words.match(text, at: index, before: end) else { continue }
            return WindowMention(range: index..<index + length, window: window, recurs: true)
        }
        return everySome(index, end)
    }

    /// 每两个月, 每3年, 每隔一年, 每两周.
    private func everySome(_ index: Int, _ end: Int) -> WindowMention? {
        guard let length = Self.everyPrefix.match(text, at: index, before: end),
            let (number, after) = Numeral.integer(text, at: index + length, before: end), number > 0, number <= 100
        else { return nil }
        let step = length == 2 && number == 1 ? 2 : number
        for (words, make) in Self.lengths {
            guard let unit = words.match(text, at: after, before: end) else { continue }
            return WindowMention(range: index..<after + unit, window: make(step), recurs: true)
        }
        return nil
    }

    private static let lengths: [(Words, @Sendable (Int) -> Window?)] = [
        ("个学年 学年 年度 年", { .years($0) }), ("个季度 季度", { .quarters($0) }), ("个月 月", { .months($0) }),
        ("个学期 学期", { .months($0 * 6) }), ("周 个星期 星期 天 日 个工作日 工作日", { _ in nil }),
    ]

    /// 每年12月10日前, 每年年底前, 每年3月底前.
    private func yearlyDate(_ start: Int, _ after: Int, _ end: Int) -> WindowMention? {
        let at = skipping(after, end)
        guard let (month, day, stop, before) = monthDay(at, end) else { return nil }
        if before {
            return WindowMention(
                range: start..<stop, window: .byEvery(month: month, day: day), recurs: true, fixed: true)
        }
        // 每年底报送, 每年年末汇总
        guard Self.anyEnd.match(text, at: at, before: end) != nil else { return nil }
        var mention = WindowMention(range: start..<stop, window: .years(1), recurs: true)
        mention.endOfWindow = true
        return mention
    }

    /// 每月25日前, 每季度末前, 每季度首月10日前.
    private func dated(_ start: Int, _ after: Int, _ end: Int, _ window: Window) -> WindowMention {
        let plain = WindowMention(range: start..<after, window: window, recurs: true)
        var at = skipping(after, end)
        let named = Self.partOfWindow.match(text, at: at, before: end) ?? 0
        at += named
        if let (day, next) = Numeral.integer(text, at: at, before: end), day <= 31,
            let unit = Self.dayWords.match(text, at: next, before: end),
            let before = Self.beforeWords.match(text, at: next + unit, before: end)
        {
            return WindowMention(
                range: start..<next + unit + before, window: window, recurs: true, fixed: true, dayOfWindow: day)
        }
        if named > 0, let before = Self.beforeWords.match(text, at: at, before: end) {
            return WindowMention(range: start..<at + before, window: window, recurs: true, fixed: true, dayOfWindow: 0)
        }
        // 每月底报送, 每季度末汇总: due by the end, where nothing is counted.
        if named > 0, Self.endOfWindow.match(text, at: at - named, before: end) == named {
            var mention = WindowMention(range: start..<at, window: window, recurs: true)
            mention.endOfWindow = true
            return mention
        }
        return plain
    }

    private static let endOfWindow: Words = "末 底 末月"

    /// 到“十四五”末, “十四五”期间: by the last day of the five years.
    private func fiveYears(_ index: Int, _ end: Int) -> WindowMention? {
        var at = index
        if at < end, Self.quotes.contains(text[at]) { at += 1 }
        guard let name = Self.plans.match(text, at: at, before: end),
            let order = Numeral.integer(text, at: at + 1, before: at + 2)
        else { return nil }
        at += name
        if at < end, Self.quotes.contains(text[at]) { at += 1 }
        guard let tail = Self.planEnds.match(text, at: at, before: end) else { return nil }
        return WindowMention(
            range: index..<at + tail, window: Day(year: 2005 + order.value * 5, month: 12, day: 31).map { .by($0) },
            recurs: false)
    }

    private static let quotes: Set<Glyph> = [Char.openQuote, Char.closeQuote, Char.straightQuote]
    private static let plans: Words = "十三五 十四五 十五五 十六五"
    private static let planEnds: Words = "末 期末 规划末 期间 时期 规划期间 规划期内"

    // MARK: 年内

    private static let thisYear: Words = "年人均 全年 年度内 本年度 年内 今年 全年度 年度累计 当年 年均 本学年 学年内 一个年度内"
    private static let thisHalf: Words = "学期内 本学期"

    private func within(_ index: Int, _ end: Int) -> WindowMention? {
        if Self.monthlyMean.match(text, at: index, before: end) != nil {
            return WindowMention(range: index..<index + 2, window: .months(1), recurs: true)
        }
        if let length = Self.thisHalf.match(text, at: index, before: end) {
            return WindowMention(range: index..<index + length, window: .months(6), recurs: true)
        }
        guard let length = Self.thisYear.match(text, at: index, before: end) else { return nil }
        if index > 0, text[index].isDigit || text[index - 1].isDigit { return nil }
        if let dated = yearlyDate(index, index + length, end) { return dated }
        return WindowMention(range: index..<index + length, window: .years(1), recurs: true)
    }

    // MARK: dates

    static let beforeWords: Words = "之前 以前 前 止 下班前 下午下班前 上午下班前 )前 )下班前 )下午下班前 )上午下班前 )之前 )以前"
    private static let dayWords: Words = "日 号"
    private static let monthWord: Words = "月份 月"
    private static let endWords: Words = "年底 年末 底 末"
    private static let until: Words = "到 至 截止 截止到 截至"
    private static let since: Words = "自 从 于"
    private static let inForce: Words = "起 施行 实施 执行 生效 印发 修订 发布 颁布 第 版 下发 出台 召开 开始 以来"
    private static let span: Words = "- ~ 至 到 年至 年- 年到 年~"

    private func date(_ index: Int, _ end: Int) -> WindowMention? {
        if let word = Self.yearEnd.match(text, at: index, before: end),
            index == 0 || !text[index - 1].isDigit,
            let before = Self.beforeWords.match(text, at: index + word, before: end)
        {
            return WindowMention(
                range: index..<index + word + before, window: bareDate(12, 31), recurs: titleYear == nil, fixed: true)
        }
        if let half = Self.halves.match(text, at: index, before: end) {
            let first = text[index] == Self.upper
            return WindowMention(
                range: index..<index + half, window: bareDate(first ? 6 : 12, first ? 30 : 31), recurs: titleYear == nil
            )
        }
        if let ending = bareEndOfMonth(index, end) { return ending }
        for (words, month) in Self.ofYear {
            guard let word = words.match(text, at: index, before: end),
                Self.beforeItsEnd.match(text, at: index + word, before: end) == nil
            else { continue }
            return WindowMention(
                range: index..<index + word, window: bareDate(month, Day.length(ofMonth: month, year: Self.leapYear)),
                recurs: titleYear == nil)
        }
        if let (year, after) = year(index, end) { return datedYear(index, year, after, end) }
        if index == 0 || !text[index - 1].isDigit, Self.bareEnd.match(text, at: index, before: end) == nil,
            let (month, day, stop, before) = monthDay(index, end), before
        {
            return WindowMention(
                range: index..<stop, window: bareDate(month, day), recurs: titleYear == nil, fixed: true)
        }
        return nil
    }

    private static let endsOfMonth: Words = "月底 月末 当月底 当月末 本月底 本月末"
    private static let endsOfQuarter: Words = "季度末 季末 季度底 当季末 本季度末"
    private static let endsOfTerm: Words = "学期末 学期结束 学期期末"
    private static let named: Words = "每 个 次 下 上 第 一 二 三 四 五 六 七 八 九 十 零"

    /// 于月底前报送, 季度末前: of every month, of every quarter.
    private func bareEndOfMonth(_ index: Int, _ end: Int) -> WindowMention? {
        if index > 0, text[index - 1].isDigit || Self.named.match(text, at: index - 1, before: index) != nil {
            return nil
        }
        for (words, window) in [
            (Self.endsOfMonth, Window.months(1)), (Self.endsOfQuarter, .quarters(1)), (Self.endsOfTerm, .months(6)),
        ] {
            guard let word = words.match(text, at: index, before: end),
                let before = Self.beforeWords.match(text, at: index + word, before: end)
            else { continue }
            return WindowMention(
                range: index..<index + word + before, window: window, recurs: true, fixed: true, dayOfWindow: 0)
        }
        return nil
    }

    /// 一季度 alone may be every quarter: 一季度一次.
    private static let ofYear: [(Words, Int)] = [
        ("第一季度", 3), ("第二季度 二季度", 6), ("第三季度 三季度 前三季度 前三个季度", 9), ("第四季度 四季度", 12),
    ]
    private static let halves: Words = "上半年 下半年"
    private static let upper = glyphs("上").first ?? 0

    private func bareDate(_ month: Int, _ day: Int) -> Window? {
        guard let year = titleYear else { return .byEvery(month: month, day: day) }
        return Day(year: year, month: month, day: min(day, Day.length(ofMonth: month, year: year))).map { .by($0) }
    }

    /// 2025年 or 二〇二五年 or the later year of 2022—2025年.
    private func year(_ index: Int, _ end: Int) -> (Int, Int)? {
        guard index == 0 || !text[index - 1].isDigit,
            let (value, after) = Numeral.integer(text, at: index, before: end), (1900...2199).contains(value),
            after < end
        else { return nil }
        if text[after] == Self.yearGlyph {
            if let link = Self.span.match(text, at: after + 1, before: end),
                let (later, stop) = year(after + 1 + link, end)
            {
                return (later, stop)
            }
            return (value, after + 1)
        }
        if let link = Self.span.match(text, at: after, before: end), let (later, stop) = year(after + link, end) {
            return (later, stop)
        }
        return nil
    }

    private static let yearGlyph = glyphs("年").first ?? 0

    private func datedYear(_ index: Int, _ year: Int, _ after: Int, _ end: Int) -> WindowMention? {
        let introduced = Self.until.matchBackward(text, endingAt: index, notBefore: max(0, index - 3)) != nil
        var month = 12
        var day = 31
        var stop = after
        var before = false
        var named = false
        if let word = Self.yearTail.match(text, at: stop, before: end) {
            stop += word
            named = true
        } else if let word = Self.firstHalf.match(text, at: stop, before: end) {
            (month, day, stop, named) = (6, 30, stop + word, true)
        } else if let found = monthDay(stop, end) {
            (month, day, stop, before) = found
            named = true
        } else if let (_, next) = Numeral.integer(text, at: stop, before: end),
            Self.monthWord.match(text, at: next, before: end) != nil
        {
            return nil
        }
        if !before, let word = Self.beforeWords.match(text, at: stop, before: end) {
            stop += word
            before = true
        }
        if Self.inForce.match(text, at: stop, before: end) != nil
            || Self.since.matchBackward(text, endingAt: index, notBefore: max(0, index - 1)) != nil && !before
        {
            return nil
        }
        let last = before && !named ? year - 1 : year
        guard let due = Day(year: last, month: month, day: min(day, Day.length(ofMonth: month, year: last))) else {
            return nil
        }
        return WindowMention(
            range: (introduced ? index - 1 : index)..<stop, window: .by(due), recurs: false, fixed: before,
            weak: !before && !introduced)
    }

    /// 12月10日前, 3月底前, 6月前, 年底: month, day, where it ends, and whether 前 stands there.
    private func monthDay(_ index: Int, _ end: Int) -> (Int, Int, Int, Bool)? {
        if let word = Self.anyEnd.match(text, at: index, before: end) {
            let before = Self.beforeWords.match(text, at: index + word, before: end)
            return (12, 31, index + word + (before ?? 0), before != nil)
        }
        if let word = Self.firstHalfOrSecondQuarter.match(text, at: index, before: end) {
            let before = Self.beforeItsEnd.match(text, at: index + word, before: end)
            return (6, 30, index + word + (before ?? 0), before != nil)
        }
        for (words, month) in Self.otherQuarters {
            guard let word = words.match(text, at: index, before: end) else { continue }
            let before = Self.beforeItsEnd.match(text, at: index + word, before: end)
            return (month, Day.length(ofMonth: month, year: Self.leapYear), index + word + (before ?? 0), before != nil)
        }
        guard let (month, after) = Numeral.integer(text, at: index, before: end), (1...12).contains(month),
            let word = Self.monthWord.match(text, at: after, before: end)
        else { return nil }
        var stop = after + word
        // The end of February is its last day, whatever the year.
        var day = Day.length(ofMonth: month, year: Self.leapYear)
        var wholeMonth = true
        if let (value, next) = Numeral.integer(text, at: stop, before: end), (1...31).contains(value),
            let unit = Self.dayWords.match(text, at: next, before: end)
        {
            guard value <= Day.length(ofMonth: month, year: Self.leapYear) else { return nil }
            (day, wholeMonth) = (value, false)
            stop = next + unit
        } else if let ending = Self.endWords.match(text, at: stop, before: end) {
            stop += ending
            wholeMonth = false
        } else if let part = Self.thirdsOfMonth.match(text, at: stop, before: end) {
            let first = text[stop]
            day = first == glyphs("上").first ? 10 : first == glyphs("中").first ? 20 : day
            stop += part
            wholeMonth = false
        }
        let before = Self.beforeWords.match(text, at: stop, before: end) ?? clock(stop, end)
        if before != nil, wholeMonth {
            // 6月前: before June begins
            let earlier = month == 1 ? 12 : month - 1
            return (earlier, Day.length(ofMonth: earlier, year: Self.leapYear), stop + (before ?? 0), true)
        }
        return (month, day, stop + (before ?? 0), before != nil)
    }

    /// A year that has every day there is.
    private static let leapYear = 2024

    private func skipping(_ index: Int, _ end: Int) -> Int {
        return index + (Self.skipped.match(text, at: index, before: end) ?? 0)
    }

    private static let monthlyMean: Words = "月均"
    private static let yearEnd: Words = "年底 年末"
    private static let yearTail: Words = "度底 底 末 度内 度 年底"
    private static let firstHalf: Words = "上半年"
    private static let anyEnd: Words = "年底 年末 底 末"
    private static let firstHalfOrSecondQuarter: Words = "上半年 第二季度 二季度 年中"
    private static let beforeItsEnd: Words = "结束前 底前 末前 前"
    private static let otherQuarters: [(Words, Int)] = [
        ("第一季度 一季度", 3), ("第三季度 三季度 前三季度 前三个季度", 9), ("第四季度 四季度 下半年", 12),
    ]
    private static let thirdsOfMonth: Words = "上旬 中旬 下旬"
    private static let everyPrefix: Words = "每隔 每"
    private static let partOfWindow: Words = "末月 首月 第一个月 最后一个月 次月 末 底 结束 第一月 后"
    private static let skipped: Words = "的 于 在 应 应当 须 应于 要在 要于 应在 , 一般在 原则上在"
    private static let bareEnd: Words = "底 末"
}
