extension SeatBoard {
    /// Seats the person in the class along the chain that the table names. False, and nothing done, where the board has
    /// changed so much since that the chain breaks.
    mutating func seat(_ person: Int, in index: Int, along table: borrowing ChainTable) -> Bool {
        let start = here
        let cells = world.cellCount
        var steps: [(person: Int, from: Int, to: Int)] = []
        var place = index
        var cell = world.cell[person]
        while !hasRoom(place, for: cell) {
            let leaver = Int(table.leaver[place * cells + cell])
            let next = Int(table.goesTo[place * cells + cell])
            guard leaver >= 0, leaver != person, steps.count < 24, sits(leaver, in: place) else { return false }
            steps.append((leaver, place, next))
            guard next >= 0 else { break }
            place = next
            cell = world.cell[leaver]
        }
        for step in steps.reversed() {
            guard sits(step.person, in: step.from) else {
                undo(to: start)
                return false
            }
            remove(step.person, from: step.from)
            guard step.to >= 0 else { continue }
            guard hasRoom(step.to, for: world.cell[step.person]), mayCome(step.person, to: step.to) else {
                undo(to: start)
                return false
            }
            add(step.person, to: step.to)
        }
        guard hasRoom(index, for: world.cell[person]), mayCome(person, to: index) else {
            undo(to: start)
            return false
        }
        add(person, to: index)
        return true
    }

    /// Seats, one after another, everybody in `order` for whom that gains, by chains, until nothing is gained so. No gain is
    /// taken that costs a seat of the previous proposal beyond the `most` that may be lost.
    mutating func seatAlongChains(
        _ order: [Int], table: inout ChainTable, losing most: Int = .max, isOver: () -> Bool
    ) {
        var gained = true
        while gained, !isOver() {
            gained = false
            table.compute(self) { cost($0) * ChainTable.scale + 1 }
            for person in order {
                let gain = gain(person)
                guard gain > 0, Int(seatCount[person]) < world.instance.maxPerYear else { continue }
                guard let choice = cheapestClass(for: person, in: table, below: gain * ChainTable.scale) else {
                    continue
                }
                let before = (value: value, lost: lost)
                let point = here
                guard seat(person, in: choice, along: table) else { continue }
                if value > before.value, lost <= max(most, before.lost) {
                    gained = true
                } else {
                    undo(to: point)
                }
            }
            commit()
        }
    }

    /// Where the person could sit at the least cost, less than `limit`.
    func cheapestClass(for person: Int, in table: borrowing ChainTable, below limit: Int) -> Int? {
        var best = limit
        var choice: Int?
        for index in world.openClasses[world.slot[person]] {
            let price = table.cost[index * world.cellCount + world.cell[person]]
            if price < best, mayCome(person, to: index) {
                best = price
                choice = index
            }
        }
        return choice
    }
}
