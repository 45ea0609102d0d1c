import Plans
import Vocabulary

/// Writes a rule as one plain English sentence.
enum EnglishSentence {
    static func sentence(for rule: Rule, _ names: RuleNames) -> String {
        let when = window(rule, names)
        let head = subject(rule, names) + (when.isEmpty ? "" : "," + when)
        let figures = rule.choices.indices.map { asked(rule.choice($0), names.choice($0)) }
        let text = "\(head): \(figures.joined(separator: ", or "))"
        return text.prefix(1).uppercased() + text.dropFirst() + "."
    }

    /// One figure, with what it counts.
    private static func asked(_ rule: Rule, _ names: RuleNames) -> String {
        let words = ActivityWords.of(names.activity, unit: rule.unit)
        let amount = amount(rule, names)
        switch rule.measure {
        case .count: return done(rule, names, words)
        case .headcount where rule.unit == .percent:
            return "participations in training come to \(amount) of the \(persons(names))"
        case .headcount where rule.unit == .personTime: return "\(amount) in training (\(persons(names)))"
        case .headcount where rule.value == 1 && rule.upper == nil || names.open != nil:
            return "train \(amount) (\(persons(names)))"
        case .headcount: return "train \(figure(rule, names)) \(persons(names))"
        case .coverage: return "\(reached(rule, names, amount)) reached by \(words.many)"
        case .share: return "\(share(names)) \(amount)"
        case .duration: return "\(words.one) of \(amount)"
        case .hours: return "\(amount) of \(words.many)"
        case .leadTime: return "\(words.one) filed \(amount) ahead"
        case .deadline:
            if let window = rule.window, window.months == nil || names.event == .fixedDay { return "\(words.one) done" }
            let event = names.event == .appointment ? "appointment" : "the end of the activity"
            return "\(words.one) done within \(names.open.map(unsettled) ?? quantity(rule)) of \(event)"
        }
    }

    /// give at least 1 party lecture on party history, by invited speakers (…)
    private static func done(_ rule: Rule, _ names: RuleNames, _ words: ActivityWords) -> String {
        let verb = rule.bearer == .person ? words.attends : words.holds
        let many = rule.value != 1 || rule.upper != nil
        var text = "\(verb) \(figure(rule, names)) \(many ? words.many : words.one)"
        if let audience = names.audience { text += " for \(audience.nameEn)" }
        if !names.topics.isEmpty { text += " on \(names.topicsEn)" }
        if let speaker = names.detail.speaker { text += ", by invited speakers (\(speaker))" }
        if let place = names.detail.place { text += ", at: \(place)" }
        return text
    }

    private static func reached(_ rule: Rule, _ names: RuleNames, _ amount: String) -> String {
        let all = rule.value == 100 && rule.comparison == .atLeast && names.open == nil
        return all ? "all \(persons(names))" : "\(amount) of \(persons(names))"
    }

    private static func persons(_ names: RuleNames) -> String {
        names.population?.subjects == .persons ? names.population?.nameEn ?? "officials" : "officials"
    }

    private static func subject(_ rule: Rule, _ names: RuleNames) -> String {
        switch rule.bearer {
        case .programme: "the programme"
        case .unit: names.population?.subjects == .units ? names.population?.nameEn ?? "every unit" : "every unit"
        case .team:
            names.population?.subjects == .teams ? "each of the \(names.population?.nameEn ?? "teams")" : "each team"
        case .person: "each of the \(persons(names))"
        case .activity: "each activity"
        }
    }

    private static func share(_ names: RuleNames) -> String {
        switch names.basis {
        case .attendance: "attendance"
        case .completion: "the rate of completion"
        case .onlineHours: "the share of online hours"
        case .population, nil: "the share of \(persons(names)) trained"
        }
    }

    private static func window(_ rule: Rule, _ names: RuleNames) -> String {
        guard let window = rule.window else { return "" }
        if rule.measure == .deadline, names.event == .fixedDay, window.months != nil {
            return dayOfWindow(rule, window)
        }
        switch window {
        case .by(let day): return " by \(day.iso)"
        case .byEvery(month: 2, day: 29): return " by the last day of February every year"
        case .byEvery(let month, let day): return " by \(day) \(months[min(max(month, 1), 12) - 1]) every year"
        case .months(6) where rule.recurs: return " every half-year"
        case .months(let n): return span(n, "month", rule.recurs)
        case .quarters(let n): return span(n, "quarter", rule.recurs)
        case .years(let n): return span(n, "year", rule.recurs)
        }
    }

    /// 每月5日前, 每季度末前
    private static func dayOfWindow(_ rule: Rule, _ window: Window) -> String {
        let each =
            switch window {
            case .months(1): "month"
            case .months(6): "half-year"
            case .quarters(1): "quarter"
            case .months(let n): "\(n) months"
            case .quarters(let n): "\(n) quarters"
            case .years, .by, .byEvery: "year"
            }
        return rule.value == 0
            ? " by the end of every \(each)" : " by day \(ChineseSentence.number(rule.value)) of every \(each)"
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    private static func span(_ n: Int, _ unit: String, _ recurs: Bool) -> String {
        recurs ? (n == 1 ? " every \(unit)" : " every \(n) \(unit)s") : " within \(n) \(unit)\(n == 1 ? "" : "s")"
    }

    // MARK: amounts

    private static func unsettled(_ open: String) -> String { "a number still to be settled (\(open))" }

    private static func quantity(_ rule: Rule) -> String {
        let value = ChineseSentence.number(rule.value)
        let upper = rule.upper.map { " to " + ChineseSentence.number($0) } ?? ""
        if rule.unit == .percent { return value + upper + "%" }
        return "\(value)\(upper) \(rule.upper == nil ? rule.unit.words.en(rule.value) : rule.unit.words.many)"
    }

    private static func amount(_ rule: Rule, _ names: RuleNames) -> String {
        names.open.map(unsettled) ?? compared(rule, quantity(rule))
    }

    /// The number alone: its noun follows.
    private static func figure(_ rule: Rule, _ names: RuleNames) -> String {
        if let open = names.open { return unsettled(open) + " of" }
        let upper = rule.upper.map { " to " + ChineseSentence.number($0) } ?? ""
        return compared(rule, ChineseSentence.number(rule.value) + upper)
    }

    private static func compared(_ rule: Rule, _ figure: String) -> String {
        switch rule.comparison {
        case .atLeast: "at least \(figure)"
        case .atMost: "at most \(figure)"
        case .about: "about \(figure)"
        case .range: figure
        }
    }
}
