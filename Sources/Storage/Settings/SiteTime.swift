import Foundation
import Store
public import Vocabulary

/// Moments of the journal by the site's own clock.
public struct SiteTime: Sendable {
    private let clock: TownClock

    public init(_ clock: TownClock) { self.clock = clock }

    /// `2026-09-30 16:15:30`
    public func text(_ moment: String) -> String {
        let date = Moment.date(moment)
        let local = date.addingTimeInterval(clock.secondsAhead(at: date))
        return String(Moment.text(local).prefix(19)).replacing("T", with: " ")
    }

    /// `2026-09-30 16:15`; of what came without a time its day.
    public func minute(_ moment: String) -> String {
        Day(iso: moment) == nil ? String(text(moment).prefix(16)) : moment
    }

    /// The day that it was here.
    public func day(of moment: String) -> Day { Day(iso: moment) ?? clock.day(of: Moment.date(moment)) }

    /// The moment at which a day begins, as the journal writes it.
    public func beginning(of day: Day) -> String {
        let midnight = Moment.date("\(day.iso)T00:00:00.000Z")
        return Moment.text(midnight.addingTimeInterval(-clock.secondsAhead(at: midnight)))
    }
}
