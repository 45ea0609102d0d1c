/// The working days of a year as announced: which days of the week are free, and which days at weekends are worked.
public struct CalendarYear: Hashable, Sendable, Codable {
    public var year: Int
    /// Who says so: the number of the notice.
    public var source: String
    /// The day since which it is reckoned with: that of the notice, or that on which a site entered it.
    public var recorded: Day
    /// Free days, weekends among them or not.
    public var holidays: [Day]
    /// Worked days at weekends (调休上班).
    public var workdays: [Day]

    public init(year: Int, source: String, recorded: Day, holidays: [Day], workdays: [Day]) {
        self.year = year
        self.source = source
        self.recorded = recorded
        self.holidays = holidays
        self.workdays = workdays
    }
}
