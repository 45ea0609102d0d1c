public import Storage
public import Store
public import Vocabulary

/// Says by which clock a site goes (设置时区). What was recorded keeps the day it was recorded on.
public struct SetTimeZone: Act {
    public static let right = Right.plan
    public static let words = Words("设置时区", "Time zone set")
    public static let isTownWide = true
    public static let mayStandAlready = true
    public var name: String

    public init(_ name: String) { self.name = name }

    /// Throws `UnknownTimeZone`.
    public func perform(in t: ActTransaction) throws -> TownClock {
        let clock = try TownClock(zone: name)
        if try t.setting(.timeZone) != name { try t.writing.set(.timeZone, to: name) }
        return clock
    }
}
