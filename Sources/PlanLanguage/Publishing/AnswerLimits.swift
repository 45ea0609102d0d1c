import Plans
import Vocabulary

/// Figures of an answer that no plan can mean.
struct AnswerLimits {
    struct Fault {
        var field: String
        var figure: String
        /// What may stand there: `1–36525`.
        var allowed: String
    }

    private(set) var faults: [Fault] = []

    /// Holds the answer's figures to the limits of the rule that it answers.
    init(_ answer: BindingAnswer, to rule: Rule) {
        let largest = FigureLimits.largest(of: rule.unit, rule.measure)
        let whole = [.count, .headcount].contains(rule.measure) && rule.unit != .percent
        if let amount = answer.amount, !(amount > 0 && amount <= largest) || whole && amount != amount.rounded() {
            add("amount", amount, whole ? "1–\(plain(largest))" : "> 0, ≤ \(plain(largest))")
        }
        for tier in answer.tiers ?? [] where !(tier.value >= 0 && tier.value <= largest) {
            add("tiers.value", tier.value, "0–\(plain(largest))")
        }
        if let made = answer.obliges { hold(made) }
        let others = answer.alternatives ?? []
        if others.count >= Rule.mostFigures { add("alternatives", Double(others.count), "0–\(Rule.mostFigures - 1)") }
        for other in others {
            let largest = FigureLimits.largest(of: other.unit, other.measure)
            let whole = [.count, .headcount].contains(other.measure)
            for value in [other.value, other.upper].compactMap(\.self)
            where !(value > 0 && value <= largest) || whole && value != value.rounded() {
                add("alternatives.value", value, whole ? "1–\(plain(largest))" : "> 0, ≤ \(plain(largest))")
            }
            for tier in other.tiers ?? [] where !(tier.value >= 0 && tier.value <= largest) {
                add("alternatives.tiers.value", tier.value, "0–\(plain(largest))")
            }
        }
        if let share = answer.passShare, !(share > 0 && share <= 100) { add("passShare", share, "> 0, ≤ 100") }
        for (field, days) in [
            ("conditions.filedAhead", answer.conditions?.filedAhead),
            ("conditions.reportedWithin", answer.conditions?.reportedWithin),
        ] {
            if let days, FigureLimits.heldDays(days) != days { add(field, Double(days), "0–36525") }
        }
        for (field, window) in [
            ("obliges.window", answer.obliges?.window), ("window", answer.window), ("step", answer.step),
        ] {
            guard let window else { continue }
            if window.isTooLong { faults.append(Fault(field: field, figure: window.code, allowed: Self.longest)) }
            if case .by(let day) = window, !Self.years.contains(day.year) {
                faults.append(Fault(field: field, figure: window.code, allowed: Self.days))
            }
        }
    }

    /// What a number is said to ask for, by each of its figures.
    private mutating func hold(_ made: Rule) {
        if (made.alternatives?.count ?? 0) >= Rule.mostFigures {
            add("obliges.alternatives", Double(made.alternatives?.count ?? 0), "0–\(Rule.mostFigures - 1)")
        }
        for rule in made.choices {
            let largest = FigureLimits.largest(of: rule.unit, rule.measure)
            let whole = [.count, .headcount].contains(rule.measure) && rule.unit != .percent
            for (field, value) in [("obliges.value", rule.value), ("obliges.upper", rule.upper)] {
                guard let value else { continue }
                // A day that is named is no figure: 每年12月10日前.
                let isSome = value > 0 || rule.measure == .deadline && value == 0
                guard !isSome || value > largest || whole && value != value.rounded() else { continue }
                add(field, value, whole ? "1–\(plain(largest))" : "> 0, ≤ \(plain(largest))")
            }
            if let upper = rule.upper, upper < rule.value { add("obliges.upper", upper, "≥ \(plain(rule.value))") }
        }
    }

    private static let longest = "1 month – 200 year"
    /// The years that a plan may speak of; in others a digit is missing or too much.
    private static let years = 1990...2199
    private static let days = "by 1990-01-01 – by 2199-12-31"

    private mutating func add(_ field: String, _ figure: Double, _ allowed: String) {
        faults.append(Fault(field: field, figure: "\(figure)", allowed: allowed))
    }

    private func plain(_ value: Double) -> String { ChineseSentence.number(value) }
}
