import Plans
import Vocabulary

/// Which quantities oblige, and which only describe, name or condition.
extension ClauseReader {
    /// Quantities that oblige.
    func accepted(_ mentions: SegmentMentions, _ segment: Range<Int>, _ next: Range<Int>?) -> [QuantityMention] {
        if relevance.isCondition(segment) { return [] }
        let hasWindow = !mentions.windows.isEmpty
        return mentions.quantities.filter { quantity in
            if relevance.setsUpOnePerson(quantity, segment) { return false }
            if relevance.qualifies(quantity, segment) { return false }
            switch quantity.sort {
            case .percent:
                if relevance.speaksOfMoney(segment, quantity) { return false }
                return isProportion(quantity, segment)
            case .person:
                if relevance.honours(segment) { return false }
                if !quantity.explicit || quantity.comparison == .atLeast, describesPeople(quantity, segment) {
                    return false
                }
                return quantity.explicit || hasWindow
                    || Relevance.peopleVerbs.occurs(in: text, segment.lowerBound..<quantity.range.lowerBound)
                    || Self.capacity.occurs(in: text, segment.lowerBound..<quantity.range.lowerBound)
            case .count where quantity.weight == .noun:
                let near = quantity.range.upperBound..<min(segment.upperBound, quantity.range.upperBound + 60)
                let noun = !lexicon.activities.matches(in: text, near).isEmpty || scopeHasNoun(segment, quantity)
                if quantity.plainOne, !quantity.explicit, !hasWindow {
                    let ones = mentions.quantities.filter { $0.plainOne && $0.sort == .count }.count
                    if ones >= 3 || isDone(quantity, segment) { return true }
                    return noun && Self.acts.occurs(in: text, segment.lowerBound..<quantity.range.lowerBound)
                }
                if quantity.explicit { return true }
                if isBuilt(quantity, segment) { return true }
                if quantity.unit == "item", !quantity.explicit, !hasWindow || quantity.plainOne && !noun {
                    let doing = Self.acts.matchBackward(
                        text, endingAt: quantity.range.lowerBound, notBefore: segment.lowerBound)
                    let building = Self.builds.occurs(in: text, segment.lowerBound..<quantity.range.lowerBound)
                    return noun && (building || doing != nil && !quantity.plainOne)

                }
                return noun || hasWindow || scopeHasNoun(segment, quantity)
            case .count:
                if isMotto(quantity, mentions) { return false }
                if quantity.plainOne, !quantity.explicit, !hasWindow {
                    return Self.acts.occurs(in: text, segment.lowerBound..<quantity.range.upperBound)
                }
                return true
            case .hours, .duration, .leadTime, .deadline: return true
            }
        }
    }

    /// 对全市1000余名书记: how many there are, not how many are owed.
    func describesPeople(_ quantity: QuantityMention, _ segment: Range<Int>) -> Bool {
        guard quantity.range.lowerBound == quantity.number.lowerBound else { return false }
        return Self.wholeOf.matchBackward(text, endingAt: quantity.range.lowerBound, notBefore: segment.lowerBound)
            != nil
    }

    private static let wholeOf: Words = "对 全市 全区 全县 全校 全院 全局 全系统 全公司 全集团 全镇 共有 现有 为 下辖 面向"
    private static let capacity: Words = "人数 规模 学员 班额 每班 每期"
    private static let acts: Words =
        "开展 组织 举办 举行 召开 进行 参加 阅读 精读 观看 聆听 撰写 讲 上 作 过 做 接受 完成 提交 到 听 学习 研读 写 读 看 承担 主持 形成 报送 撰 安排 实施 交流 办 制定 开设 参与 评选 讲授 集中 发言 下 赴 深入 谈"
    private static let builds: Words = "建设 建成 打造 培育 建立 开发 创建 命名 新建 选树 编写 制定 编制 形成 认定 遴选 推出 设立 评选 建"

    func scopeHasNoun(_ segment: Range<Int>, _ quantity: QuantityMention) -> Bool {
        !activities.last(in: segment.lowerBound..<quantity.range.lowerBound).isEmpty
    }

    /// 每周一课, 每月一讲: the name of a custom.
    private func isMotto(_ quantity: QuantityMention, _ mentions: SegmentMentions) -> Bool {
        quantity.plainOne && quantity.unit == .lecture && quantity.range.count == 2
            && mentions.windows.contains { $0.range.upperBound == quantity.range.lowerBound }
    }

    /// 参观一处遗址, 办一件实事.
    private func isDone(_ quantity: QuantityMention, _ segment: Range<Int>) -> Bool {
        Self.deeds.matchBackward(text, endingAt: quantity.range.lowerBound, notBefore: segment.lowerBound) != nil
    }

    private static let deeds: Words = "参观 走访 办 办好 解决 破解 结对 提出 瞻仰 祭扫 重温"

    /// 建设20所智慧教育示范校, but not 建立4项机制.
    private func isBuilt(_ quantity: QuantityMention, _ segment: Range<Int>) -> Bool {
        text[quantity.number.lowerBound].isDigit
            && Self.builds.matchBackward(text, endingAt: quantity.range.lowerBound, notBefore: segment.lowerBound)
                != nil
            && !Self.abstractions.occurs(in: text, quantity.range.upperBound..<segment.upperBound)
    }

    private static let abstractions: Words = "机制 体系 平台 工程 行动 格局 方面 能力 品牌 模块 阶段 类别 重点 任务 环节 专题 领域 层次 系列 举措 措施"
    private static let proportionWords: Words =
        "率 比例 占比 占 面 安排 选派 比 度 组织 培训 不少于 不低于 至少 达到 不超过 抽查 对 覆盖 参加 达 持证 参训 合格 完成 到位 上岗 通过 知晓"

    func isProportion(_ quantity: QuantityMention, _ segment: Range<Int>) -> Bool {
        Self.proportionWords.occurs(in: text, segment) || quantity.explicit
    }
}
