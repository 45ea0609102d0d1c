import Plans
import Records
import Vocabulary

/// What figures of rules and records are read as, so that none of them ends a calculation: a slip of the pen is no reason
/// to stop (docs/ledger.md, "Limits").
enum Bounds {
    /// 0001-01-01 to 9999-12-31.
    static let days: ClosedRange<Int32> = -719_162...2_932_896
    static let largestValue = 1e12
    static let largestHours = 100_000.0
    /// Windows that ended longer ago are not looked at: 200 years.
    static let lookBack: Int32 = 73_000

    static func value(_ value: Double) -> Double { value.isNaN ? 0 : min(max(value, 0), largestValue) }

    /// Hours of a record in halves.
    static func halfHours(_ hours: Double) -> Int32 {
        hours.isNaN ? 0 : Int32((min(max(hours, 0), largestHours) * 2).rounded())
    }

    static func halfHours(_ halves: Int32) -> Int32 { min(max(halves, 0), Int32(largestHours) * 2) }

    /// A figure in halves as a whole number to compare with, above every figure where it is larger.
    static func comparable(_ halves: Double) -> Int32 { halves.isNaN ? 0 : Int32(min(max(halves, 0), 2e9)) }
}

extension Day {
    /// The day, or the first or last day of the calendar where it lies outside.
    var placed: Int32 { min(max(number, Bounds.days.lowerBound), Bounds.days.upperBound) }
}

extension Rule {
    var bounded: Rule {
        var rule = self
        rule.value = Bounds.value(value)
        if case .by(let day) = window { rule.window = .by(Day(number: day.placed)) }
        return rule
    }
}

extension Binding {
    var bounded: Binding {
        var binding = self
        binding.passShare = passShare.map(Bounds.value)
        binding.tiers = tiers?.map { ValueTier($0.category, Bounds.value($0.value)) }
        return binding
    }
}
