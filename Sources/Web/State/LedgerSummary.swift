import LedgerEngine
import Plans
import Records
import Vocabulary

/// What the overview and the list of units tell of a ledger, counted once and kept until a record changes it.
struct LedgerSummary: Sendable {
    /// Tasks with something that is summed over units.
    var tasks: [PlanTask]
    /// Every unit but branches and villages, those that need attention first.
    var units: [OverviewModel.UnitRow]
    var groupCounts: [OverviewModel.Group: Int]
    /// Per obligation of the edition: in how many units it is late.
    var lateUnits: [Int]
    /// Per obligation: how single subjects stand in the windows being worked in.
    var standings: [[StandingCount]]
    var overdue: Int
    /// Per obligation: where it stands as a whole.
    var wholes: [LedgerEntry?]

    init(_ ledger: LiveLedger, _ directory: UnitDirectory) {
        let edition = ledger.edition
        let obligations = edition.obligations
        tasks = edition.tasks.filter { task in task.obligations.contains { ledger.isRolledUp($0.id) } }
        let columns = Dictionary(
            tasks.enumerated().map { ($1.number, $0) }, uniquingKeysWith: { first, _ in first })
        var columnOf = obligations.map { _ in -1 }
        var place = 0
        for task in edition.tasks {
            for _ in task.obligations {
                columnOf[place] = columns[task.number] ?? -1
                place += 1
            }
        }
        var late = obligations.map { _ in 0 }
        let columnCount = tasks.count
        units = directory.units
            .filter {
                $0.parent != nil && $0.kind != .branch && $0.kind != .village && $0.span.contains(ledger.asOf)
            }
            .map { unit in
                OverviewModel.UnitRow(unit, of: ledger, columns: columnCount, columnOf: columnOf, late: &late)
            }
            .sorted { ($0.group.rawValue, -$0.late, $0.code) < ($1.group.rawValue, -$1.late, $1.code) }
        groupCounts = units.reduce(into: [:]) { $0[$1.group, default: 0] += 1 }
        lateUnits = late
        standings = obligations.map { ledger.currentStandings(of: $0.id) }
        overdue = ledger.overdueCount()
        wholes = obligations.map { ledger.whole($0.id) }
    }
}

extension OverviewModel.UnitRow {
    init(
        _ unit: OrgUnit, of ledger: LiveLedger, columns: Int, columnOf: [Int], late lateUnits: inout [Int]
    ) {
        var cells = [OverviewModel.Cell?](repeating: nil, count: columns)
        var met = 0
        var late = 0
        var applicable = 0
        ledger.eachCurrentStanding(of: unit.code) { obligation, standing in
            let isLate = standing == .behind || standing == .overdue
            if isLate { lateUnits[obligation] += 1 }
            guard standing != .doesNotApply else { return }
            applicable += 1
            if standing == .met { met += 1 }
            if isLate { late += 1 }
            guard columnOf[obligation] >= 0 else { return }
            guard var cell = cells[columnOf[obligation]] else {
                cells[columnOf[obligation]] = .init(standing: standing, late: isLate ? 1 : 0)
                return
            }
            if StandingMark.rank(standing) < StandingMark.rank(cell.standing) { cell.standing = standing }
            if isLate { cell.late += 1 }
            cells[columnOf[obligation]] = cell
        }
        code = unit.code
        name = unit.name
        self.cells = cells
        self.met = met
        self.late = late
        self.applicable = applicable
        group =
            late == 0
            ? .onCourse
            : Double(late) >= Double(applicable) * OverviewModel.attentionShare ? .needsAttention : .someBehind
    }
}
