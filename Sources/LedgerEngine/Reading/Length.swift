import Plans
import Vocabulary

/// How long something lasts or must last, in days (docs/ledger.md, "Lengths").
enum Length {
    /// A length "about" so much may be this part shorter or longer.
    static let tolerance = 0.3
    private static let slack = 1e-9

    /// Days from `from` that `value` of `unit` come to: a month runs to the day before the same day of the next.
    static func days(_ value: Double, _ unit: CountingUnit, from: Int32) -> Double {
        switch unit {
        case .week: value * 7
        case .month: Double(Day(number: from).adding(months: Int(value)).number - from)
        case .year: Double(Day(number: from).adding(months: Int(value) * 12).number - from)
        default: value
        }
    }

    /// What an activity lasts, in the unit's own steps: days, working days or hours.
    static func measured(_ row: ActivityRow, in unit: CountingUnit) -> Double {
        switch unit {
        case .hour: row.hours
        case .workingDay: Double(WorkingDays.count(from: row.from, to: row.to))
        default: Double(row.days)
        }
    }

    static func verdict(_ row: ActivityRow, _ condition: LengthCondition) -> Why {
        let length = measured(row, in: condition.unit)
        let value = days(condition.value, condition.unit, from: row.from)
        switch condition.comparison {
        case .atLeast, .range: return length < value ? .tooShort : .counted
        case .atMost: return length > value ? .tooLong : .counted
        case .about:
            if length < value * (1 - tolerance) - slack { return .tooShort }
            return length > value * (1 + tolerance) + slack ? .tooLong : .counted
        }
    }
}

/// Monday to Friday. Public holidays are not known to the program (docs/decisions).
enum WorkingDays {
    static func isOne(_ day: Int32) -> Bool { Day(number: day).weekday <= 5 }

    /// Both days included.
    static func count(from: Int32, to: Int32) -> Int {
        guard from <= to else { return 0 }
        let whole = Int(to - from + 1) / 7
        var count = whole * 5
        var day = from + Int32(whole * 7)
        while day <= to {
            if isOne(day) { count += 1 }
            day += 1
        }
        return count
    }

    /// The `count`th working day after `day`.
    static func after(_ day: Int32, _ count: Int) -> Int32 {
        var day = day
        var left = count
        while left > 0 {
            day += 1
            if isOne(day) { left -= 1 }
        }
        return day
    }

    /// The last day on which `count` working days, that day included, lie before `day`.
    static func before(_ day: Int32, _ count: Int) -> Int32 {
        var day = day
        var left = count
        while left > 0 {
            day -= 1
            if isOne(day) { left -= 1 }
        }
        return day
    }
}
