import LedgerEngine
import Plans
import Vocabulary

/// How far the year's obligations had come on a day, as a share of all that the year asks.
struct TrendPoint: Equatable, Sendable {
    var day: Day
    /// Mean over the year's entries of done / required, each at most 1.
    var done: Double
    /// The share of the year gone by.
    var expected: Double

    /// One point for each month's end up to the as-of day, and one for that day.
    static func year(of view: LedgerView) -> [TrendPoint] {
        let asOf = view.ledger.asOf
        guard let first = Day(year: asOf.year, month: 1, day: 1) else { return [] }
        let next = first.adding(months: 12)
        var days = (1...12).map { first.adding(months: $0) - 1 }.filter { $0 < asOf }
        days.append(asOf)
        let yearly = Evaluator(edition: yearlyOnly(view.edition), columns: view.columns)
        return days.map { day in
            let ledger = day == asOf ? view.ledger : yearly.ledger(asOf: day, knownAt: view.ledger.knownAt)
            let shares = ledger.entries.lazy.filter {
                $0.from == first && $0.to == next - 1 && $0.subject.kind != .rollUp && $0.subject.kind != .activity
                    && $0.required > 0
            }.map { min(1, $0.done / $0.required) }
            let done = shares.isEmpty ? 0 : shares.reduce(0, +) / Double(shares.count)
            return TrendPoint(day: day, done: done, expected: Double(day - first + 1) / Double(next - first))
        }
    }

    /// The obligations that a year's curve is drawn from; the others would be evaluated twelve times for nothing.
    private static func yearlyOnly(_ edition: PlanEdition) -> PlanEdition {
        var edition = edition
        for index in edition.tasks.indices {
            edition.tasks[index].obligations.removeAll { $0.rule.window?.months != 12 || $0.rule.bearer == .activity }
        }
        return edition
    }
}
