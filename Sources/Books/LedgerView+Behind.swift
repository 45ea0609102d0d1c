public import LedgerEngine
public import Plans
import Vocabulary

extension Standing {
    public var isLate: Bool { self == .behind || self == .overdue }
}

/// Who is behind on one obligation.
extension LedgerView {
    /// The entries by which units are late with an obligation in the window being worked in, one for each unit: the rows that
    /// the overview counts (`LedgerSummary.lateUnits`), and what a unit answers for to the whole.
    public func behind(on obligation: Obligation) -> [LedgerEntry] {
        guard let place = edition.obligations.firstIndex(where: { $0.id == obligation.id }) else { return [] }
        var found = summary.rows.filter { $0.lateObligations.contains(place) }.compactMap { row in
            live.history(of: obligation.id, subject: Subject(.rollUp, row.code))
                .filter { live.isCurrent($0) && $0.standing.isLate }.min { $0.standing.rank < $1.standing.rank }
        }
        let units = Set(found.map(\.unit))
        found += live.currentProgrammes().filter {
            $0.obligation == obligation.id && $0.standing.isLate && summary.holds($0.unit) && !units.contains($0.unit)
        }
        return found
    }

    /// Where the unit itself, or its only team, is the one subject, its own entry says more than the sum.
    public func best(_ entry: LedgerEntry) -> LedgerEntry {
        guard entry.subject.kind == .rollUp, entry.population == 1 else { return entry }
        return live.singles(of: entry.obligation, in: entry, by: records.index, onlyOwn: true).first {
            $0.to == entry.to
        }
            ?? entry
    }

    /// In how many units each obligation is late, of those with any; in the order of the plan.
    public var obligationsBehind: [(obligation: Obligation, units: Int)] {
        zip(edition.obligations, summary.lateUnits).filter { $0.1 > 0 }.map { ($0.0, $0.1) }
    }
}
