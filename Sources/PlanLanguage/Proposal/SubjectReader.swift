import Plans
import Vocabulary

/// Who is spoken of in a clause: the one who owes it, and the persons it is about.
struct Subject: Sendable {
    var bearer: Bearer
    /// Nil for an organising body, which stands for the programme.
    var noun: Lexicon.PopulationNoun?
    /// Names of organising bodies.
    var organisers: [String] = []
    /// 各单位 in 各单位领导干部: whose persons they are.
    var within: Lexicon.PopulationNoun?
    /// 外来施工人员: persons, but which of them nobody here knows.
    var vague = false
}

struct SubjectReader: Sendable {
    let clean: CleanText
    let lexicon: Lexicon

    private var text: [Glyph] { clean.glyphs }

    private static let perPerson: Words = "平均每人 每人 每名 每位 人均 每个人 人人 每一名 每一位 本人"
    static let perActivity: Words =
        "每期 每次 每班 每场 每批 每轮 每堂 每节 每门 每个班 每个培训班 每个班次 各期 各班次 每项活动 每场次 每批次 每个培训项目 单次 单期 每课"
    private static let perUnit: Words = "每村 每个村 每校 每所学校 每个学校 每县 每镇 每乡镇 每个乡镇 每街道 每科室 每个科室 每单位 每个单位 每企业 每家企业 每院"
    private static let unitsByGlyph: [Glyph: String] = {
        var table: [Glyph: String] = [:]
        for (word, code) in [
            ("村", "villages"), ("校", "institutions"), ("院", "institutions"), ("县", "counties"), ("镇", "townships"),
            ("道", "townships"), ("室", "departments"), ("业", "enterprises"),
        ] { for glyph in glyphs(word) { table[glyph] = code } }
        return table
    }()
    private static let opening: Words =
        "全市 全区 全县 全校 全院 全省 全州 全系统 要求 督促 确保 推动 让 由 其中 同时 并 和 及 以及 引导 鼓励 支持 实行 凡 凡是 所有 全体 全 组织 保证 另外 此外 原则上 坚持 , 、 ; 或者 使 要 应 应当 须 ) 一是 二是 三是 四是 五是 六是 建立 落实 执行 各 市 区 县 本"
    private static let objectMarks: Words =
        "对 为 承担 将 向 在 把 从 面向 针对 围绕 邀请 选派 安排 培训 选送 给 与 纳入 依托 培养 遴选 聘请 选调 调训 轮训 组织 结合 加强 抓好 以 举办 按照 至 到 参加 配合 于 开展 赴 深入 遴选 选拔 覆盖 聚焦 发挥 调动 激发 关心 关爱 增强 提高 提升 促进 动员 吸引 教育 管理 解决 充实 优化 建好 健全 完善 帮助 推荐 评选 选树 宣传 运用 依靠 借助 通过 利用 聚集 整合 抽 成立 听取 征求 尊重 重视 突出 注重 关注 了解 掌握 考察 检验 发动 号召 通知 保障 维护 落实 打造 建设 建立 壮大 配齐 配强 储备 锻炼 服务 联系 走访 慰问 表彰 奖励 提拔 使用 用好 抓住 紧盯 压实 强化 激励 规范"
    private static let partOfLonger: Words =
        "人事 的 中 内 之间 里 党建 建设 工作 队伍 会议 能力 素质 培训班 教育 培训 管理 主体班 示范 研修班 年度 进修 网 化 作用 积极性 主动性 创造性 优势 特长 力量 需求 职责 责任 意识 待遇 名单 名册 档案 信息 等 以上 及以上 数量 比例 人数 规模 结构 来源 类别 层次 特点 实际 群体 传帮带"

    /// A subject in `range`: everything of a segment that stands before its quantity.
    func subject(in range: Range<Int>, windows: [WindowMention]) -> (
        subject: Subject?, persons: Lexicon.PopulationNoun?
    ) {
        let start = afterListMark(range)
        let range = start..<max(start, range.upperBound)
        let mentions = lexicon.populations.matches(in: text, range)
        var persons: Lexicon.PopulationNoun?
        for mention in mentions where mention.meaning.population.subjects == .persons {
            persons = persons ?? mention.meaning
        }
        if let mark = Self.perActivity.last(in: text, range) {
            _ = mark
            return (Subject(bearer: .activity), persons)
        }
        if let mark = Self.perUnit.last(in: text, range) {
            let noun =
                Self.unitsByGlyph[text[mark.upperBound - 1]].flatMap(lexicon.population)
                ?? lexicon.population("allUnits")
            return (Subject(bearer: .unit, noun: noun.map { .init(population: $0) }), persons)
        }
        if let mark = Self.perPerson.last(in: text, range) {
            let after = lexicon.populations.match(text, at: mark.upperBound, before: range.upperBound)
            if let after, after.meaning.population.subjects == .persons {
                return (Subject(bearer: .person, noun: after.meaning), after.meaning)
            }
            return (Subject(bearer: .person, noun: persons), persons)
        }
        for (index, mention) in mentions.enumerated() where stands(mention.range, from: start, windows) {
            let noun = joined(mentions, index)
            if let own = ownPersons(mentions, index) {
                return (Subject(bearer: .person, noun: own, within: noun), own)
            }
            switch noun.population.subjects {
            case .persons:
                // 符合条件的教师: not all of them.
                let narrowed = mention.range.lowerBound > start && text[mention.range.lowerBound - 1] == Self.of
                let general =
                    mention.range.count == 2
                    && Self.anybody.match(text, at: mention.range.lowerBound, before: mention.range.upperBound) != nil
                let vague = narrowed || general
                return (Subject(bearer: .person, noun: noun, vague: vague), noun)
            case .teams: return (Subject(bearer: .team, noun: noun), persons)
            case .units: return (Subject(bearer: .unit, noun: noun), persons)
            case .activities: return (Subject(bearer: .activity, noun: noun), persons)
            case .programme: return (Subject(bearer: .programme, noun: noun), persons)
            }
        }
        let organisers = organisers(range, windows)
        if !organisers.isEmpty { return (Subject(bearer: .programme, organisers: organisers), persons) }
        if Self.wholeTown.match(text, at: start, before: range.upperBound) != nil {
            return (Subject(bearer: .programme), persons)
        }
        return (nil, persons)
    }

    /// 各单位领导干部每年…: the officials owe it, not the units.
    private func ownPersons(
        _ mentions: [NounIndex<Lexicon.PopulationNoun>.Match], _ index: Int
    ) -> Lexicon.PopulationNoun? {
        guard index + 1 < mentions.count, mentions[index].meaning.population.subjects == .units else { return nil }
        let next = mentions[index + 1]
        guard next.meaning.population.subjects == .persons, next.range.lowerBound == mentions[index].range.upperBound,
            Self.partOfLonger.match(text, at: next.range.upperBound, before: min(text.count, next.range.upperBound + 4))
                == nil
        else { return nil }
        return next.meaning
    }

    private static let anybody: Words = "人员"
    private static let wholeTown: Words = "全市 全区 全县 全省 全州 全系统 全局 全院 全校 全公司 全集团"

    /// Skips （三）, 1. and ① at the head of a list item.
    func afterListMark(_ range: Range<Int>) -> Int {
        if let mark = HeadingMark(text, at: range.lowerBound, before: range.upperBound) {
            return min(range.upperBound, range.lowerBound + mark.length)
        }
        var start = range.lowerBound
        if let decimal = decimalMark(range) { return decimal }
        while start < range.upperBound, (0x2460...0x2473).contains(text[start]) || Self.bullets.contains(text[start]) {
            start += 1
        }
        return start
    }

    /// 4.2 at the head of a line, but not 1.5天.
    private func decimalMark(_ range: Range<Int>) -> Int? {
        guard range.lowerBound == 0 || text[range.lowerBound - 1] == Char.newline else { return nil }
        var index = range.lowerBound
        var dots = 0
        while index < range.upperBound, text[index].isDigit || text[index] == Char.dot && index > range.lowerBound {
            if text[index] == Char.dot { dots += 1 }
            index += 1
        }
        guard dots > 0, dots <= 4, index < range.upperBound, index - range.lowerBound <= 10,
            text[index - 1].isDigit, clean.hasGap(before: index) || dots > 1,
            lexicon.counters.match(text, at: index, before: range.upperBound) == nil,
            QuantityReader.timeUnit(text, index, range.upperBound) == nil, text[index] != Char.percent
        else { return nil }
        return index
    }

    private static let bullets: Set<Glyph> = [Char.hyphen, 0x2022, 0xB7, 0x25CF, 0x25A0]

    /// Whether a mention stands where a subject stands: at the head, or right after a window or an opening word.
    private func stands(_ mention: Range<Int>, from start: Int, _ windows: [WindowMention]) -> Bool {
        var at = mention.lowerBound
        if let mark = Self.partOfLonger.match(
            text, at: mention.upperBound, before: min(text.count, mention.upperBound + 4)), mark > 0,
            text[mention.upperBound] != Self.of
        {
            return false
        }
        if Self.of == text[min(mention.upperBound, text.count - 1)] { return false }
        // 业务骨干“传帮带”作用: what stands in quotation marks belongs to the noun, and the noun to what follows.
        if mention.upperBound < text.count, text[mention.upperBound] == Char.openQuote,
            let close = text[mention.upperBound..<min(text.count, mention.upperBound + 14)].firstIndex(
                of: Char.closeQuote),
            Self.partOfLonger.match(text, at: close + 1, before: min(text.count, close + 6)) != nil
        {
            return false
        }
        for _ in 0..<6 {
            if at <= start { return true }
            if let window = windows.first(where: { $0.range.upperBound == at }) {
                at = window.range.lowerBound
                continue
            }
            if let length = Self.opening.matchBackward(text, endingAt: at, notBefore: start) {
                at -= length
                continue
            }
            // another subject joined to it
            if text[at - 1] == Char.enumerationComma
                || Self.and.matchBackward(text, endingAt: at, notBefore: start) != nil
            {
                return lexicon.populations.matches(in: text, start..<at).first.map { $0.range.lowerBound == start }
                    ?? false
            }
            // 关键岗位人员, 高级技师以上人员: a few words that narrow it down
            return at - start <= 6 && !Self.objectMarks.occurs(in: text, start..<at)
        }
        return false
    }

    private static let of = glyphs("的").first ?? 0
    private static let and: Words = "和 及 以及 与"

    /// 各县（市）区、各部门: units of either kind.
    private func joined(
        _ mentions: [NounIndex<Lexicon.PopulationNoun>.Match], _ index: Int
    ) -> Lexicon.PopulationNoun {
        let first = mentions[index].meaning
        guard first.population.subjects == .units else { return first }
        var kinds = Set(first.population.unitKinds)
        var at = index
        while at + 1 < mentions.count, mentions[at + 1].meaning.population.subjects == .units {
            let gap = mentions[at].range.upperBound..<mentions[at + 1].range.lowerBound
            guard gap.count <= 2 else { break }
            at += 1
            kinds.formUnion(mentions[at].meaning.population.unitKinds)
        }
        guard at > index, kinds != Set(first.population.unitKinds), let all = lexicon.population("allUnits") else {
            return first
        }
        return Lexicon.PopulationNoun(population: all, names: first.names)
    }

    private static let afterOrganiser: Words =
        "每 、 要 应 须 负责 会同 组织 联合 牵头 将 对 于 在 统一 定期 全年 年 年内 分别 和 及 统筹 根据 按 每年 至少 与 举办 开展 安排 选派 ( 制定 各"

    /// 市卫健委、市总工会每年联合…: names that end as names of bodies do, at the head of the clause.
    private func organisers(_ range: Range<Int>, _ windows: [WindowMention]) -> [String] {
        let start = skipOpening(range)
        var names: [String] = []
        var nameStart = start
        var index = start
        let limit = min(range.upperBound, start + 40)
        while index < limit {
            if let match = lexicon.organisers.match(text, at: index, before: limit), index > nameStart {
                let stop = match.range.upperBound
                let ends =
                    stop == range.upperBound || windows.contains { $0.range.lowerBound == stop }
                    || Self.afterOrganiser.match(text, at: stop, before: range.upperBound) != nil
                if ends, stop - nameStart <= 18, stop - nameStart >= 3, !Self.noName.occurs(in: text, nameStart..<stop),
                    Self.objectMarks.match(text, at: nameStart, before: stop) == nil
                {
                    names.append(clean.string(nameStart..<stop))
                    guard stop < limit,
                        text[stop] == Char.enumerationComma || Self.and.match(text, at: stop, before: limit) != nil
                    else { return names }
                    index = stop + 1
                    nameStart = index
                    continue
                }
            }
            if windows.contains(where: { $0.range.contains(index) }) { break }
            index += 1
        }
        return names
    }

    private func skipOpening(_ range: Range<Int>) -> Int {
        let leading: Words = Self.organiserOpening
        return range.lowerBound + (leading.match(text, at: range.lowerBound, before: range.upperBound) ?? 0)
    }

    /// 原则上每科, 县（市、区）局: no one body.
    private static let noName: Words = "每 各 原则 县(市 区县 所有 有关 相关 须 应 要"
    private static let organiserOpening: Words = "由 要求 同时"
}
