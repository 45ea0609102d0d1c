import Testing
import Vocabulary

@Suite("Counting by months")
struct MonthTests {
    static func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

    /// A time that begins after a day, and one that begins with it: docs/ledger.md has the same table.
    static let table: [(from: String, months: Int, after: String, with: String)] = [
        ("2023-01-27", 1, "2023-02-27", "2023-02-26"), ("2023-01-28", 1, "2023-02-28", "2023-02-27"),
        ("2023-01-29", 1, "2023-02-28", "2023-02-28"), ("2023-01-30", 1, "2023-02-28", "2023-02-28"),
        ("2023-01-31", 1, "2023-02-28", "2023-02-28"), ("2023-02-01", 1, "2023-03-01", "2023-02-28"),
        ("2024-01-28", 1, "2024-02-28", "2024-02-27"), ("2024-01-29", 1, "2024-02-29", "2024-02-28"),
        ("2024-01-30", 1, "2024-02-29", "2024-02-29"), ("2024-01-31", 1, "2024-02-29", "2024-02-29"),
        ("2024-08-31", 6, "2025-02-28", "2025-02-28"), ("2023-08-31", 6, "2024-02-29", "2024-02-29"),
        ("2024-02-29", 12, "2025-02-28", "2025-02-28"), ("2024-02-29", 48, "2028-02-29", "2028-02-28"),
        ("2023-02-28", 12, "2024-02-28", "2024-02-27"), ("2025-03-01", 12, "2026-03-01", "2026-02-28"),
        ("2025-01-01", 12, "2026-01-01", "2025-12-31"), ("2025-11-30", 3, "2026-02-28", "2026-02-28"),
    ]

    @Test("ends on the day of the same number, or on the month's last", arguments: table)
    func ends(row: (from: String, months: Int, after: String, with: String)) throws {
        let from = try Self.day(row.from)
        #expect(from.adding(months: row.months).iso == row.after)
        #expect(from.ending(months: row.months).iso == row.with)
    }

    @Test("a later beginning never ends earlier, and a time that begins with a month ends with one")
    func monotone() throws {
        let first = try Self.day("2023-01-01")
        for months in 1...40 {
            for days in 0..<1500 {
                let day = first + days
                #expect(day.ending(months: months) <= (day + 1).ending(months: months))
                #expect(day.adding(months: months) <= (day + 1).adding(months: months))
                #expect(day.ending(months: months) <= day.adding(months: months))
                if day.civil.day == 1 { #expect((day.ending(months: months) + 1).civil.day == 1) }
            }
        }
    }

    @Test(
        "numbers beyond the calendar give a day, not a crash",
        arguments: [Int.min, -1_000_000, -30_000, 30_000, 1_000_000, Int.max])
    func extremes(months: Int) throws {
        for number in [Int32.min, -719_162, 0, 20_000, .max] {
            let day = Day(number: number)
            _ = day.adding(months: months).iso
            _ = day.ending(months: months)
            _ = (day + months).number
            _ = (day - months).number
        }
        #expect(Day(number: .max) - Day(number: .min) == 4_294_967_295)
    }
}
