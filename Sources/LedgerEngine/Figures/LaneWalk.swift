/// The walk through a person's lines without a decision in it: every line adds one vector, a lane for each rule.
///
/// Days are cut where any window begins or ends; a line adds to the cell of its day. Cells are then summed from the first
/// on, so that what a window comes to is the difference of two of them. Sixteen bits a lane hold 16,383 hours.
struct LaneWalk: Sendable {
    typealias Lanes = SIMD8<Int16>

    /// What a line of some fit and manner adds: so much, and its half hours where bits are set.
    struct Step: BitwiseCopyable, Sendable {
        var constant: Lanes
        var hours: Lanes
    }

    /// A rule's windows.
    struct Fold: BitwiseCopyable, Sendable {
        var lane: Int32
        var slot: Int32
        var first: Int32
        var windows: Int32
    }

    /// A window as the places (cell and lane) of two sums.
    struct Difference: BitwiseCopyable, Sendable {
        var low: UInt16
        var high: UInt16
    }

    static let most = Lanes.scalarCount
    private static let mostCells = 4096
    /// In place of a kind's first step: look at the row of the activity.
    static let byRow = UInt16.max
    /// The row does not help either: the person's lines are to be looked at one by one.
    static let bySelf = UInt16.max - 1

    /// By fit and manner (eight to a fit).
    private(set) var steps: Column<Step>
    private(set) var wanted: Column<UInt64>
    /// By `LineMark.kind`: its first step.
    let stepsOfKind: Column<UInt16>
    /// By `LineMark.day`.
    let cellOfDay: Column<UInt16>
    let cells: Int
    let folds: Column<Fold>
    let differences: Column<Difference>

    /// Nil where rules or cells are too many for it to pay, or the day lies beyond what marks reach.
    init?(_ pass: PersonPass, asOf: Int32) {
        guard pass.rules.count <= Self.most, pass.firstDay >= LineMark.dayZero,
            asOf - LineMark.dayZero <= UInt16.max
        else { return nil }
        var cuts: Set<Int32> = [pass.firstDay]
        for rule in pass.rules {
            for window in pass.tallies[Int(rule.tally)].windows {
                cuts.insert(window.from)
                if window.to < never { cuts.insert(window.to + 1) }
            }
        }
        let begins = cuts.filter { $0 >= pass.firstDay && $0 <= asOf }.sorted()
        guard begins.count <= Self.mostCells else { return nil }
        cells = begins.count
        // Days before and after belong to a cell that is not summed.
        cellOfDay = Column(repeating: UInt16(cells), count: Int(UInt16.max) + 1)
        for (cell, begin) in begins.enumerated() {
            let end = cell + 1 < cells ? begins[cell + 1] : asOf + 1
            for day in begin..<end { cellOfDay[day - LineMark.dayZero] = UInt16(cell) }
        }
        var folds = Column<Fold>()
        var differences = Column<Difference>()
        for (lane, rule) in pass.rules.enumerated() {
            let windows = pass.tallies[Int(rule.tally)].windows
            folds.append(
                Fold(
                    lane: Int32(lane), slot: rule.slot, first: Int32(differences.count), windows: Int32(windows.count)))
            for window in windows {
                let low = begins.firstIndex { $0 >= window.from } ?? cells
                let high = max(low, begins.firstIndex { $0 > window.to } ?? cells)
                differences.append(
                    Difference(low: UInt16(low * Self.most + lane), high: UInt16(high * Self.most + lane)))
            }
        }
        self.folds = folds
        self.differences = differences
        stepsOfKind = Column(repeating: Self.byRow, count: Int(UInt16.max) + 1)
        stepsOfKind[Int(LineMark.bySelf)] = Self.bySelf
        steps = Column()
        wanted = Column()
    }

    /// Takes in the fit with the next number.
    mutating func append(_ fit: UInt64, manners: Column<UInt64>, rules: Column<PersonPass.Rule>) {
        for manner in 0..<8 {
            let mask = fit & manners[manner]
            var step = Step(constant: .zero, hours: .zero)
            for (lane, rule) in rules.enumerated() where mask & (1 << UInt64(lane)) != 0 {
                if rule.amount == .one { step.constant[lane] = 2 } else { step.hours[lane] = -1 }
            }
            steps.append(step)
            wanted.append(mask)
        }
    }

    /// Lines of a kind need not be looked at by row: all of them have this fit.
    func settle(kind: Int, fit: UInt32) {
        if kind < Int(LineMark.bySelf), fit < UInt32(Self.bySelf >> 3) { stepsOfKind[kind] = UInt16(fit << 3) }
    }
}
