extension SeatBoard {
    /// Seats everybody in `order` who finds a free seat, in the class that has most of them left for its size.
    mutating func seatDirectly(_ order: [Int]) {
        for person in order where seatCount[person] == 0 {
            let cell = world.cell[person]
            var best = -1
            var bestLeft = 0
            for index in world.openClasses[world.slot[person]] where hasRoom(index, for: cell) {
                let left = (target[index] - members[index].count) * 1024 / target[index]
                if left > bestLeft, mayCome(person, to: index) {
                    bestLeft = left
                    best = index
                }
            }
            if best >= 0 { add(person, to: best) }
        }
        commit()
    }
}
