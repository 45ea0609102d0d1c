import Plans
import Vocabulary

/// Which quantities oblige, and which only describe, name or condition.
extension ClauseReader {
    /// Quantities that oblige; what is said of the others is noted.
    mutating func accepted(_ mentions: SegmentMentions, _ segment: Range<Int>, _ next: Range<Int>?)
        -> [QuantityMention]
    {
        verdicts += mentions.passedOver.map { .init(range: $0.range, reason: $0.reason) }
        guard !mentions.quantities.isEmpty else { return [] }
        let condition = relevance.condition(segment)
        return mentions.quantities.filter { quantity in
            guard let reason = condition ?? reasonAgainst(quantity, mentions, segment) else { return true }
            verdicts.append(.init(range: quantity.range, reason: reason, rule: understood(quantity)))
            return false
        }
    }

    /// What is understood of a number that obliges nothing, for whoever makes it an obligation.
    private func understood(_ quantity: QuantityMention) -> Rule {
        let measure: Measure =
            switch quantity.sort {
            case .count: .count
            case .person: .headcount
            case .percent: .share
            case .hours: .hours
            case .duration: .duration
            case .leadTime: .leadTime
            case .deadline: .deadline
            }
        return Rule(
            measure: measure, comparison: quantity.comparison, value: quantity.value, upper: quantity.upper,
            unit: quantity.unit, window: scope.window?.window,
            recurs: scope.window?.window != nil && scope.window?.recurs == true,
            bearer: scope.subject?.bearer ?? .unit)
    }

    /// Why a quantity obliges nothing; nil where it obliges.
    private func reasonAgainst(
        _ quantity: QuantityMention, _ mentions: SegmentMentions, _ segment: Range<Int>
    ) -> PassedOver.Reason? {
        let hasWindow = !mentions.windows.isEmpty
        if quantity.plainOne,
            Self.article.matchBackward(
                text, endingAt: quantity.range.lowerBound, notBefore: segment.lowerBound) != nil
        {
            return .article
        }
        if relevance.setsUpOnePerson(quantity, segment) { return .arrangement }
        if let reason = relevance.qualifies(quantity, segment) { return reason }
        if let reason = relevance.isOffered(quantity, segment) { return reason }
        switch quantity.sort {
        case .percent:
            if relevance.speaksOfMoney(segment, quantity) { return .money }
            return isProportion(quantity, segment) ? nil : .measurement
        case .person:
            if relevance.honours(segment) { return .offer }
            if relevance.composes(segment), !hasWindow { return .arrangement }
            if describesPeople(quantity, segment) { return .describes }
            let before = segment.lowerBound..<quantity.range.lowerBound
            let obliges =
                quantity.explicit || hasWindow || Relevance.peopleVerbs.occurs(in: text, before)
                || Self.capacity.occurs(in: text, before) || stands(quantity, segment)
            return obliges ? nil : .describes
        case .count where quantity.weight == .noun: return reasonAgainst(things: quantity, mentions, segment)
        case .count:
            if isMotto(quantity, mentions) { return .name }
            if quantity.plainOne, !quantity.explicit, !hasWindow {
                return Self.acts.occurs(in: text, segment.lowerBound..<quantity.range.upperBound) ? nil : .article
            }
            return nil
        case .hours, .duration, .leadTime, .deadline: return nil
        }
    }

    /// 2篇, 3个, 一份: things count beside a noun that is known, an operator, a window, or where the number stands behind them.
    private func reasonAgainst(
        things quantity: QuantityMention, _ mentions: SegmentMentions, _ segment: Range<Int>
    ) -> PassedOver.Reason? {
        let hasWindow = !mentions.windows.isEmpty
        let before = segment.lowerBound..<quantity.range.lowerBound
        if relevance.rewards(segment) { return .offer }
        if relevance.composes(segment), !hasWindow { return .arrangement }
        if Self.copies.matchBackward(text, endingAt: quantity.range.lowerBound, notBefore: segment.lowerBound) != nil {
            // 报送申报表一式3份; a contract in three copies obliges nobody.
            return Self.handingIn.occurs(in: text, sentence(around: segment)) ? nil : .form
        }
        let near = quantity.range.upperBound..<min(segment.upperBound, quantity.range.upperBound + 60)
        let noun = !lexicon.activities.matches(in: text, near).isEmpty || scopeHasNoun(segment, quantity)
        if quantity.plainOne, !quantity.explicit, !hasWindow {
            let ones = mentions.quantities.filter { $0.plainOne && $0.sort == .count }.count
            if ones >= 3 || isDone(quantity, segment) { return nil }
            return noun && Self.acts.occurs(in: text, before) ? nil : .article
        }
        if quantity.explicit || isBuilt(quantity, segment) || stands(quantity, segment) { return nil }
        if quantity.unit == "item", !hasWindow || quantity.plainOne && !noun {
            let doing = Self.acts.matchBackward(
                text, endingAt: quantity.range.lowerBound, notBefore: segment.lowerBound)
            let building = Self.builds.occurs(in: text, before)
            return noun && (building || doing != nil && !quantity.plainOne) ? nil : .arrangement
        }
        return noun || hasWindow ? nil : .unclear
    }

    private static let article: Words = "的 作为 是 成为 为"
    private static let copies: Words = "一式"
    private static let handingIn: Words = "报送 提交 上报 填报 报 交 递交 报名 寄送 送"

    /// The sentence that a segment stands in, within reason.
    private func sentence(around segment: Range<Int>) -> Range<Int> {
        var start = segment.lowerBound
        let floor = max(0, start - 160)
        while start > floor, text[start - 1] != Char.fullStop, text[start - 1] != Char.newline { start -= 1 }
        var end = segment.upperBound
        let ceiling = min(text.count, end + 80)
        while end < ceiling, text[end] != Char.fullStop, text[end] != Char.newline { end += 1 }
        return start..<end
    }

    /// 教学反思10篇, 规划书1份；小学、初中各10名: the number closes what it counts, as in lists of what is to be done.
    private func stands(_ quantity: QuantityMention, _ segment: Range<Int>) -> Bool {
        let end = quantity.range.upperBound
        guard text[quantity.number.lowerBound].isDigit || quantity.value > 1 || isShared(quantity, segment),
            end == segment.upperBound || Self.closers.contains(text[end])
        else { return false }
        let head = segment.lowerBound..<quantity.range.lowerBound
        guard head.count >= 2, let last = head.last, text[last] > 0x2E80,
            !Self.inNames.occurs(in: text, max(head.lowerBound, head.upperBound - 4)..<head.upperBound)
        else { return false }
        return !Self.telling.occurs(in: text, head)
    }

    private func isShared(_ quantity: QuantityMention, _ segment: Range<Int>) -> Bool {
        Self.each.matchBackward(text, endingAt: quantity.range.lowerBound, notBefore: segment.lowerBound) != nil
    }

    private static let each: Words = "各 分别 均"
    private static let closers: Set<Glyph> = [Char.enumerationComma, Char.openParenthesis, Char.closeParenthesis]
    private static let inNames: Words = "等 这 上述 以上 前述 以下 下列 如下"
    /// How many there are, not how many are owed.
    private static let telling: Words = "共 设 现 有 已 为 下设 编制 领导职数 等 占 由 包括 分 涉及 达 新增 扣 第 约"

    /// 对全市1000余名书记: how many there are, not how many are owed.
    func describesPeople(_ quantity: QuantityMention, _ segment: Range<Int>) -> Bool {
        guard !quantity.explicit || quantity.comparison == .atLeast else { return false }
        guard quantity.range.lowerBound == quantity.number.lowerBound else { return false }
        return Self.wholeOf.matchBackward(text, endingAt: quantity.range.lowerBound, notBefore: segment.lowerBound)
            != nil
    }

    private static let wholeOf: Words = "对 全市 全区 全县 全校 全院 全局 全系统 全公司 全集团 全镇 共有 现有 为 下辖 面向"
    private static let capacity: Words = "人数 规模 学员 班额 每班 每期"
    private static let acts: Words =
        "开展 组织 举办 举行 召开 进行 参加 阅读 精读 观看 聆听 撰写 讲 上 作 过 做 接受 完成 提交 到 听 学习 研读 写 读 看 承担 主持 形成 报送 撰 安排 实施 交流 办 制定 开设 参与 评选 讲授 集中 发言 下 赴 深入 谈 开出 公开发表 发表 指导 帮扶 联系"
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
        "率 比例 占比 占 面 安排 选派 比 度 组织 培训 不少于 不低于 至少 达到 不超过 抽查 对 覆盖 参加 达 持证 参训 合格 完成 到位 上岗 通过 知晓 配备 配置"
    /// 100%开设法治课程: what all of them do.
    private static let wholly: Words = "开设 参加 参训 参与 完成 持证 覆盖 达标 开展 落实 接受 建立 配备 上岗 通过 纳入 普及 签订 到岗 入户 培训 组织"

    func isProportion(_ quantity: QuantityMention, _ segment: Range<Int>) -> Bool {
        Self.proportionWords.occurs(in: text, segment) || quantity.explicit || isWhole(quantity, segment)
    }

    func isWhole(_ quantity: QuantityMention, _ segment: Range<Int>) -> Bool {
        quantity.value == 100
            && Self.wholly.match(text, at: quantity.range.upperBound, before: segment.upperBound) != nil
    }
}
