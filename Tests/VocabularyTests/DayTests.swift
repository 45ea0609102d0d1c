import Testing
import Vocabulary

@Suite("Days")
struct DayTests {
    @Test("every day of four centuries has the next day's number, and reads back")
    func everyDay() throws {
        var expected = try #require(Day(year: 1800, month: 1, day: 1)).number
        for year in 1800..<2200 {
            for month in 1...12 {
                for day in 1...Day.length(ofMonth: month, year: year) {
                    let found = try #require(Day(year: year, month: month, day: day))
                    guard found.number == expected, found.civil == (year, month, day) else {
                        Issue.record("\(year)-\(month)-\(day) is \(found.number), expected \(expected)")
                        return
                    }
                    expected += 1
                }
            }
        }
        #expect(try #require(Day(iso: "1970-01-01")).number == 0)
    }

    @Test(
        "days that do not exist are refused",
        arguments: [
            "2023-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "24-01-01", "2024-1-1", "2024-01-01 ", "", "二〇二四",
            "+024-01-01",
        ])
    func refused(text: String) { #expect(Day(iso: text) == nil) }

    @Test(
        "adding months keeps the day, or takes the month's last",
        arguments: [
            ("2024-01-31", 1, "2024-02-29"), ("2023-01-31", 1, "2023-02-28"), ("2024-03-31", -1, "2024-02-29"),
            ("2024-02-29", 12, "2025-02-28"), ("2024-12-15", 1, "2025-01-15"), ("2024-01-15", -1, "2023-12-15"),
        ])
    func months(from: String, months: Int, to: String) throws {
        #expect(try #require(Day(iso: from)).adding(months: months).iso == to)
    }

    @Test("weekdays follow ISO 8601, before 1970 too")
    func weekdays() throws {
        #expect(try #require(Day(iso: "2024-02-29")).weekday == 4)
        #expect(try #require(Day(iso: "1969-12-31")).weekday == 3)
        #expect(try #require(Day(iso: "1900-01-01")).weekday == 1)
    }

    @Test("a span holds both its ends, and is open without an end")
    func spans() throws {
        let first = try #require(Day(iso: "2024-01-01"))
        let span = DaySpan(from: first, until: first + 1)
        #expect(
            !span.contains(first - 1) && span.contains(first) && span.contains(first + 1) && !span.contains(first + 2))
        #expect(DaySpan(from: first).contains(first + 100_000))
    }
}
