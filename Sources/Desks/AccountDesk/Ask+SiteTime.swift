import Pages
import Training

extension Ask {
    var siteTime: SiteTime {
        get throws { try naming.once("site time") { SiteTime(try TownClock(reading)) } }
    }
}
