extension SeatBoard {
    /// Brings every class that did not become full within its shares at the size it has.
    ///
    /// While a class fills, it is held to the shares of the size it aims at; with fewer people those may be broken.
    mutating func settle(_ order: [Int], table: inout ChainTable, losing most: Int = .max, isOver: () -> Bool) {
        while true {
            var loosened = false
            for index in 0..<world.classCount where members[index].count < target[index] {
                loosened = true
                aim(index, at: members[index].count)
                relieve(index, shrinking: true)
            }
            guard loosened else { return }
            seatAlongChains(order, table: &table, losing: most, isOver: isOver)
        }
    }

    /// Holds the class to the shares of the greatest size that is within reach of those who sit there: what a share keeps
    /// for others is rounded up, so that a smaller size may leave them as much. False, and nothing done, where there is none.
    mutating func aimHigh(_ index: Int) -> Bool {
        let first = index * world.limitCount
        let limits = 0..<world.limitCount
        let fresh = world.room(of: index, target: target[index])
        let used = limits.map { fresh[$0] - room[first + $0] }
        let present = members[index].count
        let most = min(world.instance.classes[index].cap, world.personCount)
        for size in stride(from: most, through: present, by: -1) where world.canHold(size, in: index) {
            let room = world.room(of: index, target: size)
            guard limits.allSatisfy({ room[$0] >= used[$0] }) else { continue }
            aim(index, at: size)
            return true
        }
        return false
    }

    /// Lets those go who overdraw a limit of the class, the least needy first; the pinned stay.
    mutating func relieve(_ index: Int, shrinking: Bool) {
        while overdraft(index) > 0 {
            var best = -1
            var least = (overdraft: Int.max, previous: Int.max, cost: Int.max)
            for member in members[index] {
                let person = Int(member)
                guard world.marks[person * world.classCount + index] & SeatWorld.pinned == 0 else { continue }
                let left = overdraft(index, without: world.cell[person], shrinking: shrinking)
                let previous = Int(world.marks[person * world.classCount + index] & SeatWorld.taken)
                if (left, previous, cost(person)) < least {
                    least = (left, previous, cost(person))
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

    func overdraft(_ index: Int, without cell: Int, shrinking: Bool) -> Int {
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
}
