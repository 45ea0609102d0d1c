import Books
import LedgerEngine
import Pages
import Vocabulary

/// The ledger narrowed and ordered by address.
struct LedgerListModel {
    /// Of the as-of day; of a day before it where the address says at which.
    let view: LedgerView
    let filter: LedgerFilter
    /// In the order that the address asks for; else the worst first.
    let rows: [LedgerRow]
    /// Whether units stand for the single subjects in them, there being too many.
    let isSummed: Bool

    /// How many entries the lines come to: what a figure that led here has counted.
    var total: Int { rows.reduce(0) { $0 + $1.count } }

    init(_ ask: Ask) throws {
        let context = ask.context
        let at = ask.query["at"].flatMap { Day(iso: $0) }.flatMap { $0 <= context.asOf ? $0 : nil }
        view = try at.map { try ask.townPage.view(context, at: $0) } ?? ask.view
        filter = LedgerFilter(ask.query, in: view)
        let found = Self.found(view, filter)
        isSummed = found.isSummed
        let byStanding = LedgerOrder.standing.precedes(view)
        let rows = found.rows.sorted { byStanding($0.entry, $1.entry) }
        guard let wanted = ask.wantedOrder, let order = LedgerOrder(rawValue: wanted.key) else {
            self.rows = rows
            return
        }
        let precedes = order.precedes(view)
        self.rows = rows.sorted {
            wanted.isFalling ? precedes($1.entry, $0.entry) : precedes($0.entry, $1.entry)
        }
    }

    private static func found(_ view: LedgerView, _ filter: LedgerFilter) -> (rows: [LedgerRow], isSummed: Bool) {
        guard filter.slips.isEmpty else { return ([], false) }
        if view.town.isLarge {
            let gathering = LedgerGathering(view, filter)
            return (gathering.rows, gathering.isSummed)
        }
        return (view.made.entries().filter { filter.keeps($0, in: view) }.map { LedgerRow(entry: $0) }, false)
    }
}

extension Ask {
    /// The ledger as the address narrows it, found once for a list.
    var listedLedger: LedgerListModel { get throws { try naming.once("listed ledger") { try LedgerListModel(self) } } }
}
