import Books
import LedgerEngine
import Plans
import Records
import Vocabulary

/// A line of the ledger's list: an entry, or a unit's row that stands for so many single ones.
struct LedgerRow: Equatable, Sendable {
    var entry: LedgerEntry
    /// How many entries that the filter keeps it stands for.
    var count = 1
    /// Whether it tells of the unit itself only, without the units beneath it.
    var isOwn = false
}

/// The entries that a filter keeps, of a province: never looked for among all there are.
///
/// Where single subjects are too many, rows stand for them: of each unit right beneath, and of the unit itself. Each tells
/// how many entries it stands for, so that together they are as many as a figure counted.
struct LedgerGathering {
    private let view: LedgerView
    private let filter: LedgerFilter
    /// The unit that is asked for, else all roots.
    private let tops: [String]
    private var room: Int
    private(set) var rows: [LedgerRow] = []
    /// Whether any row stands for single subjects.
    private(set) var isSummed = false

    init(_ view: LedgerView, _ filter: LedgerFilter, room: Int = 5000) {
        self.view = view
        self.filter = filter
        self.room = room
        tops = filter.unit.map { [$0] } ?? view.directory.units.roots.map(\.code)
        guard filter.slips.isEmpty else { return }
        for obligation in view.edition.obligations {
            if let wanted = filter.obligation, obligation.id != wanted { continue }
            if let task = filter.task, obligation.task != task { continue }
            if filter.yearly != nil, !TrendPoint.isYearly(obligation) { continue }
            gather(obligation.id)
        }
    }

    private mutating func gather(_ obligation: String) {
        switch filter.about {
        case .single:
            gatherProgrammes(obligation)
            gatherSingles(obligation)
        case .kind(.programme): gatherProgrammes(obligation)
        case .kind(.rollUp) where filter.unit == nil && tops.count == 1:
            let top = tops[0]
            for row in rollUps(obligation, top) where isWanted(row) {
                add(view.live.rowsBeneath(top, of: obligation, from: row.from, by: view.records.index))
            }
        case .kind(.rollUp): for top in tops { add(rollUps(obligation, top)) }
        case .kind(let kind): if view.live.singleKind(of: obligation) == kind { gatherSingles(obligation) }
        case .units: for unit in view.summary.rows { add(rollUps(obligation, unit.code)) }
        case .own:
            gatherProgrammes(obligation)
            add(rollUps(obligation, filter.unit ?? view.live.wholeSubject.code))
        }
    }

    private func rollUps(_ obligation: String, _ unit: String) -> [LedgerEntry] {
        view.live.history(of: obligation, subject: Subject(.rollUp, unit))
    }

    private mutating func gatherProgrammes(_ obligation: String) {
        add(view.live.history(of: obligation, subject: view.live.wholeSubject))
    }

    /// Those that the filter keeps.
    private mutating func add(_ entries: [LedgerEntry]) {
        rows += entries.lazy.filter { [filter, view] in filter.keeps($0, in: view) }.map { LedgerRow(entry: $0) }
    }

    private mutating func gatherSingles(_ obligation: String) {
        guard let kind = view.live.singleKind(of: obligation) else { return }
        for top in tops { gatherSingles(obligation, kind, beneath: top) }
    }

    private mutating func gatherSingles(_ obligation: String, _ kind: Subject.Kind, beneath top: String) {
        let isByAppointment = view.live.isByAppointment(obligation)
        for row in rollUps(obligation, top) where isByAppointment || isWanted(row) {
            let count = view.live.population(of: obligation, from: row.from, unit: top) ?? 0
            // Whose windows are their own cannot be counted by the row's.
            guard count <= room || isByAppointment else {
                gatherSums(obligation, kind, row, of: top)
                continue
            }
            let singles = view.live.singles(of: obligation, in: row, by: view.records.index)
                .filter { filter.keeps($0, in: view) }
            add(singles)
            room -= singles.count
        }
    }

    /// The rows of the units right beneath, and what is the unit's own.
    private mutating func gatherSums(_ obligation: String, _ kind: Subject.Kind, _ row: LedgerEntry, of top: String) {
        let live = view.live
        guard filter.endsInTime(row.to, kind, asOf: live.asOf) else { return }
        func kept(_ unit: String) -> Int {
            live.standings(of: obligation, from: row.from, beneath: unit)
                .reduce(0) { $0 + (filter.keeps($1.key) ? $1.value : 0) }
        }
        isSummed = true
        var own = kept(top)
        for beneath in live.rowsBeneath(top, of: obligation, from: row.from, by: view.records.index) {
            let count = kept(beneath.unit)
            own -= count
            if count > 0 { rows.append(LedgerRow(entry: beneath, count: count)) }
        }
        if own > 0 { rows.append(LedgerRow(entry: row, count: own, isOwn: true)) }
    }

    private func isWanted(_ row: LedgerEntry) -> Bool {
        if let year = filter.yearly {
            return row.from == Day(year: year, month: 1, day: 1) && row.to == Day(year: year, month: 12, day: 31)
        }
        // An activity's own first day lies in the row's window.
        if let from = filter.from { return row.from <= from && (row.to.map { from <= $0 } ?? true) }
        return !filter.current || view.live.isCurrent(row)
    }
}
