/// A calendar file (`.ics`, RFC 5545) of events at Chinese time.
public struct CalendarFeed: Sendable {
    public var name: String
    /// When it was made, in UTC.
    public var stamp: CalendarMoment
    public var events: [CalendarEvent]

    public init(name: String, stamp: CalendarMoment, events: [CalendarEvent]) {
        self.name = name
        self.stamp = stamp
        self.events = events
    }

    public var text: String {
        var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Xingzhi//Xingzhi//ZH", "METHOD:PUBLISH"]
        lines += ["NAME:" + Self.escaped(name), "X-WR-CALNAME:" + Self.escaped(name)] + Self.zone
        for event in events { lines += self.lines(event) }
        lines.append("END:VCALENDAR")
        return lines.map(Self.folded).joined()
    }

    private func lines(_ event: CalendarEvent) -> [String] {
        var lines = ["BEGIN:VEVENT", "UID:" + Self.escaped(event.uid), "DTSTAMP:\(Self.written(stamp))Z"]
        lines.append("SEQUENCE:\(max(event.sequence, 0))")
        switch event.span {
        case .days(let first, let last):
            lines.append("DTSTART;VALUE=DATE:" + Self.written(first))
            // The end is the day after the last.
            if let end = max(first, last).next { lines.append("DTEND;VALUE=DATE:" + Self.written(end)) }
        case .times(let start, let end):
            lines.append("DTSTART;TZID=Asia/Shanghai:" + Self.written(start))
            lines.append("DTEND;TZID=Asia/Shanghai:" + Self.written(end))
        }
        lines.append("SUMMARY:" + Self.escaped(event.title))
        if let place = event.place { lines.append("LOCATION:" + Self.escaped(place)) }
        if let details = event.details { lines.append("DESCRIPTION:" + Self.escaped(details)) }
        return lines + ["STATUS:" + (event.isCancelled ? "CANCELLED" : "CONFIRMED"), "END:VEVENT"]
    }

    /// China has had one time, and none for the summer, since 1992.
    private static let zone = [
        "BEGIN:VTIMEZONE", "TZID:Asia/Shanghai", "BEGIN:STANDARD", "DTSTART:19920101T000000", "TZOFFSETFROM:+0800",
        "TZOFFSETTO:+0800", "TZNAME:CST", "END:STANDARD", "END:VTIMEZONE",
    ]

    private static func written(_ day: CalendarDay) -> String { day.description.filter { $0 != "-" } }

    private static func written(_ moment: CalendarMoment) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let seconds = moment.seconds
        return written(moment.day) + "T" + two(seconds / 3600) + two(seconds / 60 % 60) + two(seconds % 60)
    }

    /// A text as a value: RFC 5545, 3.3.11. Of the signs that do not show only the line break is kept.
    private static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var afterReturn = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",":
                result.append("\\")
                result.append(scalar)
            case "\n" where afterReturn: break
            case "\n", "\r", "\u{2028}", "\u{2029}", "\u{85}": result.append(contentsOf: "\\n".unicodeScalars)
            case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value): result.append(" ")
            default: result.append(scalar)
            }
            afterReturn = scalar == "\r"
        }
        return String(result)
    }

    /// In lines of at most 75 bytes, the later ones begun by a space; no character is cut apart (RFC 5545, 3.1).
    private static func folded(_ line: String) -> String {
        guard line.utf8.count > 75 else { return line + "\r\n" }
        var result = String.UnicodeScalarView()
        var count = 0
        for scalar in line.unicodeScalars {
            let length = UTF8.width(scalar)
            if count + length > 75 {
                result.append(contentsOf: "\r\n ".unicodeScalars)
                count = 1
            }
            result.append(scalar)
            count += length
        }
        return String(result) + "\r\n"
    }
}
