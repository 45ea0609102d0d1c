import Vocabulary

/// Why a number that no reader spoke of obliges nothing, told from what stands around it.
struct NumberContext {
    let clean: CleanText
    let lexicon: Lexicon

    private var text: [Glyph] { clean.glyphs }

    // MARK: what the number itself shows

    /// Reasons that hold whatever a reader said: its place, its unit, the name it stands in.
    func certain(_ found: NumberScan.Found) -> PassedOver.Reason? {
        if found.sort == .open { return .openAmount }
        if isClauseNumber(found) { return .clauseNumber }
        let end = found.range.upperBound
        let start = found.range.lowerBound
        if start > 0, text[start - 1] == Char.di { return .ordinal }
        if inTitle(found.range) || inName(found) { return .name }
        if Self.validity.occurs(in: text, max(0, start - 5)..<start) { return .validity }
        if Self.inForce.match(text, at: end, before: text.count) != nil, text[found.range].contains(Self.month) {
            return .date
        }
        if Self.ordinals.matchBackward(text, endingAt: start, notBefore: 0) != nil { return .ordinal }
        if Self.money.matchBackward(text, endingAt: end, notBefore: start) != nil
            || Self.money.match(text, at: end, before: text.count) != nil
        {
            return .money
        }
        if Self.age.matchBackward(text, endingAt: end, notBefore: start) != nil
            || Self.age.match(text, at: end, before: text.count) != nil
        {
            return .age
        }
        if Self.contacts.occurs(in: text, max(0, start - 14)..<start), found.sort == .number, found.range.count >= 5 {
            return .contact
        }
        if start > 0, text[start - 1].isLetter || end < text.count && text[end].isLetter { return .name }
        if isClock(found) { return .schedule }
        if Self.programmes.match(text, at: end, before: text.count) != nil { return .name }
        return nil
    }

    /// 三年行动计划
    private static let programmes: Words = "行动计划 行动方案 规划 攻坚 发展规划 行动 计划 培训规划"
    private static let inForce: Words = "起 施行 实施 执行 生效 印发"
    private static let ordinals: Words = "前 排名 位列 首"
    private static let money: Words = "元 万元 亿元 块钱 角"
    private static let age: Words = "岁 周岁"
    private static let contacts: Words = "电话 手机 传真 邮编 邮箱 热线 网址 QQ qq 微信 联系 拨打 邮政编码 www http"
    private static let clockBefore: Words = "上午 下午 中午 晚上 早上 晚 早 凌晨"
    private static let clockUnits: Words = "时 点 分 :"

    private func isClock(_ found: NumberScan.Found) -> Bool {
        let end = found.range.upperBound
        guard found.sort == .number else { return false }
        if Self.clockBefore.matchBackward(text, endingAt: found.range.lowerBound, notBefore: 0) != nil { return true }
        return text[found.range].contains(Char.colon) && text[found.range].allSatisfy { $0.isDigit || !$0.isLetter }
            && Self.clockUnits.match(text, at: end, before: text.count) == nil && found.range.count >= 4
    }

    private static let articleMarks: Words = "条 款 项 章 节 编 篇 号 部分 批次 期 轮 届 期次"
    private static let numbered: Words = "附件 附表 附录 附 表 图 案例 方案 方法 版本 文件 编号 〔 [ 令 第"

    private func isClauseNumber(_ found: NumberScan.Found) -> Bool {
        let start = found.range.lowerBound
        let end = found.range.upperBound
        guard found.sort == .number || found.sort == .time else { return false }
        let lineStart = start == 0 || text[start - 1] == Char.newline
        if lineStart, let mark = HeadingMark(text, at: start, before: text.count), mark.length >= found.number.count {
            return found.range.count <= mark.length + 1
        }
        // 4.2 …, 1 目的: headings in decimal, which a gap sets off.
        if lineStart, found.range == found.number, end < text.count, text[start].isDigit,
            text[found.range].contains(Char.dot) || clean.hasGap(before: end)
        {
            return true
        }
        if start > 0, text[start - 1] == Char.openParenthesis, end < text.count, text[end] == Char.closeParenthesis,
            found.range == found.number
        {
            return true
        }
        if lineStart, found.range == found.number, end < text.count,
            [Char.dot, Char.enumerationComma].contains(text[end])
        {
            return true
        }
        if start > 0, text[start - 1] == Char.di,
            Self.articles.matchBackward(text, endingAt: end, notBefore: start) != nil
                || Self.articles.match(text, at: end, before: text.count) != nil
        {
            return true
        }
        // 〔2022〕1号, [2011]23号
        if start > 0,
            [Char.openTortoise, Char.openSquare, Char.closeTortoise, Char.closeSquare].contains(text[start - 1])
        {
            return true
        }
        return Self.numbered.matchBackward(text, endingAt: start, notBefore: max(0, start - 3)) != nil
            && found.range == found.number
    }

    private static let articles: Words = "条 款 项 章 节 编 篇 号"

    private func inTitle(_ range: Range<Int>) -> Bool {
        var index = range.lowerBound - 1
        let floor = max(0, range.lowerBound - 120)
        while index >= floor, text[index] != Char.newline {
            if text[index] == Char.closeBook { return false }
            if text[index] == Char.openBook { return true }
            index -= 1
        }
        return false
    }

    private func inName(_ found: NumberScan.Found) -> Bool {
        let range = found.range
        for start in max(0, range.lowerBound - 4)...range.lowerBound {
            if let name = lexicon.names.match(text, at: start, before: min(text.count, start + 12)),
                name.range.upperBound > range.lowerBound
            {
                return true
            }
            if let topic = lexicon.topics.match(text, at: start, before: min(text.count, start + 12)),
                topic.range.upperBound > range.lowerBound
            {
                return true
            }
        }
        // “345”, “70后”, “四堂党课”
        let open = text[max(0, range.lowerBound - 8)..<range.lowerBound].lastIndex { Self.openQuotes.contains($0) }
        if let open, !text[open + 1..<range.lowerBound].contains(where: Self.closeQuotes.contains),
            let close = text[range.upperBound..<min(text.count, range.upperBound + 10)].firstIndex(
                where: Self.closeQuotes.contains), close - open <= 13
        {
            return true
        }
        return Self.sessions.match(text, at: range.upperBound, before: text.count) != nil
            || Self.sessions.matchBackward(text, endingAt: range.upperBound, notBefore: range.lowerBound) != nil
            || Holidays.match(text, range.lowerBound, text.count) != nil
    }

    private static let openQuotes: Set<Glyph> = [Char.openQuote, Char.straightQuote]
    private static let closeQuotes: Set<Glyph> = [Char.closeQuote, Char.straightQuote]
    private static let sessions: Words = "届 中全会 次全会 次会议 后 ·"

    // MARK: what its clause shows

    /// Reasons taken from the words of the clause, the more telling first.
    func likely(_ found: NumberScan.Found) -> PassedOver.Reason? {
        let clause = clause(around: found.range)
        let before = clause.lowerBound..<found.range.lowerBound
        let end = found.range.upperBound
        if Self.validity.occurs(in: text, clause) { return .validity }
        if Self.form.occurs(in: text, max(clause.lowerBound, found.range.lowerBound - 3)..<end) { return .form }
        if Self.ranks.matchBackward(text, endingAt: end, notBefore: found.range.lowerBound) != nil
            || Self.ranks.match(text, at: end, before: text.count) != nil
        {
            return .rank
        }
        if Self.penalties.occurs(in: text, clause) { return .penalty }
        if Self.offers.occurs(in: text, before) { return .offer }
        if Self.moneyWords.occurs(in: text, clause), found.sort != .time { return .money }
        if Self.done.occurs(in: text, before) { return .progress }
        if Self.describing.occurs(in: text, clause) { return .describes }
        if Self.arranging.occurs(in: text, clause) { return .arrangement }
        if Self.conditions.occurs(in: text, before) { return .condition }
        if Self.thresholds.match(text, at: end, before: clause.upperBound) != nil { return .threshold }
        if found.sort == .whole { return .wording }
        if found.sort == .time { return text[found.range].contains(where: \.isDigit) ? .date : .noFigure }
        if isDate(found) { return .date }
        if Self.measures.matchBackward(text, endingAt: end, notBefore: found.range.lowerBound) != nil
            || Self.measures.match(text, at: end, before: text.count) != nil
        {
            return .measurement
        }
        if found.number.count == 1, text[found.number.lowerBound] == Self.one { return .article }
        return nil
    }

    private static let one = glyphs("一").first ?? 0
    private static let validity: Words = "有效期 保存期 任期 试用期 聘期 服务期 有效 保管期 周期"
    private static let form: Words = "一式"
    private static let ranks: Words = "级 等奖 等 星 甲 档 类 层次"
    private static let penalties: Words = "扣 不予 取消 约谈 通报批评 问责 撤销 解聘 一票否决 处罚 罚款 暂停 退学 不合格"
    private static let offers: Words = "可获 获得 享受 奖励 给予 授予 记 折算 折合 计入 认定 补贴 补助 可申请 可以申请 相当于"
    private static let moneyWords: Words = "经费 工资 资金 预算 补助 津贴 费用 投入 收入 报销"
    private static let done: Words = "已 累计完成 完成了 举办了 开展了 培训了 共举办 共培训"
    private static let describing: Words = "现有 共有 目前 拥有 占地 下辖 截至 近年来 去年 上年度 以来 同比 设有 始建于 成立于"
    private static let arranging: Words = "分为 分成 包括 包含 组成 共分 划分 分别为 等次 由 设"
    private static let conditions: Words = "具有 具备 满足 凡 如 若 曾 近 满 连续 超过 不足 未满 未达到 发生 存在 从事 任职 符合"
    private static let thresholds: Words = "以上的 及以上的 以下的 以上 以下"
    private static let measures: Words = "字 分 亩 公里 平方米 米 克 吨 度 分钟 倍 种 张 枚 版"

    private func isDate(_ found: NumberScan.Found) -> Bool {
        let range = found.range
        guard found.sort == .number else { return false }
        let has = { (glyph: Glyph) in text[range].contains(glyph) }
        return has(Self.year) && (has(Self.month) || found.number.count == 4) || has(Self.month) && !has(Self.piece)
    }

    private static let year = glyphs("年").first ?? 0
    private static let month = glyphs("月").first ?? 0
    private static let piece = glyphs("个").first ?? 0

    /// The stretch between stops around a place.
    private func clause(around range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        let floor = max(0, start - 60)
        while start > floor, !Self.ends.contains(text[start - 1]) { start -= 1 }
        var end = range.upperBound
        let ceiling = min(text.count, end + 60)
        while end < ceiling, !Self.ends.contains(text[end]) { end += 1 }
        return start..<end
    }

    private static let ends: Set<Glyph> = [
        Char.comma, Char.fullStop, Char.semicolon, Char.newline, Char.exclamation, Char.question,
    ]
}
