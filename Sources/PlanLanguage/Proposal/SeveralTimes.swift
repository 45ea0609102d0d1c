/// 春节、国庆前各1次, 3月、9月各1次: so often at each of several times, which is no window and no sum that could be taken for
/// granted.
enum SeveralTimes {
    private static let each: Words = "各 分别 均 各自"
    private static let times: Words =
        "月 月份 季度 季 春季 秋季 夏季 冬季 寒假 暑假 年初 年末 年底 年中 春节 国庆 国庆节 中秋 中秋节 清明 端午 元旦 期初 期末 汛前 汛期 节前 节后 上旬 中旬 下旬 期间 前后 前夕 前 五一 十一 七一 八一 六一 五四 三八 年 半年 学期 周"
    private static let joints: Words = "、 和 及 与 以及"

    /// Whether what stands at `number` is owed at each of several times named before it.
    static func areNamed(_ text: [Glyph], _ segment: Range<Int>, before number: Int) -> Bool {
        guard let each = each.last(in: text, max(segment.lowerBound, number - 24)..<number) else { return false }
        // The times stand right before 各, or before the activity that it divides: 3月、9月举办培训班各1期.
        let head = segment.lowerBound..<each.lowerBound
        var joint = joints.first(in: text, head)
        while let found = joint {
            let rest = found.upperBound..<each.lowerBound
            if times.matchBackward(text, endingAt: found.lowerBound, notBefore: head.lowerBound) != nil,
                times.occurs(in: text, rest.lowerBound..<min(rest.upperBound, rest.lowerBound + 6))
            {
                return true
            }
            joint = joints.first(in: text, rest)
        }
        return false
    }
}
