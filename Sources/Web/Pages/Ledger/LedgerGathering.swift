import LedgerEngine
import Plans
import Records
import Vocabulary

/// The entries that a filter keeps, of a province: never looked for among all there are.
///
/// Where single subjects are too many, the rows of the units right beneath stand for them.
struct LedgerGathering {
    private let view: LedgerView
    private let filter: LedgerFilter
    private let top: String
    private var room = 5000
    private var found: [LedgerEntry] = []
    private var isSummed = false

    var gathered: ([LedgerEntry], Bool) { (found, isSummed) }

    init(_ view: LedgerView, _ filter: LedgerFilter) {
        self.view = view
        self.filter = filter
        top = filter.unit ?? view.directory.root?.code ?? ""
        for obligation in view.edition.obligations {
            if let wanted = filter.obligation, obligation.id != wanted { continue }
            if let task = filter.task, obligation.task != task { continue }
            gather(obligation.id)
        }
    }

    private mutating func gather(_ obligation: String) {
        let live = view.live
        if filter.kind == nil || filter.kind == .programme {
            let subject = Subject(.programme, view.directory.root?.code ?? "")
            found += live.history(of: obligation, subject: subject).filter { filter.keeps($0, in: view) }
        }
        if filter.kind == .programme { return }
        let rows = live.history(of: obligation, subject: Subject(.rollUp, top))
        if filter.kind == .rollUp, filter.unit != nil {
            found += rows.filter { filter.keeps($0, in: view) }
            return
        }
        for row in rows where isWanted(row) {
            let count = live.population(of: obligation, from: row.from, unit: top) ?? 0
            let singles =
                filter.kind == .rollUp || count > room
                ? [] : live.singles(of: obligation, in: row, by: view.town.index)
            guard singles.isEmpty else {
                found += singles.filter { filter.keeps($0, in: view) }
                room -= singles.count
                continue
            }
            let beneath = live.rowsBeneath(top, of: obligation, from: row.from, by: view.town.index)
                .filter { filter.keepsBesides($0, in: view) }
            if filter.kind != .rollUp, !beneath.isEmpty { isSummed = true }
            found += beneath
        }
    }

    private func isWanted(_ row: LedgerEntry) -> Bool {
        if let from = filter.from { return row.from == from }
        return !filter.current || view.live.isCurrent(row)
    }
}
