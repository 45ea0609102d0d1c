import Plans
import Vocabulary

/// How long something lasts or must last, in days (docs/ledger.md, "Times").
enum Length {
    /// A length "about" so much may be this part shorter or longer.
    static let tolerance = 0.3
    static let slack = 1e-9

    /// Days that `value` of `unit` come to, counted with the day `from`.
    static func days(_ value: Double, _ unit: TimeUnit, from: Int32) -> Double {
        switch unit {
        case .weeks: return value * 7
        case .months, .quarters, .years:
            let time = MonthsAndDays(value, unit)
            return Double(Day(number: from).ending(months: time.months).number + time.days - from + 1)
        case .hours, .days, .workingDays: return value
        }
    }

    /// What an activity lasts, in the unit's own steps: days, working days or hours.
    static func measured(_ row: ActivityRow, in unit: TimeUnit, _ calendar: WorkingCalendar) -> Double {
        switch unit {
        case .hours: row.hours
        case .workingDays: Double(calendar.count(from: Day(number: row.from), to: Day(number: row.to)))
        case .days, .weeks, .months, .quarters, .years: Double(row.days)
        }
    }

    /// The day that lies `value` of `unit` after (or, below zero, before) a day, which itself does not count.
    static func day(_ value: Double, _ unit: TimeUnit, from day: Int32, _ calendar: WorkingCalendar) -> Int32 {
        let sign = value < 0 ? -1 : 1
        switch unit {
        case .workingDays:
            let count = whole(abs(value))
            return (sign < 0 ? calendar.before(Day(number: day), count) : calendar.after(Day(number: day), count))
                .number
        case .months, .quarters, .years:
            let time = MonthsAndDays(abs(value), unit)
            return (Day(number: day).adding(months: sign * time.months) + sign * Int(time.days)).number
        case .weeks: return (Day(number: day) + sign * whole(abs(value) * 7)).number
        case .hours: return (Day(number: day) + sign * whole(abs(value) / 24)).number
        case .days: return (Day(number: day) + sign * whole(abs(value))).number
        }
    }

    /// A part of a day counts as a day.
    static func whole(_ days: Double) -> Int { Int((days - slack).rounded(.up)) }
}

/// A time in months: whole months, and what is left in thirtieths of a month, which are days.
struct MonthsAndDays {
    let months: Int
    let days: Int32

    init(_ value: Double, _ unit: TimeUnit) {
        // 0.333 years, as a third is written, are four months.
        let thirtieths = Int((value * 30 * unit.months - 1e-6).rounded(.up))
        months = thirtieths / 30
        days = Int32(thirtieths % 30)
    }
}

/// A condition on the length of an activity, put so that a million of them are looked at quickly.
struct LengthTest: Sendable {
    let comparison: Comparison
    let value: Double
    let unit: TimeUnit

    /// Nil where it asks for no length of time.
    init?(_ condition: LengthCondition) {
        guard let unit = TimeUnit(condition.unit) else { return nil }
        comparison = condition.comparison
        value = condition.value
        self.unit = unit
    }

    @inline(__always)
    func verdict(_ row: ActivityRow, _ calendar: WorkingCalendar) -> Why {
        verdict(Length.measured(row, in: unit, calendar), from: row.from)
    }

    /// The same of a length in the unit's own steps, from a day on.
    @inline(__always)
    func verdict(_ length: Double, from: Int32) -> Why {
        let value = Length.days(value, unit, from: from)
        switch comparison {
        case .atLeast, .range: return length < value ? .tooShort : .counted
        case .atMost: return length > value ? .tooLong : .counted
        case .about:
            if length < value * (1 - Length.tolerance) - Length.slack { return .tooShort }
            return length > value * (1 + Length.tolerance) + Length.slack ? .tooLong : .counted
        }
    }
}
