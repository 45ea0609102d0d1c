/// For every class and cell: what it costs, at least, to let one more of the cell sit in the class, when somebody there
/// may move on to another class, somebody there in turn, and the last one finds a free seat or gives the seat up.
struct ChainTable {
    /// Cost in value times `scale`, plus the number of people moved; `class * cellCount + cell`.
    private(set) var cost: [Int]
    /// Who has to leave the class for it, -1 where nobody; and to which class, -1 where to none.
    private(set) var leaver: [Int32]
    private(set) var goesTo: [Int16]
    private let cells: Int

    static let scale = 64
    static let never = Int.max / 2

    init(_ world: SeatWorld) {
        cells = world.cellCount
        cost = .init(repeating: Self.never, count: world.classCount * cells)
        leaver = .init(repeating: -1, count: world.classCount * cells)
        goesTo = .init(repeating: -1, count: world.classCount * cells)
    }

    /// Computes the table anew. `loss` is what it costs when a person gives the seat up, `never` where that may not be;
    /// a free seat costs nothing, or is left alone.
    mutating func compute(_ board: borrowing SeatBoard, usesFreeSeats: Bool = true, loss: (Int) -> Int) {
        let world = board.world
        var bestCost = [Int](repeating: Self.never, count: cells)
        var bestPerson = [Int32](repeating: -1, count: cells)
        for index in 0..<world.classCount {
            for cell in 0..<cells { bestCost[cell] = Self.never }
            for person in board.members[index] {
                let p = Int(person)
                guard world.marks[p * world.classCount + index] & SeatWorld.pinned == 0 else { continue }
                let loss = loss(p)
                let cell = world.cell[p]
                if loss < bestCost[cell] {
                    bestCost[cell] = loss
                    bestPerson[cell] = person
                }
            }
            for cell in 0..<cells {
                let at = index * cells + cell
                cost[at] = Self.never
                leaver[at] = -1
                goesTo[at] = -1
                if board.hasRoom(index, for: cell) {
                    if usesFreeSeats { cost[at] = 0 }
                    continue
                }
                for other in 0..<cells
                where bestCost[other] < cost[at] && board.hasRoom(index, for: cell, insteadOf: other) {
                    cost[at] = bestCost[other]
                    leaver[at] = bestPerson[other]
                }
            }
        }
        var rounds = 0
        while rounds < 24, pass(board) { rounds += 1 }
    }

    /// Lets everybody who sits somewhere look for a cheaper place once.
    private mutating func pass(_ board: borrowing SeatBoard) -> Bool {
        let world = board.world
        var changed = false
        for index in 0..<world.classCount {
            // The dearest way into this class; nothing above it helps.
            var worst = 0
            for cell in 0..<cells { worst = max(worst, cost[index * cells + cell]) }
            guard worst > 1 else { continue }
            for person in board.members[index] {
                let p = Int(person)
                guard world.marks[p * world.classCount + index] & SeatWorld.pinned == 0 else { continue }
                let own = world.cell[p]
                for next in world.openClasses[world.slot[p]] {
                    let price = cost[next * cells + own] + 1
                    guard price < worst, next != index, board.mayCome(p, to: next, leaving: index) else { continue }
                    for cell in 0..<cells where price < cost[index * cells + cell] {
                        guard board.hasRoom(index, for: cell, insteadOf: own) else { continue }
                        let at = index * cells + cell
                        cost[at] = price
                        leaver[at] = person
                        goesTo[at] = Int16(next)
                        changed = true
                    }
                }
            }
        }
        return changed
    }
}
