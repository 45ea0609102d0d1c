import Testing

@testable import Formats

struct CalendarFeedTests {
    private func file(_ change: (inout CalendarEvent) -> Void = { _ in }) throws -> String {
        let day = try #require(CalendarDay(year: 2024, month: 3, day: 5))
        var event = CalendarEvent(
            uid: "c-12@xingzhi", sequence: 2,
            span: .times(CalendarMoment(day, seconds: 32_400), CalendarMoment(day, seconds: 41_400)), title: "党纪学习，第一讲")
        change(&event)
        return CalendarFeed(name: "培训", stamp: CalendarMoment(day, seconds: 3_661), events: [event]).text
    }

    @Test func anEventIsWrittenWithItsTimesAndStamp() throws {
        #expect(
            try file()
                == [
                    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Xingzhi//Xingzhi//ZH", "METHOD:PUBLISH", "NAME:培训",
                    "X-WR-CALNAME:培训",
                    "BEGIN:VTIMEZONE", "TZID:Asia/Shanghai", "BEGIN:STANDARD", "DTSTART:19920101T000000",
                    "TZOFFSETFROM:+0800",
                    "TZOFFSETTO:+0800", "TZNAME:CST", "END:STANDARD", "END:VTIMEZONE", "BEGIN:VEVENT",
                    "UID:c-12@xingzhi",
                    "DTSTAMP:20240305T010101Z", "SEQUENCE:2", "DTSTART;TZID=Asia/Shanghai:20240305T090000",
                    "DTEND;TZID=Asia/Shanghai:20240305T113000", "SUMMARY:党纪学习，第一讲", "STATUS:CONFIRMED", "END:VEVENT",
                    "END:VCALENDAR", "",
                ].joined(separator: "\r\n"))
    }

    @Test func wholeDaysEndOnTheDayAfterTheLast() throws {
        let first = try #require(CalendarDay(year: 2024, month: 2, day: 28))
        let last = try #require(CalendarDay(year: 2024, month: 2, day: 29))
        let text = try file { $0.span = .days(first, last) }
        #expect(text.contains("DTSTART;VALUE=DATE:20240228\r\nDTEND;VALUE=DATE:20240301\r\n"))
    }

    @Test func aTextCannotBecomeALineOfItsOwn() throws {
        let text = try file {
            $0.title = "一;二,三\\四\r\nATTENDEE:x\n五\r六\u{2028}七\u{0}八"
            $0.isCancelled = true
        }
        #expect(text.contains("SUMMARY:一\\;二\\,三\\\\四\\nATTENDEE:x\\n五\\n六\\n七 八\r\n"))
        #expect(text.contains("STATUS:CANCELLED\r\n"))
    }

    @Test func longLinesAreFoldedBetweenCharacters() throws {
        let long = String(repeating: "学习，a\u{301}𠮷", count: 60)
        let text = try file { $0.details = long }
        let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
        #expect(lines.allSatisfy { $0.utf8.count <= 75 })
        // Unfolded as another program does it: by bytes.
        var bytes = Array(text.utf8)
        for index in bytes.indices.reversed() where bytes[index...].starts(with: [0x0D, 0x0A, 0x20]) {
            bytes.removeSubrange(index..<index + 3)
        }
        #expect(String(decoding: bytes, as: UTF8.self).contains("DESCRIPTION:" + long + "\r\n"))
    }
}
