import Plans
import Vocabulary

/// How long something lasts: 为期5天, 时间一般为半年至一年, 保存3年.
extension QuantityReader {
    /// What is followed by a length and nothing else.
    private static let told: Words = "培训期为 帮带期为 挂职期为 锻炼期为 学习期为 培养期为 周期 为期 学制 时间 时间为 期限为 时长"
    private static let modified: Words = "的 时间"
    private static let ongoing: Words = "值班 值守 开通 在线 响应 营业 服务 热线 畅通 轮流值班 应急值守 假 病假 后 前 制"

    private static let usually: Words = "一般为 原则上为 一般 原则上 大约为 约为"
    private static let terms: Words = "服务期 聘期 服务年限"
    private static let keeping: Words = "保存 保管 留存 存档 归档保存 存放 备查"

    func duration(
        _ figure: Figure, _ unit: TimeUnit, _ stop: Int, _ hasPrefix: Bool, _ start: Int, _ segment: Range<Int>
    ) -> Item {
        let end = segment.upperBound
        guard case .quantity(var found) = finish(figure, stop, unit.unit, .duration, nil, segment) else {
            return .skip(to: stop)
        }
        let after = found.range.upperBound
        if Self.ongoing.match(text, at: after, before: end) != nil { return .skip(to: stop, .describes) }
        // 保存5年, 保管时间至少3个月: how long papers are kept.
        if Self.keeping.occurs(in: text, max(segment.lowerBound, start - 8)..<start) {
            Self.measured(&found)
            return .quantity(found)
        }
        if Self.service.occurs(in: text, max(segment.lowerBound, start - 4)..<start) {
            // 服务期不少于3年 is asked for, 服务期3年 is told.
            guard hasPrefix, Self.terms.occurs(in: text, max(segment.lowerBound, start - 4)..<start) else {
                return .skip(to: stop, .condition)
            }
            found.open = true
            Self.measured(&found)
            return .quantity(found)
        }
        let named = Self.durationBefore.matchBackward(text, endingAt: start, notBefore: segment.lowerBound) != nil
        let modifies = Self.modified.match(text, at: after, before: end) != nil
        let long = unit.unit == .year || unit.unit == "quarter" || unit.unit == "term"
        var told = Self.told.matchBackward(text, endingAt: start, notBefore: segment.lowerBound) != nil
        // 时间一般为半年至一年
        if !told, let usual = Self.usually.matchBackward(text, endingAt: start, notBefore: segment.lowerBound) {
            told = Self.told.matchBackward(text, endingAt: start - usual, notBefore: segment.lowerBound) != nil
        }
        // 每期培训班不少于1个季度
        let each = hasPrefix && SubjectReader.perActivity.occurs(in: text, segment.lowerBound..<start)
        if long, !told, !each, !(named && (found.explicit || hasPrefix)) { return .skip(to: stop) }
        guard found.explicit || named || modifies || told else { return .skip(to: stop) }
        Self.measured(&found)
        return .quantity(found)
    }
}
