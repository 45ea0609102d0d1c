import Plans
import Vocabulary

/// Sites that stand on the reckoning day, of the programme or of each unit.
struct SiteMeasure {
    let reading: RuleReading
    let space: SubjectSpace
    let moment: Moment
    let windows: [WindowSpan]
    private var columns: RecordColumns { moment.columns }

    func entries() -> [LedgerEntry] {
        windows.flatMap { window -> [LedgerEntry] in
            let writer = EntryWriter(reading: reading, space: space, moment: moment)
            let pace = Pace(window: window, asOf: moment.asOf)
            let required = reading.rule.threshold
            func standing(_ done: Double) -> Standing {
                pace.standing(required: required, done: done, comparison: reading.rule.figureComparison)
            }
            guard space.kind == .unit else {
                let done = Double(sites(on: window).count { $0.why == .counted })
                return [writer.programme(window: window, required: required, done: done, standing: standing(done))]
            }
            var done = [Double](repeating: 0, count: columns.units.count)
            for site in sites(on: window) where site.why == .counted && site.subject >= 0 {
                done[Int(site.subject)] += 1
            }
            var entries: [LedgerEntry] = []
            var rollUp = RollUp(columns)
            let reckoning = min(moment.asOf, window.to)
            for unit in 0..<Int32(columns.units.count) where space.holds(unit, on: reckoning, at: moment) {
                let standing = standing(done[Int(unit)])
                rollUp.add(unit: unit, standing: standing, isMet: standing == .met)
                entries.append(
                    writer.entry(
                        unit, unit: unit, window: window, required: required, done: done[Int(unit)],
                        standing: standing))
            }
            let rolled = rollUp.entries(obligation: reading.obligation.id, window: window)
            return rolled.isEmpty ? [writer.doesNotApply(window: window, required: required)] : entries + rolled
        }
    }

    struct SitePiece {
        var site: RecordColumns.SiteRow
        var subject: Int32
        var why: Why
    }

    /// Every site that stood on the window's reckoning day, and why it does not count.
    func sites(on window: WindowSpan) -> [SitePiece] {
        let day = min(moment.asOf, window.to)
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
