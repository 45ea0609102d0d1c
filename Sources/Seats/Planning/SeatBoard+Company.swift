extension SeatBoard {
    /// A class that the pinned alone keep from its shares is filled up until it keeps them, at whatever cost. False where
    /// that cannot be done.
    mutating func fillUp(_ index: Int, from order: [Int]) -> Bool {
        guard overdraft(index) > 0 else { return true }
        let people = order.filter { world.openClasses[world.slot[$0]].contains(index) && !sits($0, in: index) }
            .sorted { (seatCount[$0], -world.weight[$0], $0) < (seatCount[$1], -world.weight[$1], $1) }
        let most = min(world.instance.classes[index].cap, members[index].count + people.count)
        for size in members[index].count...max(members[index].count, most) {
            var aimed = self
            aimed.aim(index, at: size)
            guard aimed.overdraft(index) == 0 else { continue }
            for isByShares in [false, true] {
                var trial = aimed
                if isByShares { trial.fillByShares(index, people) } else { trial.fill(index, people) }
                guard trial.members[index].count == size else { continue }
                trial.commit()
                self = trial
                return true
            }
        }
        return false
    }

    private mutating func fill(_ index: Int, _ people: [Int], where isWanted: (Int) -> Bool = { _ in true }) {
        for person in people where isWanted(world.cell[person]) {
            guard members[index].count < target[index] else { return }
            if hasRoom(index, for: world.cell[person]) { bring(person, to: index) }
        }
    }

    /// The needs of the kinds first, of each kind women first, then women, then men. Taking the neediest may spend on a man
    /// of one kind the place that another kind has only men for; in this order a class, for itself, reaches its shares
    /// wherever anybody can: it has the most women that so many of each kind allow, and the weeks away part by kinds.
    private mutating func fillByShares(_ index: Int, _ people: [Int]) {
        let needs = world.needs(of: index, target: target[index])
        let kinds = world.kinds
        for kind in 0..<kinds {
            for cell in [kind + kinds, kind] {
                let ofKind = members[index].count { world.cell[Int($0)] % kinds == kind }
                var missing = needs[kind] - ofKind
                for person in people where world.cell[person] == cell && missing > 0 {
                    guard hasRoom(index, for: cell) else { break }
                    let before = members[index].count
                    bring(person, to: index)
                    missing -= members[index].count - before
                }
            }
        }
        fill(index, people) { $0 >= kinds }
        fill(index, people)
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
