extension LaneWalk {
    /// The walk as bare memory, good for as long as the columns and the pass that it was made from.
    struct Bare: @unchecked Sendable {
        let marks: UnsafeMutablePointer<LineMark>
        let steps: UnsafeMutablePointer<Step>
        let wanted: UnsafeMutablePointer<UInt64>
        let stepsOfKind: UnsafeMutablePointer<UInt16>
        let cellOfDay: UnsafeMutablePointer<UInt16>
        let cells: Int
        let folds: UnsafeMutablePointer<Fold>
        let foldCount: Int
        let differences: UnsafeMutablePointer<Difference>
    }

    func laidBare(_ lines: Lines) -> Bare {
        Bare(
            marks: lines.personMarks.start, steps: steps.start, wanted: wanted.start, stepsOfKind: stepsOfKind.start,
            cellOfDay: cellOfDay.start, cells: cells, folds: folds.start, foldCount: folds.count,
            differences: differences.start)
    }
}

extension LaneWalk.Bare {
    /// More half hours than this, or more lines than half of it, may not fit into a lane.
    private static let mostHalfHours = Int32(Int16.max)

    /// Adds up the lines of one person; false where they must be looked at one by one.
    ///
    /// `card` tells fit and day of an activity whose row decides. `odd` are rules that take a decision: lines that fit one
    /// of them are handed to `decide`, with the day as `LineMark` counts it.
    @inline(__always)
    func walk(
        _ range: Range<Int>, scratch: UnsafeMutablePointer<LaneWalk.Lanes>, odd: UInt64,
        row: UnsafeMutablePointer<Int32>, card: (_ line: Int) -> (fit: UInt32, day: UInt16)?,
        decide: (_ line: Int, _ day: UInt16, _ rules: UInt64) -> Void
    ) -> Bool {
        if odd == 0, walkPlainly(range, scratch, row) { return true }
        for cell in 0...cells { scratch[cell] = .zero }
        var halfHours: Int32 = 0
        for line in range {
            let mark = marks[line]
            var step = Int(stepsOfKind[Int(mark.kind)])
            var day = mark.day
            if step >= Int(LaneWalk.bySelf) {
                guard step == Int(LaneWalk.byRow), let card = card(line) else { return false }
                step = Int(card.fit) << 3
                day = card.day
            }
            let place = step | mark.traits.manner
            let cell = Int(cellOfDay[Int(day)])
            scratch[cell] = scratch[cell] &+ added(place, mark.traits)
            halfHours &+= mark.traits.halfHours
            if odd != 0, wanted[place] & odd != 0 { decide(line, day, wanted[place] & odd) }
        }
        guard halfHours <= Self.mostHalfHours, range.count < Int(Self.mostHalfHours / 2) else { return false }
        for cell in 0...cells { scratch[cells + 1 + cell] = .zero }
        fold(scratch, odd: odd, into: row)
        return true
    }

    /// The same where nothing at all is to be decided; false at the first line of which more must be asked.
    ///
    /// Two lines at a time, each adding to cells of its own: an addition need not wait for the one before.
    @inline(never)
    private func walkPlainly(
        _ range: Range<Int>, _ scratch: UnsafeMutablePointer<LaneWalk.Lanes>, _ row: UnsafeMutablePointer<Int32>
    ) -> Bool {
        let others = scratch + (cells + 1)
        for cell in 0..<2 * (cells + 1) { scratch[cell] = .zero }
        var halfHours: Int32 = 0
        var line = marks + range.lowerBound
        let end = marks + range.upperBound
        while line + 1 < end {
            let (first, second) = (line[0], line[1])
            let step = (Int(stepsOfKind[Int(first.kind)]), Int(stepsOfKind[Int(second.kind)]))
            if max(step.0, step.1) >= Int(LaneWalk.bySelf) { return false }
            let cell = (Int(cellOfDay[Int(first.day)]), Int(cellOfDay[Int(second.day)]))
            scratch[cell.0] = scratch[cell.0] &+ added(step.0 | first.traits.manner, first.traits)
            others[cell.1] = others[cell.1] &+ added(step.1 | second.traits.manner, second.traits)
            halfHours &+= first.traits.halfHours &+ second.traits.halfHours
            line += 2
        }
        if line < end {
            let step = Int(stepsOfKind[Int(line.pointee.kind)])
            if step >= Int(LaneWalk.bySelf) { return false }
            let cell = Int(cellOfDay[Int(line.pointee.day)])
            scratch[cell] = scratch[cell] &+ added(step | line.pointee.traits.manner, line.pointee.traits)
            halfHours &+= line.pointee.traits.halfHours
        }
        guard halfHours <= Self.mostHalfHours, range.count < Int(Self.mostHalfHours / 2) else { return false }
        fold(scratch, odd: 0, into: row)
        return true
    }

    @inline(__always)
    private func added(_ place: Int, _ traits: Traits) -> LaneWalk.Lanes {
        let hours = LaneWalk.Lanes(repeating: Int16(truncatingIfNeeded: traits.halfHours))
        return steps[place].constant &+ (steps[place].hours & hours)
    }

    @inline(__always)
    private func fold(
        _ scratch: UnsafeMutablePointer<LaneWalk.Lanes>, odd: UInt64, into row: UnsafeMutablePointer<Int32>
    ) {
        var sum = LaneWalk.Lanes.zero
        for cell in 0..<cells {
            let own = scratch[cell] &+ scratch[cells &+ 1 &+ cell]
            scratch[cell] = sum
            sum = sum &+ own
        }
        scratch[cells] = sum
        let sums = UnsafeRawPointer(scratch).assumingMemoryBound(to: Int16.self)
        for number in 0..<foldCount {
            let fold = folds + number
            if odd & (1 &<< UInt64(fold.pointee.lane)) != 0 { continue }
            let windows = differences + Int(fold.pointee.first)
            let figures = row + Int(fold.pointee.slot)
            for window in 0..<Int(fold.pointee.windows) {
                figures[window] = Int32(sums[Int(windows[window].high)] &- sums[Int(windows[window].low)])
            }
        }
    }
}
