import Plans
import Vocabulary

/// Sites that stand on the reckoning day, of the programme or of each unit.
struct SiteMeasure {
    let tally: Tally
    let moment: Moment
    private var reading: RuleReading { tally.reading }
    private var space: SubjectSpace { tally.space }
    private var columns: RecordColumns { moment.columns }

    struct SitePiece {
        var site: RecordColumns.SiteRow
        var subject: Int32
        var why: Why
    }

    /// Every site that stood on the window's last day, or stands as of now, and why it does not count.
    func sites(in window: Int) -> [SitePiece] {
        let day = min(moment.asOf, tally.windows[window].to)
        return columns.sites.compactMap { site in
            let why: Why =
                if site.dated.recorded > moment.knownAt {
                    .recordedLater
                } else if site.voidedOn <= moment.knownAt {
                    .voided
                } else if site.replacedOn <= moment.knownAt {
                    .corrected
                } else if !reading.fitsTopics(site.topics) {
                    .wrongTopic
                } else {
                    .counted
                }
            if why == .counted, !site.dated.holds(on: day, knownAt: moment.knownAt) { return nil }
            if site.dated.from > day { return nil }
            var unit = site.unit
            while space.kind == .unit, unit >= 0, !space.holds(unit, on: day, at: moment) {
                unit = columns.parents[Int(unit)]
            }
            return SitePiece(site: site, subject: space.kind == .unit ? unit : 0, why: why)
        }
    }
}
