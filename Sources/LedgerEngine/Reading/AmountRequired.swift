import Plans
import Vocabulary

extension RuleReading {
    /// What one subject must come to in one window.
    var amountRequired: Double { amountRequired(of: rule.value) }

    /// The same where the rule's value were another, as tiers have it.
    func amountRequired(of value: Double) -> Double {
        var rule = rule
        rule.value = value
        rule = rule.insideTheCalendar
        return switch rule.measure {
        // Nine tenths of the days: of half a year there are none to be had before.
        case .duration where rule.bearer == .person:
            rule.aboutShare(of: Length.days(rule.value, unit, from: inForce.number))
        case .duration, .deadline: 1
        // Of hours that somebody has; where nobody has any, the percentage itself.
        case .share: rule.value
        default: rule.threshold
        }
    }
}
