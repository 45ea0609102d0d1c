/// Rows grouped by an owner: all in one column, and where each owner's begin; what changed since lies beside.
struct FactPool<Row: BitwiseCopyable & Sendable>: Sendable {
    private var starts: Column<UInt32>
    private var rows: Column<Row>
    /// Owners whose rows are others than those in the column.
    private var changed: [Int32: [Row]] = [:]

    /// Rows keep their order within an owner.
    init(owners: Int, _ items: [(owner: Int, row: Row)]) {
        starts = Column(repeating: 0, count: owners + 1)
        for item in items { starts[item.owner + 1] += 1 }
        for owner in 0..<owners { starts[owner + 1] += starts[owner] }
        rows = Column(capacity: items.count)
        guard let any = items.first?.row else { return }
        rows = Column(repeating: any, count: items.count)
        var next = Array(starts)
        for item in items {
            rows[Int(next[item.owner])] = item.row
            next[item.owner] += 1
        }
    }

    /// As the columns of an image have it.
    init(starts: Column<UInt32>, rows: Column<Row>) {
        self.starts = starts
        self.rows = rows
    }

    /// The columns with all that changed worked in, for an image.
    func settled(owners: Int) -> (starts: Column<UInt32>, rows: Column<Row>) {
        if changed.isEmpty, starts.count == owners + 1 { return (starts, rows) }
        var items: [(owner: Int, row: Row)] = []
        for owner in 0..<owners { each(Int32(owner)) { items.append((owner, $0)) } }
        let pool = FactPool(owners: owners, items)
        return (pool.starts, pool.rows)
    }

    @inline(__always)
    private func range(_ owner: Int32) -> Range<Int> {
        let owner = Int(owner)
        return owner + 1 < starts.count ? Int(starts[owner])..<Int(starts[owner + 1]) : 0..<0
    }

    @inline(__always)
    private func override(_ owner: Int32) -> [Row]? { changed.isEmpty ? nil : changed[owner] }

    @inline(__always)
    func each(_ owner: Int32, _ body: (Row) -> Void) {
        if let others = override(owner) {
            for row in others { body(row) }
        } else {
            for index in range(owner) { body(rows[index]) }
        }
    }

    @inline(__always)
    func contains(_ owner: Int32, where isWanted: (Row) -> Bool) -> Bool {
        if let others = override(owner) { return others.contains(where: isWanted) }
        for index in range(owner) where isWanted(rows[index]) { return true }
        return false
    }

    @inline(__always)
    func last(_ owner: Int32, where isWanted: (Row) -> Bool) -> Row? {
        if let others = override(owner) { return others.last(where: isWanted) }
        for index in range(owner).reversed() where isWanted(rows[index]) { return rows[index] }
        return nil
    }

    /// The rows of an owner where they lie; nil where they have changed since. Whoever asks keeps the pool meanwhile.
    @inline(__always)
    func laidOut(_ owner: Int32) -> UnsafeBufferPointer<Row>? {
        if !changed.isEmpty, changed[owner] != nil { return nil }
        let range = range(owner)
        return UnsafeBufferPointer(start: rows.start + range.lowerBound, count: range.count)
    }

    func only(_ owner: Int32) -> Row? {
        if let others = override(owner) { return others.count == 1 ? others[0] : nil }
        let range = range(owner)
        return range.count == 1 ? rows[range.lowerBound] : nil
    }

    mutating func replace(_ owner: Int32, with rows: [Row]) { changed[owner] = rows }
    func all(_ owner: Int32) -> [Row] {
        var all: [Row] = []
        each(owner) { all.append($0) }
        return all
    }
}
