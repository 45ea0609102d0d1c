/// Proposes who goes where.
public struct SeatPlanner: Sendable {
    public let instance: SeatInstance

    public init(_ instance: SeatInstance) { self.instance = instance }

    /// The proposal of greatest value that was found; with `previous`, close to that one. What is not of this year any more
    /// in `previous`, as a class that was cancelled, counts as removed.
    public func propose(
        wishes: SeatWishes = .init(), previous: [Seat]? = nil, effort: SeatEffort = .standard
    ) throws(SeatTrouble) -> SeatProposal {
        try instance.validate()
        var company: [Seat] = []
        while true {
            do {
                return try propose(wishes, company, previous, effort)
            } catch .pinsBreakShares(let classID) {
                // Those pinned there need others beside them, and the rest of the plan left none: these come first then.
                guard !company.contains(where: { $0.classID == classID }) else {
                    throw .pinsBreakShares(classID: classID)
                }
                company += try self.company(ofPinnedIn: classID, wishes, company)
            }
        }
    }

    private func propose(
        _ wishes: SeatWishes, _ company: [Seat], _ previous: [Seat]?, _ effort: SeatEffort
    ) throws(SeatTrouble) -> SeatProposal {
        let world = try world(wishes, company, possible(previous ?? []))
        var board = SeatBoard(world)
        try placePins(world, on: &board)
        var table = ChainTable(world)
        let order = order(world)
        if previous != nil {
            board.takeOver(world.previous)
            // A pin brings one person in and may push others on; beyond that, nobody loses a seat for a small gain.
            let most = max(board.total / 20, 4 * (wishes.pins.count + wishes.forbids.count))
            board.improve(order, table: &table, losing: most, isOver: effort.isOver)
        } else {
            board.seatDirectly(order)
            board.seatAlongChains(order, table: &table, isOver: effort.isOver)
            board.settle(order, table: &table, isOver: effort.isOver)
        }
        var bound = SeatBound(world)
        bound.lower(towards: board.value, steps: Self.boundSteps, isOver: effort.isOver)
        if previous == nil {
            board.tryAnew(
                order, table: &table, rounds: effort.rounds(forSeats: board.total), patience: effort.patience,
                bound: bound.floor,
                isOver: effort.isSearchOver)
        }
        for seat in world.pins where !board.fillUp(seat.index, from: order) {
            throw .pinsBreakShares(classID: instance.classes[seat.index].id)
        }
        if previous == nil {
            board.evenOut(order, table: &table, sweeps: Self.fairnessSweeps, isOver: effort.isOver)
        }
        let seats = board.result
        return SeatProposal(
            seats: seats, value: board.value, bound: Double(bound.floor),
            changes: previous.map { SeatChanges(from: $0, to: seats) })
    }

    /// Those who let the pinned of a class keep its shares, chosen before anybody else has a seat.
    private func company(
        ofPinnedIn classID: Int, _ wishes: SeatWishes, _ others: [Seat]
    ) throws(SeatTrouble) -> [Seat] {
        let world = try world(wishes, others, [])
        var board = SeatBoard(world)
        try placePins(world, on: &board)
        guard let index = instance.classes.firstIndex(where: { $0.id == classID }) else { return [] }
        board.aim(index, at: board.members[index].count)
        guard board.fillUp(index, from: order(world)) else { throw .pinsBreakShares(classID: classID) }
        return board.members[index].map { Seat(person: Int($0), classID: classID) }
    }

    /// People in the order in which they are seated: the neediest first, then those with the fewest classes open.
    private func order(_ world: SeatWorld) -> [Int] {
        (0..<world.personCount).sorted {
            (-world.weight[$0], world.openClasses[world.slot[$0]].count, $0)
                < (-world.weight[$1], world.openClasses[world.slot[$1]].count, $1)
        }
    }

    private static let boundSteps = 20_000
    private static let fairnessSweeps = 60

    private func placePins(_ world: SeatWorld, on board: inout SeatBoard) throws(SeatTrouble) {
        for (person, index) in world.pins {
            let seat = Seat(person: person, classID: instance.classes[index].id)
            if board.members[index].count >= instance.classes[index].cap {
                let pins = world.pins.count { $0.index == index }
                throw .tooManyPins(classID: seat.classID, pins: pins, cap: instance.classes[index].cap)
            }
            if let reason = board.hindrances(person, index).first { throw .pin(seat, reason) }
            board.add(person, to: index)
        }
        for (_, index) in world.pins where board.overdraft(index) > 0 && !board.aimHigh(index) {
            throw .pinsBreakShares(classID: instance.classes[index].id)
        }
        board.commit()
    }

    /// The seats of a previous proposal whose person and class there still are.
    private func possible(_ previous: [Seat]) -> [Seat] {
        let indexOf = instance.classIndex
        return previous.filter { indexOf[$0.classID] != nil && (0..<instance.persons.count).contains($0.person) }
    }

    /// The instance laid out, with wishes and previous seats by the index of the class.
    func world(
        _ wishes: SeatWishes, _ company: [Seat], _ previous: [Seat]
    ) throws(SeatTrouble) -> SeatWorld {
        let indexOf = instance.classIndex
        func resolve(_ seats: [Seat]) throws(SeatTrouble) -> [(person: Int, index: Int)] {
            var result: [(person: Int, index: Int)] = []
            for seat in Set(seats).sorted() {
                guard let index = indexOf[seat.classID], (0..<instance.persons.count).contains(seat.person) else {
                    throw .unknownSeat(seat)
                }
                result.append((seat.person, index))
            }
            return result
        }
        if let both = Set(wishes.pins).intersection(wishes.forbids).min() { throw .pinnedAndForbidden(both) }
        return SeatWorld(
            instance, pins: try resolve(wishes.pins + company), forbids: try resolve(wishes.forbids),
            previous: try resolve(previous))
    }
}
