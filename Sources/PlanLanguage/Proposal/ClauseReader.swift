import Plans
import Vocabulary

/// Reads the sentences of a task into drafts of obligations. What a sentence says once holds for its later segments.
struct ClauseReader {
    let clean: CleanText
    let lexicon: Lexicon
    let reader: SegmentReader
    let subjects: SubjectReader
    let activities: ActivityReader
    let relevance: Relevance

    private var text: [Glyph] { clean.glyphs }
    private var scope = Scope()
    private var sets = 0
    private var inSet = false
    private(set) var drafts: [Draft] = []

    /// What later segments of a sentence inherit.
    private struct Scope {
        var window: WindowMention?
        var subject: Subject?
        var perActivity = false
        var persons: Lexicon.PopulationNoun?
        var activities: [ActivityReader.Match] = []
        /// The same, without papers.
        var held: [ActivityReader.Match] = []
        var topics: [Topic] = []
        /// The unit or team that a whole task speaks of.
        var taskSubject: Subject?
        /// The sentence tells what was done, not what is to be done.
        var describing = false
    }

    init(clean: CleanText, lexicon: Lexicon, titleYear: Int?) {
        self.clean = clean
        self.lexicon = lexicon
        reader = SegmentReader(text: clean.glyphs, lexicon: lexicon, titleYear: titleYear)
        subjects = SubjectReader(clean: clean, lexicon: lexicon)
        activities = ActivityReader(text: clean.glyphs, lexicon: lexicon)
        relevance = Relevance(text: clean.glyphs)
    }

    mutating func read(task sentences: [Sentence]) -> [Draft] {
        drafts = []
        scope = Scope()
        var previousWentOn = false
        for sentence in sentences {
            if !previousWentOn {
                scope = Scope(taskSubject: scope.taskSubject)
            } else {
                scope.perActivity = false
            }
            previousWentOn = sentence.goesOn
            if relevance.describes(sentence.range) { scope.describing = true }
            for (index, segment) in sentence.segments.enumerated() {
                let next = index + 1 < sentence.segments.count ? sentence.segments[index + 1] : nil
                read(segment, next: next, sentence: sentence)
            }
        }
        return drafts
    }

    // MARK: one segment

    private mutating func read(_ segment: Range<Int>, next: Range<Int>?, sentence: Sentence) {
        let segment = subjects.afterListMark(segment)..<segment.upperBound
        if relevance.describesSegment(segment) { scope.describing = true }
        guard !segment.isEmpty, !scope.describing else { return }
        let mentions = reader.read(segment)
        let quantities = accepted(mentions, segment, next)
        let head =
            segment
            .lowerBound..<(quantities.first?.range.lowerBound ?? mentions.coverage.first?.range.lowerBound
            ?? segment.upperBound)
        let (subject, persons) = subjects.subject(in: head, windows: mentions.windows)
        if let window = mentions.windows.last(where: { !$0.fixed && !$0.weak })
            ?? mentions.windows.last(where: { !$0.fixed })
        {
            scope.window = window
            if window.recurs { scope.perActivity = false }
        }
        if let subject {
            scope.subject = subject
            if subject.bearer == .unit || subject.bearer == .team, scope.taskSubject == nil || subject.bearer == .unit {
                scope.taskSubject = subject
            }
            scope.perActivity = subject.bearer == .activity
        }
        if let persons { scope.persons = persons }

        let zones = zones(quantities, segment)
        let isSet = zones.count >= 3 && quantities.allSatisfy { $0.sort == .count && $0.value == 1 && $0.upper == nil }
        inSet = isSet
        if isSet { sets += 1 }
        for (quantity, zone) in zip(quantities, zones.enumerated().map({ quoted($1, quantities[$0].range) })) {
            var draft = draft(quantity, zone, segment, mentions, explicitSubject: subject)
            if isSet { draft?.set = sets }
            if let draft { drafts.append(draft) }
        }
        let rated = drafts.last.map { $0.rule.measure == .coverage && segment.contains($0.range.lowerBound) } ?? false
        if let coverage = mentions.coverage.first, !rated, !relevance.isCondition(segment) {
            drafts.append(covered(coverage, segment, mentions, subject))
        } else if quantities.isEmpty, let date = mentions.windows.last(where: \.fixed) {
            fixedDay(date, segment, next, subject)
        } else if quantities.isEmpty, mentions.coverage.isEmpty, let span = mentions.windows.last?.span {
            within(span, mentions.windows.last?.range ?? segment, segment, next, subject)
        }
        let found = activities.last(in: segment)
        if !found.isEmpty { scope.activities = found }
        let held = activities.lastHeld(in: segment)
        if !held.isEmpty { scope.held = held }
        scope.topics = (scope.topics + activities.topics(in: segment)).unique
    }

    /// Quantities that oblige.
    private func accepted(_ mentions: SegmentMentions, _ segment: Range<Int>, _ next: Range<Int>?) -> [QuantityMention]
    {
        if relevance.isCondition(segment) { return [] }
        let hasWindow = !mentions.windows.isEmpty
        return mentions.quantities.filter { quantity in
            if relevance.setsUpOnePerson(quantity, segment) { return false }
            if !hasWindow, relevance.qualifies(quantity, segment) { return false }
            switch quantity.sort {
            case .percent:
                if relevance.speaksOfMoney(segment, quantity) { return false }
                return isProportion(quantity, segment)
            case .person:
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
                    return noun && Self.acts.occurs(in: text, segment.lowerBound..<quantity.range.lowerBound)
                }
                if quantity.explicit { return true }
                if quantity.unit == "item", !quantity.explicit, !hasWindow || quantity.plainOne && !noun {
                    return noun && Self.builds.occurs(in: text, segment.lowerBound..<quantity.range.lowerBound)

                }
                return noun || hasWindow || scopeHasNoun(segment, quantity)
            case .count:
                if quantity.plainOne, !quantity.explicit, !hasWindow {
                    return Self.acts.occurs(in: text, segment.lowerBound..<quantity.range.upperBound)
                }
                return true
            case .hours, .duration, .leadTime, .deadline: return true
            }
        }
    }

    /// 对全市1000余名书记: how many there are, not how many are owed.
    private func describesPeople(_ quantity: QuantityMention, _ segment: Range<Int>) -> Bool {
        guard quantity.range.lowerBound == quantity.number.lowerBound else { return false }
        return Self.wholeOf.matchBackward(text, endingAt: quantity.range.lowerBound, notBefore: segment.lowerBound)
            != nil
    }

    private static let wholeOf: Words = "对 全市 全区 全县 全校 全院 全局 全系统 全公司 全集团 全镇 共有 现有 为 下辖 面向"
    private static let capacity: Words = "人数 规模 学员 班额 每班 每期"
    private static let acts: Words =
        "开展 组织 举办 举行 召开 进行 参加 阅读 精读 观看 聆听 撰写 讲 上 作 过 做 接受 完成 提交 到 听 学习 研读 写 读 看 承担 主持 形成 报送 撰 安排 实施 交流 办 制定 开设 参与 评选 讲授 集中 发言 下 赴 深入 谈"
    private static let builds: Words = "建设 建成 打造 培育 建立 开发 创建 命名 新建 选树 编写 制定 编制 形成 认定 遴选 推出 设立 评选 建"

    private func scopeHasNoun(_ segment: Range<Int>, _ quantity: QuantityMention) -> Bool {
        !activities.last(in: segment.lowerBound..<quantity.range.lowerBound).isEmpty
    }

    private static let ofWhat: Words = "的 以上的 以上"
    private static let proportionWords: Words =
        "率 比例 占比 占 面 安排 选派 比 度 组织 培训 不少于 不低于 至少 达到 不超过 抽查 对 覆盖 参加 达"

    private func isProportion(_ quantity: QuantityMention, _ segment: Range<Int>) -> Bool {
        Self.proportionWords.occurs(in: text, segment) || quantity.explicit
    }

    /// Each quantity with the stretch that belongs to it.
    private func zones(_ quantities: [QuantityMention], _ segment: Range<Int>) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = segment.lowerBound
        for (index, quantity) in quantities.enumerated() {
            guard index + 1 < quantities.count else {
                result.append(start..<segment.upperBound)
                break
            }
            let next = quantities[index + 1].range.lowerBound
            let between = quantity.range.upperBound..<max(quantity.range.upperBound, next)
            if let mark = link(in: between) {
                result.append(start..<mark.lowerBound)
                start = mark.upperBound
            } else {
                result.append(start..<segment.upperBound)
                start = max(quantity.range.upperBound, next)
            }
        }
        return result
    }

    /// The 、 or 和 where the next quantity's own clause begins: before a verb if there is one, else the last.
    private func link(in between: Range<Int>) -> Range<Int>? {
        var index = between.lowerBound
        while let mark = Self.links.first(in: text, index..<between.upperBound) {
            if Self.starts.match(text, at: mark.upperBound, before: between.upperBound) != nil { return mark }
            index = mark.upperBound
        }
        return Self.links.last(in: text, between)
    }

    private static let starts: Words =
        "每名 每人 每期 每次 每批 每班 每年 开展 撰写 举办 组织 参加 阅读 精读 观看 聆听 到 过 讲 上 听 培训 安排 完成 召开 选派 研读 建成 开发"

    /// Keeps a zone within the quotation marks that its quantity stands in.
    private func quoted(_ zone: Range<Int>, _ quantity: Range<Int>) -> Range<Int> {
        guard quantity.lowerBound >= zone.lowerBound, quantity.upperBound <= zone.upperBound else { return zone }
        var start = zone.lowerBound
        var open: Int?
        for index in zone.lowerBound..<quantity.lowerBound {
            if text[index] == Char.openQuote { open = index }
            if text[index] == Char.closeQuote { open = nil }
        }
        if let open { start = open + 1 }
        var depth = 0
        for index in quantity.upperBound..<zone.upperBound {
            if text[index] == Char.openQuote { depth += 1 }
            if text[index] == Char.closeQuote {
                depth -= 1
                if depth < 0 { return start..<index }
            }
        }
        return start..<zone.upperBound
    }

    private static let links: Words = "、 和 及 以及 并 并且 或 或者"

    // MARK: drafts

    private func ownWindow(_ quantity: Range<Int>, _ mentions: SegmentMentions) -> WindowMention? {
        let strong = mentions.windows.filter { !$0.weak }
        return strong.last { $0.range.upperBound <= quantity.lowerBound } ?? strong.first {
            $0.range.lowerBound >= quantity.upperBound
        }
            ?? mentions.windows.last { $0.range.upperBound <= quantity.lowerBound }
    }

    private mutating func draft(
        _ quantity: QuantityMention, _ zone: Range<Int>, _ segment: Range<Int>, _ mentions: SegmentMentions,
        explicitSubject: Subject?
    ) -> Draft? {
        let before = segment.lowerBound..<quantity.range.lowerBound
        var own = ownWindow(quantity.range, mentions)
        let mark = SubjectReader.perActivity.last(in: text, before)
        // 每年…，每批次…: what stands nearer decides.
        if let mark, let window = own, mark.lowerBound >= window.range.upperBound,
            quantity.sort != .count || mark.lowerBound >= zone.lowerBound
        {
            own = nil
        }
        let perActivity = scope.perActivity || mark != nil
        var window = own ?? (perActivity ? nil : scope.window)
        var subject = explicitSubject ?? scope.subject
        if mark != nil { subject = Subject(bearer: .activity) }
        var measure = Measure.count
        var basis: ShareBasis?
        var rateWords: Range<Int>?
        var event: DeadlineEvent?
        var unit = quantity.unit
        var comparison = quantity.comparison
        var counted = activities.counted(by: quantity.range, in: zone)
        let earlierCount = mentions.quantities.contains {
            $0.range.upperBound <= quantity.range.lowerBound && ($0.sort == .count || $0.sort == .person)
        }
        let openAmount = Self.openAmount.occurs(in: text, before)
        switch quantity.sort {
        case .count: measure = .count
        case .person: measure = .headcount
        case .hours:
            measure = .hours
            if own == nil, window?.recurs == false { window = nil }
        case .duration:
            measure = .duration
            let summed = Self.summed.occurs(in: text, before)
            let personal = summed || subject?.bearer == .person && !Self.timeOf.occurs(in: text, before)
            window = own ?? (personal && !perActivity && window?.recurs == true ? window : nil)
            if own != nil, earlierCount || openAmount { window = nil }
            if unit == .hour, !perActivity, Self.studyTime.occurs(in: text, before) { measure = .hours }
        case .percent:
            let rate = lexicon.rates.matches(in: text, before).last
            measure = rate?.meaning.measure ?? (Self.coverWords.occurs(in: text, segment) ? .coverage : .share)
            basis = rate?.meaning.basis ?? (measure == .share ? Self.basis(text, segment) : nil)
            rateWords = rate?.range
            // 每年 governs what is held, not its rates; a date governs all that is to be reached by it.
            if own == nil, let inherited = window, case .by? = inherited.window {
                window = inherited
            } else {
                window = own
            }
        case .leadTime:
            measure = .leadTime
            window = nil
        case .deadline:
            measure = .deadline
            let newcomer = QuantityReader.newcomers.occurs(in: text, before) || Self.appointed.occurs(in: text, before)
            event = newcomer ? .appointment : .activityEnd
            window = nil
            comparison = quantity.upper == nil ? .atMost : .range
        }
        if counted.isEmpty { counted = zone.lowerBound > segment.lowerBound ? activities.last(in: segment) : [] }
        if counted.isEmpty { counted = scope.activities }
        if [.headcount, .coverage, .share, .hours].contains(measure),
            let first = counted.first, ActivityReader.papers.contains(first.meaning.kind)
        {
            let held = activities.lastHeld(in: segment)
            counted = held.isEmpty ? scope.held : held
        }
        if quantity.sort == .deadline || quantity.sort == .leadTime {
            let held = activities.lastHeld(in: before)
            let place = held.isEmpty ? scope.held : held
            if !place.isEmpty { counted = place }
        }
        if measure == .count, let noun = counted.first?.meaning, let own = noun.unit,
            unit == .session || quantity.weight == .noun || noun.roles.isEmpty == false
        {
            unit = own
        }
        // 6期大讲堂: a sitting, not a class.
        if unit == .class, let kind = counted.first?.meaning.kind,
            !(lexicon.kinds.kinds(within: .trainingClass) ?? []).contains(kind)
        {
            unit = .session
        }
        let persons = persons(quantity, zone, before, measure)
        let bearer = bearer(
            measure, subject, counted, quantity, persons, basis, window, event, segment, explicitSubject)
        if bearer.subject?.bearer != subject?.bearer { subject = bearer.subject }
        if window?.dayOfWindow != nil, measure != .deadline { window?.dayOfWindow = nil }
        if quantity.sort == .duration, let last = drafts.last, [.headcount, .coverage].contains(last.rule.measure),
            segment.contains(last.range.lowerBound)
        {
            drafts[drafts.count - 1].length = LengthCondition(
                comparison, quantity.value, upper: quantity.upper, unit: unit)
        }
        let weekly = window != nil && window?.window == nil
        let rule = Rule(
            measure: measure, comparison: comparison, value: quantity.value, upper: quantity.upper, unit: unit,
            window: window?.window, recurs: window?.window == nil ? false : window?.recurs ?? false,
            bearer: bearer.bearer)
        return Draft(
            range: quote(
                zone, quantity.range, own?.range, whole: [.deadline, .leadTime].contains(quantity.sort) ? segment : nil),
            rule: rule,
            activities: counted, topics: topics(zone), subject: subject, persons: persons, basis: basis,
            rateWords: rateWords, event: event, container: container(before, segment), weekly: weekly, zone: zone)
    }

    /// 每期主体班: the activity that something is owed at each of.
    private func container(_ before: Range<Int>, _ segment: Range<Int>) -> [ActivityReader.Match] {
        guard let mark = SubjectReader.perActivity.last(in: text, before) else { return scope.held }
        let after = lexicon.activities.matches(in: text, mark.upperBound..<min(before.upperBound, mark.upperBound + 10))
            .first
        return after.map { [$0] } ?? scope.held
    }

    private static let summed: Words = "累计 合计 总计 总时长"
    private static let openAmount: Words = "一定数量 若干 部分 一批"
    private static let timeOf: Words = "培训时间 每期 每次 为期 时长 进修时间 每班 学制 挂职时间 单次 跟岗时间 实践时间 锻炼时间 期限"
    private static let studyTime: Words = "学习 培训 自学 学时 授课 每年 研修"
    private static let coverWords: Words = "覆盖 轮训"
    private static let appointed: Words = "任职 入职 到岗 报到 上岗 提任 提拔 录用 聘任 转正 任命"

    private static func basis(_ text: [Glyph], _ segment: Range<Int>) -> ShareBasis {
        if onlineWords.occurs(in: text, segment) { return .onlineHours }
        if attendWords.occurs(in: text, segment) { return .attendance }
        if rateWord.occurs(in: text, segment) { return .completion }
        return .population
    }

    private static let onlineWords: Words = "网络 线上 在线 网上"
    private static let attendWords: Words = "参训率 出勤率 参加率 参与率 到会率"
    private static let rateWord: Words = "率 满意度 合格 占比 学时"

    private func topics(_ zone: Range<Int>) -> [Topic] {
        let own = activities.topics(in: zone)
        // What a sentence is about holds for its later segments, if it is about one thing only.
        return own.isEmpty && scope.topics.count == 1 && !inSet ? scope.topics : own
    }

    /// The persons a figure is about: right after a head count, else the nearest before it.
    private func persons(
        _ quantity: QuantityMention, _ zone: Range<Int>, _ before: Range<Int>, _ measure: Measure
    ) -> Lexicon.PopulationNoun? {
        let after = lexicon.populations.matches(
            in: text, quantity.range.upperBound..<max(quantity.range.upperBound, zone.upperBound)
        )
        .filter { $0.meaning.population.subjects == .persons }
        let earlier = lexicon.populations.matches(in: text, before)
            .filter { $0.meaning.population.subjects == .persons }
        if measure == .headcount || measure == .share || measure == .coverage {
            if let first = after.first { return first.meaning }
        }
        return earlier.last?.meaning ?? scope.persons
    }

    private mutating func covered(
        _ coverage: CoverageMention, _ segment: Range<Int>, _ mentions: SegmentMentions, _ subject: Subject?
    ) -> Draft {
        let own = ownWindow(coverage.range, mentions)
        let window = own ?? scope.window
        let before = segment.lowerBound..<coverage.range.lowerBound
        let persons =
            lexicon.populations.matches(in: text, before).filter { $0.meaning.population.subjects == .persons }.last?
            .meaning ?? scope.persons
        let active = subject ?? scope.subject
        let bearer: Bearer = subject.map { [.unit, .team].contains($0.bearer) ? $0.bearer : .programme } ?? .programme
        var counted = activities.last(in: before)
        if counted.isEmpty { counted = scope.activities }
        if counted.isEmpty { counted = activities.last(in: segment) }
        if let first = counted.first, ActivityReader.papers.contains(first.meaning.kind) {
            let held = activities.lastHeld(in: segment)
            counted = held.isEmpty ? scope.held : held
        }
        let earlier = drafts.last { $0.rule.measure == .duration && sentenceClose($0, segment) }
        let length = earlier.flatMap { last in
            last.rule.window == nil
                ? LengthCondition(last.rule.comparison, last.rule.value, upper: last.rule.upper, unit: last.rule.unit)
                : nil
        }
        return Draft(
            range: quote(segment, coverage.range, own?.range),
            rule: Rule(
                measure: .coverage, value: 100, unit: .percent, window: window?.window,
                recurs: window?.window == nil ? false : window?.recurs ?? false, bearer: bearer),
            activities: counted, topics: topics(segment), subject: active, persons: persons, length: length,
            weekly: window != nil && window?.window == nil, zone: segment)
    }

    private func sentenceClose(_ draft: Draft, _ segment: Range<Int>) -> Bool {
        segment.lowerBound - draft.range.upperBound <= 2
    }

    /// 每年12月10日前报送…: something is to be done by a day.
    private mutating func fixedDay(
        _ date: WindowMention, _ segment: Range<Int>, _ next: Range<Int>?, _ subject: Subject?
    ) {
        let rest = segment.count - date.range.count
        if rest <= 3 || !Self.duties.occurs(in: text, segment) {
            if let next {
                let following = reader.read(next)
                if !following.quantities.isEmpty || !following.coverage.isEmpty {
                    scope.window = date
                    return
                }
                guard Self.duties.occurs(in: text, next) else { return }
                appendFixedDay(
                    date, segment.lowerBound..<next.upperBound,
                    subject ?? subjects.subject(in: next, windows: []).subject)
            }
            return
        }
        appendFixedDay(date, segment, subject)
    }

    private mutating func appendFixedDay(_ date: WindowMention, _ segment: Range<Int>, _ subject: Subject?) {
        var subject = subject ?? scope.subject ?? scope.taskSubject
        if subject?.bearer == .activity { subject = scope.taskSubject }
        var counted = activities.last(in: segment)
        if counted.isEmpty { counted = scope.activities }
        let rule = Rule(
            measure: .deadline, comparison: .atMost, value: Double(date.dayOfWindow ?? 0), unit: .day,
            window: date.window, recurs: date.recurs, bearer: subject?.bearer ?? .programme)
        drafts.append(
            Draft(
                range: quote(segment, date.range, date.range, whole: segment), rule: rule, activities: counted,
                topics: topics(segment), subject: subject, persons: scope.persons, event: .fixedDay, zone: segment))
    }

    /// 一个月内完成补考: a time from what stands before it.
    private mutating func within(
        _ span: (value: Double, unit: CountingUnit), _ range: Range<Int>, _ segment: Range<Int>, _ next: Range<Int>?,
        _ subject: Subject?
    ) {
        guard Self.completing.occurs(in: text, range.upperBound..<segment.upperBound) else { return }
        if let next {
            let following = reader.read(next)
            if following.windows.isEmpty, !following.quantities.isEmpty || !following.coverage.isEmpty { return }
        }
        scope.window = nil
        let rule = Rule(measure: .deadline, comparison: .atMost, value: span.value, unit: span.unit, bearer: .activity)
        var counted = activities.last(in: segment)
        if counted.isEmpty { counted = scope.activities }
        drafts.append(
            Draft(
                range: quote(segment, range, range), rule: rule, activities: counted, topics: topics(segment),
                subject: subject ?? scope.subject, persons: scope.persons, event: .activityEnd, zone: segment))
    }

    private static let completing: Words = "完成 补考 整改 提交 取得 通过 上报 报送 办结 补训 补修 补足 参加 接受"
    private static let duties: Words =
        "报 上报 提交 备案 印发 制定 完成 建成 召开 形成 公布 汇总 总结 开展 组织 编制 出台 部署 启动 归档 反馈 落实 实现 通报 评选 送 下发 下达 审定 审核 修订 拟定 确认 审批 建立 举办 考核 自查 上传 录入 更新 公示 评估 填报 发布 研究 确定 配齐 达标 整改"

    // MARK: bearers

    private static let cityKinds: Set<ActivityKind> = [
        .trainingClass, .mainClass, .demonstrationClass, .specialClass, .newChiefsClass, .rankTraining,
        .professionalTraining,
        .theoryCourse, .lectureHall, .site, "course", "research", "resource",
    ]

    private static let citywide: Words = "全市 全区 全县 全省 全州 全系统 全局 全院 全校 全公司 全集团 市级 区级 县级 全镇"

    private func bearer(
        _ measure: Measure, _ subject: Subject?, _ counted: [ActivityReader.Match], _ quantity: QuantityMention,
        _ persons: Lexicon.PopulationNoun?, _ basis: ShareBasis?, _ window: WindowMention?, _ event: DeadlineEvent?,
        _ segment: Range<Int>, _ explicit: Subject?
    ) -> (bearer: Bearer, subject: Subject?) {
        let kind = counted.first?.meaning.kind
        switch measure {
        case .leadTime: return (explicit.map(\.bearer) == .person ? .activity : .activity, subject)
        case .deadline: return event == .appointment ? (.person, subject) : (.activity, subject)
        case .headcount:
            guard let subject else { return (.programme, nil) }
            return [.unit, .activity].contains(subject.bearer)
                ? (subject.bearer, subject)
                : subject.bearer == .team && explicit != nil ? (.team, subject) : (.programme, subject)
        case .coverage:
            if let explicit, [.unit, .team].contains(explicit.bearer) { return (explicit.bearer, explicit) }
            return (.programme, subject)
        case .share:
            if let explicit, [.unit, .team, .programme].contains(explicit.bearer), explicit.organisers.isEmpty,
                explicit.noun != nil || explicit.bearer == .programme
            {
                return (explicit.bearer, explicit)
            }
            switch basis {
            case .onlineHours: return (.person, subject)
            case .attendance, .completion: return (.activity, subject)
            case .population, nil: return (.programme, subject)
            }
        case .hours:
            guard let subject else { return (scope.perActivity ? .activity : .person, nil) }
            return (subject.bearer == .programme ? .person : subject.bearer, subject)
        case .duration:
            if scope.perActivity { return (.activity, subject) }
            if let explicit, explicit.organisers.isEmpty { return (explicit.bearer, explicit) }
            if window != nil, let subject, [.team, .person, .unit].contains(subject.bearer) {
                return (subject.bearer, subject)
            }
            return window == nil ? (.activity, subject) : (.programme, subject)
        case .count:
            if let subject {
                // 组织学员撰写一篇体会: each trainee, not each class.
                let trainees = subject.bearer == .activity && subject.noun?.population.subjects == .activities
                return (trainees ? .person : subject.bearer, subject)
            }
            let city = kind.map(Self.cityKinds.contains) ?? false
            if city || quantity.unit == .class || Self.citywide.occurs(in: text, segment) { return (.programme, nil) }
            return (scope.taskSubject?.bearer ?? .unit, scope.taskSubject)
        }
    }

    // MARK: quotes

    /// The contiguous stretch that is quoted: from the window or the zone's head to its end.
    private func quote(_ zone: Range<Int>, _ quantity: Range<Int>, _ window: Range<Int>?, whole: Range<Int>? = nil)
        -> Range<Int>
    {
        var start = whole?.lowerBound ?? zone.lowerBound
        let end = whole?.upperBound ?? zone.upperBound
        if whole == nil, let window, zone.lowerBound <= window.lowerBound, window.upperBound <= quantity.lowerBound {
            start = window.lowerBound
        }
        start = min(start, quantity.lowerBound)
        var stop = max(end, quantity.upperBound)
        while start < stop, Self.edges.contains(text[start]) { start += 1 }
        while stop > start, Self.edges.contains(text[stop - 1]) { stop -= 1 }
        return start..<max(stop, start + 1)
    }

    private static let edges: Set<Glyph> = [
        Char.comma, Char.enumerationComma, Char.openQuote, Char.closeQuote, Char.semicolon, Char.straightQuote,
        Char.newline,
    ]
}
