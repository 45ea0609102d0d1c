import Exchange
import LedgerEngine
import Plans
import Vocabulary

/// The ledger as a list that can be narrowed by address.
struct LedgerListModel {
    let view: LedgerView
    let entries: [LedgerEntry]
    let filter: LedgerFilter
    /// Whether units stand for the single subjects in them, there being too many.
    let isSummed: Bool

    init(_ view: LedgerView, filter: LedgerFilter) {
        self.view = view
        self.filter = filter
        let found =
            view.town.isLarge
            ? LedgerGathering(view, filter).gathered
            : (view.made.entries().filter { filter.keeps($0, in: view) }, false)
        entries = found.0.sorted { StandingMark.rank($0.standing) < StandingMark.rank($1.standing) }
        isSummed = found.1
    }
}

/// What a reader narrowed the ledger to.
struct LedgerFilter: Equatable, Sendable {
    var standing: String?
    var task: String?
    var obligation: String?
    var unit: String?
    var kind: Subject.Kind?
    /// Only the windows being worked in.
    var current: Bool
    /// Only what falls due within so many days and is not met.
    var due: Int?
    var from: Day?

    init(_ query: Query) {
        standing = query["standing"]
        task = query["task"]
        obligation = query["obligation"]
        unit = query["unit"]
        kind = query["kind"].flatMap(Subject.Kind.init(rawValue:))
        current = query["window"] != "all"
        due = query.number("due")
        from = query["from"].flatMap(Day.init(iso:))
    }

    func keeps(_ entry: LedgerEntry, in view: LedgerView) -> Bool {
        if let kind { guard entry.subject.kind == kind else { return false } }
        if kind == nil, entry.subject.kind == .rollUp { return false }
        if let unit {
            guard
                kind == .rollUp ? entry.unit == unit : view.directory.isBeneath(entry.unit, unit)
            else { return false }
        }
        return keepsBesides(entry, in: view)
    }

    /// The same, whomever the entry is about.
    func keepsBesides(_ entry: LedgerEntry, in view: LedgerView) -> Bool {
        if let obligation { guard entry.obligation == obligation else { return false } }
        if let task { guard view.obligation(entry.obligation)?.task == task else { return false } }
        if let from {
            guard entry.from == from else { return false }
        } else if current {
            guard view.live.isCurrent(entry) else { return false }
        }
        if let due {
            guard let to = entry.to, to >= view.live.asOf, to - view.live.asOf <= due, entry.standing != .met,
                entry.standing != .doesNotApply, entry.subject.kind != .activity
            else { return false }
        }
        switch standing {
        case nil: break
        case "owed"?: guard entry.standing != .doesNotApply else { return false }
        case "late"?: guard entry.standing == .behind || entry.standing == .overdue else { return false }
        case let wanted?: guard entry.standing.rawValue == wanted else { return false }
        }
        return true
    }
}
