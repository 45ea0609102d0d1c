public import LedgerEngine
public import Plans
public import Vocabulary

/// How far the year's obligations had come on a day, as a share of all that the year asks.
public struct TrendPoint: Equatable, Sendable {
    public var day: Day
    /// Mean over the year's entries of done / required, each at most 1.
    public var done: Double
    /// The share of the year gone by.
    public var expected: Double
    /// How many entries it is the mean of.
    public var entries = 0

    public init(day: Day, done: Double, expected: Double, entries: Int = 0) {
        self.day = day
        self.done = done
        self.expected = expected
        self.entries = entries
    }

    /// One point for each month's end up to the as-of day, and one for that day.
    public static func year(
        upTo asOf: Day, knownAt: Day?, _ edition: PlanEdition, _ columns: RecordColumns,
        _ calendar: WorkingCalendar, by workers: Workers
    ) -> [TrendPoint] {
        guard let first = Day(year: asOf.year, month: 1, day: 1) else { return [] }
        let next = first.adding(months: 12)
        let evaluator = Evaluator(edition: yearlyOnly(edition), columns: columns, calendar: calendar)
        let days = (1...12).map { first.adding(months: $0) - 1 }.filter { $0 < asOf } + [asOf]
        return days.map { day in
            let progress = evaluator.live(asOf: day, knownAt: knownAt, by: workers)
                .progress(from: first, to: next - 1)
            return TrendPoint(
                day: day, done: progress.entries == 0 ? 0 : progress.done / Double(progress.entries),
                expected: Double(day - first + 1) / Double(next - first), entries: progress.entries)
        }
    }

    /// The obligations that a year's curve is drawn from; the others would be evaluated twelve times for nothing.
    private static func yearlyOnly(_ edition: PlanEdition) -> PlanEdition {
        var edition = edition
        for index in edition.tasks.indices {
            edition.tasks[index].obligations.removeAll { !isYearly($0) }
        }
        return edition
    }

    /// Whether a year's curve is drawn from it: what is asked for by the year.
    public static func isYearly(_ obligation: Obligation) -> Bool {
        obligation.rule.window?.months == 12 && obligation.rule.bearer != .activity
    }
}
