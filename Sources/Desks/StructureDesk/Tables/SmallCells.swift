/// Which cells of a table may be told where no group of fewer than so many people may be (docs/decisions/0164).
///
/// Told are the sums of the rows, of the columns and of the whole, and every cell that is not hidden. Classes whose sums are too
/// small are told together with a neighbour. A small cell is hidden together with others, so that those who are hidden in a
/// row or in a column are never too few either: no sum or difference of what is told is a group of some, but fewer than
/// `smallest`.
///
/// That follows from the shape of what is hidden. It lies in blocks, each some rows by some columns, of which no two share a
/// row or a column. Of a block only the sums of its rows and columns can be had from what is told, and what those sums add up
/// to; each of them is nobody, or `smallest` at least. Tables with a margin in common tell each other nothing more, because
/// classes are put together by that margin alone.
struct SmallCells: Equatable, Sendable {
    /// Classes told together, in order; alone mostly. Empty where nothing may be told at all.
    private(set) var rows: [[Int]] = []
    private(set) var columns: [[Int]] = []
    /// By group of rows and of columns.
    private(set) var counts: [[Int]] = []
    private(set) var isHidden: [[Bool]] = []

    init(_ table: [[Int]], smallest: Int) {
        let width = table.first?.count ?? 0
        let rowSums = table.map { $0.reduce(0, +) }
        let total = rowSums.reduce(0, +)
        guard !Self.isSmall(total, smallest) else { return }
        rows = Self.groups(rowSums, smallest)
        columns = Self.groups((0..<width).map { column in table.reduce(0) { $0 + $1[column] } }, smallest)
        counts = rows.map { rows in
            columns.map { columns in rows.reduce(0) { sum, row in columns.reduce(sum) { $0 + table[row][$1] } } }
        }
        isHidden = counts.map { $0.map { _ in false } }
        hide(smallest)
    }

    /// The same with everything told.
    init(open table: [[Int]]) {
        rows = table.indices.map { [$0] }
        columns = (table.first?.indices ?? 0..<0).map { [$0] }
        counts = table
        isHidden = table.map { $0.map { _ in false } }
    }

    /// Some, but too few.
    private static func isSmall(_ count: Int, _ smallest: Int) -> Bool { count > 0 && count < smallest }

    /// Classes in order; one of too few people goes with the next that has people, the last ones with the one before.
    private static func groups(_ sums: [Int], _ smallest: Int) -> [[Int]] {
        var groups: [[Int]] = []
        var empty: [[Int]] = []
        var open: [Int] = []
        var count = 0
        for (place, sum) in sums.enumerated() {
            guard sum > 0 else {
                empty.append([place])
                continue
            }
            open.append(place)
            count += sum
            guard count >= smallest else { continue }
            groups.append(open)
            (open, count) = ([], 0)
        }
        if !open.isEmpty {
            if groups.isEmpty { groups.append(open) } else { groups[groups.count - 1] += open }
        }
        return (groups + empty).sorted { ($0.first ?? 0) < ($1.first ?? 0) }
    }

    private struct Block {
        var rows: Set<Int>
        var columns: Set<Int>

        func meets(_ other: Block) -> Bool {
            !rows.isDisjoint(with: other.rows) || !columns.isDisjoint(with: other.columns)
        }
    }

    private mutating func hide(_ smallest: Int) {
        var blocks: [Block] = []
        for row in counts.indices {
            for column in counts[row].indices where Self.isSmall(counts[row][column], smallest) {
                blocks.append(Block(rows: [row], columns: [column]))
            }
        }
        // Each round either makes a block larger or makes two into one.
        while let changed = Self.united(blocks) ?? grown(blocks, smallest) { blocks = changed }
        for block in blocks {
            for row in block.rows { for column in block.columns { isHidden[row][column] = true } }
        }
    }

    /// Two blocks that share a row or a column as one; nil where there are none.
    private static func united(_ blocks: [Block]) -> [Block]? {
        for one in blocks.indices {
            for other in blocks.indices where other > one && blocks[one].meets(blocks[other]) {
                var blocks = blocks
                let joined = blocks.remove(at: other)
                blocks[one].rows.formUnion(joined.rows)
                blocks[one].columns.formUnion(joined.columns)
                return blocks
            }
        }
        return nil
    }

    /// A block of which a row or a column hides too few people, with one column or row more; nil where there is none.
    private func grown(_ blocks: [Block], _ smallest: Int) -> [Block]? {
        for (place, block) in blocks.enumerated() {
            var larger = block
            let shortRow = block.rows.sorted().first { row in
                Self.isSmall(block.columns.reduce(0) { $0 + counts[row][$1] }, smallest)
            }
            if let shortRow {
                guard let column = next(besides: block.columns, in: columns.count, { counts[shortRow][$0] }) else {
                    continue
                }
                larger.columns.insert(column)
            } else {
                let shortColumn = block.columns.sorted().first { column in
                    Self.isSmall(block.rows.reduce(0) { $0 + counts[$1][column] }, smallest)
                }
                guard let shortColumn,
                    let row = next(besides: block.rows, in: rows.count, { counts[$0][shortColumn] })
                else { continue }
                larger.rows.insert(row)
            }
            var blocks = blocks
            blocks[place] = larger
            return blocks
        }
        return nil
    }

    /// The class that has the fewest people, but some: of alike ones the nearest.
    private func next(besides taken: Set<Int>, in count: Int, _ people: (Int) -> Int) -> Int? {
        let near = taken.min() ?? 0
        return (0..<count).filter { !taken.contains($0) && people($0) > 0 }
            .min { (people($0), abs($0 - near), $0) < (people($1), abs($1 - near), $1) }
    }
}
