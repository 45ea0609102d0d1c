import Testing
import Vocabulary

@Suite("The calendar of working days")
struct WorkingCalendarTests {
    static func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

    /// From the notices: days off in all, and days worked at weekends. Working days are those of the year less its weekends
    /// and the days free by law, 11, since 2025 13; in 2020 two more.
    @Test(
        "the years that ship hold what their notices say",
        arguments: [
            (2020, 30, 6, 249), (2021, 31, 7, 250), (2022, 31, 7, 249), (2023, 26, 7, 249), (2024, 28, 8, 251),
            (2025, 28, 5, 248), (2026, 33, 6, 248),
        ])
    func published(year: Int, free: Int, worked: Int, workingDays: Int) throws {
        let found = try #require(WorkingCalendar.published.year(year))
        #expect(found.holidays.count == free)
        #expect(found.workdays.count == worked)
        #expect(found.source.hasPrefix("国办发明电〔"))
        #expect(Set(found.holidays).isDisjoint(with: found.workdays))
        for day in found.holidays + found.workdays { #expect(day.year == year) }
        for day in found.workdays { #expect(day.weekday > 5, "\(day) is worked by notice, so it is at a weekend") }
        #expect(found.recorded.year == year - 1 || year == 2020)
        let first = try #require(Day(year: year, month: 1, day: 1))
        let last = try #require(Day(year: year, month: 12, day: 31))
        #expect(WorkingCalendar.published.count(from: first, to: last) == workingDays)
    }

    @Test("counting says what going day by day says, forwards and backwards, in years known and unknown")
    func counting() throws {
        let calendar = WorkingCalendar.published
        for start in stride(from: try Self.day("2018-12-28").number, to: try Self.day("2028-02-01").number, by: 17) {
            let day = Day(number: start)
            var after = 0
            var before = 0
            for distance in 0...90 {
                let later = day + distance
                #expect(calendar.count(from: day, to: later - 1) == (0..<distance).count { Self.isWorked(day + $0) })
                if distance > 0, Self.isWorked(later) {
                    after += 1
                    #expect(calendar.after(day, after) == later)
                }
                if distance > 0, Self.isWorked(day - distance) {
                    before += 1
                    #expect(calendar.before(day, before) == day - distance)
                }
            }
        }
    }

    /// By the lists themselves.
    static func isWorked(_ day: Day) -> Bool {
        guard let year = WorkingCalendar.published.year(day.year) else { return day.weekday <= 5 }
        return year.workdays.contains(day) || (day.weekday <= 5 && !year.holidays.contains(day))
    }

    @Test("a year that nothing is known of is Monday to Friday, and said to be unknown")
    func unknown() throws {
        #expect(WorkingCalendar.published.year(2019) == nil && WorkingCalendar.published.year(2027) == nil)
        #expect(WorkingCalendar.weekdays.isWorked(try Self.day("2025-10-01")))
        #expect(!WorkingCalendar.published.isWorked(try Self.day("2025-10-01")))
        #expect(WorkingCalendar.published.isWorked(try Self.day("2025-10-11")))
    }

    @Test("what was announced later was not known before")
    func known() throws {
        let calendar = WorkingCalendar.published
        let festival = try Self.day("2026-10-01")
        #expect(calendar.known(at: try Self.day("2025-11-03")).isWorked(festival))
        #expect(!calendar.known(at: try Self.day("2025-11-04")).isWorked(festival))
        // The Spring Festival of 2020 was made longer while it lasted.
        let longer = try Self.day("2020-01-31")
        #expect(calendar.known(at: try Self.day("2020-01-25")).isWorked(longer))
        #expect(!calendar.isWorked(longer))
        #expect(calendar.known(at: nil) === calendar)
    }

    @Test("a site's own year takes the place of the one that ships, and of an earlier one")
    func own() throws {
        let monday = try Self.day("2026-11-30")
        func year(_ recorded: String, _ holidays: [Day]) throws -> CalendarYear {
            CalendarYear(
                year: 2026, source: "own", recorded: try Self.day(recorded), holidays: holidays, workdays: [])
        }
        let calendar = WorkingCalendar(
            WorkingCalendar.publishedYears + [try year("2026-11-01", [monday]), try year("2026-11-20", [])])
        #expect(calendar.isWorked(monday))
        #expect(!calendar.known(at: try Self.day("2026-11-19")).isWorked(monday))
        #expect(calendar.isWorked(try Self.day("2026-10-01")), "the own year stands alone")
    }

    @Test(
        "numbers beyond every calendar give a day, not a crash",
        arguments: [Int.min, -1, 0, 1, 73_000, 1_000_000_000, Int.max])
    func extremes(count: Int) throws {
        let day = try Self.day("2026-09-30")
        let calendar = WorkingCalendar.published
        #expect(calendar.after(day, count) >= day)
        #expect(calendar.before(day, count) <= day)
        #expect(calendar.count(from: Day(number: .min), to: Day(number: .max)) > 0)
        #expect(calendar.count(from: Day(number: .max), to: Day(number: .min)) == 0)
        // A year of which every day is free.
        let none = WorkingCalendar([
            CalendarYear(
                year: 2026, source: "", recorded: day, holidays: (0..<365).map { Day(number: 20_454) + $0 },
                workdays: [])
        ])
        #expect(none.after(try Self.day("2025-12-31"), 1) == (try Self.day("2027-01-01")))
    }
}
