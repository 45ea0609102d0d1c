import Testing

@testable import Formats

struct CalendarDayTests {
    @Test(arguments: [
        (1, "1900-01-01"), (59, "1900-02-28"), (61, "1900-03-01"), (45356, "2024-03-05"), (43890, "2020-02-29"),
        (73110, "2100-03-01"), (2_958_465, "9999-12-31"),
    ]) func aSerialNumberIsADay(_ serial: Int, _ text: String) throws {
        let day = try #require(CalendarDay(serial: serial))
        #expect(day.description == text)
        #expect(day.serial == serial)
    }

    @Test(arguments: [60, 0, -1, 2_958_466, .max, .min]) func thereIsNoSuchDay(_ serial: Int) {
        #expect(CalendarDay(serial: serial) == nil)
    }

    @Test func everyDayComesBack() {
        for serial in stride(from: 61, to: 2_958_465, by: 37) { #expect(CalendarDay(serial: serial)?.serial == serial) }
    }

    @Test func workbooksOfTheMacintoshBeginIn1904() {
        #expect(CalendarDay(serial: 0, from1904: true)?.description == "1904-01-01")
        #expect(CalendarDay(serial: 43894, from1904: true)?.description == "2024-03-05")
        #expect(CalendarDay(serial: 2_958_465, from1904: true) == nil)
    }

    @Test func februaryEndsWhereItEnds() {
        #expect(CalendarDay(year: 2023, month: 2, day: 29) == nil)
        #expect(CalendarDay(year: 1900, month: 2, day: 29) == nil)
        #expect(CalendarDay(year: 2000, month: 2, day: 29) != nil)
        #expect(CalendarDay(year: 1899, month: 12, day: 31) == nil)
        #expect(CalendarDay(year: 2024, month: 13, day: 1) == nil)
    }
}
