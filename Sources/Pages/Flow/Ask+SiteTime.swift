public import Foundation
public import Storage
public import Vocabulary

extension Ask {
    /// The site's own clock, by which every moment is shown.
    public var siteTime: SiteTime {
        get throws { try naming.once("site time") { SiteTime(try TownClock(reading)) } }
    }

    /// What the clock on the wall showed when the page was asked for.
    public var clock: ClockTime {
        get throws {
            try naming.once("clock") {
                try TownClock(reading).time(of: Date(timeIntervalSince1970: context.moment))
            }
        }
    }

    /// Working days as they are announced, read once for a page.
    public var workingCalendar: WorkingCalendar {
        get throws { try naming.once("working calendar") { try reading.workingCalendar() } }
    }

    /// A moment of the journal, to the minute.
    public func moment(_ at: String) throws -> HTML {
        .time(.attribute("datetime", at), .text(try siteTime.minute(at)))
    }
}

extension TownClock {
    /// The time of day that it is there at a moment.
    public func time(of moment: Date) -> ClockTime {
        let local = moment.timeIntervalSince1970 + secondsAhead(at: moment)
        return ClockTime(seconds: Int(exactly: local.rounded(.down).truncatingRemainder(dividingBy: 86_400)) ?? 0)
    }
}
