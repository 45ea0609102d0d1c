public import Records
public import Spelling
public import Vocabulary

/// Rules for the texts and days of units and people: the same by hand and from a file.
public enum PeopleRules {
    public static let code = TextRule(limit: 40)
    public static let unitName = TextRule(limit: 100, isName: true)
    public static let personName = TextRule(limit: 60, isName: true)
    public static let post = TextRule(limit: 120, isName: true)
    public static let rank = TextRule(limit: 60, isName: true)

    /// A month of birth as it is kept, `1984-07`, or nil.
    public static func birthMonth(_ text: String) -> String? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2, let year = Int(parts[0]),
            let month = Int(parts[1]), Day(year: year, month: month, day: 1) != nil
        else { return nil }
        return text
    }

    /// The same in the spellings in which people type it: `1984-07`, `1984.7`, `1984年7月`, `198407`, or the day of birth.
    public static func birthMonth(typed text: String) -> String? {
        if let day = Day(typed: text) { return kept(day.year, day.month) }
        let text = text.narrow.withFiguresInDates
        var parts = text.split(omittingEmptySubsequences: false) { "年月-./".contains($0) }
        if parts.last?.isEmpty == true, text.hasSuffix("月") { parts.removeLast() }
        guard parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }) else { return nil }
        switch (parts.count, parts[0].utf8.count) {
        case (2, 4):
            guard parts[1].utf8.count <= 2, let year = Int(parts[0]), let month = Int(parts[1]) else { return nil }
            return kept(year, month)
        case (1, 6), (1, 8):
            guard let number = Int(parts[0].prefix(6)) else { return nil }
            return kept(number / 100, number % 100)
        default: return nil
        }
    }

    private static func kept(_ year: Int, _ month: Int) -> String? {
        birthMonth(String(year) + "-" + (month < 10 ? "0" : "") + String(month))
    }

    /// Whether somebody born then may be an official today: at least 14 years old, at most 120.
    public static func isLikely(birthMonth text: String, on today: Day) -> Bool {
        guard let day = Day(iso: text + "-01") else { return false }
        return day <= today.adding(months: -14 * 12) && day >= today.adding(months: -120 * 12)
    }

    /// Nobody holds anything from a day on that lies before their birth, or in their childhood.
    public static func problem(with day: Day, bornIn month: String) -> PeopleProblem? {
        guard let born = Day(iso: month + "-01"), day < born.adding(months: 14 * 12) else { return nil }
        return .tooEarly(day, bornIn: month)
    }

    /// What a person may not be from a day on that is still to come.
    public static func problem(with day: Day, _ field: PeopleProblem.Field, today: Day) -> PeopleProblem? {
        day > today ? .inTheFuture(field, day) : nil
    }
}

extension DaySpan {
    /// Whether both hold some day.
    public func overlaps(_ other: DaySpan) -> Bool {
        (until.map { other.from <= $0 } ?? true) && (other.until.map { from <= $0 } ?? true)
    }
}
