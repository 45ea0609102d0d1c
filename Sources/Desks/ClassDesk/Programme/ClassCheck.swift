import LedgerEngine
import Pages
import Plans
import Storage
import Store
import Vocabulary

/// A class held against the plan in force, its line of the programme and the rules, while it can still be mended (开班核对).
struct ClassCheck {
    /// One thing that is asked, what there is, and where it is put right.
    struct Item {
        var asked: Words
        var rule: Words
        var found: Words
        var mark = Mark.met
        var verdict = Words("符合", "as asked")
        /// The step beneath the class's page on which it is mended; nil: it needs none, or lies elsewhere.
        var mend: String?

        var isMet: Bool { mark == .met }
    }

    let items: [Item]
    var open: [Item] { items.filter { !$0.isMet } }

    /// `code`: of the class, where there is one already.
    init(_ scheme: ClassScheme, code: String = "", _ ask: Ask) throws {
        let edition = try ask.reading.edition(
            inForceOn: max(scheme.opening, ask.context.asOf), knownAt: ask.context.knownAt)?.edition
        var items: [Item] = []
        if let edition {
            let against = AgainstPlan(
                scheme, edition.obligations, try ask.reading.workingCalendar(), ask.context.language)
            items += against.items
        }
        items += try scheme.againstLine(ask)
        items += try scheme.againstRules(code: code, ask)
        self.items = items
    }
}

/// What the plan's obligations make of a class that is still to be held.
private struct AgainstPlan {
    let scheme: ClassScheme
    /// Those that speak of classes of its kind.
    let obligations: [(obligation: Obligation, binding: Binding)]
    let calendar: WorkingCalendar
    let language: Language

    init(_ scheme: ClassScheme, _ all: [Obligation], _ calendar: WorkingCalendar, _ language: Language) {
        self.scheme = scheme
        self.calendar = calendar
        self.language = language
        obligations = all.compactMap { obligation in
            guard let binding = obligation.binding, binding.kinds?.contains(scheme.kind.activity) == true else {
                return nil
            }
            return (obligation, binding)
        }
    }

    var items: [ClassCheck.Item] {
        let counting = obligations.filter { isMeant($0.binding) && lacks($0.binding).isEmpty && fits($0.binding) }
        return [counted(counting.map(\.obligation))] + lengths + topics
    }

    private func isMeant(_ binding: Binding) -> Bool {
        let wanted = binding.audience.isEmpty ? binding.population.categories : binding.audience
        // Whom a class without categories brings together, its roster will tell.
        return wanted.isEmpty || scheme.audience.isEmpty || wanted.contains(where: scheme.audience.contains)
    }

    private func lacks(_ binding: Binding) -> [Topic] { binding.topics.filter { !scheme.topics.contains($0) } }

    private func verdict(_ condition: LengthCondition) -> PlannedLength? {
        condition.verdict(from: scheme.opening, to: scheme.closing, hours: Double(scheme.hours), calendar)
    }

    private func fits(_ binding: Binding) -> Bool { binding.length.map { verdict($0) ?? .fits == .fits } ?? true }

    /// What it counts for; where that is nothing, which topics would make it count.
    private func counted(_ counting: [Obligation]) -> ClassCheck.Item {
        let asked = Words("计入方案要求", "Counts for the plan")
        let rule = Words("至少一条", "one requirement at least")
        guard counting.isEmpty else {
            let ids = counting.map(\.id)
            return .init(
                asked: asked, rule: rule,
                found: Words(ids.joined(separator: "、"), ids.joined(separator: ", ")))
        }
        let near = obligations.filter { isMeant($0.binding) && fits($0.binding) && !lacks($0.binding).isEmpty }
        let topics = near.flatMap { lacks($0.binding) }.reduce(into: [Topic]()) {
            if !$0.contains($1) { $0.append($1) }
        }
        return .init(
            asked: asked, rule: rule, found: Words("没有", "none"), mark: .behind,
            verdict: topics.isEmpty
                ? Words("不计入方案任何一条要求", "It counts for no requirement")
                : Words(
                    "缺主题：\(Self.said(topics).zh)，补上其一即可计入",
                    "One of these topics would make it count: \(Self.said(topics).en)"),
            mend: ApplyForClassAgain.step)
    }

    /// How long the plan asks classes of this kind to be: of every one, or of those that count for something.
    private var lengths: [ClassCheck.Item] {
        obligations.compactMap { obligation, binding in
            guard isMeant(binding), lacks(binding).isEmpty else { return nil }
            let asked = conditions(obligation.rule, binding).compactMap { one in verdict(one).map { (one, $0) } }
            // Of several any of which does, one that fits is enough.
            guard asked.count == obligation.rule.figureCount,
                let (condition, verdict) = asked.first(where: { $0.1 == .fits }) ?? asked.first
            else { return nil }
            let isHours = condition.unit == .hour
            let found =
                isHours
                ? Words("\(scheme.hours)学时", "\(scheme.hours) hours") : Words("\(scheme.days)天", "\(scheme.days) days")
            var item = ClassCheck.Item(
                asked: Words("时长（\(obligation.id)）", "Length (\(obligation.id))"),
                rule: Words(
                    obligation.sentenceZh.isEmpty ? obligation.quote : obligation.sentenceZh,
                    obligation.sentenceEn.isEmpty ? obligation.quote : obligation.sentenceEn), found: found)
            if verdict != .fits {
                item.mark = .overdue
                item.verdict = verdict == .tooShort ? Words("短于要求", "too short") : Words("长于要求", "too long")
                item.mend = ApplyForClassAgain.step
            }
            return item
        }
    }

    /// How long each figure of a rule asks a class to be; figures that ask for nothing of the kind are left out.
    private func conditions(_ rule: Rule, _ binding: Binding) -> [LengthCondition] {
        (0..<rule.figureCount).compactMap { number in
            let (rule, binding) = (rule.choice(number), binding.choice(number))
            // A duration that is asked of few kinds is asked of each class; of many, of what they come to together.
            let isOfEach = [.duration, .hours].contains(rule.measure) && (binding.kinds?.count ?? 9) <= 2
            let own = LengthCondition(rule.comparison, rule.value, upper: rule.upper, unit: rule.unit)
            return binding.length ?? (isOfEach ? own : nil)
        }
    }

    /// Topics that every class of the kind has to have (必修课、年度主题).
    private var topics: [ClassCheck.Item] {
        obligations.compactMap { obligation, binding in
            let asked = binding.conditions?.topics ?? []
            guard !asked.isEmpty, isMeant(binding) else { return nil }
            let missing = asked.filter { !scheme.topics.contains($0) }
            return .init(
                asked: Words("必修主题（\(obligation.id)）", "Topics asked for (\(obligation.id))"), rule: Self.said(asked),
                found: scheme.topics.isEmpty ? Words("没有选主题", "none") : Self.said(scheme.topics),
                mark: missing.isEmpty ? .met : .overdue,
                verdict: missing.isEmpty
                    ? Words("符合", "as asked")
                    : Words("缺\(Self.said(missing).zh)", "missing: \(Self.said(missing).en)"),
                mend: missing.isEmpty ? nil : ApplyForClassAgain.step)
        }
    }

    static func said(_ topics: [Topic]) -> Words {
        let all = topics.map { topic in
            Topic.builtIn.first { $0.topic == topic }.map { Words($0.zh, $0.en) }
                ?? Words(topic.rawValue, topic.rawValue)
        }
        return Words(all.map(\.zh).joined(separator: "、"), all.map(\.en).joined(separator: ", "))
    }
}

extension ClassScheme {
    /// What its line of the programme says otherwise.
    fileprivate func againstLine(_ ask: Ask) throws -> [ClassCheck.Item] {
        guard !line.isEmpty, let found = try ask.reading.one(ProgrammeLine.self, line, for: .everybody) else {
            // Where a programme was issued, what is planned stands in it.
            guard standing == .planned, try ask.reading.latestIssue(of: String(opening.year)) != nil else { return [] }
            return [
                .init(
                    asked: Words("计划项目", "Line of the programme"),
                    rule: Words("计划内班次应选项目", "a class in the programme names its line"),
                    found: Words("没有选", "none"), mark: .behind,
                    verdict: Words("选项目，或改为计划外", "choose it, or call it added"),
                    mend: ApplyForClassAgain.step)
            ]
        }
        let planned = found.scheme
        var items: [ClassCheck.Item] = [
            .init(
                asked: Words("计划人数和天数", "Size as planned"),
                rule: Words("每期\(planned.heads)人，\(planned.days)天", "\(planned.heads) people, \(planned.days) days"),
                found: Words("\(heads)人，\(days)天", "\(heads) people, \(days) days"))
        ]
        if heads > planned.heads || days > planned.days {
            items[0].mark = .behind
            items[0].verdict = Words("超出计划，需先调整计划", "beyond the programme, which is adjusted first")
            items[0].mend = ApplyForClassAgain.step
        }
        if opening > found.last {
            items.append(
                .init(
                    asked: Words("计划时间", "Time as planned"), rule: planned.time.words,
                    found: Words("\(opening.iso)开班", "opens on \(opening.iso)"), mark: .behind,
                    verdict: Words("晚于计划", "later than planned"), mend: ApplyForClassAgain.step))
        }
        let missing = planned.topics.filter { !topics.contains($0) }
        if !planned.topics.isEmpty {
            items.append(
                .init(
                    asked: Words("计划必修主题", "Topics of its line"), rule: AgainstPlan.said(planned.topics),
                    found: topics.isEmpty ? Words("没有选主题", "none") : AgainstPlan.said(topics),
                    mark: missing.isEmpty ? .met : .overdue,
                    verdict: missing.isEmpty
                        ? Words("符合", "as asked")
                        : Words(
                            "缺\(AgainstPlan.said(missing).zh)", "missing: \(AgainstPlan.said(missing).en)"),
                    mend: missing.isEmpty ? nil : ApplyForClassAgain.step))
        }
        return items
    }

    /// What the site's own numbers ask.
    fileprivate func againstRules(code: String, _ ask: Ask) throws -> [ClassCheck.Item] {
        let rules = try ask.programmeRules
        var items: [ClassCheck.Item] = [
            .init(
                asked: Words("学时", "Hours"), rule: Words("不少于\(rules.leastHours)学时", "at least \(rules.leastHours)"),
                found: Words("\(hours)学时", "\(hours)"))
        ]
        if hours < rules.leastHours {
            items[0].mark = .overdue
            items[0].verdict = Words("按会议看待，不算培训", "a meeting, and no class")
            items[0].mend = ApplyForClassAgain.step
        }
        if kind == .special, topics.count <= 1 {
            let isLong = days > rules.singleTopicDays
            items.append(
                .init(
                    asked: Words("单一专题班天数", "Days of a class on one topic"),
                    rule: Words("不超过\(rules.singleTopicDays)天", "at most \(rules.singleTopicDays)"),
                    found: Words("\(days)天", "\(days)"), mark: isLong ? .behind : .met,
                    verdict: isLong ? Words("超过规定", "too long") : Words("符合", "as asked"),
                    mend: isLong ? ApplyForClassAgain.step : nil))
        }
        if let like = try likeIt(besides: code, ask) {
            items.append(
                .init(
                    asked: Words("同类班次", "Classes like it"), rule: Words("同一对象合并举办", "merged for the same people"),
                    found: Words(
                        "“\(like.title)”（\(like.scheme.opening.iso)开班）", "“\(like.title)” (\(like.scheme.opening.iso))"),
                    mark: .behind, verdict: Words("本年度已有，可考虑合并", "there is one this year: merge them?"),
                    mend: ApplyForClassAgain.step))
        }
        return items
    }

    /// Another class of the year, of its kind, on one of its topics, for some of the same people; not another run of its own.
    private func likeIt(besides code: String, _ ask: Ask) throws -> TrainingClass? {
        guard !audience.isEmpty, !topics.isEmpty, let first = Day(year: opening.year, month: 1, day: 1),
            let last = Day(year: opening.year, month: 12, day: 31)
        else { return nil }
        return try ask.all(
            TrainingClass.self,
            where: """
                \(SQL.allBut(code)) and \(TrainingClass.isWanted) and kind = \(kind) and title <> \(title)
                and \(SQL.between(first, last, column: "opening_day"))
                and code in (select class from class_topics where topic in (\(list: topics.map(\.rawValue))))
                and code in (select class from class_audiences where category in (\(list: audience.map(\.rawValue))))
                """, order: "opening_day", limit: 1
        ).first
    }
}
