/// Who sits where, with all that decides whether one more may sit down.
///
/// Whoever asks `mayCome` and `hasRoom` before `add` stays within every limit, where a class that is not yet full is held
/// to the shares of its target. Pins and the seats of a previous proposal are added without the second question: until
/// `aimHigh` or `relieve` was called, such a class may overdraw its shares.
struct SeatBoard {
    let world: SeatWorld
    /// Seats of a person, `person * maxPerYear + i`, -1 where free; how many; quarters as four counters of four bits.
    private(set) var seats: [Int16]
    private(set) var seatCount: [UInt8]
    private(set) var quarters: [UInt16]
    private(set) var members: [[Int32]]
    /// What is left of each limit of a class, `class * limitCount + limit`, and the limits with nothing left as bits.
    private(set) var room: [Int]
    private(set) var spent: [UInt32]
    private(set) var target: [Int]
    /// People away, `unit * 52 + week`, and the weeks in which no more may go as bits.
    private(set) var away: [Int32]
    private(set) var fullWeeks: [UInt64]
    private(set) var unitCovered: [Int]
    private(set) var value = 0
    private(set) var total = 0
    /// Seats of the previous proposal that are not there. A seat that was free may be filled; that moves nobody.
    private(set) var lost: Int
    /// What was done since the last `commit`, so that it can be undone.
    private var journal: [(person: Int32, index: Int16, wasAdded: Bool)] = []

    init(_ world: SeatWorld) {
        self.world = world
        let year = world.instance.maxPerYear
        seats = .init(repeating: -1, count: world.personCount * year)
        seatCount = .init(repeating: 0, count: world.personCount)
        quarters = .init(repeating: 0, count: world.personCount)
        members = .init(repeating: [], count: world.classCount)
        room = []
        spent = .init(repeating: 0, count: world.classCount)
        target = .init(repeating: 0, count: world.classCount)
        away = .init(repeating: 0, count: world.allowed.count * SeatInstance.weeks)
        fullWeeks = world.allowed.map { $0 > 0 ? 0 : .max }
        unitCovered = .init(repeating: 0, count: world.allowed.count)
        room = .init(repeating: 0, count: world.classCount * world.limitCount)
        lost = world.previous.count
        for index in 0..<world.classCount {
            members[index].reserveCapacity(min(world.instance.classes[index].cap, world.personCount) + 1)
            aim(index, at: world.most(in: index))
        }
    }

    /// Holds a class to the shares of so many people.
    mutating func aim(_ index: Int, at people: Int) {
        target[index] = people
        let fresh = world.room(of: index, target: people)
        for limit in 0..<world.limitCount { room[index * world.limitCount + limit] = fresh[limit] }
        for person in members[index] { take(index, world.cell[Int(person)], 1) }
        mark(index)
    }

    private mutating func take(_ index: Int, _ cell: Int, _ amount: Int) {
        let bits = world.uses[cell]
        let first = index * world.limitCount
        for limit in 0..<world.limitCount where bits >> UInt32(limit) & 1 == 1 { room[first + limit] -= amount }
    }

    private mutating func mark(_ index: Int) {
        var bits: UInt32 = 0
        let first = index * world.limitCount
        for limit in 0..<world.limitCount where room[first + limit] <= 0 { bits |= 1 << UInt32(limit) }
        spent[index] = bits
    }

    // MARK: May one sit down?

    /// Whether the person could come to this class from nowhere or, leaving `other`, from there; the class aside.
    func mayCome(_ person: Int, to index: Int, leaving other: Int = -1) -> Bool {
        guard world.marks[person * world.classCount + index] & SeatWorld.forbidden == 0 else { return false }
        var full = fullWeeks[world.unit[person]] & world.weekMask[index]
        var count = Int(seatCount[person])
        var inQuarter = Int(quarters[person] >> world.quarterShift[index] & 15)
        if other >= 0 {
            full &= ~world.weekMask[other]
            count -= 1
            if world.quarterShift[other] == world.quarterShift[index] { inQuarter -= 1 }
        }
        guard full == 0, count < world.instance.maxPerYear, inQuarter < world.instance.maxPerQuarter else {
            return false
        }
        return !sits(person, in: index)
    }

    func sits(_ person: Int, in index: Int) -> Bool {
        let year = world.instance.maxPerYear
        for i in 0..<Int(seatCount[person]) where Int(seats[person * year + i]) == index { return true }
        return false
    }

    func hasRoom(_ index: Int, for cell: Int) -> Bool { spent[index] & world.uses[cell] == 0 }

    func hasRoom(_ index: Int, for cell: Int, insteadOf other: Int) -> Bool {
        spent[index] & world.uses[cell] & ~world.uses[other] == 0
    }

    /// What one more class of this person is worth, and what the loss of one costs.
    func gain(_ person: Int) -> Int {
        seatCount[person] == 0 ? world.weight[person] * SeatInstance.firstWorth : world.weight[person]
    }
    func cost(_ person: Int) -> Int {
        seatCount[person] == 1 ? world.weight[person] * SeatInstance.firstWorth : world.weight[person]
    }

    // MARK: Sitting down and getting up

    mutating func add(_ person: Int, to index: Int) {
        put(person, index)
        journal.append((Int32(person), Int16(index), true))
    }

    mutating func remove(_ person: Int, from index: Int) {
        lift(person, index)
        journal.append((Int32(person), Int16(index), false))
    }

    /// A point to come back to.
    var here: Int { journal.count }
    mutating func commit() { journal.removeAll(keepingCapacity: true) }
    mutating func undo(to point: Int) {
        while journal.count > point {
            let last = journal.removeLast()
            if last.wasAdded {
                lift(Int(last.person), Int(last.index))
            } else {
                put(Int(last.person), Int(last.index))
            }
        }
    }

    private mutating func put(_ person: Int, _ index: Int) {
        value += gain(person)
        let year = world.instance.maxPerYear
        seats[person * year + Int(seatCount[person])] = Int16(index)
        if seatCount[person] == 0 { unitCovered[world.unit[person]] += 1 }
        seatCount[person] += 1
        quarters[person] += 1 << world.quarterShift[index]
        members[index].append(Int32(person))
        take(index, world.cell[person], 1)
        mark(index)
        total += 1
        if world.marks[person * world.classCount + index] & SeatWorld.taken != 0 { lost -= 1 }
        let unit = world.unit[person]
        for week in world.instance.classes[index].away {
            away[unit * SeatInstance.weeks + week] += 1
            if Int(away[unit * SeatInstance.weeks + week]) >= world.allowed[unit] {
                fullWeeks[unit] |= 1 << UInt64(week)
            }
        }
    }

    private mutating func lift(_ person: Int, _ index: Int) {
        value -= cost(person)
        let first = person * world.instance.maxPerYear
        let last = first + Int(seatCount[person]) - 1
        for i in first...last where Int(seats[i]) == index {
            seats[i] = seats[last]
            seats[last] = -1
            break
        }
        seatCount[person] -= 1
        if seatCount[person] == 0 { unitCovered[world.unit[person]] -= 1 }
        quarters[person] -= 1 << world.quarterShift[index]
        let wanted = Int32(person)
        if let place = members[index].lastIndex(of: wanted) {
            members[index].swapAt(place, members[index].count - 1)
            members[index].removeLast()
        }
        take(index, world.cell[person], -1)
        mark(index)
        total -= 1
        if world.marks[person * world.classCount + index] & SeatWorld.taken != 0 { lost += 1 }
        let unit = world.unit[person]
        for week in world.instance.classes[index].away {
            away[unit * SeatInstance.weeks + week] -= 1
            if Int(away[unit * SeatInstance.weeks + week]) < world.allowed[unit] {
                fullWeeks[unit] &= ~(1 << UInt64(week))
            }
        }
    }

    /// The seats as the world outside names them.
    var result: [Seat] {
        var result: [Seat] = []
        result.reserveCapacity(total)
        for index in 0..<world.classCount {
            let id = world.instance.classes[index].id
            for person in members[index] { result.append(Seat(person: Int(person), classID: id)) }
        }
        return result.sorted()
    }
}
