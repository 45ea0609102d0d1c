import Accounts
import Foundation
import Pages
import Training
import Vocabulary

/// Moments of the journal by the site's own clock.
struct SiteTime {
    private let zone: TimeZone

    init(zone name: String) { zone = TimeZone(identifier: name) ?? TimeZone(secondsFromGMT: 8 * 3600) ?? .gmt }

    /// `2026-09-30 16:15:30`
    func text(_ moment: String) -> String {
        let date = Moments.date(moment)
        let local = date.addingTimeInterval(Double(zone.secondsFromGMT(for: date)))
        return String(Moments.text(local).prefix(19)).replacing("T", with: " ")
    }

    /// The moment at which a day begins, as the journal writes it.
    func beginning(of day: Day) -> String {
        let noon = Moments.date("\(day.iso)T00:00:00.000Z")
        return Moments.text(noon.addingTimeInterval(-Double(zone.secondsFromGMT(for: noon))))
    }
}

extension Ask {
    var siteTime: SiteTime {
        get throws { try naming.once("site time") { SiteTime(zone: try TownClock(reading).zone) } }
    }
}
