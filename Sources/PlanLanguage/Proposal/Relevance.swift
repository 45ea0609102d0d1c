/// Tells clauses that oblige from those that only describe, condition or name.
struct Relevance: Sendable {
    let text: [Glyph]

    private static let describesSentence: Words =
        "目前 现有 截至目前 近年来 近三年 近五年 去年 上年度 以来 据统计 现辖 下辖 同时废止 负责解释 同比 荣获 被评为 被授予 已有 历年 回顾 取得了 基本情况 成效显著 适用于"
    private static let describesSegment: Words =
        "共有 现有 已建成 已完成 已培训 已举办 已开展 已组织 拥有 设有 施行 起执行 起实施 起正式实施 有效期 电话 传真 邮编 邮箱 咨询 热线 占地 成立于 始建于 累计完成了 以上学历 共举办 共培训 共开展 共组织 完成了 举办了 开展了 培训了 附件 统称 简称"
    private static let money: Words =
        "元 经费 工资 资金 预算 财政 收入 利润 补助 补贴 奖金 津贴 报销 税 投入 总额 费用 绩效"
    private static let negativeOutcome: Words = "不予 不得确定 取消 约谈 通报批评 暂停 责令 扣 问责 一票否决 不合格 视为 给予 奖励 授予 折算 记为 计入 折合"
    private static let settingUp: Words = "明确 指定 确定 由 安排专人 落实 设 设立 配 至少有"
    static let peopleVerbs: Words =
        "培训 安排 选派 组织 遴选 培养 选调 选送 调训 轮训 引进 招录 配备 聘请 选聘 储备 派出 参训 参加 达到 建立 组建 推荐 选拔 招收 培育 评选 选树 吸纳 新增 资助 送培 选训 认证 发展 抽调 派 招聘 聘任 轮岗 遴选出 集训 覆盖 锻炼 到 赴 受训 结对 帮带"

    func describes(_ sentence: Range<Int>) -> Bool { Self.describesSentence.occurs(in: text, sentence) }
    func describesSegment(_ segment: Range<Int>) -> Bool { Self.describesSegment.occurs(in: text, segment) }

    /// 考核不合格的, 低于80%的: what follows says what then happens.
    func isCondition(_ segment: Range<Int>) -> Bool {
        guard let last = segment.last else { return false }
        return text[last] == Self.of && segment.count > 4 || Self.background.occurs(in: text, segment)
    }

    private static let background: Words = "的基础上 基础之上"
    private static let of = glyphs("的").first ?? 0

    func speaksOfMoney(_ segment: Range<Int>, _ quantity: QuantityMention) -> Bool {
        Self.money.occurs(in: text, segment)
    }

    /// 评选优秀学员10名予以表彰: an honour, not a duty.
    func honours(_ segment: Range<Int>) -> Bool { Self.honour.occurs(in: text, segment) }

    private static let honour: Words = "表彰 奖励 授予 称号 等奖"

    /// 明确一名联络员, 由1名负责人主持.
    func setsUpOnePerson(_ quantity: QuantityMention, _ segment: Range<Int>) -> Bool {
        guard quantity.sort == .person, !quantity.explicit, quantity.value <= 2 else { return false }
        return Self.settingUp.occurs(
            in: text, max(segment.lowerBound, quantity.range.lowerBound - 8)..<quantity.range.lowerBound)
    }

    /// 学制两个月以上的班次: which ones are meant, not how long they must be.
    func qualifies(_ quantity: QuantityMention, _ segment: Range<Int>) -> Bool {
        guard [.duration, .person, .count].contains(quantity.sort) else { return false }
        if Self.happening.occurs(in: text, segment.lowerBound..<quantity.range.lowerBound) { return true }
        let rest = quantity.range.upperBound..<min(segment.upperBound, quantity.range.upperBound + 12)
        guard [.duration, .person, .count].contains(quantity.sort), text[rest].contains(Self.of),
            Operators.suffixAtLeast.matchBackward(
                text, endingAt: quantity.range.upperBound, notBefore: quantity.number.upperBound) != nil,
            segment.upperBound - quantity.range.upperBound <= 20
        else { return false }
        return !Self.obliging.occurs(in: text, segment.lowerBound..<quantity.range.lowerBound)
    }

    private static let happening: Words = "发生 出现 存在 受到 查实 违反 违规"
    private static let obliging: Words = "举办 组织 开展 安排 参加 接受 选派 进行 完成 应 须 要 每 建 培训"

    func givesConsequence(_ segment: Range<Int>) -> Bool { Self.negativeOutcome.occurs(in: text, segment) }
}
