import Plans
import Vocabulary

/// A unit of time (docs/ledger.md, "Times": what each means in every measure).
enum TimeUnit: UInt8, Sendable {
    case hours, days, workingDays, weeks, months, quarters, years

    /// Nil for what is no unit of time.
    init?(_ unit: CountingUnit) {
        switch unit {
        case .hour: self = .hours
        case .day: self = .days
        case .workingDay: self = .workingDays
        case .week: self = .weeks
        case .month: self = .months
        case .quarter: self = .quarters
        case .year: self = .years
        default: return nil
        }
    }

    /// How many months one is; 0 for what is counted in days.
    var months: Double {
        switch self {
        case .months: 1
        case .quarters: 3
        case .years: 12
        case .hours, .days, .workingDays, .weeks: 0
        }
    }
}

extension Rule {
    /// Whether records can tell what the rule asks. What they cannot, a person must rule on: 提前12小时 where only days are
    /// kept, 一个学期, hours counted in weeks.
    func isMeant(_ binding: Binding) -> Bool {
        isEither ? canChoose(binding) : isMeantAlone(binding)
    }

    func isMeantAlone(_ binding: Binding) -> Bool {
        let time = TimeUnit(unit)
        if let length = binding.length, TimeUnit(length.unit) == nil { return false }
        switch measure {
        case .duration: return time != nil
        case .leadTime: return time.map(isInDays) ?? false
        case .deadline:
            guard binding.deadlineFrom == .activityEnd || binding.deadlineFrom == .appointment else { return true }
            return time.map(isInDays) ?? false
        case .hours: return time == nil || time == .hours
        case .count, .headcount, .coverage, .share: return true
        }
    }

    /// Of hours the days they come to are meant, where they come to any.
    private func isInDays(_ time: TimeUnit) -> Bool {
        time != .hours || (value / 24).truncatingRemainder(dividingBy: 1) == 0
    }

    /// Whether what it asks was over before the edition came into force: 2022年底前 in a plan of 2024.
    func endsBefore(_ inForce: Day) -> Bool {
        if case .by(let day) = window { day < inForce } else { false }
    }
}
