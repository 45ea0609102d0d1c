/// A stretch of days, both ends included; open at the end where `until` is nil.
public struct DaySpan: Hashable, Sendable, Codable {
    public var from: Day
    public var until: Day?

    public init(from: Day, until: Day? = nil) {
        self.from = from
        self.until = until
    }

    public func contains(_ day: Day) -> Bool { from <= day && (until.map { day <= $0 } ?? true) }
}
