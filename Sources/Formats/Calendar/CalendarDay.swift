/// A day from 1 January 1900 to 31 December 9999: those that a spreadsheet has.
public struct CalendarDay: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let year: Int
    public let month: Int
    public let day: Int

    /// Nil where there is no such day, or none in a spreadsheet.
    public init?(year: Int, month: Int, day: Int) {
        guard (1900...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
        guard day <= Self.length(month, of: year) else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    private static func length(_ month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The number by which a workbook knows the day: 1 is 1 January 1900, and 60 a 29 February 1900 that never was.
    public var serial: Int {
        let days = daysFrom1900
        return days < 59 ? days + 1 : days + 2
    }

    /// Nil for 60, for what lies before the first day and behind the last. Workbooks of the old Macintosh begin in 1904.
    public init?(serial: Int, from1904: Bool = false) {
        guard serial <= 2_958_465, serial >= (from1904 ? 0 : 1) else { return nil }
        if from1904 {
            self.init(daysFrom1900: serial + 1460)
        } else {
            guard serial != 60 else { return nil }
            self.init(daysFrom1900: serial < 60 ? serial - 1 : serial - 2)
        }
    }

    /// Nil behind the last day.
    public var next: CalendarDay? { Self(daysFrom1900: daysFrom1900 + 1) }

    private var daysFrom1900: Int {
        let years = year - 1900
        // One leap day in each fourth year that has passed since 1900, which had none, but not in 2100, 2200, 2300.
        var days = years * 365 + (year - 1) / 4 - (year - 1) / 100 + (year - 1) / 400 - 460
        for earlier in 1..<month { days += Self.length(earlier, of: year) }
        return days + day - 1
    }

    private init?(daysFrom1900 days: Int) {
        // Never too late a year, and rarely more than one too early.
        var year = 1900 + days / 366
        while let next = Self(year: year + 1, month: 1, day: 1), next.daysFrom1900 <= days { year += 1 }
        var rest = days - (Self(year: year, month: 1, day: 1)?.daysFrom1900 ?? 0)
        var month = 1
        while month < 12, rest >= Self.length(month, of: year) {
            rest -= Self.length(month, of: year)
            month += 1
        }
        self.init(year: year, month: month, day: rest + 1)
    }

    public static func < (one: Self, other: Self) -> Bool {
        (one.year, one.month, one.day) < (other.year, other.month, other.day)
    }

    /// As ISO 8601 has it: `2024-03-05`.
    public var description: String {
        "\(year)-" + (month < 10 ? "0" : "") + "\(month)-" + (day < 10 ? "0" : "") + "\(day)"
    }
}
