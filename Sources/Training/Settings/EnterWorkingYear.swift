public import Spelling
import Storage
public import Store
public import Vocabulary

/// Enters a year's holidays and worked weekends (登记工作日历), in place of what ships with the program or was entered before.
public struct EnterWorkingYear: Act {
    public static let right = Right.plan
    public static let words = Words("登记工作日历", "Working days entered")
    public static let isTownWide = true
    public var year: Int
    public var source: String
    public var holidays: [Day]
    public var workdays: [Day]

    /// A year is never taken back: one with a digit too few or too much is not let in.
    public static let years = 1990...2100

    public init(year: Int, source: String, holidays: [Day], workdays: [Day]) {
        self.year = year
        self.source = source
        self.holidays = holidays
        self.workdays = workdays
    }

    /// Throws `WorkingYearRefused`.
    public func perform(in t: ActTransaction) throws -> CalendarYear {
        let entered = CalendarYear(
            year: year, source: try spelledSource(), recorded: t.today, holidays: holidays.sorted(),
            workdays: workdays.sorted())
        try check(entered)
        let standing = try t.workingCalendar().year(year)
        if let standing, standing.source == entered.source, standing.holidays == entered.holidays,
            standing.workdays == entered.workdays
        {
            throw WorkingYearRefused.same
        }
        try t.writing.add(entered)
        return entered
    }

    private func spelledSource() throws(WorkingYearRefused) -> String {
        do { return try TextRule(limit: 100).spelled(source) } catch { throw .sourceUnfit(error) }
    }

    private func check(_ entered: CalendarYear) throws(WorkingYearRefused) {
        guard Self.years.contains(year) else { throw .yearOutside(Self.years) }
        guard !entered.holidays.isEmpty || !entered.workdays.isEmpty else { throw .empty }
        for day in entered.holidays + entered.workdays where day.year != year { throw .otherYear(day) }
        for day in entered.workdays where day.weekday <= 5 { throw .workedAnyway(day) }
        let days = entered.holidays + entered.workdays
        var seen: Set<Day> = []
        for day in days where !seen.insert(day).inserted { throw .twice(day) }
    }
}

/// Why a year was not entered.
public enum WorkingYearRefused: Error, Hashable, Sendable {
    case sourceUnfit(TextFlaw)
    case empty
    /// No year that anybody enters; those that may be.
    case yearOutside(ClosedRange<Int>)
    case otherYear(Day)
    /// A Monday to Friday need not be said to be worked.
    case workedAnyway(Day)
    case twice(Day)
    /// It stands so already.
    case same
}
