import Plans
import Vocabulary

/// Writes a rule as one plain Chinese sentence, which the grammar reads back as the same rule.
enum ChineseSentence {
    static func sentence(for rule: Rule, _ names: RuleNames) -> String {
        rule.choices.indices.map { number in
            let whole = alone(rule.choice(number), names.choice(number), isFirst: number == 0)
            return number == rule.figureCount - 1 ? whole : String(whole.dropLast())
        }.joined(separator: "，或者")
    }

    /// One figure; but for the first of several without whom and when, which have been said.
    private static func alone(_ rule: Rule, _ names: RuleNames, isFirst: Bool) -> String {
        if !isFirst { return following(rule, names) }
        let subject = subject(rule, names)
        // 应 keeps 各单位 and 培训 apart where neither a window nor a verb stands between them.
        let must = rule.window == nil && [.unit, .team].contains(rule.bearer) ? "应" : ""
        let window = window(rule)
        let words = ActivityWords.of(names.activity, unit: rule.unit)
        let amount = amount(rule, names)
        switch rule.measure {
        case .count: return "\(subject)\(window)\(done(rule, names, words))\(place(names))。"
        case .headcount where rule.unit == .percent: return "\(subject)\(must)\(window)参训人次占比\(amount)。"
        case .headcount: return "\(subject)\(must)\(window)培训\(persons(names))\(amount)。"
        case .coverage:
            let who = names.population?.subjects == .persons ? persons(names) : ""
            let reached =
                rule.value == 100 && rule.comparison == .atLeast && names.open == nil ? "达到100%" : amount
            return "\(subject)\(must)\(window)\(who)\(words.noun)覆盖率\(reached)。"
        case .share: return "\(subject)\(must)\(window)\(share(names))\(amount)。"
        case .duration: return "\(subject)\(must)\(window)\(words.noun)时间\(amount)。"
        case .hours: return "\(subject)\(must)\(window)\(words.noun)\(amount)。"
        case .leadTime:
            return rule.comparison == .atLeast && names.open == nil
                ? "\(subject)\(words.noun)至少提前\(number(rule.value))\(unit(rule, names))报备。"
                : "\(subject)\(words.noun)提前\(amount)报备。"
        case .deadline:
            if let fixed = fixedDay(rule) {
                let verb = names.activity?.kind == .document ? "报送" : "完成"
                return "\(subject)\(must)\(fixed)\(verb)\(words.noun)。"
            }
            let event = names.event == .appointment ? "任职后" : "结束后"
            return "\(subject)\(words.noun)\(event)\(within(rule, names))完成。"
        }
    }

    private static func following(_ rule: Rule, _ names: RuleNames) -> String {
        let words = ActivityWords.of(names.activity, unit: rule.unit)
        let amount = amount(rule, names)
        return switch rule.measure {
        case .count: "\(done(rule, names, words))\(place(names))。"
        case .headcount: "培训\(persons(names))\(amount)。"
        case .hours: "\(words.noun)\(amount)。"
        case .leadTime: "提前\(amount)报备。"
        case .deadline: "\(within(rule, names))完成。"
        // Shares have no alternatives.
        case .duration, .coverage, .share: "\(words.noun)时间\(amount)。"
        }
    }

    /// 邀请先进典型讲“党史党情”党课不少于1堂
    private static func done(_ rule: Rule, _ names: RuleNames, _ words: ActivityWords) -> String {
        let verb = rule.bearer == .person ? words.attended : words.held
        // 应 keeps the subject and a noun apart: 各支部应重点发言.
        let must = rule.window == nil && [.unit, .team].contains(rule.bearer) && verb.isEmpty ? "应" : ""
        let asked = names.detail.speaker.map { "邀请\($0)" } ?? ""
        let about = names.topics.isEmpty ? "" : "“\(names.topicsZh)”"
        let audience = names.audience?.nameZh ?? ""
        return "\(must)\(asked)\(verb)\(audience)\(about)\(words.noun)\(amount(rule, names))"
    }

    private static func place(_ names: RuleNames) -> String { names.detail.place.map { "（地点：\($0)）" } ?? "" }

    private static func persons(_ names: RuleNames) -> String {
        names.population?.subjects == .persons ? names.population?.nameZh ?? "干部" : "干部"
    }

    private static func subject(_ rule: Rule, _ names: RuleNames) -> String {
        let population = names.population
        switch rule.bearer {
        case .programme: return "全市"
        case .unit: return population.map { $0.subjects == .units ? headed($0.nameZh) : "各单位" } ?? "各单位"
        case .team: return population.map { $0.subjects == .teams ? headed($0.nameZh) : "各领导班子" } ?? "各领导班子"
        case .person: return "每名" + (population.map { $0.subjects == .persons ? $0.nameZh : "干部" } ?? "干部")
        case .activity: return rule.measure == .leadTime || rule.measure == .deadline ? "每次" : "每期"
        }
    }

    private static func headed(_ name: String) -> String { name.hasPrefix("各") ? name : "各" + name }

    static func window(_ rule: Rule) -> String {
        guard let window = rule.window else { return "" }
        switch window {
        case .months(6) where rule.recurs: return "每半年"
        case .months(1) where rule.recurs: return "每月"
        case .months(let n): return rule.recurs ? "每\(n)个月" : "\(n)个月内"
        case .quarters(1) where rule.recurs: return "每季度"
        case .quarters(let n): return rule.recurs ? "每\(n)个季度" : "\(n)个季度内"
        case .years(1) where rule.recurs: return "每年"
        case .years(let n): return rule.recurs ? "每\(n)年" : "\(n)年内"
        case .by(let day):
            let (year, month, date) = day.civil
            return "\(year)年\(month)月\(date)日前"
        // The end of February, whatever the year.
        case .byEvery(month: 2, day: 29): return "每年2月底前"
        case .byEvery(let month, let day): return "每年\(month)月\(day)日前"
        }
    }

    private static func fixedDay(_ rule: Rule) -> String? {
        guard let window = rule.window else { return nil }
        switch window {
        case .by, .byEvery: return Self.window(rule)
        case .months, .quarters:
            return rule.value == 0 ? "\(Self.window(rule))末前" : "\(Self.window(rule))\(number(rule.value))日前"
        case .years: return nil
        }
    }

    private static func share(_ names: RuleNames) -> String {
        switch names.basis {
        case .attendance: "参训率"
        case .completion: "合格率"
        case .onlineHours: "网络学时占比"
        case .population, nil: "\(persons(names))参加培训的比例"
        }
    }

    // MARK: amounts

    private static func within(_ rule: Rule, _ names: RuleNames) -> String {
        if let open = names.open { return open.hasSuffix("内") ? open : open + "内" }
        let upper = rule.upper.map { "至" + number($0) } ?? ""
        return number(rule.value) + upper + unit(rule, names) + "内"
    }

    private static func amount(_ rule: Rule, _ names: RuleNames) -> String {
        if let open = names.open { return open }
        let unit = unit(rule, names)
        let value = number(rule.value)
        switch rule.comparison {
        case .atLeast: return "不少于\(value)\(unit)"
        case .atMost: return "不超过\(value)\(unit)"
        case .about: return "\(value)\(unit)左右"
        case .range: return "\(value)至\(number(rule.upper ?? rule.value))\(unit)"
        }
    }

    private static func unit(_ rule: Rule, _ names: RuleNames) -> String {
        if rule.measure == .share || rule.measure == .coverage { return "%" }
        // A length is no credit: 学时 are earned.
        if rule.unit == .hour, rule.measure != .hours { return "小时" }
        return rule.unit.said(of: names.activity.map { [$0.kind] } ?? []).words.zh
    }

    static func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    }
}
