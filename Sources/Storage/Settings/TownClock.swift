public import Foundation
public import Store
public import Vocabulary

/// The clock of a site (时区): which day it is there, whatever the process's own zone.
public struct TownClock: Sendable {
    /// Where nothing was set.
    public static let standardZone = "Asia/Shanghai"
    public let zone: String
    private let timeZone: TimeZone
    private let now: @Sendable () -> Date

    /// `now` is another clock for tests.
    public init(zone: String = standardZone, now: @escaping @Sendable () -> Date = { Date() }) throws(UnknownTimeZone) {
        self.zone = zone
        timeZone = try Self.timeZone(named: zone)
        self.now = now
    }

    /// As the site is set.
    public init(_ reading: some Reading, now: @escaping @Sendable () -> Date = { Date() }) throws {
        try self.init(zone: reading.setting(.timeZone) ?? Self.standardZone, now: now)
    }

    /// Asked by commands and pages, and nowhere deeper: rooms are told the day.
    public var today: Day { day(of: now()) }

    /// The day that it is there at a moment.
    public func day(of moment: Date) -> Day {
        let seconds = moment.timeIntervalSince1970 + secondsAhead(at: moment)
        return Day(number: Int32(exactly: (seconds / 86_400).rounded(.down)) ?? 0)
    }

    /// By how much the site's clocks are ahead of UTC at a moment.
    public func secondsAhead(at moment: Date) -> Double { Double(timeZone.secondsFromGMT(for: moment)) }

    /// IANA names only: a short name means another zone on another machine (CST).
    private static func timeZone(named name: String) throws(UnknownTimeZone) -> TimeZone {
        if name.contains("/") || name == "UTC", let found = TimeZone(identifier: name) { return found }
        // Where a machine knows no zones, China's is the same all the year.
        if name == standardZone, let fixed = TimeZone(secondsFromGMT: 8 * 3600) { return fixed }
        throw UnknownTimeZone(name: name)
    }
}

/// That no time zone has this name.
public struct UnknownTimeZone: Error, Hashable, Sendable {
    public var name: String

    public init(name: String) { self.name = name }
}
