import Plans
import Vocabulary

/// Writes a rule as one plain Chinese sentence, which the grammar reads back as the same rule.
enum ChineseSentence {
    static func sentence(for rule: Rule, _ names: RuleNames) -> String {
        // 应 keeps 各单位 and 培训 apart where no window stands between them.
        let must = rule.window == nil && [.unit, .team].contains(rule.bearer)
        let subject = subject(rule, names) + (must ? "应" : "")
        let window = window(rule)
        let activity = rule.unit == .speech ? "重点发言" : names.activity?.nameZh ?? "活动"
        let amount = amount(rule)
        switch rule.measure {
        case .count:
            let verb = rule.unit == .speech ? "" : names.activity?.kind == .site ? "建成" : "开展"
            return "\(subject)\(window)\(verb)\(activity)\(amount)。"
        case .headcount where rule.unit == .percent: return "\(subject)\(window)参训人次占比\(amount)。"
        case .headcount: return "\(subject)\(window)培训\(persons(names))\(amount)。"
        case .coverage:
            let who = names.population?.subjects == .persons ? persons(names) : ""
            if rule.value == 100, rule.comparison == .atLeast {
                return "\(subject)\(window)\(who)\(activity)覆盖率不低于100%。"
            }
            return "\(subject)\(window)\(who)\(activity)覆盖率\(amount)。"
        case .share: return "\(subject)\(window)\(share(names))\(amount)。"
        case .duration: return "\(subject)\(window)\(activity)时间\(amount)。"
        case .hours: return "\(subject)\(window)\(activity)\(amount)。"
        case .leadTime: return "\(subject)\(activity)提前\(amount)报送。"
        case .deadline:
            if let fixed = fixedDay(rule) { return "\(subject)\(fixed)完成\(activity)。" }
            let event = names.event == .appointment ? "任职后" : "结束后"
            return "\(subject)\(activity)\(event)\(number(rule.value))\(unit(rule.unit))内完成。"
        }
    }

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

    private static func amount(_ rule: Rule) -> String {
        let unit = rule.measure == .share || rule.measure == .coverage ? "%" : Self.unit(rule.unit)
        let value = number(rule.value)
        switch rule.comparison {
        case .atLeast: return "不少于\(value)\(unit)"
        case .atMost: return "不超过\(value)\(unit)"
        case .about: return "\(value)\(unit)左右"
        case .range: return "\(value)至\(number(rule.upper ?? rule.value))\(unit)"
        }
    }

    static func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    }

    static func unit(_ unit: CountingUnit) -> String { units[unit] ?? "次" }

    static let units: [CountingUnit: String] = [
        .class: "期", .session: "次", .lecture: "堂", .speech: "次", .person: "名", .personTime: "人次", .percent: "%",
        .day: "天",
        .workingDay: "个工作日", .week: "周", .month: "个月", .year: "年", .hour: "学时", .document: "份", .site: "处",
        "book": "本", "work": "部", "film": "部", "article": "篇", "essay": "篇", "test": "次", "course": "门", "batch": "批次",
        "item": "项", "meeting": "次", "inspection": "次", "project": "项", "library": "个", "credit": "学分", "minute": "分钟",
        "quarter": "个季度", "term": "个学期",
    ]
}
