public import Store

/// A time of day by the site's clock. What is judged by its day alone is judged as if the day were over.
public struct ClockTime: Hashable, Comparable, Sendable {
    /// From midnight.
    public var seconds: Int

    public init(seconds: Int) { self.seconds = seconds }

    /// `830` for half past eight, as sites set their bells.
    public init(hoursAndMinutes: Int) {
        self.init(seconds: hoursAndMinutes / 100 * 3600 + min(59, hoursAndMinutes % 100) * 60)
    }

    public static let dayOver = ClockTime(seconds: 86_400)

    public static func < (one: ClockTime, other: ClockTime) -> Bool { one.seconds < other.seconds }
    public static func + (time: ClockTime, minutes: Int) -> ClockTime {
        ClockTime(seconds: time.seconds + minutes * 60)
    }

    /// `08:30`
    public var text: String { Self.two(seconds / 3600) + ":" + Self.two(seconds / 60 % 60) }
    /// `08:30:05`
    public var withSeconds: String { text + ":" + Self.two(seconds % 60) }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}

extension ClockTime: Stored {
    public init(stored: SQLValue) throws { self.init(seconds: try Int(stored: stored)) }
    public var stored: SQLValue { SQLValue(seconds) }
}
