/// Numbers by group: all in one column, and where each group begins.
struct Grouping: Sendable {
    let starts: Column<UInt32>
    let numbers: Column<Int32>

    /// `group` tells the group of each number below `count`, -1 for none; numbers keep their order within a group.
    init(groups: Int, count: Int, _ group: (Int) -> Int32) {
        let starts = Column<UInt32>(repeating: 0, count: groups + 1)
        for number in 0..<count where group(number) >= 0 { starts[Int(group(number)) + 1] += 1 }
        for place in 0..<groups { starts[place + 1] += starts[place] }
        let numbers = Column<Int32>(repeating: 0, count: Int(starts[groups]))
        var next = Array(starts)
        for number in 0..<count {
            let place = Int(group(number))
            guard place >= 0 else { continue }
            numbers[Int(next[place])] = Int32(number)
            next[place] += 1
        }
        self.starts = starts
        self.numbers = numbers
    }

    /// Numbers below `count` that may stand in several groups.
    init(groups: Int, ofMany count: Int, _ isIn: (_ number: Int, _ group: Int32) -> Bool) {
        let starts = Column<UInt32>(repeating: 0, count: groups + 1)
        var numbers = Column<Int32>()
        for group in 0..<groups {
            for number in 0..<count where isIn(number, Int32(group)) { numbers.append(Int32(number)) }
            starts[group + 1] = UInt32(numbers.count)
        }
        self.starts = starts
        self.numbers = numbers
    }

    init(starts: Column<UInt32>, numbers: Column<Int32>) {
        self.starts = starts
        self.numbers = numbers
    }

    /// Where a group stands in `numbers`.
    func range(_ group: Int32) -> Range<Int> { Int(starts[group])..<Int(starts[group + 1]) }

    @inline(__always)
    func each(_ group: Int32, _ body: (Int32) -> Void) {
        guard group >= 0, Int(group) + 1 < starts.count else { return }
        for place in Int(starts[group])..<Int(starts[group + 1]) { body(numbers[place]) }
    }
}
