import Books
import LedgerEngine
import Pages
import Plans
import Records
import Vocabulary

/// What a reader narrowed the ledger to. A figure links to the ledger by the same filter that counted it.
struct LedgerFilter: Equatable, Sendable {
    /// Whom the entries are about.
    enum About: Equatable, Sendable {
        /// Whoever owes something singly: everything but roll-ups.
        case single
        case kind(Subject.Kind)
        /// The roll-ups of the units that the overview and the list of units show: not the whole, no branch, no village.
        case units
        /// What one unit owes: its own roll-ups, and what it answers for to the whole.
        case own
    }

    var standing: String?
    var task: String?
    var obligation: String?
    var unit: String?
    var about = About.single
    /// Only the windows being worked in.
    var current = true
    /// Only what falls due within so many days and is not met.
    var due: Int?
    /// Only what falls due within so many days, met or not.
    var ends: Int?
    /// First day of the window.
    var from: Day?
    /// Only what the year's curve is drawn from: entries of just that calendar year that ask for something.
    var yearly: Int?
    /// The earlier day that the entries are of, by the edition of the as-of day.
    var at: Day?
    /// What of the address is none of this ledger's. Then nothing is listed.
    var slips: [AddressSlip] = []
}

extension LedgerFilter {
    /// Standings by which more than one is meant.
    static let groups = ["owed", "late"]
    /// Further ahead nothing is asked for.
    private static let furthestDue = 3660

    /// Reads an address; what it cannot follow is in `slips`.
    init(_ query: Query, in view: LedgerView) {
        readWords(query)
        readPlaces(query, in: view)
        readDays(query)
        if let text = query["at"] {
            at = Day(iso: text)
            if at != view.live.asOf {
                slips.append(.unknown("at", text, zh: "统计日期之前的日期", en: "day before the as-of day"))
            }
        }
    }

    private mutating func readWords(_ query: Query) {
        standing = query["standing"]
        if let text = standing, !Self.groups.contains(text), Standing(rawValue: text) == nil {
            slips.append(.unknown("standing", text, zh: "进度状态", en: "standing"))
        }
        switch query["kind"] {
        case nil: about = .single
        case "units"?: about = .units
        case "own"?: about = .own
        case let text?:
            if let kind = Subject.Kind(rawValue: text) {
                about = .kind(kind)
            } else {
                slips.append(.unknown("kind", text, zh: "考核对象类别", en: "kind of subject"))
            }
        }
        switch query["window"] {
        case nil, "current"?: current = true
        case "all"?: current = false
        case let text?: slips.append(.unknown("window", text, zh: "周期选项", en: "choice of windows"))
        }
    }

    private mutating func readPlaces(_ query: Query, in view: LedgerView) {
        task = query["task"]
        if let text = task, view.task(text) == nil {
            slips.append(.unknown("task", text, zh: "任务（按这一天的方案）", en: "task in the plan of this day"))
        }
        obligation = query["obligation"]
        if let text = obligation, view.obligation(text) == nil {
            slips.append(.unknown("obligation", text, zh: "量化要求（按这一天的方案）", en: "obligation in the plan of this day"))
        }
        unit = query["unit"]
        if let text = unit, view.directory.unit(text) == nil {
            slips.append(.unknown("unit", text, zh: "单位", en: "unit"))
        }
    }

    private mutating func readDays(_ query: Query) {
        func days(_ name: String) -> Int? {
            guard let text = query[name] else { return nil }
            if let days = query.number(name), (0...Self.furthestDue).contains(days) { return days }
            slips.append(.unknown(name, text, zh: "到期天数", en: "number of days"))
            return nil
        }
        due = days("due")
        ends = days("ends")
        if let text = query["from"] {
            from = Day(iso: text)
            if from == nil { slips.append(.unknown("from", text, zh: "周期起始日期", en: "first day of a window")) }
        }
        if let text = query["yearly"] {
            yearly = query.number("yearly").flatMap { (1...9998).contains($0) ? $0 : nil }
            if yearly == nil { slips.append(.unknown("yearly", text, zh: "年度", en: "year")) }
        }
    }
}

extension LedgerFilter {
    func keeps(_ entry: LedgerEntry, in view: LedgerView) -> Bool {
        isAbout(entry, in: view) && keepsBesides(entry, in: view)
    }

    private func isAbout(_ entry: LedgerEntry, in view: LedgerView) -> Bool {
        let isRollUp = entry.subject.kind == .rollUp
        switch about {
        case .single: return !isRollUp && isBeneath(entry, in: view)
        case .kind(.rollUp): return isRollUp && (unit == nil || entry.unit == unit)
        case .kind(let kind): return entry.subject.kind == kind && isBeneath(entry, in: view)
        case .units: return isRollUp && view.summary.holds(entry.unit) && isBeneath(entry, in: view)
        case .own:
            return (isRollUp || entry.subject.kind == .programme)
                && entry.unit == (unit ?? view.live.wholeSubject.code)
        }
    }

    private func isBeneath(_ entry: LedgerEntry, in view: LedgerView) -> Bool {
        unit.map { view.directory.isBeneath(entry.unit, $0) } ?? true
    }

    /// The same, whomever the entry is about.
    func keepsBesides(_ entry: LedgerEntry, in view: LedgerView) -> Bool {
        if let obligation { guard entry.obligation == obligation else { return false } }
        if let task { guard view.obligation(entry.obligation)?.task == task else { return false } }
        if let yearly {
            guard isOf(yearly, entry, in: view) else { return false }
        } else if let from {
            guard entry.from == from else { return false }
        } else if current {
            guard view.live.isCurrent(entry) else { return false }
        }
        return endsInTime(entry.to, entry.subject.kind, asOf: view.live.asOf) && keeps(entry.standing)
    }

    /// Whether the year's curve is drawn from it (`TrendPoint`).
    private func isOf(_ year: Int, _ entry: LedgerEntry, in view: LedgerView) -> Bool {
        entry.from == Day(year: year, month: 1, day: 1) && entry.to == Day(year: year, month: 12, day: 31)
            && entry.subject.kind != .activity && entry.required > 0
            && view.obligation(entry.obligation).map(TrendPoint.isYearly) == true
    }

    /// Whether a window's end is as near as is asked for.
    func endsInTime(_ end: Day?, _ kind: Subject.Kind, asOf: Day) -> Bool {
        guard let days = due ?? ends else { return true }
        guard let end, end >= asOf, kind != .activity else { return false }
        return end - asOf <= min(days, ends ?? days)
    }

    /// Whether entries that stand so are wanted.
    func keeps(_ found: Standing) -> Bool {
        if due != nil, found == .met || found == .doesNotApply || found == .needsRuling { return false }
        if yearly != nil, found == .doesNotApply { return false }
        switch standing {
        case nil: return true
        case "owed"?: return found != .doesNotApply
        case "late"?: return found == .behind || found == .overdue
        case let wanted?: return found.rawValue == wanted
        }
    }
}

// MARK: Figures link by these

extension PageContext {
    /// The entries behind a figure.
    func ledger(_ parameters: (String, String?)...) -> String { link("/ledger", parameters) }
}
