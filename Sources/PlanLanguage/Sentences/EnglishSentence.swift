import Plans
import Vocabulary

/// Writes a rule as one plain English sentence.
enum EnglishSentence {
    static func sentence(for rule: Rule, _ names: RuleNames) -> String {
        let activity = rule.unit == .speech ? "keynote" : names.activity?.nameEn ?? "activity"
        let amount = amount(rule)
        let when = window(rule)
        let head = subject(rule, names) + (when.isEmpty ? "" : "," + when)
        let text: String
        switch rule.measure {
        case .count: text = "\(head): \(amount) of \(activity)"
        case .headcount where rule.unit == .percent:
            text = "\(head): person-times of training come to \(amount) of the \(persons(names))"
        case .headcount: text = "\(head): \(amount) trained (\(persons(names)))"
        case .coverage: text = "\(head): \(amount) of \(persons(names)) reached by \(activity)"
        case .share: text = "\(head): \(share(names)) \(amount)"
        case .duration: text = "\(head): \(activity) of \(amount)"
        case .hours: text = "\(head): \(amount) of \(activity)"
        case .leadTime: text = "\(head): \(activity) filed \(amount) ahead"
        case .deadline:
            if let window = rule.window, window.months == nil {
                text = "\(head): \(activity) done"
            } else {
                let event = names.event == .appointment ? "appointment" : "the end of the activity"
                text = "\(head): \(activity) done within \(quantity(rule)) of \(event)"
            }
        }
        return text.prefix(1).uppercased() + text.dropFirst() + "."
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

    private static func window(_ rule: Rule) -> String {
        guard let window = rule.window else { return "" }
        switch window {
        case .by(let day): return " by \(day.iso)"
        case .byEvery(let month, let day): return " by day \(day) of month \(month) every year"
        case .months(let n): return span(n, "month", rule.recurs)
        case .quarters(let n): return span(n, "quarter", rule.recurs)
        case .years(let n): return span(n, "year", rule.recurs)
        }
    }

    private static func span(_ n: Int, _ unit: String, _ recurs: Bool) -> String {
        recurs ? (n == 1 ? " every \(unit)" : " every \(n) \(unit)s") : " within \(n) \(unit)\(n == 1 ? "" : "s")"
    }

    private static func quantity(_ rule: Rule) -> String {
        let value = ChineseSentence.number(rule.value)
        let upper = rule.upper.map { " to " + ChineseSentence.number($0) } ?? ""
        if rule.unit == .percent { return value + upper + "%" }
        let unit = unitNames[rule.unit] ?? rule.unit.rawValue
        let many = rule.value != 1 || rule.upper != nil
        return "\(value)\(upper) \(many && unit != "person-times" ? plural(unit) : unit)"
    }

    private static func plural(_ unit: String) -> String {
        switch unit {
        case "person": "persons"
        case "class": "classes"
        case "speech": "speeches"
        case "library": "libraries"
        case "batch": "batches"
        default: unit + "s"
        }
    }

    private static let unitNames: [CountingUnit: String] = [.workingDay: "working day", .personTime: "person-times"]

    private static func amount(_ rule: Rule) -> String {
        switch rule.comparison {
        case .atLeast: "at least \(quantity(rule))"
        case .atMost: "at most \(quantity(rule))"
        case .about: "about \(quantity(rule))"
        case .range: quantity(rule)
        }
    }
}
