/// A calendar day without time or zone: days since 1970-01-01 in the proleptic Gregorian calendar.
///
/// Conversions follow Howard Hinnant's `days_from_civil` (public domain, "chrono-compatible low-level date algorithms").
public struct Day: Hashable, Comparable, Sendable {
    public var number: Int32

    public init(number: Int32) { self.number = number }

    /// Nil where the day does not exist (30 February, month 13).
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            (1...Day.length(ofMonth: month, year: year)).contains(day)
        else { return nil }
        self.init(trustedYear: year, month: month, day: day)
    }

    /// Reads `2026-09-30`; nil for anything else.
    public init?(iso text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    init(trustedYear year: Int, month: Int, day: Int) {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = Int32(clamping: era * 146_097 + dayOfEra - 719_468)
    }

    public var civil: (year: Int, month: Int, day: Int) {
        let shifted = Int(number) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }

    public var year: Int { civil.year }
    public var month: Int { civil.month }

    /// 1 is Monday, 7 is Sunday (ISO 8601).
    public var weekday: Int { ((Int(number) + 3) % 7 + 7) % 7 + 1 }

    public var iso: String {
        let (year, month, day) = civil
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    /// `2026年9月30日`, as documents date.
    public var spoken: String {
        let (year, month, day) = civil
        return "\(year)年\(month)月\(day)日"
    }

    /// The last day of a time of so many months that begins after this day: the same day of that month, or the month's
    /// last day where it has no such day (民法典第二百零一条、第二百零二条). Below zero, so many months before.
    public func adding(months: Int) -> Day {
        let (year, month, day) = civil
        // Ten thousand years: whatever is further is a slip, and no day lies there.
        let total = year * 12 + month - 1 + min(max(months, -120_000), 120_000)
        let newMonth = (total % 12 + 12) % 12 + 1
        let newYear = (total - newMonth + 1) / 12
        return Day(
            trustedYear: newYear, month: newMonth, day: min(day, Day.length(ofMonth: newMonth, year: newYear)))
    }

    /// The last day of a time of so many months that begins with this day: the day before the same day of that month, or
    /// the month's last day where it has no such day.
    public func ending(months: Int) -> Day {
        let same = adding(months: months)
        return same.civil.day == civil.day ? same - 1 : same
    }

    public static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    public static func < (a: Day, b: Day) -> Bool { a.number < b.number }
    /// A sum that leaves the calendar is its last or first day.
    public static func + (day: Day, days: Int) -> Day {
        Day(number: Int32(clamping: Int(day.number) + min(max(days, -span), span)))
    }
    public static func - (day: Day, days: Int) -> Day {
        Day(number: Int32(clamping: Int(day.number) - min(max(days, -span), span)))
    }
    private static let span = 1 << 33
    public static func - (later: Day, earlier: Day) -> Int { Int(later.number) - Int(earlier.number) }
}

extension Day: CustomStringConvertible {
    public var description: String { iso }
}

extension Day: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let day = Day(iso: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a day: \(text)")
        }
        self = day
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso)
    }
}

private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

extension Day {
    /// Stands in a form where no day was given yet.
    public static let unset = Day(number: 0)
}
