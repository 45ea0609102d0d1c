extension SeatBoard {
    /// Empties a few classes at random, by half, altogether or down to another size, and fills them again. Goes on from
    /// what is a little worse too, less and less so, then again from the best, which is kept. Ends at the bound, or after `patience` rounds
    /// without gain.
    mutating func tryAnew(
        _ order: [Int], table: inout ChainTable, rounds: Int, patience: Int, bound: Int, isOver: () -> Bool
    ) {
        var random = SeatRandom(state: 0x5EA7)
        var order = order
        var best = self
        var idle = 0
        let mostWorse = (world.weight.max() ?? 0) * SeatInstance.firstWorth / 4
        for round in 0..<rounds {
            guard best.value < bound, idle < patience, !isOver(), world.classCount > 0 else { break }
            idle += 1
            let age = round % Self.roundsFromBest
            if age == 0 { self = best }
            let worse = mostWorse * (Self.roundsFromBest - 1 - age) / Self.roundsFromBest
            var trial = self
            for _ in 0..<1 + random.below(3) {
                let index = random.below(world.classCount)
                switch random.below(4) {
                case 0: trial.thin(index, ofAll: true, with: &random)
                case 1: trial.resize(index, with: &random)
                default: trial.thin(index, ofAll: false, with: &random)
                }
            }
            shuffleEquals(&order, with: &random)
            trial.seatDirectly(order)
            trial.seatAlongChains(order, table: &table, isOver: isOver)
            trial.settle(order, table: &table, isOver: isOver)
            guard trial.value >= value - worse, trial.isSound else { continue }
            self = trial
            if value > best.value { idle = 0 }
            if value >= best.value { best = self }
        }
        self = best
    }

    private static let roundsFromBest = 50

    /// Whether every class keeps its limits at the size it has.
    var isSound: Bool {
        (0..<world.classCount).allSatisfy { members[$0].count == target[$0] && overdraft($0) == 0 }
    }

    /// Lets half of a class go, or all of it, the pinned aside; aims at its greatest size or at some other one.
    private mutating func thin(_ index: Int, ofAll isAll: Bool, with random: inout SeatRandom) {
        for person in members[index].map({ Int($0) }) where isAll || random.below(2) == 0 {
            guard world.marks[person * world.classCount + index] & SeatWorld.pinned == 0 else { continue }
            remove(person, from: index)
        }
        let left = members[index].count
        let most = world.most(in: index)
        let size = random.below(2) == 0 ? most : left + random.below(max(1, most - left + 1))
        aim(index, at: max(left, size))
        relieve(index, shrinking: false)
        // Pinned people may leave only a smaller size within reach.
        if overdraft(index) > 0, !aimHigh(index) { aim(index, at: members[index].count) }
    }

    /// Aims at another size, and lets those go for whom it has no room: where a kind of unit is scarce, a class that fills
    /// less far leaves more of it to another one.
    private mutating func resize(_ index: Int, with random: inout SeatRandom) {
        aim(index, at: random.below(world.most(in: index) + 1))
        relieve(index, shrinking: false)
        if overdraft(index) > 0, !aimHigh(index) { aim(index, at: members[index].count) }
    }

    /// Shuffles those of equal weight, who stand beside each other.
    private func shuffleEquals(_ order: inout [Int], with random: inout SeatRandom) {
        var first = 0
        while first < order.count {
            var end = first + 1
            while end < order.count, world.weight[order[end]] == world.weight[order[first]] { end += 1 }
            for i in stride(from: end - 1, to: first, by: -1) { order.swapAt(i, first + random.below(i - first + 1)) }
            first = end
        }
    }
}

/// Numbers that look random and are the same every time (SplitMix64, Steele et al. 2014).
struct SeatRandom {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        mixed ^= mixed >> 31
        return Int(mixed % UInt64(limit))
    }
}
