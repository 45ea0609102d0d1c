public import LedgerEngine
public import Plans
import Records
import Vocabulary

/// What the overview and the list of units tell of a ledger, counted once; a change counts anew what it has touched.
public struct LedgerSummary: Equatable, Sendable {
    /// Tasks with something that is summed over units.
    public let tasks: [PlanTask]
    /// Every unit but the whole, branches and villages, in order of code.
    public private(set) var rows: [UnitRow]
    /// Places in `rows`, those that need attention first.
    public private(set) var order: [Int32]
    public private(set) var groupCounts: [UnitRow.Group: Int]
    /// Per obligation of the edition: in how many units it is late.
    public private(set) var lateUnits: [Int]
    /// Per obligation: how single subjects stand in the windows being worked in.
    public private(set) var standings: [[StandingCount]]
    public private(set) var overdue: Int
    /// Per obligation: where it stands as a whole.
    public private(set) var wholes: [LedgerEntry?]

    private let places: [String: Int32]
    /// By obligation's place in the edition, the column of its task; −1 for none.
    private let columnOf: [Int]

    public init(_ ledger: LiveLedger, _ directory: UnitDirectory) {
        let edition = ledger.edition
        let obligations = edition.obligations
        tasks = Self.tasks(of: ledger)
        let columns = Dictionary(
            tasks.enumerated().map { ($1.number, $0) }, uniquingKeysWith: { first, _ in first })
        columnOf = edition.tasks.flatMap { task in task.obligations.map { _ in columns[task.number] ?? -1 } }
        // The one root is the whole; of several each is a part of it.
        let isDivided = directory.roots(knownAt: ledger.knownAt).count > 1
        let shown = directory.units.filter {
            (isDivided || $0.parent != nil) && $0.kind != .branch && $0.kind != .village
                && $0.stands(on: ledger.asOf, knownAt: ledger.knownAt)
        }
        places = Dictionary(
            shown.enumerated().map { ($1.code, Int32($0)) }, uniquingKeysWith: { first, _ in first })
        let made = shown.map { UnitRow($0.code, $0.name) }
        rows = made
        order = []
        groupCounts = [:]
        lateUnits = obligations.map { _ in 0 }
        standings = obligations.map { ledger.currentStandings(of: $0.id) }
        overdue = ledger.overdueCount()
        wholes = obligations.map { ledger.whole($0.id) }
        for place in rows.indices {
            count(place, in: ledger)
            groupCounts[rows[place].group, default: 0] += 1
        }
        let counted = rows
        order = (0..<Int32(rows.count)).sorted { Self.precedes($0, $1, counted) }
    }

    private static func tasks(of ledger: LiveLedger) -> [PlanTask] {
        ledger.edition.tasks.filter { task in task.obligations.contains { ledger.isRolledUp($0.id) } }
    }

    /// Whether its columns are those of the ledger as it stands: a task may have its first activity, or lose its only one.
    public func hasColumns(of ledger: LiveLedger) -> Bool {
        tasks.map(\.number) == Self.tasks(of: ledger).map(\.number)
    }

    /// Counts anew what a change may have altered.
    public mutating func renew(_ units: Set<String>, obligations touched: Set<Int>, in ledger: LiveLedger) {
        var moved: Set<Int32> = []
        for place in units.compactMap({ places[$0] }) {
            let old = rows[Int(place)]
            for obligation in old.lateObligations { lateUnits[obligation] -= 1 }
            rows[Int(place)] = UnitRow(old.code, old.name)
            count(Int(place), in: ledger)
            let new = rows[Int(place)]
            guard new.group != old.group || new.late != old.late else { continue }
            moved.insert(place)
            groupCounts[old.group, default: 0] -= 1
            groupCounts[new.group, default: 0] += 1
            if groupCounts[old.group] == 0 { groupCounts[old.group] = nil }
        }
        if !moved.isEmpty { reorder(moved) }
        let obligations = ledger.edition.obligations
        for place in touched {
            standings[place] = ledger.currentStandings(of: obligations[place].id)
            wholes[place] = ledger.whole(obligations[place].id)
        }
        overdue = ledger.overdueCount()
    }

    private mutating func reorder(_ moved: Set<Int32>) {
        let counted = rows
        let arriving = moved.sorted { Self.precedes($0, $1, counted) }
        var merged: [Int32] = []
        merged.reserveCapacity(order.count)
        var next = 0
        for place in order where !moved.contains(place) {
            while next < arriving.count, Self.precedes(arriving[next], place, counted) {
                merged.append(arriving[next])
                next += 1
            }
            merged.append(place)
        }
        order = merged + arriving[next...]
    }

    private static func precedes(_ a: Int32, _ b: Int32, _ rows: [UnitRow]) -> Bool {
        let (one, other) = (rows[Int(a)], rows[Int(b)])
        // Rows lie in order of code.
        return (one.group.rawValue, -one.late, a) < (other.group.rawValue, -other.late, b)
    }

    /// Counts a unit's row, which must be empty.
    private mutating func count(_ place: Int, in ledger: LiveLedger) {
        var row = rows[place]
        var cells = [UnitRow.Cell?](repeating: nil, count: tasks.count)
        ledger.eachCurrentStanding(of: row.code) { obligation, standing in
            let isLate = standing == .behind || standing == .overdue
            if isLate {
                lateUnits[obligation] += 1
                row.lateObligations.append(obligation)
            }
            guard standing != .doesNotApply else { return }
            row.applicable += 1
            if standing == .met { row.met += 1 }
            if isLate { row.late += 1 }
            let column = columnOf[obligation]
            guard column >= 0 else { return }
            guard var cell = cells[column] else {
                cells[column] = .init(standing: standing, late: isLate ? 1 : 0, applicable: 1)
                return
            }
            cell.applicable += 1
            if standing.rank < cell.standing.rank { cell.standing = standing }
            if isLate { cell.late += 1 }
            cells[column] = cell
        }
        row.cells = cells
        row.group =
            row.late == 0
            ? .onCourse
            : Double(row.late) >= Double(row.applicable) * UnitRow.attentionShare
                ? .needsAttention : .someBehind
        rows[place] = row
    }

    // MARK: What pages ask

    /// Every unit, those that need attention first.
    public var units: [UnitRow] { order.map { rows[Int($0)] } }

    public subscript(place: Int32) -> UnitRow { rows[Int(place)] }

    /// Whether a unit has a row of its own here.
    public func holds(_ unit: String) -> Bool { places[unit] != nil }

    /// Places of those among some units that are shown, those that need attention first.
    public func places(of units: some Sequence<String>) -> [Int32] {
        units.compactMap { places[$0] }.sorted { Self.precedes($0, $1, rows) }
    }
}
