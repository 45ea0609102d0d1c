import Plans
import Vocabulary

/// How long something lasts or must last, in days (docs/ledger.md, "Lengths").
enum Length {
    /// A length "about" so much may be this part shorter or longer.
    static let tolerance = 0.3
    static let slack = 1e-9

    /// Days from `from` that `value` of `unit` come to: a month runs to the day before the same day of the next.
    static func days(_ value: Double, _ unit: LengthUnit, from: Int32) -> Double {
        switch unit {
        case .weeks: value * 7
        case .months: Double(Day(number: from).adding(months: Int(value)).number - from)
        case .years: Double(Day(number: from).adding(months: Int(value) * 12).number - from)
        case .hours, .days, .workingDays: value
        }
    }

    /// What an activity lasts, in the unit's own steps: days, working days or hours.
    static func measured(_ row: ActivityRow, in unit: LengthUnit) -> Double {
        switch unit {
        case .hours: row.hours
        case .workingDays: Double(WorkingDays.count(from: row.from, to: row.to))
        case .days, .weeks, .months, .years: Double(row.days)
        }
    }

    /// The day that lies `value` of `unit` after (or, below zero, before) a day.
    static func day(_ value: Double, _ unit: LengthUnit, from day: Int32) -> Int32 {
        switch unit {
        case .workingDays:
            value < 0 ? WorkingDays.before(day, Int(-value)) : WorkingDays.after(day, Int(value))
        case .weeks: day + Int32(value * 7)
        case .months: Day(number: day).adding(months: Int(value)).number
        case .years: Day(number: day).adding(months: Int(value) * 12).number
        case .hours, .days: day + Int32(value)
        }
    }
}

/// A unit of time by which activities are measured; whatever is none is counted in days.
enum LengthUnit: UInt8, Sendable {
    case hours, days, workingDays, weeks, months, years

    init(_ unit: CountingUnit) {
        self =
            switch unit {
            case .hour: .hours
            case .workingDay: .workingDays
            case .week: .weeks
            case .month: .months
            case .year: .years
            default: .days
            }
    }
}

/// A condition on the length of an activity, put so that a million of them are looked at quickly.
struct LengthTest: Sendable {
    let comparison: Comparison
    let value: Double
    let unit: LengthUnit

    init(_ condition: LengthCondition) {
        comparison = condition.comparison
        value = condition.value
        unit = LengthUnit(condition.unit)
    }

    @inline(__always)
    func verdict(_ row: ActivityRow) -> Why {
        let length = Length.measured(row, in: unit)
        let value = Length.days(value, unit, from: row.from)
        switch comparison {
        case .atLeast, .range: return length < value ? .tooShort : .counted
        case .atMost: return length > value ? .tooLong : .counted
        case .about:
            if length < value * (1 - Length.tolerance) - Length.slack { return .tooShort }
            return length > value * (1 + Length.tolerance) + Length.slack ? .tooLong : .counted
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
