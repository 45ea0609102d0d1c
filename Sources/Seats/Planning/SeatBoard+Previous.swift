extension SeatBoard {
    /// Takes over the seats of a previous proposal that are still possible, the neediest first.
    mutating func takeOver(_ previous: [(person: Int, index: Int)]) {
        let inTurn = previous.sorted {
            let (a, b) = (world.weight[$0.person], world.weight[$1.person])
            return a != b ? a > b : ($0.person, $0.index) < ($1.person, $1.index)
        }
        for seat in inTurn
        where world.openClasses[world.slot[seat.person]].contains(seat.index)
            && mayCome(seat.person, to: seat.index)
        {
            add(seat.person, to: seat.index)
        }
        commit()
        for index in 0..<world.classCount where overdraft(index) > 0 && !aimHigh(index) {
            if members[index].count < target[index] { aim(index, at: members[index].count) }
            relieve(index, shrinking: members[index].count < world.most(in: index))
        }
    }

    /// Takes what gains beside the seats taken over, within the seats that may be lost.
    ///
    /// A class with free seats may be filled further than its shares can then follow, and loses people again: that is
    /// taken only where it gains in the end. The other way, tried beside, leaves each class the size it has, and then fills
    /// what is free by one at a time.
    mutating func improve(_ order: [Int], table: inout ChainTable, losing most: Int, isOver: () -> Bool) {
        var held = self
        for index in 0..<world.classCount {
            held.aim(index, at: members[index].count)
            if held.overdraft(index) > 0 { _ = held.aimHigh(index) }
        }
        held.seatAlongChains(order, table: &table, losing: most, isOver: isOver)
        held.settle(order, table: &table, losing: most, isOver: isOver)
        held.fillFree(order)
        seatAlongChains(order, table: &table, losing: most, isOver: isOver)
        settle(order, table: &table, losing: most, isOver: isOver)
        let isWithin = lost <= max(most, held.lost) && (isSound || !held.isSound)
        if !isWithin || (value, -lost) <= (held.value, -held.lost) { self = held }
    }

    /// Seats on free seats, one at a time, those for whom that gains; each class keeps its shares at the size it then has.
    private mutating func fillFree(_ order: [Int]) {
        for index in 0..<world.classCount where overdraft(index) == 0 {
            guard members[index].count < world.instance.classes[index].cap else { continue }
            var waiting = waiting(for: index, order)
            while members[index].count < world.instance.classes[index].cap {
                aim(index, at: members[index].count + 1)
                guard overdraft(index) == 0, let next = next(for: index, &waiting) else {
                    aim(index, at: members[index].count)
                    break
                }
                add(next, to: index)
            }
        }
        commit()
    }

    /// By cell, those whom the class is for: the last of each list are the neediest without a class.
    private func waiting(for index: Int, _ order: [Int]) -> [[Int]] {
        var waiting = [[Int]](repeating: [], count: world.cellCount)
        for isSeated in [true, false] {
            for person in order.reversed() where (seatCount[person] > 0) == isSeated && gain(person) > 0 {
                if world.openClasses[world.slot[person]].contains(index) { waiting[world.cell[person]].append(person) }
            }
        }
        return waiting
    }

    /// Whoever may come and gains most. Those who may not come now may not while this class is filled, and are dropped.
    private func next(for index: Int, _ waiting: inout [[Int]]) -> Int? {
        var best: Int?
        for cell in 0..<world.cellCount where hasRoom(index, for: cell) {
            while let person = waiting[cell].last, !mayCome(person, to: index) { waiting[cell].removeLast() }
            if let person = waiting[cell].last, best.map({ gain(person) > gain($0) }) ?? true { best = person }
        }
        return best
    }
}
