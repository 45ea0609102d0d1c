import Vocabulary

/// Days of the week and times of day, which a window does not keep.
extension CalendarReader {
    /// 每周一, 每周二、四: days of the week, unless something is counted (每周一次).
    func weekdays(_ index: Int, _ end: Int) -> Int {
        var stop = index
        guard Self.week.matchBackward(text, endingAt: index, notBefore: max(0, index - 2)) != nil,
            let first = Self.days.match(text, at: index, before: end)
        else { return index }
        stop += first
        while let joint = Self.dayJoints.match(text, at: stop, before: end),
            let next = Self.days.match(text, at: stop + joint, before: end)
        {
            stop += joint + next
        }
        return Self.counting.match(text, at: stop, before: end) == nil ? stop : index
    }

    private static let week: Words = "周 星期"
    private static let days: Words = "一 二 三 四 五 六 日 天"
    private static let dayJoints: Words = "、 和 至 到 - 及"
    private static let counting: Words = "次 场 期 课 讲 节 堂 篇 题 测 练 考 学 例 查 会 个 天 小时 学时 课时 条 份 名 评 训 至"

    /// 9月10日17:00前, 12月5日下午5时前: the day counts, not the hour.
    func clock(_ index: Int, _ end: Int) -> Int? {
        var stop = index
        if stop < end, text[stop] == Char.openParenthesis {
            guard let close = text[stop..<min(end, stop + 8)].firstIndex(of: Char.closeParenthesis) else { return nil }
            stop = close + 1
            if let before = Self.beforeWords.match(text, at: stop, before: end) { return stop + before - index }
        }
        stop += Self.partOfDay.match(text, at: stop, before: end) ?? 0
        guard let (_, hour) = Numeral.integer(text, at: stop, before: end) else { return nil }
        stop = hour
        guard let mark = Self.clockMarks.match(text, at: stop, before: end) else { return nil }
        stop += mark
        if let (_, minute) = Numeral.integer(text, at: stop, before: end) {
            stop = minute + (Self.clockMarks.match(text, at: minute, before: end) ?? 0)
        }
        return Self.beforeWords.match(text, at: stop, before: end).map { stop + $0 - index }
    }

    private static let partOfDay: Words = "上午 下午 中午 晚上 晚 早上"
    private static let clockMarks: Words = ": 时 点 分 点钟"
}
