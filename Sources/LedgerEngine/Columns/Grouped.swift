/// Rows grouped by an owner: all rows in one array, and where each owner's begin.
struct Grouped<Row: Sendable>: Sendable {
    private(set) var starts: [Int32]
    private(set) var rows: [Row]

    /// Rows keep their order within an owner.
    init(owners: Int, _ items: [(owner: Int, row: Row)]) {
        var counts = [Int32](repeating: 0, count: owners + 1)
        for item in items { counts[item.owner + 1] += 1 }
        for owner in 0..<owners { counts[owner + 1] += counts[owner] }
        starts = counts
        var order = [Int](repeating: 0, count: items.count)
        var next = counts
        for (index, item) in items.enumerated() {
            order[Int(next[item.owner])] = index
            next[item.owner] += 1
        }
        rows = order.map { items[$0].row }
    }

    /// Where an owner's rows stand in `rows`: for inner loops, which a slice would burden with counting references.
    func range(_ owner: Int) -> Range<Int> { Int(starts[owner])..<Int(starts[owner + 1]) }

    func contains(_ owner: Int, where isWanted: (Row) -> Bool) -> Bool {
        for index in range(owner) where isWanted(rows[index]) { return true }
        return false
    }

    subscript(owner: Int) -> ArraySlice<Row> { rows[range(owner)] }
}
