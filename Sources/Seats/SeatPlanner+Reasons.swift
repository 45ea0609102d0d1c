extension SeatPlanner {
    /// How each class looks for one person, given who is seated where; in the order of the classes.
    ///
    /// The seats must keep the limits (`SeatCheck`); a seat that does not exist is a `SeatTrouble`.
    public func explain(
        _ person: Int, seats: [Seat], wishes: SeatWishes = .init()
    ) throws(SeatTrouble) -> [SeatVerdict] {
        let explainer = try SeatExplainer(instance, seats: seats, wishes: wishes)
        guard (0..<instance.persons.count).contains(person) else {
            throw .unknownSeat(Seat(person: person, classID: instance.classes.first?.id ?? 0))
        }
        return instance.classes.indices.map { explainer.verdict(person, classIndex: $0) }
    }
}

/// Tells of one proposal how classes look for people; made once for as many as are asked about.
public struct SeatExplainer {
    private let board: SeatBoard

    /// The seats must keep the limits (`SeatCheck`); a seat that does not exist is a `SeatTrouble`.
    public init(_ instance: SeatInstance, seats: [Seat], wishes: SeatWishes = .init()) throws(SeatTrouble) {
        try instance.validate()
        let world = try SeatPlanner(instance).world(wishes, [], seats)
        var board = SeatBoard(world)
        for seat in world.previous { board.add(seat.person, to: seat.index) }
        self.board = board
    }

    /// How a class, by its place in the instance, looks for a person.
    public func verdict(_ person: Int, classIndex: Int) -> SeatVerdict { board.verdict(person, classIndex) }
}

extension SeatBoard {
    fileprivate func verdict(_ person: Int, _ index: Int) -> SeatVerdict {
        let seatClass = world.instance.classes[index]
        let price = members[index].count < seatClass.cap ? 0 : price(index)
        func verdict(_ isSeated: Bool, _ reasons: [SeatReason]) -> SeatVerdict {
            SeatVerdict(classID: seatClass.id, isSeated: isSeated, reasons: reasons, price: price)
        }
        if sits(person, in: index) { return verdict(true, reasonsSeated(person, index)) }
        let hindrances = hindrances(person, index)
        if hindrances.first == .notEligible { return verdict(false, hindrances) }
        return verdict(false, hindrances + reasonsOfRoom(person, index, isSole: hindrances.isEmpty))
    }

    /// What stands between the person and the class, the class's own room aside.
    func hindrances(_ person: Int, _ index: Int) -> [SeatReason] {
        let instance = world.instance
        guard world.openClasses[world.slot[person]].contains(index) else { return [.notEligible] }
        var reasons: [SeatReason] = []
        if world.marks[person * world.classCount + index] & SeatWorld.forbidden != 0 { reasons.append(.forbidden) }
        let own = (0..<Int(seatCount[person])).map { Int(seats[person * instance.maxPerYear + $0]) }
        let inQuarter = own.filter { instance.classes[$0].quarter == instance.classes[index].quarter }
        if inQuarter.count >= instance.maxPerQuarter, let other = inQuarter.first {
            reasons.append(.quarterTaken(by: instance.classes[other].id))
        } else if own.count >= instance.maxPerYear {
            reasons.append(.yearReached(own.count))
        }
        let unit = world.unit[person]
        // Weeks in which the person is away already, in the class that would be given up, do not count twice.
        let full = inQuarter.reduce(fullWeeks[unit] & world.weekMask[index]) { $0 & ~world.weekMask[$1] }
        if full != 0 {
            let week = full.trailingZeroBitCount
            reasons.append(
                .unitAway(
                    week: week, away: Int(away[unit * SeatInstance.weeks + week]), allowed: world.allowed[unit]))
        }
        return reasons
    }

    private func reasonsSeated(_ person: Int, _ index: Int) -> [SeatReason] {
        var reasons: [SeatReason] = []
        if isPinned(person, index) { reasons.append(.pinned) }
        let year = world.instance.maxPerYear
        // A pinned class is there whatever else is, so that the other one is the second, be it the earlier.
        let own = (0..<Int(seatCount[person])).map { Int(seats[person * year + $0]) }
        let first = own.map { (isPinned(person, $0) ? 0 : 1, world.instance.classes[$0].start, $0) }.min { $0 < $1 }?.2
        let weight = world.weight[person]
        if let first, first != index {
            if reasons.isEmpty { reasons.append(.secondClass(weight: weight)) }
        } else if weight == SeatInstance.dueWeight {
            reasons.append(.deadline)
        } else {
            let least = members[index].map { world.weight[Int($0)] }.min() ?? weight
            reasons.append(.need(weight: weight, leastSeated: least))
        }
        return reasons
    }

    private func isPinned(_ person: Int, _ index: Int) -> Bool {
        world.marks[person * world.classCount + index] & SeatWorld.pinned != 0
    }

    /// What a seat of the class would have to be worth to be given up: the least of those that nobody pinned. Nil where
    /// there is no such seat.
    private func price(_ index: Int) -> Int? {
        members[index].lazy.map { Int($0) }.filter { !isPinned($0, index) }.map { cost($0) }.min()
    }

    private func reasonsOfRoom(_ person: Int, _ index: Int, isSole: Bool) -> [SeatReason] {
        let cap = world.instance.classes[index].cap
        if cap == 0 { return [.noSeats] }
        let worth = gain(person)
        guard members[index].count >= cap else {
            let broken = brokenShare(person, index, insteadOf: nil)
            return broken.map { [$0] } ?? (isSole ? [.possible(gain: worth)] : [])
        }
        let unpinned = members[index].map { Int($0) }.filter { !isPinned($0, index) }
        guard let least = unpinned.min(by: { (cost($0), $0) < (cost($1), $1) }) else {
            return [.fullOfPinned(members[index].count)]
        }
        if cost(least) > worth {
            return [.full(price: cost(least), worth: worth, pinned: members[index].count - unpinned.count)]
        }
        let cheap = unpinned.filter { cost($0) <= worth }
        let swappable = cheap.filter { brokenShare(person, index, insteadOf: $0) == nil }
        if let other = swappable.min(by: { (cost($0), $0) < (cost($1), $1) }) {
            if cost(other) == worth { return [.fullOfEquals(worth: worth)] }
            return isSole ? [.possible(gain: worth - cost(other))] : []
        }
        return [brokenShare(person, index, insteadOf: least) ?? .fullOfEquals(worth: worth)]
    }

    /// The share that would be too small with this person, instead of another one or as one more.
    private func brokenShare(_ person: Int, _ index: Int, insteadOf other: Int?) -> SeatReason? {
        let seatClass = world.instance.classes[index]
        let kindOf = world.instance.unitKind
        let people = members[index].map { Int($0) }.filter { $0 != other } + [person]
        let women = people.count { world.instance.persons.woman[$0] }
        if women * 100 < seatClass.womenPct * people.count {
            return .womenShare(women: women, seated: people.count, pct: seatClass.womenPct)
        }
        for (kind, pct) in seatClass.kindPct.enumerated() {
            let ofKind = people.count { kindOf[world.unit[$0]] == kind }
            if ofKind * 100 < pct * people.count {
                return .kindShare(kind: kind, ofKind: ofKind, seated: people.count, pct: pct)
            }
        }
        return nil
    }
}
