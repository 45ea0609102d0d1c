import Vocabulary

/// The stretch of years in which the town's records lie.
struct TownCalendar {
    /// 1 January two years before `until`: the books were opened on that day.
    let start: Day
    let until: Day

    init(until: Day) {
        self.until = until
        start = Day(year: until.year - 2, month: 1, day: 1) ?? until
    }

    var years: ClosedRange<Int> { start.year...until.year }

    /// The working day on or after the given day of a month; days past the month's end run into the next.
    func workday(_ year: Int, _ month: Int, _ day: Int) -> Day {
        let first = Day(year: year, month: month, day: 1) ?? start
        return workday(first + (day - 1))
    }

    func workday(_ day: Day) -> Day {
        switch day.weekday {
        case 6: day + 2
        case 7: day + 1
        default: day
        }
    }

    /// The first days of all months from the start to the end.
    var months: [(year: Int, month: Int)] {
        years.flatMap { year in (1...12).map { (year, $0) } }.filter { (year, month) in
            (Day(year: year, month: month, day: 1) ?? start) <= until
        }
    }
}
