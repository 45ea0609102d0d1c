/// Tells clauses that oblige from those that only describe, condition or name.
struct Relevance: Sendable {
    let text: [Glyph]

    private static let describesSentence: Words =
        "目前 现有 截至目前 近年来 近三年 近五年 去年 上年度 以来 据统计 现辖 下辖 同时废止 负责解释 同比 荣获 被评为 被授予 已有 历年 回顾 取得了 基本情况 适用于"
    private static let describesSegment: Words =
        "共有 现有 已建成 已完成 已培训 已举办 已开展 已组织 拥有 设有 施行 起执行 起实施 起正式实施 有效期 占地 成立于 始建于 累计完成了 完成了 举办了 开展了 培训了 统称 简称"
    private static let money: Words =
        "元 经费 工资 资金 预算 财政 收入 利润 补助 补贴 奖金 津贴 报销 税 投入 总额 费用 绩效"
    private static let negativeOutcome: Words = "不予 不得确定 取消 约谈 通报批评 暂停 责令 扣 问责 一票否决 不合格 视为 给予 奖励 授予 折算 记为 计入 折合"
    private static let settingUp: Words = "明确 指定 确定 由 安排专人 落实 设 设立 配 至少有"
    static let peopleVerbs: Words =
        "培训 安排 选派 组织 遴选 培养 选调 选送 调训 轮训 引进 招录 配备 聘请 选聘 储备 派出 参训 参加 达到 建立 组建 推荐 选拔 招收 培育 评选 选树 吸纳 新增 资助 送培 选训 认证 发展 抽调 派 招聘 聘任 轮岗 遴选出 集训 覆盖 锻炼 到 赴 受训 结对 帮带"

    func describes(_ sentence: Range<Int>) -> Bool { Self.describesSentence.occurs(in: text, sentence) }
    func describesSegment(_ segment: Range<Int>) -> Bool {
        Self.describesSegment.occurs(in: text, segment)
            || Self.annex.match(text, at: segment.lowerBound, before: segment.upperBound) != nil
            || givesContact(segment) || sumsUp(segment)
    }

    /// 共举办培训班86期: what there was; 培训班共举办8期，每期安排3天 is to come.
    private func sumsUp(_ segment: Range<Int>) -> Bool {
        guard Self.summing.occurs(in: text, segment) else { return false }
        var end = segment.upperBound
        let ceiling = min(text.count, end + 40)
        while end < ceiling, text[end] != Char.fullStop, text[end] != Char.newline { end += 1 }
        return !Self.coming.occurs(in: text, segment.lowerBound..<end)
    }

    private static let summing: Words = "共举办 共培训 共开展 共组织"
    private static let coming: Words = "每期 每班 安排 拟 将 计划 要"

    /// 联系电话：…; 邮箱12@…: not an address that something is sent to.
    private func givesContact(_ segment: Range<Int>) -> Bool {
        guard let word = Self.contacts.last(in: text, segment) else { return false }
        let next = word.upperBound
        return next < text.count && (text[next] == Char.colon || text[next].isDigit || text[next].isLetter)
    }

    private static let contacts: Words = "电话 传真 邮编 邮箱 咨询 热线 手机 网址 微信号 QQ"

    private static let annex: Words = "附件"

    /// 考核不合格的, 低于80%的: what follows says what then happens.
    func isCondition(_ segment: Range<Int>) -> Bool { condition(segment) != nil }

    /// The same, with its reason.
    func condition(_ segment: Range<Int>) -> PassedOver.Reason? {
        guard let last = segment.last else { return nil }
        if Self.background.occurs(in: text, segment) { return .describes }
        guard text[last] == Self.of, segment.count > 4 else { return nil }
        return .condition
    }

    private static let background: Words = "的基础上 基础之上"
    private static let of = glyphs("的").first ?? 0

    func speaksOfMoney(_ segment: Range<Int>, _ quantity: QuantityMention) -> Bool {
        Self.money.occurs(in: text, segment)
    }

    /// 评选优秀学员10名予以表彰: an honour, not a duty.
    func honours(_ segment: Range<Int>) -> Bool { Self.honour.occurs(in: text, segment) }

    func rewards(_ segment: Range<Int>) -> Bool { Self.reward.occurs(in: text, segment) }

    /// 由主持人1名、成员8名组成: who belongs to it.
    func composes(_ segment: Range<Int>) -> Bool { Self.composing.occurs(in: text, segment) }

    private static let composing: Words = "组成"
    private static let reward: Words = "表彰 奖励"
    private static let honour: Words = "表彰 奖励 授予 称号 等奖"

    /// 明确一名联络员, 由1名负责人主持.
    func setsUpOnePerson(_ quantity: QuantityMention, _ segment: Range<Int>) -> Bool {
        guard quantity.sort == .person, !quantity.explicit, quantity.value <= 2 else { return false }
        return Self.settingUp.occurs(
            in: text, max(segment.lowerBound, quantity.range.lowerBound - 8)..<quantity.range.lowerBound)
    }

    /// 学制两个月以上的班次: which ones are meant, not how long they must be.
    func qualifies(_ quantity: QuantityMention, _ segment: Range<Int>) -> PassedOver.Reason? {
        guard [.duration, .person, .count, .hours].contains(quantity.sort) else { return nil }
        let before = segment.lowerBound..<quantity.range.lowerBound
        if Self.happening.occurs(in: text, before) { return .condition }
        // 近5年主持过1项课题: what somebody must have done to be chosen.
        if Self.past.occurs(in: text, before) { return .condition }
        guard quantity.sort != .hours else { return nil }
        let rest = quantity.range.upperBound..<min(segment.upperBound, quantity.range.upperBound + 12)
        guard [.duration, .person, .count].contains(quantity.sort), text[rest].contains(Self.of),
            Operators.suffixAtLeast.matchBackward(
                text, endingAt: quantity.range.upperBound, notBefore: quantity.number.upperBound) != nil,
            segment.upperBound - quantity.range.upperBound <= 20
        else { return nil }
        return Self.obliging.occurs(in: text, before) ? nil : .threshold
    }

    private static let past: Words =
        "主持过 获得过 发表过 开设过 培养过 担任过 参加过 指导过 承担过 出版过 从事过 举办过 参与过 取得过 完成过 公开发表过 获过 受过 曾 近三年 近五年 近两年 近3年 近5年 近2年 近十年"

    /// 可获得10学时, 每篇计5学时: what is given for it.
    func isOffered(_ quantity: QuantityMention, _ segment: Range<Int>) -> PassedOver.Reason? {
        guard [.hours, .count, .duration, .person].contains(quantity.sort),
            quantity.range.lowerBound == quantity.number.lowerBound
        else { return nil }
        let start = quantity.range.lowerBound
        guard let length = Self.given.matchBackward(text, endingAt: start, notBefore: segment.lowerBound),
            Self.sums.matchBackward(text, endingAt: start, notBefore: segment.lowerBound) == nil
        else { return nil }
        return length > 0 ? .offer : nil
    }

    private static let sums: Words = "累计 合计 总计 共计 统计 预计 总共计 设计 估计"

    private static let given: Words =
        "可获得 可获 可得 可认定 认定 认定为 可折算 折算 折算为 折合 记 计 计为 记为 可计 可记 按 奖励 授予 给予 相当于 赠送 可折合 可享受 登记 核定"

    private static let happening: Words = "发生 出现 存在 受到 查实 违反 违规"
    private static let obliging: Words = "举办 组织 开展 安排 参加 接受 选派 进行 完成 应 须 要 每 建 培训"

    func givesConsequence(_ segment: Range<Int>) -> Bool { Self.negativeOutcome.occurs(in: text, segment) }
}
