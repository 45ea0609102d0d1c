/// Which days are worked: Monday to Friday, but for what was announced year by year (docs/ledger.md, "Working days").
///
/// Of a year that nothing was announced of, Monday to Friday is an estimate.
public final class WorkingCalendar: Sendable {
    /// What was announced, the later of one year after the earlier.
    public let announced: [CalendarYear]
    /// By year, what holds.
    private let years: [Int: CalendarYear]
    /// The days on which it is otherwise than by the day of the week, ascending.
    private let exceptions: [Int32]
    /// Of the exceptions before each place, how many working days more (or, below zero, fewer) there are.
    private let surplus: [Int]

    /// Where a year stands twice, the later in the list holds.
    public init(_ announced: [CalendarYear]) {
        self.announced = announced
        years = Dictionary(announced.map { ($0.year, $0) }, uniquingKeysWith: { $1 })
        var changes: [Int32: Int] = [:]
        for year in years.values {
            for day in year.holidays where day.year == year.year && day.weekday <= 5 { changes[day.number] = -1 }
            for day in year.workdays where day.year == year.year && day.weekday > 5 { changes[day.number] = 1 }
        }
        let ordered = changes.sorted { $0.key < $1.key }
        exceptions = ordered.map(\.key)
        surplus = ordered.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.value) }
    }

    /// Monday to Friday, whatever was announced.
    public static let weekdays = WorkingCalendar([])

    /// The calendar as it was known on a day; nil for all that is known.
    public func known(at day: Day?) -> WorkingCalendar {
        guard let day, announced.contains(where: { $0.recorded > day }) else { return self }
        return WorkingCalendar(announced.filter { $0.recorded <= day })
    }

    /// What was announced of a year; nil where Monday to Friday is an estimate.
    public func year(_ year: Int) -> CalendarYear? { years[year] }

    public func isWorked(_ day: Day) -> Bool { count(from: day, to: day) == 1 }

    /// Working days from one day to another, both included.
    public func count(from: Day, to: Day) -> Int {
        guard from <= to else { return 0 }
        return Self.weekdays(before: to + 1) - Self.weekdays(before: from)
            + surplus[place(to.number, including: true)] - surplus[place(from.number, including: false)]
    }

    /// The `count`th working day after a day; the day itself for none.
    public func after(_ day: Day, _ count: Int) -> Day {
        guard count > 0 else { return day }
        return day + Self.fewest(count) { self.count(from: day + 1, to: day + $0) }
    }

    /// The last day from which, that day included, `count` working days lie before a day.
    public func before(_ day: Day, _ count: Int) -> Day {
        guard count > 0 else { return day }
        return day - Self.fewest(count) { self.count(from: day - $0, to: day - 1) }
    }

    /// The smallest number of days in which there are so many working days.
    private static func fewest(_ wanted: Int, _ worked: (Int) -> Int) -> Int {
        // Seven days for five; more where a year has many holidays. Nobody waits for more than this program's calendar.
        var high = min(wanted, furthest) / 5 * 7 + 14
        while high < furthest, worked(high) < wanted { high *= 2 }
        var low = 0
        while low < high {
            let middle = (low + high) / 2
            if worked(middle) < wanted { low = middle + 1 } else { high = middle }
        }
        return low
    }
    private static let furthest = 4_000_000

    /// How many exceptions lie before a day, or up to it.
    private func place(_ day: Int32, including: Bool) -> Int {
        var low = 0
        var high = exceptions.count
        while low < high {
            let middle = (low + high) / 2
            if exceptions[middle] < day || (including && exceptions[middle] == day) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }

    /// Mondays to Fridays from a Monday long ago up to the day before.
    private static func weekdays(before day: Day) -> Int {
        let days = Int(day.number) - monday
        let weeks = days >= 0 ? days / 7 : (days - 6) / 7
        return weeks * 5 + min(days - weeks * 7, 5)
    }
    private static let monday = 4  // 1970-01-05
}
