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

    /// `2026-09-30 16:15`
    public func minute(_ moment: String) -> String { String(text(moment).prefix(16)) }

    /// The moment at which a day begins, as the journal writes it.
    public func beginning(of day: Day) -> String {
        let noon = Moment.date("\(day.iso)T00:00:00.000Z")
        return Moment.text(noon.addingTimeInterval(-clock.secondsAhead(at: noon)))
    }
}
