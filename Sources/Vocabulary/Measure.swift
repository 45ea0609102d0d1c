/// What an obligation counts (计量方式); the words are those of the compile contract.
public enum Measure: String, Codable, Sendable, CaseIterable {
    case count, headcount, coverage, share, duration, hours, leadTime, deadline
}

/// How the figure must stand to its threshold.
public enum Comparison: String, Codable, Sendable, CaseIterable {
    case atLeast = ">="
    case atMost = "<="
    /// 左右
    case about = "~"
    /// 3-5天: from `value` to `upper`
    case range
}

/// Who owes an obligation.
public enum Bearer: String, Codable, Sendable, CaseIterable {
    /// The city or the organiser as one.
    case programme
    case unit
    case team
    case person
    /// Every activity of the kind.
    case activity
}

/// What the text counts in (计量单位): `session`, `person-time`, `workingDay`. An open list.
public struct CountingUnit: Code {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

extension CountingUnit {
    public static let `class`: Self = "class"
    public static let session: Self = "session"
    public static let lecture: Self = "lecture"
    public static let speech: Self = "speech"
    public static let person: Self = "person"
    public static let personTime: Self = "person-time"
    public static let percent: Self = "percent"
    public static let day: Self = "day"
    public static let workingDay: Self = "workingDay"
    public static let week: Self = "week"
    public static let month: Self = "month"
    public static let quarter: Self = "quarter"
    public static let year: Self = "year"
    public static let hour: Self = "hour"
    public static let document: Self = "document"
    public static let site: Self = "site"
}
