import Foundation
import Pages
import Store
import Training
import Vocabulary

/// Moments of the journal by the site's own clock.
struct SiteTime {
    let clock: TownClock

    /// `2026-09-30 16:15:30`
    func text(_ moment: String) -> String {
        let date = Moment.date(moment)
        let local = date.addingTimeInterval(clock.secondsAhead(at: date))
        return String(Moment.text(local).prefix(19)).replacing("T", with: " ")
    }

    /// The moment at which a day begins, as the journal writes it.
    func beginning(of day: Day) -> String {
        let noon = Moment.date("\(day.iso)T00:00:00.000Z")
        return Moment.text(noon.addingTimeInterval(-clock.secondsAhead(at: noon)))
    }
}

extension Ask {
    var siteTime: SiteTime {
        get throws { try naming.once("site time") { SiteTime(clock: try TownClock(reading)) } }
    }
}
