extension SeatBoard {
    /// Exchanges people of equal need, along chains, until no exchange brings the units' covered shares closer together.
    /// The value stays; the smallest share never falls.
    mutating func evenOut(_ order: [Int], table: inout ChainTable, sweeps: Int, isOver: () -> Bool) {
        let weights = Set(world.weight).sorted(by: >)
        var spread = CoveredShares(of: unitCovered, sizes: world.instance.unitSizes)
        for _ in 0..<sweeps {
            var bettered = false
            for weight in weights where weight > 0 && !isOver() {
                let waiting = order.filter { world.weight[$0] == weight && seatCount[$0] == 0 }
                guard !waiting.isEmpty else { continue }
                if exchange(waiting, of: weight, table: &table, spread: &spread) { bettered = true }
            }
            guard bettered else { return }
        }
    }

    private mutating func exchange(
        _ waiting: [Int], of weight: Int, table: inout ChainTable, spread: inout CoveredShares
    ) -> Bool {
        let base = 1 << 40
        table.compute(self, usesFreeSeats: false) { person in
            world.weight[person] == weight && seatCount[person] == 1
                ? base - Int(spread.reliefOfLeaving(world.unit[person]) * CoveredShares.grain) : ChainTable.never
        }
        let inTurn = waiting.sorted {
            let (a, b) = (spread.reliefOfComing(world.unit[$0]), spread.reliefOfComing(world.unit[$1]))
            return a != b ? a > b : $0 < $1
        }
        var bettered = false
        for person in inTurn {
            let most = base + Int(spread.reliefOfComing(world.unit[person]) * CoveredShares.grain)
            guard let choice = cheapestClass(for: person, in: table, below: most) else { continue }
            let before = value
            let point = here
            guard seat(person, in: choice, along: table) else { continue }
            let now = CoveredShares(of: unitCovered, sizes: spread.sizes)
            if value >= before, now.isFairer(than: spread) {
                spread = now
                bettered = true
            } else {
                undo(to: point)
            }
        }
        commit()
        return bettered
    }
}

/// Share of each unit that has a class, and how far apart they are.
struct CoveredShares {
    let sizes: [Int]
    private let shares: [Double]
    private let mean: Double
    private let smallest: Double
    private let variance: Double

    /// Steps in which reliefs are compared.
    static let grain = 1e9

    init(of covered: [Int], sizes: [Int]) {
        self.sizes = sizes
        shares = zip(covered, sizes).map { $1 > 0 ? Double($0) / Double($1) : -1 }
        var sum = 0.0
        var squares = 0.0
        var least = 1.0
        var count = 0.0
        for share in shares where share >= 0 {
            sum += share
            squares += share * share
            least = min(least, share)
            count += 1
        }
        mean = count > 0 ? sum / count : 0
        variance = count > 0 ? squares / count - mean * mean : 0
        smallest = least
    }

    func isFairer(than other: CoveredShares) -> Bool {
        if smallest != other.smallest { return smallest > other.smallest }
        return variance < other.variance - 1e-12
    }

    /// By how much the squared distances from the mean fall when one more, or one fewer, of the unit is covered.
    func reliefOfComing(_ unit: Int) -> Double { relief(unit, 1) }
    func reliefOfLeaving(_ unit: Int) -> Double { relief(unit, -1) }

    private func relief(_ unit: Int, _ people: Double) -> Double {
        let off = shares[unit] - mean
        let then = off + people / Double(sizes[unit])
        return off * off - then * then
    }
}
