public import Vocabulary

/// When a dated fact held, and when the office learned of its beginning and of its end.
public struct Dated: Hashable, Sendable, Codable {
    public var span: DaySpan
    public var recorded: Day
    /// Day on which the end was recorded; nil while open, or where the end was known from the start.
    public var endRecorded: Day?

    public init(from: Day, until: Day? = nil, recorded: Day, endRecorded: Day? = nil) {
        span = DaySpan(from: from, until: until)
        self.recorded = recorded
        self.endRecorded = endRecorded
    }

    /// The span as it was known on a day; nil if nothing was known yet.
    public func span(knownAt day: Day) -> DaySpan? {
        guard recorded <= day else { return nil }
        if let endRecorded, endRecorded > day { return DaySpan(from: span.from) }
        return span
    }
}
