/// The walk through a person's lines without a decision in it: every line adds one vector, a lane for each rule.
///
/// Days are cut where any window begins or ends; a line adds to the cell of its day. What the cells of a window come to is
/// summed once for each person. Measured on the province's data this takes a quarter of the time of adding rule by rule,
/// whose branches the processor cannot foresee.
struct LaneWalk: Sendable {
    typealias Lanes = SIMD8<Int32>

    /// What a line of some fit and manner adds: so much, and its hours where bits are set.
    struct Step: BitwiseCopyable, Sendable {
        var constant: Lanes
        var hours: Lanes
    }

    /// A rule's windows as cells.
    struct Fold: BitwiseCopyable, Sendable {
        var lane: Int32
        var slot: Int32
        var first: Int32
        var windows: Int32
    }

    static let most = 8
    /// By fit and manner (eight to a fit).
    private(set) var steps: Column<Step>
    private var wanted: Column<UInt64>
    /// By day from the first.
    let cellOfDay: Column<UInt16>
    let cells: Int
    let folds: Column<Fold>
    /// First cell in the low half, the one after the last in the high half.
    let cellsOfWindow: Column<UInt32>

    /// Nil where rules or cells are too many for it to pay.
    init?(_ pass: borrowing PersonPass, days: Int) {
        guard pass.rules.count <= Self.most else { return nil }
        var cuts: Set<Int32> = [pass.firstDay]
        for rule in pass.rules {
            for window in pass.tallies[Int(rule.tally)].windows {
                cuts.insert(window.from)
                if window.to < never { cuts.insert(window.to + 1) }
            }
        }
        let last = pass.firstDay + Int32(days)
        let begins = cuts.filter { $0 >= pass.firstDay && $0 < last }.sorted()
        guard begins.count <= 4096 else { return nil }
        cells = begins.count
        var cellOfDay = Column<UInt16>(capacity: days)
        var cell = 0
        for day in 0..<days {
            while cell + 1 < begins.count, begins[cell + 1] <= pass.firstDay + Int32(day) { cell += 1 }
            cellOfDay.append(UInt16(cell))
        }
        self.cellOfDay = cellOfDay
        var folds = Column<Fold>()
        var ranges = Column<UInt32>()
        for (lane, rule) in pass.rules.enumerated() {
            let windows = pass.tallies[Int(rule.tally)].windows
            folds.append(
                Fold(lane: Int32(lane), slot: rule.slot, first: Int32(ranges.count), windows: Int32(windows.count)))
            for window in windows {
                let low = begins.firstIndex { $0 >= window.from } ?? begins.count
                let high = begins.firstIndex { $0 > window.to } ?? begins.count
                ranges.append(UInt32(low) | UInt32(max(low, high)) << 16)
            }
        }
        self.folds = folds
        cellsOfWindow = ranges
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

    /// Adds up the lines of one person; false where one of them must be looked at by itself.
    ///
    /// `odd` are rules that take a decision; lines that fit one of them are handed to `decide`.
    @inline(__always)
    func walk(
        _ range: Range<Int>, _ activities: UnsafeMutablePointer<Int32>, _ traits: UnsafeMutablePointer<Traits>,
        cards: UnsafeMutablePointer<UInt32>, scratch: UnsafeMutablePointer<Lanes>, odd: UInt64,
        row: UnsafeMutablePointer<Int32>, _ decide: (_ index: Int, _ rules: UInt64) -> Void
    ) -> Bool {
        let steps = steps.start
        let wanted = wanted.start
        let cellOfDay = cellOfDay.start
        for cell in 0..<cells { scratch[cell] = .zero }
        var previous: Int32 = -1
        for index in range {
            let activity = activities[index]
            let card = cards[Int(activity)]
            let trait = traits[index]
            let fit = Int(card & PersonPass.isLinked)
            if fit == Int(PersonPass.isLinked) || trait.isSpecial || activity == previous { return false }
            previous = activity
            let place = fit << 3 | trait.manner
            let step = steps[place]
            let cell = Int(cellOfDay[Int(card >> 16)])
            scratch[cell] = scratch[cell] &+ step.constant &+ (step.hours & Lanes(repeating: trait.halfHours))
            if odd != 0, wanted[place] & odd != 0 { decide(index, wanted[place] & odd) }
        }
        for rule in 0..<folds.count {
            let fold = folds.start[rule]
            if odd & (1 << UInt64(fold.lane)) != 0 { continue }
            for window in 0..<Int(fold.windows) {
                let range = cellsOfWindow.start[Int(fold.first) + window]
                var sum: Int32 = 0
                var cell = Int(range & 0xFFFF)
                while cell < Int(range >> 16) {
                    sum = sum &+ scratch[cell][Int(fold.lane)]
                    cell &+= 1
                }
                row[Int(fold.slot) + window] = sum
            }
        }
        return true
    }
}
