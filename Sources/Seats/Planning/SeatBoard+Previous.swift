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
        for index in 0..<world.classCount where overdraft(index) > 0 {
            if members[index].count < target[index] { aim(index, at: members[index].count) }
            relieve(index, shrinking: members[index].count < world.most(in: index))
        }
    }
}
