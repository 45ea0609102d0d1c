import Plans
import Vocabulary

/// The longest time that a rule can ask for: 200 years. A longer one, a slip of the pen, is read as this, so that no due
/// day leaves the calendar.
enum LongestTime {
    static let years = 200.0

    static func bound(_ value: Double, _ unit: CountingUnit) -> Double {
        let most: Double =
            switch unit {
            case .year: years
            case .quarter: years * 4
            case .month: years * 12
            case .week: years * 52
            case .hour: years * 365 * 24
            default: years * 365
            }
        return value > 0 ? min(value, most) : 0
    }

    static func days(_ days: Int) -> Int32 { Int32(bound(Double(days), .day)) }
}

extension Rule {
    /// The rule with lengths of time, lead times and deadlines no longer than the longest time.
    var insideTheCalendar: Rule {
        guard measure == .duration || measure == .leadTime || measure == .deadline else { return self }
        var rule = self
        rule.value = LongestTime.bound(value, unit)
        return rule
    }
}

extension LengthCondition {
    var insideTheCalendar: LengthCondition {
        var condition = self
        condition.value = LongestTime.bound(value, unit)
        return condition
    }
}
