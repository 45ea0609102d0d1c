import Plans
import Vocabulary

/// Drafts without a figure of their own: full coverage, fixed days, times to be kept.
extension ClauseReader {
    mutating func covered(
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
        var counted = activities.last(in: coverage.range)
        if counted.isEmpty { counted = activities.last(in: before) }
        if counted.isEmpty { counted = scope.activities }
        if counted.isEmpty { counted = activities.last(in: segment) }
        if let first = counted.first, ActivityReader.papers.contains(first.meaning.kind) {
            let held = activities.lastHeld(in: segment)
            counted = held.isEmpty ? scope.held : held
        }
        // Only what stands right before it can be close.
        let earlier = drafts.suffix(3).last { $0.rule.measure == .duration && sentenceClose($0, segment) }
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
            weekly: window != nil && window?.window == nil, open: mentions.odd ? segment : nil, zone: segment)
    }

    func sentenceClose(_ draft: Draft, _ segment: Range<Int>) -> Bool {
        segment.lowerBound - draft.range.upperBound <= 2
    }

    /// 每年12月10日前报送…: something is to be done by a day.
    mutating func fixedDay(
        _ date: WindowMention, _ segment: Range<Int>, _ next: Range<Int>?, _ subject: Subject?,
        later: ArraySlice<Range<Int>>
    ) {
        let rest = segment.count - date.range.count
        if rest > 3, !Self.duties.occurs(in: text, segment) {
            // 于8月31日前通过平台，…，进行学习: the act stands far behind.
            let behind = segment.upperBound..<max(segment.upperBound, sentenceEnd)
            let figures = ([next].compactMap(\.self) + later.prefix(Self.lookahead)).contains {
                !reader.read($0).quantities.isEmpty
            }
            scope.window = date
            if !figures,
                Self.duties.occurs(in: text, segment) || Self.farActs.occurs(in: text, behind)
                    || Self.farActs.occurs(in: text, segment)
            {
                appendFixedDay(date, segment, subject)
            }
            return
        }
        if rest <= 3 || !Self.duties.occurs(in: text, segment) {
            if let next {
                let following = reader.read(next)
                if !following.quantities.isEmpty || !following.coverage.isEmpty {
                    scope.window = date
                    return
                }
                // 2026年底前，完成…培训，参训不少于…人次: the figures are what is due by then.
                let figures = later.prefix(Self.lookahead).contains { segment in
                    let found = reader.read(segment)
                    return found.windows.isEmpty && found.quantities.contains { [.count, .person].contains($0.sort) }
                }
                scope.window = date
                guard !figures, Self.duties.occurs(in: text, next) else { return }
                appendFixedDay(
                    date, segment.lowerBound..<next.upperBound,
                    subject ?? subjects.subject(in: next, windows: []).subject)
            }
            return
        }
        appendFixedDay(date, segment, subject)
    }

    /// 按月解缴: by the end of each; 每年对…进行考核, 满3年进行考核: an act without a number, which somebody must confirm.
    mutating func actOnce(
        _ window: WindowMention, _ segment: Range<Int>, _ subject: Subject?, next: Range<Int>?,
        later: ArraySlice<Range<Int>>
    ) {
        // A line that ends without a stop goes on somewhere.
        let stopped = segment.upperBound >= text.count || text[segment.upperBound] != Char.newline
        guard window.window?.months != nil, stopped, !relevance.isCondition(segment), !relevance.describes(segment)
        else { return }
        let after = window.range.upperBound..<segment.upperBound
        if window.recurs, Self.reporting.occurs(in: text, after) {
            var date = window
            (date.fixed, date.dayOfWindow) = (true, 0)
            if date.window == .years(1) { (date.window, date.dayOfWindow) = (.byEvery(month: 12, day: 31), nil) }
            appendFixedDay(date, segment, subject)
            drafts[drafts.count - 1].open = window.range
            return
        }
        guard window.bare || window.recurs, Self.doing.occurs(in: text, after),
            !OpenWording.words.occurs(in: text, segment), !governsLater(next, later)
        else { return }
        let counted = activities.last(in: after)
        guard !counted.isEmpty else { return }
        let active = subject ?? scope.subject ?? scope.taskSubject
        let rule = Rule(
            measure: .count, value: 1, unit: counted.first?.meaning.unit ?? .session, window: window.window,
            recurs: window.recurs, bearer: active?.bearer ?? .unit)
        drafts.append(
            Draft(
                range: quote(segment, window.range, window.range), rule: rule, activities: counted,
                topics: topics(segment), subject: active, persons: scope.persons, open: window.range, zone: segment))
    }

    /// Whether figures of later segments are what the window is for.
    private func governsLater(_ next: Range<Int>?, _ later: ArraySlice<Range<Int>>) -> Bool {
        ([next].compactMap(\.self) + later.prefix(Self.lookahead)).contains { segment in
            let found = reader.read(segment)
            return (!found.quantities.isEmpty || !found.coverage.isEmpty)
                && !SubjectReader.perActivity.occurs(in: text, segment)
        }
    }

    static let finishing: Words = "完成 前完成 要完成 须完成 应完成 集中完成"
    private static let reporting: Words =
        "报送 上报 解缴 上缴 提交 填报 报备 汇总上报 通报 反馈 公示 报告"
    private static let doing: Words = "进行 开展 组织 举办 召开"

    /// 每季度末汇总: by the last day of each.
    func dueByEnd(_ window: WindowMention?) -> WindowMention? {
        guard var date = window, date.endOfWindow else { return nil }
        date.fixed = true
        if date.window == .years(1) { date.window = .byEvery(month: 12, day: 31) } else { date.dayOfWindow = 0 }
        return date
    }

    mutating func appendFixedDay(_ date: WindowMention, _ segment: Range<Int>, _ subject: Subject?) {
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
    mutating func within(
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
    /// How many segments of a sentence a date may stand ahead of its figures.
    private static let lookahead = 6
    private static let farActs: Words = "学习 注册 报名 申报 参加 登录 交 送 通过 登记 观看 测试 报到 整理 做好 填写 发送 推荐 确认 选定"
    static let duties: Words =
        "报 上报 提出 发至 递交 报名 申报 提交 备案 印发 制定 完成 建成 召开 形成 公布 汇总 总结 开展 组织 编制 出台 部署 启动 归档 反馈 落实 实现 通报 评选 送 下发 下达 审定 审核 修订 拟定 确认 审批 建立 举办 考核 自查 上传 录入 更新 公示 评估 填报 发布 研究 确定 配齐 达标 整改"
}
