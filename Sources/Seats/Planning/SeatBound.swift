/// Prices of the limits of classes, and from them a value that no assignment can exceed.
///
/// The limits of seats and shares are taken out and paid for instead (Lagrangian relaxation); what remains decides each
/// person alone: the cheapest class of each quarter. Limits of units, pins and forbidden seats only lower the value, so
/// the bound stays valid without them. Prices follow the overdraft of each limit (subgradient, step after Polyak).
struct SeatBound {
    private let world: SeatWorld
    /// People who differ in nothing but their unit: open classes, cell, weight, how many.
    private var types: [(slot: Int, cell: Int, weight: Double, count: Double)] = []
    /// Of each limit of a class: what an attendee of a cell adds to the side that must not exceed `right`.
    private let adds: [Double]
    private let right: [Double]
    private let limits: Int
    private(set) var value = Double.infinity

    init(_ world: SeatWorld) {
        self.world = world
        var counts: [[Int]: Int] = [:]
        for person in 0..<world.personCount where !world.openClasses[world.slot[person]].isEmpty {
            counts[[world.slot[person], world.cell[person], world.weight[person]], default: 0] += 1
        }
        for (key, count) in counts.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            types.append((key[0], key[1], Double(key[2]), Double(count)))
        }
        limits = 2 + world.kinds
        let cells = world.cellCount
        var adds = [Double](repeating: 0, count: world.classCount * limits * cells)
        var right = [Double](repeating: 0, count: world.classCount * limits)
        for (index, seatClass) in world.instance.classes.enumerated() {
            right[index * limits] = Double(seatClass.cap)
            for cell in 0..<cells {
                let at = (index * cells + cell) * limits
                adds[at] = 1
                adds[at + 1] = Double(seatClass.womenPct) / 100 - (cell >= world.kinds ? 1 : 0)
                for kind in 0..<world.kinds where seatClass.kindPct.indices.contains(kind) {
                    adds[at + 2 + kind] = Double(seatClass.kindPct[kind]) / 100 - (cell % world.kinds == kind ? 1 : 0)
                }
            }
        }
        self.adds = adds
        self.right = right
    }

    /// The bound as a value can meet it.
    var floor: Int { Int(exactly: (value + 1e-6).rounded(.down)) ?? .max }

    /// Lowers the bound until it meets `reached`, the steps are used up, or the time is over.
    mutating func lower(towards reached: Int, steps: Int, isOver: () -> Bool) {
        let cells = world.cellCount
        var prices = [Double](repeating: 0, count: right.count)
        var best = prices
        var excess = [Double](repeating: 0, count: right.count)
        var price = [Double](repeating: 0, count: world.classCount * cells)
        var theta = 1.0
        var sinceBetter = 0
        for step in 0..<steps {
            if step % 64 == 63, isOver() { break }
            for index in 0..<world.classCount {
                for cell in 0..<cells {
                    let at = (index * cells + cell) * limits
                    var sum = 0.0
                    for limit in 0..<limits { sum += prices[index * limits + limit] * adds[at + limit] }
                    price[index * cells + cell] = sum
                }
            }
            let current = evaluate(price, into: &excess, prices)
            if current < value - 1e-7 * abs(value) {
                sinceBetter = 0
            } else {
                sinceBetter += 1
            }
            if current < value {
                value = current
                best = prices
            }
            if value < Double(reached) + 0.999 { break }
            if sinceBetter > 80 {
                theta *= 0.7
                sinceBetter = 0
                prices = best
                if theta < 1e-6 { break }
            }
            var length = 0.0
            for i in excess.indices {
                if prices[i] <= 0, excess[i] < 0 { excess[i] = 0 }
                length += excess[i] * excess[i]
            }
            // No price would change: these prices are the best there are.
            guard length > 1e-12 else { break }
            let stride = theta * max(current - Double(reached), 1) / length
            for i in prices.indices { prices[i] = max(0, prices[i] + stride * excess[i]) }
        }
    }

    /// The value of the relaxed problem at these prices, and by how much it overdraws each limit.
    private func evaluate(_ price: [Double], into excess: inout [Double], _ prices: [Double]) -> Double {
        let cells = world.cellCount
        var sum = 0.0
        for i in right.indices {
            sum += prices[i] * right[i]
            excess[i] = -right[i]
        }
        let year = world.instance.maxPerYear
        let inQuarter = world.instance.maxPerQuarter
        var cheapest: [(price: Double, index: Int)] = []
        for type in types {
            cheapest.removeAll(keepingCapacity: true)
            let worth = type.weight * Double(SeatInstance.firstWorth)
            if inQuarter == 1 {
                var least = (
                    (Double.infinity, -1), (Double.infinity, -1), (Double.infinity, -1), (Double.infinity, -1)
                )
                for index in world.openClasses[type.slot] {
                    let own = price[index * cells + type.cell]
                    switch world.quarterShift[index] {
                    case 0: if own < least.0.0 { least.0 = (own, index) }
                    case 4: if own < least.1.0 { least.1 = (own, index) }
                    case 8: if own < least.2.0 { least.2 = (own, index) }
                    default: if own < least.3.0 { least.3 = (own, index) }
                    }
                }
                for one in [least.0, least.1, least.2, least.3] where one.1 >= 0 && one.0 < worth {
                    cheapest.append(one)
                }
                cheapest.sort { $0 < $1 }
            } else {
                // More than one class in a quarter is allowed: without the quarters the bound is only wider.
                for index in world.openClasses[type.slot] { cheapest.append((price[index * cells + type.cell], index)) }
                cheapest.sort { $0 < $1 }
            }
            var gain = 0.0
            var taken = 0
            for (order, one) in cheapest.prefix(year).enumerated() {
                let net = (order == 0 ? worth : type.weight) - one.price
                guard net > 0 else { break }
                gain += net
                taken = order + 1
            }
            sum += gain * type.count
            for one in cheapest.prefix(taken) {
                let at = (one.index * cells + type.cell) * limits
                for limit in 0..<limits { excess[one.index * limits + limit] += adds[at + limit] * type.count }
            }
        }
        return sum
    }
}
