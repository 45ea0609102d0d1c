import Books
import LedgerEngine
import Plans
import Records
import Vocabulary

/// Standing changes of a year, to be found by lane and subject.
struct YearChanges: Sendable {
    private var known: [String: [Subject: [SlotChange]]] = [:]

    init(_ changes: [SlotChange]) {
        for change in changes {
            known[change.key.obligation, default: [:]][change.key.subject, default: []].append(change)
        }
    }

    /// Nil where nothing of the lane was changed, which is nearly always so.
    func of(_ lane: YearLane) -> [Subject: [SlotChange]]? { known[lane.obligation.id] }
}

/// The year of a unit and of all beneath it, as it is shown: a row for each unit right beneath it, a row for each obligation.
struct YearPicture: Sendable {
    struct Row: Sendable {
        let unit: OrgUnit
        /// What the unit above all others owes itself, beside the units beneath it.
        let isOwn: Bool
        var cells = YearCells()
    }

    private(set) var rows: [Row] = []
    private(set) var lanes: [(lane: YearLane, cells: YearCells)] = []
    private(set) var all = YearCells()

    /// `top`: nil where the book has several roots. `obligation`: rows and sum tell of it alone.
    init(
        _ book: YearBook, _ changes: YearChanges, beneath top: OrgUnit?, _ directory: UnitDirectory, obligation: String?
    ) {
        let parts = top.map { directory.children(of: $0.code) } ?? directory.roots
        rows = (top.map { [Row(unit: $0, isOwn: true)] } ?? []) + parts.map { Row(unit: $0, isOwn: false) }
        // Of the unit above all others only what it owes itself: each beneath it has a row.
        let tops = rows.map(\.unit.code)
        for (lane, plain) in zip(book.lanes, book.sums(beneath: tops)) {
            let sums = book.changed(plain, in: lane, changes.of(lane), tops)
            var ofLane = YearCells()
            for cells in sums { ofLane.add(cells) }
            if ofLane.total() > 0 { lanes.append((lane, ofLane)) }
            guard obligation.map({ $0 == lane.obligation.id }) ?? true else { continue }
            for (row, cells) in sums.enumerated() { rows[row].cells.add(cells) }
            all.add(ofLane)
        }
        rows.removeAll { $0.cells.total() == 0 }
    }
}

extension YearBook {
    /// What a lane comes to with its changes: those whose slots were changed are taken out and laid out one by one.
    fileprivate func changed(
        _ sums: [YearCells], in lane: YearLane, _ changes: [Subject: [SlotChange]]?, _ tops: [String]
    ) -> [YearCells] {
        guard let changes else { return sums }
        var sums = sums
        let numbers = Dictionary(tops.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        for (subject, changed) in changes {
            guard let subject = position(of: subject, in: lane),
                let owner = owner(of: subject, in: lane, among: numbers)
            else { continue }
            lane.eachSlot(of: subject, nil) { sums[owner].add($0, $1, -1) }
            lane.eachSlot(of: subject, changed) { sums[owner].add($0, $1) }
        }
        return sums
    }
}
