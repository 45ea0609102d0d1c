extension SeatBoard {
    /// Brings every class that did not become full within its shares at the size it has.
    ///
    /// While a class fills, it is held to the shares of the size it aims at; with fewer people those may be broken.
    mutating func settle(_ order: [Int], table: inout ChainTable, moving most: Int = .max, isOver: () -> Bool) {
        while true {
            var loosened = false
            for index in 0..<world.classCount where members[index].count < target[index] {
                loosened = true
                aim(index, at: members[index].count)
                relieve(index, shrinking: true)
            }
            guard loosened else { return }
            seatAlongChains(order, table: &table, moving: most, isOver: isOver)
        }
    }

    /// Lets those go who overdraw a limit of the class, the least needy first; the pinned stay.
    mutating func relieve(_ index: Int, shrinking: Bool) {
        while overdraft(index) > 0 {
            var best = -1
            var least = (overdraft: Int.max, cost: Int.max)
            for member in members[index] {
                let person = Int(member)
                guard world.marks[person * world.classCount + index] & SeatWorld.pinned == 0 else { continue }
                let left = overdraft(index, without: world.cell[person], shrinking: shrinking)
                if (left, cost(person)) < least {
                    least = (left, cost(person))
                    best = person
                }
            }
            guard best >= 0 else { break }
            remove(best, from: index)
            if shrinking { aim(index, at: members[index].count) }
        }
        commit()
    }

    /// By how many people the limits of a class are overdrawn, taken together.
    func overdraft(_ index: Int) -> Int {
        let first = index * world.limitCount
        return (0..<world.limitCount).reduce(0) { $0 - min(0, room[first + $1]) }
    }

    private func overdraft(_ index: Int, without cell: Int, shrinking: Bool) -> Int {
        let first = index * world.limitCount
        let fresh = world.room(of: index, target: target[index])
        let aimed = shrinking ? world.room(of: index, target: members[index].count - 1) : fresh
        var sum = 0
        for limit in 0..<world.limitCount {
            let freed = Int(world.uses[cell] >> UInt32(limit) & 1)
            sum -= min(0, room[first + limit] - fresh[limit] + aimed[limit] + freed)
        }
        return sum
    }

    /// A class that the pinned alone keep from its shares is filled up until it keeps them, at whatever cost. False where
    /// that cannot be done.
    mutating func fillUp(_ index: Int, from order: [Int]) -> Bool {
        guard overdraft(index) > 0 else { return true }
        let people = order.sorted {
            (seatCount[$0], -world.weight[$0], $0) < (seatCount[$1], -world.weight[$1], $1)
        }
        for size in members[index].count...max(members[index].count, world.instance.classes[index].cap) {
            var trial = self
            trial.aim(index, at: size)
            guard trial.overdraft(index) == 0 else { continue }
            for person in people where world.openClasses[world.slot[person]].contains(index) {
                guard trial.members[index].count < size else { break }
                if trial.hasRoom(index, for: world.cell[person]) { trial.bring(person, to: index) }
            }
            if trial.members[index].count == size {
                trial.commit()
                self = trial
                return true
            }
        }
        return false
    }

    /// Seats the person there, giving up seats of theirs that nobody pinned where those are in the way.
    private mutating func bring(_ person: Int, to index: Int) {
        let before = self
        while !mayCome(person, to: index) {
            let year = world.instance.maxPerYear
            let own = (0..<Int(seatCount[person])).map { Int(seats[person * year + $0]) }
            let inTheWay = own.first { other in
                other != index && world.marks[person * world.classCount + other] & SeatWorld.pinned == 0
                    && mayLeave(other, person)
            }
            guard let inTheWay else {
                self = before
                return
            }
            remove(person, from: inTheWay)
            aim(inTheWay, at: members[inTheWay].count)
        }
        add(person, to: index)
    }

    /// Whether the class keeps its shares, at its size, when the person leaves.
    private func mayLeave(_ index: Int, _ person: Int) -> Bool {
        overdraft(index, without: world.cell[person], shrinking: true) == 0
    }
}
