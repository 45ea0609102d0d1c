import Books
import LedgerEngine
import Plans
import Vocabulary

/// What a unit owes on a day: by how soon it falls due, and what of this year's earlier periods was missed.
struct UnitDuties {
    static let soonDays = 30
    static let laterDays = 90

    let unit: String
    let view: LedgerView
    /// The requirements of the periods being worked in, each by the entry that says most.
    let all: [LedgerEntry]
    let met: Int
    /// Missed this year and not made good, the oldest first.
    let overdue: [LedgerEntry]
    let soon: [LedgerEntry]
    let later: [LedgerEntry]

    init(_ unit: String, _ view: LedgerView) {
        self.unit = unit
        self.view = view
        let asOf = view.live.asOf
        let current = view.owed(by: unit).map { view.best($0) }
        all = current
        met = current.count { $0.standing == .met }
        let open = current.filter { $0.standing != .met && $0.standing != .needsRuling }
        let missed = Set(current.map(Series.init)).flatMap { series in
            view.live.history(of: series.obligation, subject: series.subject).filter { entry in
                entry.standing == .overdue && (entry.to.map { $0 < asOf && $0.year == asOf.year } ?? false)
            }
        }
        overdue = (missed + open.filter { $0.standing == .overdue }).inOrderOfDay
        func due(within days: ClosedRange<Int>) -> [LedgerEntry] {
            open.filter { $0.standing != .overdue && ($0.to.map { days.contains($0 - asOf) } ?? false) }.inOrderOfDay
        }
        soon = due(within: 0...Self.soonDays)
        later = due(within: (Self.soonDays + 1)...Self.laterDays)
    }

    /// One requirement of one subject, period after period.
    private struct Series: Hashable {
        let obligation: String
        let subject: Subject

        init(_ entry: LedgerEntry) {
            obligation = entry.obligation
            subject = entry.subject
        }
    }
}

extension [LedgerEntry] {
    fileprivate var inOrderOfDay: [LedgerEntry] {
        sorted {
            ($0.to?.number ?? .max, $0.standing.rank, $0.obligation) < (
                $1.to?.number ?? .max, $1.standing.rank, $1.obligation
            )
        }
    }
}

extension LedgerView {
    /// What applies to a unit in the periods being worked in.
    func owed(by unit: String) -> [LedgerEntry] {
        (live.currentProgrammes().filter { $0.unit == unit } + live.currentRows(of: unit))
            .filter { $0.standing != .doesNotApply }
    }
}
