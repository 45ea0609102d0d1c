import Books
import LedgerEngine
import Plans
import Vocabulary
import YearDesk

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
    /// The ledger still asks for them, and nothing is to be done: skipped by agreement, or held on another day.
    let settled: [LedgerEntry]
    private let agreed: AgreedDays?

    init(_ unit: String, _ view: LedgerView, agreed: AgreedDays? = nil) {
        self.unit = unit
        self.view = view
        self.agreed = agreed
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
        // What was moved falls due on its new day, wherever its window ended.
        func due(_ entry: LedgerEntry) -> Day? { Self.due(entry, agreed) }
        func isOver(_ entry: LedgerEntry) -> Bool {
            guard case .moved(let day) = agreed?.of(entry) else { return entry.standing == .overdue }
            return day < asOf
        }
        let undone = missed + open
        settled = undone.filter { agreed?.of($0) == .settled }
        let left = undone.filter { agreed?.of($0) != .settled }
        func inOrder(_ entries: [LedgerEntry]) -> [LedgerEntry] {
            entries.map { (entry: $0, day: due($0)?.number ?? .max) }.sorted {
                ($0.day, $0.entry.standing.rank, $0.entry.obligation)
                    < ($1.day, $1.entry.standing.rank, $1.entry.obligation)
            }.map(\.entry)
        }
        overdue = inOrder(left.filter(isOver))
        func due(within days: ClosedRange<Int>) -> [LedgerEntry] {
            inOrder(left.filter { entry in !isOver(entry) && (due(entry).map { days.contains($0 - asOf) } ?? false) })
        }
        soon = due(within: 0...Self.soonDays)
        later = due(within: (Self.soonDays + 1)...Self.laterDays)
    }

    /// When it is due: on the day that it was moved to, else on the last of its window.
    func due(_ entry: LedgerEntry) -> Day? { Self.due(entry, agreed) }

    func agreed(of entry: LedgerEntry) -> AgreedDays.Agreed? { agreed?.of(entry) }

    private static func due(_ entry: LedgerEntry, _ agreed: AgreedDays?) -> Day? {
        if case .moved(let day) = agreed?.of(entry) { return day }
        return entry.to
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

extension LedgerView {
    /// What applies to a unit in the periods being worked in.
    func owed(by unit: String) -> [LedgerEntry] {
        (live.currentProgrammes().filter { $0.unit == unit } + live.currentRows(of: unit))
            .filter { $0.standing != .doesNotApply }
    }
}
