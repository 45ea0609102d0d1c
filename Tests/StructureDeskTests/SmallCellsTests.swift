import Testing

@testable import StructureDesk

/// What is told of a table never tells of a group of some, but fewer than five: neither by itself nor by any sum or difference.
@Suite("Small cells") struct SmallCellsTests {
    @Test("no sum or difference of what is told is a small group", arguments: 1...150)
    func oneTable(seed: UInt64) {
        var dice = Dice(state: seed)
        let (height, width) = (2 + dice.roll(3), 2 + dice.roll(2))
        let table = (0..<height).map { _ in (0..<width).map { _ in dice.people() } }
        let told = SmallCells(table, smallest: 5)
        var span = Span(width: height * width)
        add(told, to: &span) { row, column in [row * width + column] }
        let small = span.smallGroup(table.flatMap { $0 }, below: 5)
        #expect(small == nil, "\(table): \(small ?? []) can be worked out of \(told)")
    }

    @Test("nor of what several tables with a margin in common tell", arguments: 1...60)
    func tablesTogether(seed: UInt64) {
        var dice = Dice(state: seed &* 31)
        // By level, kind and decade: two tables by decade, one of levels by kind.
        let (levels, kinds, decades) = (2, 2, 3)
        let people = (0..<levels * kinds * decades).map { _ in dice.people() }
        func atom(_ level: Int, _ kind: Int, _ decade: Int) -> Int { (level * kinds + kind) * decades + decade }
        var span = Span(width: people.count)
        func tell(_ height: Int, _ width: Int, _ atoms: (Int, Int) -> [Int]) {
            let table = (0..<height).map { row in
                (0..<width).map { column in atoms(row, column).reduce(0) { $0 + people[$1] } }
            }
            add(SmallCells(table, smallest: 5), to: &span, atoms)
        }
        tell(levels, decades) { level, decade in (0..<kinds).map { atom(level, $0, decade) } }
        tell(kinds, decades) { kind, decade in (0..<levels).map { atom($0, kind, decade) } }
        let small = span.smallGroup(people, below: 5)
        #expect(small == nil, "\(people): \(small ?? []) can be worked out")
    }

    @Test("the audit itself finds what a careless table tells")
    func audit() {
        // One hidden cell alone follows from its row.
        let table = [[3, 20], [30, 40]]
        var span = Span(width: 4)
        for told in [[1], [2], [3], [0, 1], [2, 3], [0, 2], [1, 3]] { span.add(told) }
        #expect(span.smallGroup(table.flatMap { $0 }, below: 5) == [0])
    }

    @Test("a table without small groups is told whole")
    func whole() {
        let table = [[5, 0, 12], [30, 8, 0]]
        let told = SmallCells(table, smallest: 5)
        #expect(told.counts == table)
        #expect(!told.isHidden.joined().contains(true))
        #expect(told.rows == [[0], [1]] && told.columns == [[0], [1], [2]])
    }

    @Test("a small cell is hidden with another of its row and of its column, and nothing more than need be")
    func complement() {
        let told = SmallCells([[3, 20, 40], [30, 9, 50], [70, 80, 90]], smallest: 5)
        #expect(told.isHidden == [[true, true, false], [true, true, false], [false, false, false]])
    }

    @Test("a class of too few is told together with the next, the last with the one before")
    func joined() {
        let told = SmallCells([[2, 0], [40, 30], [0, 0], [3, 0]], smallest: 5)
        #expect(told.rows == [[0, 1, 3], [2]])
        #expect(told.counts == [[45, 30], [0, 0]])
    }

    @Test("of fewer than five people in all nothing is told; of nobody, that there is nobody")
    func few() {
        #expect(SmallCells([[1, 2], [0, 1]], smallest: 5).rows.isEmpty)
        #expect(SmallCells([[0, 0], [0, 0]], smallest: 5).counts == [[0, 0], [0, 0]])
    }

    /// Everything that is told: the cells that are not hidden, and the sums of rows, columns and the whole.
    private func add(_ told: SmallCells, to span: inout Span, _ atoms: (Int, Int) -> [Int]) {
        func all(_ rows: [[Int]], _ columns: [[Int]]) -> [Int] {
            rows.joined().flatMap { row in columns.joined().flatMap { atoms(row, $0) } }
        }
        guard !told.rows.isEmpty else { return }
        for (row, rows) in told.rows.enumerated() {
            for (column, columns) in told.columns.enumerated() where !told.isHidden[row][column] {
                span.add(all([rows], [columns]))
            }
        }
        for rows in told.rows { span.add(all([rows], told.columns)) }
        for columns in told.columns { span.add(all(told.rows, [columns])) }
    }
}

/// Everything that can be had of some sums by adding and taking away: row after row, reduced, modulo a prime.
private struct Span {
    let width: Int
    private var rows: [(pivot: Int, values: [Int])] = []
    private static let prime = 1_000_003

    init(width: Int) { self.width = width }

    mutating func add(_ atoms: [Int]) {
        let left = rest(of: vector(atoms))
        guard let pivot = left.firstIndex(where: { $0 != 0 }) else { return }
        let inverse = Self.power(left[pivot], Self.prime - 2)
        rows.append((pivot, left.map { $0 * inverse % Self.prime }))
    }

    /// The first set of atoms that can be had and holds somebody, but fewer people than that; nil: there is none.
    func smallGroup(_ people: [Int], below smallest: Int) -> [Int]? {
        for bits in 1..<(1 << width) {
            let atoms = (0..<width).filter { bits >> $0 & 1 == 1 }
            let count = atoms.reduce(0) { $0 + people[$1] }
            guard count > 0, count < smallest else { continue }
            if !rest(of: vector(atoms)).contains(where: { $0 != 0 }) { return atoms }
        }
        return nil
    }

    private func vector(_ atoms: [Int]) -> [Int] {
        var values = Array(repeating: 0, count: width)
        for atom in atoms { values[atom] += 1 }
        return values
    }

    private func rest(of vector: [Int]) -> [Int] {
        var left = vector
        for row in rows where left[row.pivot] != 0 {
            let factor = left[row.pivot]
            for place in 0..<width {
                left[place] = ((left[place] - factor * row.values[place]) % Self.prime + Self.prime) % Self.prime
            }
        }
        return left
    }

    private static func power(_ base: Int, _ exponent: Int) -> Int {
        var (result, base, exponent) = (1, base, exponent)
        while exponent > 0 {
            if exponent & 1 == 1 { result = result * base % prime }
            base = base * base % prime
            exponent >>= 1
        }
        return result
    }
}

struct Dice {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(sides))
    }

    /// Nobody, some, or many.
    mutating func people() -> Int { [0, 0, 1 + roll(4), 1 + roll(4), 5 + roll(5), 10 + roll(30)][roll(6)] }
}
