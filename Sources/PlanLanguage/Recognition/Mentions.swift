import Plans
import Vocabulary

/// A stretch of time named in a clause: 每年, 三年内, 到2025年底, 每年12月10日前.
struct WindowMention: Sendable {
    var range: Range<Int>
    /// Nil for a week, which the contract has no window for.
    var window: Window?
    var recurs: Bool
    /// A date with 前: something is to be done by then.
    var fixed = false
    /// A date by which something is to be reached.
    var reaches: Bool {
        if case .by? = window { true } else { false }
    }
    /// 每月25日前: days from the start of the window.
    var dayOfWindow: Int?
    /// 上半年、下半年各1次: the year's parts, named one by one.
    var divides = false
    /// 每月底, 每年末: the end of each window, where something is to be done by then.
    var endOfWindow = false
    /// 一个月内, as a length: a deadline where nothing is counted in it.
    var span: (value: Double, unit: CountingUnit)?
    /// A year named only in passing: it counts only where nothing better stands.
    var weak = false
    /// 满3年进行考核: the time itself is what is asked for.
    var bare = false
    /// 轮训周期为3年: everybody's turn within it.
    var turns = false
}

/// A number with what it counts.
struct QuantityMention: Sendable {
    enum Sort: Sendable, Equatable {
        case count, person, percent, hours, duration, leadTime, deadline
    }

    /// From the operator or the number to the counter or what follows it (以上, 左右).
    var range: Range<Int>
    var number: Range<Int>
    var value: Double
    var upper: Double?
    var comparison: Comparison
    /// Whether the text says how the figure must stand: 不少于, 以上, 左右, 3-5.
    var explicit: Bool
    var unit: CountingUnit
    var sort: Sort
    var weight: Lexicon.Counter.Weight?
    /// Written as 一, which is often no number at all.
    var plainOne = false
    /// The text says no figure that could be counted (几十名): how many is a question.
    var open = false
}

/// 全覆盖, 轮训一遍, 全员培训.
struct CoverageMention: Sendable {
    var range: Range<Int>
    /// 全体教师参加: said of who takes part; a figure beside it is what they owe.
    var byTheWay = false
}

/// Everything with a number or a time in a segment, in order.
struct SegmentMentions: Sendable {
    var windows: [WindowMention] = []
    var quantities: [QuantityMention] = []
    var coverage: [CoverageMention] = []
    /// Numbers that are none of these, with the reason.
    var passedOver: [(range: Range<Int>, reason: PassedOver.Reason)] = []
    /// Holds a number beyond its limits.
    var odd = false
}
