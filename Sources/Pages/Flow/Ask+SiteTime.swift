public import Storage

extension Ask {
    /// The site's own clock, by which every moment is shown.
    public var siteTime: SiteTime {
        get throws { try naming.once("site time") { SiteTime(try TownClock(reading)) } }
    }

    /// A moment of the journal, to the minute.
    public func moment(_ at: String) throws -> HTML {
        .time(.attribute("datetime", at), .text(try siteTime.minute(at)))
    }
}
