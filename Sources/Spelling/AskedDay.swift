public import Vocabulary

/// A day that a person asks for, in an address or after an option: which of the two, read by one rule everywhere.
public enum AskedDay: String, Sendable, CaseIterable {
    /// What had happened by that day.
    case asOf
    /// What had been recorded by that day.
    case knownAt

    /// Ten years ahead, for whoever looks at what is to come. Windows are laid out up to the day, and one far off, mostly
    /// a slip of the pen, would take all the memory there is.
    public static let furthestAhead = 3653
    /// Nothing that is kept lies before it; a year of two digits, or one with a digit lost, does.
    public static let earliest = Day(number: -25_567)  // 1900-01-01

    public static func latest(from today: Day) -> Day { today + furthestAhead }

    /// Reads `2026-09-30`, spaces around it aside.
    public func read(_ text: some StringProtocol, today: Day) throws(UnusableDay) -> Day {
        let trimmed = text.drop(while: \.isWhitespace)
        let words = trimmed.prefix(trimmed.count - trimmed.reversed().prefix(while: \.isWhitespace).count)
        guard let day = Day(iso: words) else { throw UnusableDay(self, String(text), .unreadable) }
        return try check(day, today: today)
    }

    /// The same for a day that was read already.
    public func check(_ day: Day, today: Day) throws(UnusableDay) -> Day {
        if day < Self.earliest { throw UnusableDay(self, day.iso, .tooEarly) }
        let latest = Self.latest(from: today)
        if day > latest { throw UnusableDay(self, day.iso, .tooLate(latest: latest)) }
        return day
    }
}

/// That a day asked for cannot be used: which, what was written, and why not.
public struct UnusableDay: Error, Hashable, Sendable {
    public var asked: AskedDay
    public var text: String
    public var why: Why

    public enum Why: Hashable, Sendable {
        /// No day of the calendar, or not written as `2026-09-30`.
        case unreadable
        case tooEarly
        case tooLate(latest: Day)
    }

    init(_ asked: AskedDay, _ text: String, _ why: Why) {
        self.asked = asked
        self.text = text
        self.why = why
    }

    /// What is the matter, and what to write instead.
    public func sentence(in language: Language) -> String {
        let shown = text.count > 40 ? text.prefix(40) + "…" : text[...]
        return switch (language, why) {
        case (.zh, .unreadable): "\(name(in: .zh))“\(shown)”不是有效的日期，请写成2026-09-30这样的形式。"
        case (.zh, .tooEarly): "\(name(in: .zh))\(shown)太早，最早为\(AskedDay.earliest.iso)。"
        case (.zh, .tooLate(let latest)): "\(name(in: .zh))\(shown)太远，最晚为\(latest.iso)。"
        case (.en, .unreadable): "\(name(in: .en)) “\(shown)” is not a day; write it as 2026-09-30."
        case (.en, .tooEarly): "\(name(in: .en)) \(shown) is too early; the earliest is \(AskedDay.earliest.iso)."
        case (.en, .tooLate(let latest)): "\(name(in: .en)) \(shown) is too far ahead; the latest is \(latest.iso)."
        }
    }

    private func name(in language: Language) -> String {
        switch (asked, language) {
        case (.asOf, .zh): "统计日期"
        case (.asOf, .en): "The as-of day"
        case (.knownAt, .zh): "登记截至日期"
        case (.knownAt, .en): "The known-at day"
        }
    }
}
