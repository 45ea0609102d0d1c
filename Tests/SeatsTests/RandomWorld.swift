import Seats

/// Small worlds drawn by a seed, tight enough that every limit bites somewhere.
struct RandomWorld {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    mutating func below(_ limit: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(limit))
    }

    mutating func instance(people: Int, classes: Int, units: Int, seats: ClosedRange<Int>, awayPct: Int) -> SeatInstance
    {
        let unitKind = (0..<units).map { _ in below(3) }
        let persons = SeatPersons(
            unit: (0..<people).map { _ in below(units) }, category: (0..<people).map { _ in below(2) },
            band: (0..<people).map { _ in below(2) }, woman: (0..<people).map { _ in below(5) < 2 },
            weight: (0..<people).map { _ in [20, 5, 3, 1][below(4)] })
        return SeatInstance(
            unitKind: unitKind, persons: persons,
            classes: (0..<classes).map { id in
                let weeks = 1 + below(4)
                let quarter = below(4)
                return SeatClass(
                    id: id + 100, start: quarter * 13 + below(14 - weeks), weeks: weeks, quarter: quarter,
                    cap: seats.lowerBound + below(seats.count), cats: below(3) == 0 ? [below(2)] : [0, 1],
                    bands: below(3) == 0 ? [below(2)] : [0, 1], womenPct: [0, 25, 33, 50][below(4)],
                    kindPct: [[0, 10][below(2)], [0, 20][below(2)], [0, 30][below(2)]])
            },
            awayPct: awayPct)
    }

    /// Seats of a proposal to pin, and others to forbid.
    mutating func wishes(from seats: [Seat], count: Int) -> SeatWishes {
        var wishes = SeatWishes()
        guard !seats.isEmpty else { return wishes }
        for _ in 0..<count {
            let seat = seats[below(seats.count)]
            if below(2) == 0 {
                if !wishes.forbids.contains(seat) { wishes.pins.append(seat) }
            } else if !wishes.pins.contains(seat) {
                wishes.forbids.append(seat)
            }
        }
        return wishes
    }
}

/// Every assignment of a tiny world, one person after another; the greatest value that keeps the limits.
struct EveryAssignment {
    let instance: SeatInstance
    private(set) var best = -1
    private var seats: [Seat] = []

    init(_ instance: SeatInstance, wishes: SeatWishes = .init()) {
        self.instance = instance
        visit(0, value: 0, wishes)
    }

    private mutating func visit(_ person: Int, value: Int, _ wishes: SeatWishes) {
        guard person < instance.persons.count else {
            if value > best, SeatCheck(seats, in: instance, wishes: wishes).isFeasible { best = value }
            return
        }
        let open = instance.classes.filter { instance.isEligible(person, for: $0) }
        for choice in 0..<1 << open.count {
            let chosen = open.indices.filter { choice >> $0 & 1 == 1 }.map { open[$0] }
            guard chosen.count <= instance.maxPerYear, Set(chosen.map(\.quarter)).count == chosen.count else {
                continue
            }
            let before = seats.count
            seats += chosen.map { Seat(person: person, classID: $0.id) }
            let worth = chosen.isEmpty ? 0 : instance.persons.weight[person] * (9 + chosen.count)
            visit(person + 1, value: value + worth, wishes)
            seats.removeLast(seats.count - before)
        }
    }
}
