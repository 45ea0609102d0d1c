import Books
import Exchange
import LedgerEngine
import Pages
import Plans
import Records
import Vocabulary

/// One of the lists that an entry is made of, whole: its figure on the entry's page opens it.
struct EntryListModel {
    enum Which: String, CaseIterable {
        case parts, open, counted, notCounted, excused, outstanding, history
    }

    /// One line of whatever the list tells.
    enum Row: Sendable {
        case entry(LedgerEntry)
        /// So many parts of a unit that are still open, there being too many to name.
        case left(unit: String, count: Int)
        case record(RecordReference, Day, String)
        case activity(CountedActivity)
        case subject(Subject, String)
    }

    let entry: EntryModel
    let which: Which
    let rows: [Row]

    /// How many things the lines tell of: what the figure that leads here has counted.
    var total: Int {
        rows.reduce(0) { sum, row in
            if case .left(_, let count) = row { sum + count } else { sum + 1 }
        }
    }

    init(_ ask: Ask) throws {
        guard let which = ask.query["show"].flatMap(Which.init(rawValue:)) else {
            throw NotFound(context: ask.context)
        }
        entry = try EntryModel(ask)
        self.which = which
        rows = Self.ordered(Self.rows(entry, which, ask.context.language), ask.wantedOrder)
    }

    private static func ordered(_ rows: [Row], _ wanted: (key: String, isFalling: Bool)?) -> [Row] {
        func sorted(_ precedes: (Row, Row) -> Bool) -> [Row] {
            wanted?.isFalling == true ? rows.sorted { precedes($1, $0) } : rows.sorted(by: precedes)
        }
        guard let key = wanted?.key else { return rows }
        if key == "day" { return sorted { $0.day < $1.day } }
        guard let order = LedgerOrder(rawValue: key) else { return rows }
        let precedes = order.precedes()
        return sorted { one, other in
            guard let one = one.entry, let other = other.entry else { return false }
            return precedes(one, other)
        }
    }

    private static func rows(_ entry: EntryModel, _ which: Which, _ language: Language) -> [Row] {
        let explanation = entry.explanation
        switch which {
        case .parts: return entry.parts.map { .entry($0) }
        case .open: return entry.openParts.map { .entry($0) }
        case .history: return entry.history.map { .entry($0) }
        case .counted:
            if let activities = entry.countedActivities { return activities.reversed().map { .activity($0) } }
            return explanation.countedByDay.reversed().map { .record($0.record, $0.day, Figure.amount($0.amount)) }
        case .notCounted:
            return explanation.notCountedByDay.reversed().map {
                .record($0.record, $0.day, entry.view.reason($0, of: entry.obligation, language))
            }
        case .excused:
            return explanation.excused.map { .subject($0.subject, LedgerText.excuse($0.reason, in: language)) }
        case .outstanding: return outstanding(entry)
        }
    }

    /// Those still to be reached, by name; of a province how many in each unit right beneath.
    private static func outstanding(_ entry: EntryModel) -> [Row] {
        guard let named = entry.explanation.outstanding else { return [] }
        guard let cut = entry.explanation.cut, cut.outstanding > named.count else {
            return named.map { .subject($0, "") }
        }
        let view = entry.view
        let whole = entry.entry
        func left(_ row: LedgerEntry) -> Int { max(0, (row.population ?? 0) - Int(clamping: row.done)) }
        let isRow = whole.subject.kind == .rollUp
        let unit = isRow ? whole.unit : view.live.wholeSubject.code
        let index = view.records.index
        let beneath =
            isRow
            ? view.live.rowsBeneath(unit, of: whole.obligation, from: whole.from, by: index)
            : view.live.rowsOfWhole(whole.obligation, from: whole.from, by: index)
        var own = cut.outstanding
        var rows: [Row] = []
        for row in beneath {
            let count = left(row)
            own -= count
            if count > 0 { rows.append(.left(unit: row.unit, count: count)) }
        }
        if own > 0 { rows.append(.left(unit: unit, count: own)) }
        return rows
    }
}

extension Int {
    /// A count that stands in a figure.
    fileprivate init(clamping figure: Double) { self = Int(exactly: figure.rounded(.down)) ?? (figure > 0 ? .max : 0) }
}

extension EntryListModel {
    /// Whether such a list is made of an obligation at all: none by name where no names may be listed.
    static func tells(_ which: Which, of obligation: Obligation) -> Bool {
        guard which == .outstanding || which == .excused, let binding = obligation.binding else { return true }
        return binding.namesPersons || binding.population.subjects != .persons
    }
}

extension PageContext {
    /// One of the lists of an entry.
    ///
    /// `choice` is the figure that was counted, where any of several does.
    func link(toList which: EntryListModel.Which, of entry: LedgerEntry, choice: Int? = nil) -> String {
        link(
            "/ledger/entry/list", ("obligation", entry.obligation), ("kind", entry.subject.kind.rawValue),
            ("subject", entry.subject.code), ("from", entry.from.iso), ("show", which.rawValue),
            ("choice", choice.map(String.init)))
    }
}
