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
        let owners = book.owners(rows.map(\.unit.code))
        for (number, lane) in book.lanes.enumerated() {
            let changed = changes.of(lane)
            let isTold = obligation.map { $0 == lane.obligation.id } ?? true
            var ofLane = YearCells()
            for subject in lane.subjects.indices {
                let place = book.places[number][subject]
                guard place >= 0, owners[Int(place)] >= 0 else { continue }
                let row = Int(owners[Int(place)])
                lane.eachSlot(of: subject, changed?[Subject(lane.kind, lane.subjects[subject])]) { month, state in
                    ofLane.add(month, state)
                    if isTold { rows[row].cells.add(month, state) }
                }
            }
            if ofLane.total() > 0 { lanes.append((lane, ofLane)) }
        }
        rows.removeAll { $0.cells.total() == 0 }
        for lane in lanes where obligation.map({ $0 == lane.lane.obligation.id }) ?? true { all.add(lane.cells) }
    }
}
