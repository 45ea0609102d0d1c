import Storage
public import Store

/// Says by which clock a site goes (设置时区). What was recorded keeps the day it was recorded on.
public struct SetTimeZone: Sendable {
    public var name: String

    public init(_ name: String) { self.name = name }

    /// Throws `UnknownTimeZone`.
    @discardableResult
    public func perform(in database: Database, by: String) throws -> TownClock {
        let clock = try TownClock(zone: name)
        try database.write(by: by) { transaction in
            if try transaction.setting(.timeZone) != name { try transaction.set(.timeZone, to: name) }
        }
        return clock
    }
}
