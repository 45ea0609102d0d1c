import LedgerEngine
import Plans
import Storage
import Store
import Upkeep

/// The year's curve is drawn beside the pages, which meanwhile show the one before.
extension TownState {
    /// Grows with every curve that is drawn.
    public var drawings: Int { trends.drawings }

    /// How far the year had come at each month's end up to the as-of day, when it was last drawn.
    ///
    /// The first of a town is drawn at once; that of a province takes seconds, and is left out until it is there.
    public func trend(of view: LedgerView) -> [TrendPoint] {
        let key = view.made.key
        let (points, isDue) = trends.known(key, revision: view.town.revision)
        guard isDue else { return points ?? [] }
        if points == nil, !view.town.isLarge {
            let started = ContinuousClock.now
            let drawn = TrendPoint.year(
                upTo: key.asOf, knownAt: key.knownAt, view.edition, view.records.columns, view.town.calendar,
                by: .processors)
            trends.remember(drawn, of: key, revision: view.town.revision, took: ContinuousClock.now - started)
            return drawn
        }
        if trends.want(key) { Self.beside { [self] in while let next = trends.next() { draw(next) } } }
        return points ?? []
    }

    /// Draws from columns of its own: neither pages nor changes wait.
    private func draw(_ key: LedgerKey) {
        let started = ContinuousClock.now
        do {
            let (revision, edition, columns, calendar) = try database.read { reading in
                (
                    try reading.factRevision(), try reading.edition(number: key.edition)?.edition,
                    try (try keeper.map { try $0.reader.ready(reading).columns } ?? RecordColumns.reading(reading))
                        .known(
                            at: key.knownAt, in: reading),
                    try reading.workingCalendar()
                )
            }
            guard let edition else { return trends.giveUp(key) }
            let points = TrendPoint.year(upTo: key.asOf, knownAt: key.knownAt, edition, columns, calendar, by: .one)
            trends.remember(points, of: key, revision: revision, took: ContinuousClock.now - started)
        } catch {
            trends.giveUp(key)
        }
    }
}
