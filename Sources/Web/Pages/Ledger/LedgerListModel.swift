import Books
import Exchange
import LedgerEngine
import Pages
import Plans
import Vocabulary

/// The ledger as a list that can be narrowed and ordered by address. Its file has the same lines in the same order.
struct LedgerListModel {
    let view: LedgerView
    let filter: LedgerFilter
    /// In the order that the address asks for; else the worst first.
    let rows: [LedgerRow]
    /// Whether units stand for the single subjects in them, there being too many.
    let isSummed: Bool

    /// What the address asks for and is none of this ledger's, order included.
    let slips: [AddressSlip]

    var entries: [LedgerEntry] { rows.map(\.entry) }
    /// How many entries the lines come to: what a figure that led here has counted.
    var total: Int { rows.reduce(0) { $0 + $1.count } }

    init(_ view: LedgerView, _ context: PageContext) {
        self.view = view
        let query = context.query
        filter = LedgerFilter(query, in: view)
        let found = context.isUnknownCondition ? (rows: [], isSummed: false) : Self.found(view, filter)
        isSummed = found.isSummed
        let sort = query["sort"]
        slips =
            filter.slips
            + (sort.map { LedgerOrder(sort: $0) == nil } == true
                ? [.unknown("sort", sort ?? "", zh: "排序", en: "order")] : [])
        let byStanding = LedgerOrder.standing.precedes(view)
        rows = Self.ordered(found.rows.sorted { byStanding($0.entry, $1.entry) }, sort, view)
    }

    private static func found(_ view: LedgerView, _ filter: LedgerFilter) -> (rows: [LedgerRow], isSummed: Bool) {
        guard filter.slips.isEmpty else { return ([], false) }
        if view.town.isLarge {
            let gathering = LedgerGathering(view, filter)
            return (gathering.rows, gathering.isSummed)
        }
        return (view.made.entries().filter { filter.keeps($0, in: view) }.map { LedgerRow(entry: $0) }, false)
    }

    private static func ordered(_ rows: [LedgerRow], _ sort: String?, _ view: LedgerView) -> [LedgerRow] {
        guard let sort, let order = LedgerOrder(sort: sort) else { return rows }
        let precedes = order.precedes(view)
        return sort.hasPrefix("-")
            ? rows.sorted { precedes($1.entry, $0.entry) } : rows.sorted { precedes($0.entry, $1.entry) }
    }
}

extension LedgerOrder {
    /// `done`, or `-done` for the other way round.
    init?(sort: String) { self.init(rawValue: sort.hasPrefix("-") ? String(sort.dropFirst()) : sort) }
}
