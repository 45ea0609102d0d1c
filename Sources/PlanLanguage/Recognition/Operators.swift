import Vocabulary

/// How a figure must stand to its threshold, in words before or after it.
enum Operators {
    static let atLeast: Words =
        "不少于 不低于 至少 最少 不得少于 不得低于 不能少于 不能低于 达到 达 不小于 不短于 超过 大于 突破 多于 高于 最低 起码 不下于 不得短于 不应少于 不应低于 应达 要达到 须达到 不得小于 保持在 稳定在 提高到 提升到 提高至 提升至 增至 增加到 保底 >= ≥ > ＞"
    static let atMost: Words =
        "不超过 不得超过 不能超过 不高于 不得高于 不多于 不得多于 不大于 最多 控制在 最长 最迟 不晚于 不迟于 不得长于 不长于 不应超过 上限为 限 低于等于 不得大于 压缩到 压减到 <= ≤ 最高"
    static let about: Words = "约 大约 大概 约为 近"
    /// Who falls short of it: a condition, not an obligation.
    static let fallingShort: Words = "低于 少于 不足 不到 未达到 未达 不满 未满 达不到 没有达到 连续 累计缺勤 缺课 逾期 相当于 高出 缺勤 旷课 迟到"
    static let fillers: Words = "有 为 在 应 应当 须 需 要 必须 原则上 一般 的 是 累计 合计 共 总共 各 均 分别 于 力争 确保 时间 总计 不 每年 人均"

    static let suffixAtLeast: Words = "以上 及以上 或以上 (含)以上 (及)以上 起 多"
    static let suffixAtMost: Words = "以内 之内 以下 及以下 为限 封顶 内"
    static let suffixAbout: Words = "左右 上下 前后 不等"

    /// The operator right before `index`, with where it starts; fillers such as 为 and 应 may stand between.
    static func before(
        _ text: [Glyph], _ index: Int, notBefore start: Int
    ) -> (comparison: Comparison?, start: Int)? {
        var at = index
        for _ in 0..<3 {
            for (words, comparison) in [(atMost, Comparison.atMost), (atLeast, .atLeast), (about, .about)] {
                if let length = words.matchBackward(text, endingAt: at, notBefore: start) {
                    // 不超过 holds 超过: the longer word decides.
                    if comparison == .atLeast,
                        let longer = atMost.matchBackward(text, endingAt: at, notBefore: start), longer > length
                    {
                        return (.atMost, at - longer)
                    }
                    // 保存期限5年: the last part of a noun.
                    if length == 1, text[at - 1] == limit, at - 2 >= start, text[at - 2] == period { continue }
                    return (comparison, at - length)
                }
            }
            if let length = fallingShort.matchBackward(text, endingAt: at, notBefore: start) {
                return (nil, at - length)
            }
            guard let filler = fillers.matchBackward(text, endingAt: at, notBefore: start) else { return nil }
            at -= filler
        }
        return nil
    }

    private static let limit = glyphs("限").first ?? 0
    private static let period = glyphs("期").first ?? 0

    /// 不得超过总学时的50%: the last operator of a stretch without a number.
    static func detached(_ text: [Glyph], _ range: Range<Int>) -> Comparison? {
        let most = firm.last(in: text, range)
        let least = atLeastFirm.last(in: text, range)
        switch (most, least) {
        case (let most?, let least?): return most.upperBound >= least.upperBound ? .atMost : .atLeast
        case (.some, nil): return .atMost
        case (nil, .some): return .atLeast
        case (nil, nil): return nil
        }
    }

    private static let firm: Words = "不超过 不得超过 不能超过 不高于 不得高于 不多于 不得多于 最多 控制在 不应超过"
    private static let atLeastFirm: Words = "不少于 不低于 不得低于 不得少于 至少 应达到 不能低于"

    /// The operator right after `index`, with where it ends.
    static func after(_ text: [Glyph], _ index: Int, before end: Int) -> (comparison: Comparison, end: Int)? {
        for (words, comparison) in [
            (suffixAtLeast, Comparison.atLeast), (suffixAtMost, .atMost), (suffixAbout, .about),
        ] {
            if let length = words.match(text, at: index, before: end) { return (comparison, index + length) }
        }
        return nil
    }
}
