import Plans
import Vocabulary

/// A quantity with its surroundings as a draft.
extension ClauseReader {
    func ownWindow(_ quantity: Range<Int>, _ mentions: SegmentMentions) -> WindowMention? {
        let strong = mentions.windows.filter { !$0.weak }
        return strong.last { $0.range.upperBound <= quantity.lowerBound } ?? strong.first {
            $0.range.lowerBound >= quantity.upperBound
        }
            ?? mentions.windows.last { $0.range.upperBound <= quantity.lowerBound }
    }

    mutating func draft(
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
        // 培训班1期（40人）: forty to each.
        let inBracket =
            quantity.sort == .person && quantity.range.lowerBound > 0
            && text[quantity.range.lowerBound - 1] == Char.openParenthesis
        if inBracket { own = nil }
        let perActivity = scope.perActivity || mark != nil || inBracket
        var window = own ?? (perActivity ? nil : scope.window)
        var subject = explicitSubject ?? scope.subject
        if mark != nil || inBracket { subject = Subject(bearer: .activity) }
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
            // 2025年底前 is for what stands beside it, not for the hours that follow.
            if own == nil, let date = window, case .by? = date.window, !date.weak { window = nil }
        case .duration:
            measure = .duration
            let summed = Self.summed.occurs(in: text, before)
            let personal = summed || subject?.bearer == .person && !Self.timeOf.occurs(in: text, before)
            window = own ?? (personal && !perActivity && window?.window?.months != nil ? window : nil)
            if own != nil, earlierCount || openAmount { window = nil }
            if unit == .hour, !perActivity, Self.studyTime.occurs(in: text, before) { measure = .hours }
        case .percent:
            let rate = lexicon.rates.matches(in: text, before).last
            let named =
                Self.rateEnd.matchBackward(text, endingAt: rateEnd(quantity), notBefore: segment.lowerBound) != nil
            let covers =
                !named
                && (Self.coverWords.occurs(in: text, segment)
                    || isWhole(quantity, segment)
                        && Self.attended.match(text, at: quantity.range.upperBound, before: segment.upperBound) != nil)
            measure = rate?.meaning.measure ?? (covers ? .coverage : .share)
            if let rate, named, rate.range.upperBound != rateEnd(quantity), measure == .coverage { measure = .share }
            basis = rate?.meaning.basis ?? (measure == .share ? Self.basis(text, segment) : nil)
            rateWords = rate?.range
            // 每年 governs what is held, not its rates; a date governs all that is to be reached by it.
            if own == nil, let inherited = window, inherited.reaches || measure == .coverage && !inherited.recurs {
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
        // 管床不少于6张: what stands before it names something else.
        let doubtful =
            measure == .count
            && (quantity.weight == .noun
                ? isApart(counted, quantity) : counted.isEmpty && isOfSomethingElse(quantity, mentions, segment))
            || measure == .share && rateWords == nil && basis != .population
            || measure == .duration
                && Self.kept.occurs(in: text, max(before.lowerBound, before.upperBound - 10)..<before.upperBound)
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
            quantity.weight == .noun || Self.sittings.contains(own),
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
        // 返院后1个月内作汇报1次: the deadline is the time it has.
        if own == nil, measure == .count, drafts.last?.rule.measure == .deadline,
            drafts.last.map({ segment.contains($0.range.lowerBound) }) == true
        {
            window = nil
        }
        if own == nil, let inherited = window { verdicts.append(.init(range: inherited.range, reason: .governs)) }
        let weekly = window != nil && window?.window == nil
        // 参训率达到120%
        let beyond = (quantity.upper ?? quantity.value) > FigureLimits.largest(of: unit, measure)
        let several = window?.divides != true && SeveralTimes.areNamed(text, segment, before: quantity.range.lowerBound)
        let rule = Rule(
            measure: measure, comparison: comparison, value: quantity.value, upper: quantity.upper, unit: unit,
            window: window?.window, recurs: window?.window == nil ? false : window?.recurs ?? false,
            bearer: bearer.bearer)
        return Draft(
            range: quote(
                zone, quantity.range, own?.range, whole: [.deadline, .leadTime].contains(quantity.sort) ? segment : nil),
            rule: rule,
            activities: counted, topics: topics(zone), subject: subject, persons: persons, basis: basis,
            rateWords: rateWords, event: event, container: container(before, segment), weekly: weekly,
            open: quantity.open || beyond ? quantity.range : mentions.odd || several ? segment : nil,
            detail: measure == .count
                ? ClauseDetail(clean, before: zone.lowerBound..<max(zone.lowerBound, quantity.range.lowerBound))
                : .init(),
            doubtful: doubtful, zone: zone, figure: quantity.range)
    }

    /// 每年至少研究2次, under a sentence on examinations: a verb of its own, whose noun nobody knows.
    private func isOfSomethingElse(
        _ quantity: QuantityMention, _ mentions: SegmentMentions, _ segment: Range<Int>
    ) -> Bool {
        var end = quantity.range.lowerBound
        for _ in 0..<4 {
            guard let length = Operators.fillers.matchBackward(text, endingAt: end, notBefore: segment.lowerBound)
            else { break }
            end -= length
        }
        if end <= segment.lowerBound + 1 || mentions.windows.contains(where: { $0.range.upperBound == end }) {
            return false
        }
        if Self.holds.matchBackward(text, endingAt: end, notBefore: segment.lowerBound) != nil { return false }
        return !lexicon.populations.matches(in: text, segment.lowerBound..<end).contains {
            $0.range.upperBound == end
        }
    }

    /// How long papers are kept, which no record tells.
    private static let kept: Words = "保存 保管 留存 存档 存放"
    private static let holds: Words = "开展 组织 举办 进行 召开 安排 举行 参加 接受 至少 不少于 每期 每班 每批 每次 办 的"

    /// Whether the noun that is counted stands before its number with something else between them, or is only inherited.
    private func isApart(_ counted: [ActivityReader.Match], _ quantity: QuantityMention) -> Bool {
        guard let noun = counted.last else { return true }
        var end = quantity.range.lowerBound
        guard noun.range.upperBound <= end else { return false }
        for _ in 0..<4 {
            guard end > noun.range.upperBound,
                let length = Operators.fillers.matchBackward(text, endingAt: end, notBefore: noun.range.upperBound)
            else { break }
            end -= length
        }
        return end > noun.range.upperBound && text[end - 1] != Char.closeParenthesis
    }

    /// 每期主体班: the activity that something is owed at each of.
    func container(_ before: Range<Int>, _ segment: Range<Int>) -> [ActivityReader.Match] {
        guard let mark = SubjectReader.perActivity.last(in: text, before) else { return scope.held }
        let after = lexicon.activities.matches(in: text, mark.upperBound..<min(before.upperBound, mark.upperBound + 10))
            .first
        return after.map { [$0] } ?? scope.held
    }

    private static let rateEnd: Words = "率 占比 比例 比重 满意度"

    /// Where the name of a rate ends: before the operator and the little words before it.
    private func rateEnd(_ quantity: QuantityMention) -> Int {
        var end = quantity.range.lowerBound
        for _ in 0..<3 {
            guard let length = Operators.fillers.matchBackward(text, endingAt: end, notBefore: 0) else { break }
            end -= length
        }
        return end
    }

    private static let summed: Words = "累计 合计 总计 总时长"
    /// Units that 次 may stand for.
    private static let sittings: Set<CountingUnit> = ["test", .speech, "meeting", "inspection", .lecture]
    private static let openAmount: Words = "一定数量 若干 部分 一批"
    private static let timeOf: Words = "时间 时长 培训时间 每期 每次 为期 时长 进修时间 每班 学制 挂职时间 单次 跟岗时间 实践时间 锻炼时间 期限"
    private static let studyTime: Words = "学习 培训 自学 学时 授课 每年 研修"
    private static let coverWords: Words = "覆盖 轮训"
    /// 100%参训, 100%开设: reached, all of them.
    private static let attended: Words = "参训 参加 参与 开设 覆盖 接受 普及 培训 开展 组织"
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

    func topics(_ zone: Range<Int>) -> [Topic] {
        let own = activities.topics(in: zone)
        // What a sentence is about holds for its later segments, if it is about one thing only.
        return own.isEmpty && scope.topics.count == 1 && !inSet ? scope.topics : own
    }

    /// The persons a figure is about: right after a head count, else the nearest before it.
    func persons(
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
}
