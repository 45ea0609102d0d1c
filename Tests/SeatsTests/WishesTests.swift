import Seats
import Testing

@Suite struct WishesTests {
    @Test("what was proposed can be pinned and forbidden, and the next proposal keeps to it", arguments: seeds(1...20))
    func kept(seed: UInt64) throws {
        var random = RandomWorld(seed: seed)
        let instance = world(&random)
        let planner = SeatPlanner(instance)
        let first = try planner.propose(effort: SeatEffort(rounds: 5))
        #expect(SeatCheck(first.seats, in: instance).isFeasible)
        let wishes = random.wishes(from: first.seats, count: 5)
        for previous in [nil, first.seats] {
            let next = try planner.propose(wishes: wishes, previous: previous, effort: SeatEffort(rounds: 5))
            let check = SeatCheck(next.seats, in: instance, wishes: wishes)
            #expect(check.isFeasible, "\(check.breaches)")
            #expect(check.value == next.value)
        }
    }

    @Test("any seat at all may be pinned: it is kept, or the trouble names a pin", arguments: seeds(1...20))
    func anyPin(seed: UInt64) throws {
        var random = RandomWorld(seed: seed)
        let instance = world(&random)
        let planner = SeatPlanner(instance)
        let first = try planner.propose(effort: SeatEffort(rounds: 5))
        var wishes = SeatWishes()
        for _ in 0..<3 {
            let seatClass = instance.classes[random.below(instance.classes.count)]
            wishes.pins.append(Seat(person: random.below(instance.persons.count), classID: seatClass.id))
        }
        do {
            let next = try planner.propose(wishes: wishes, previous: first.seats)
            let check = SeatCheck(next.seats, in: instance, wishes: wishes)
            #expect(check.isFeasible, "\(check.breaches)")
        } catch {
            #expect(error.isAboutPins, "\(error)")
        }
    }

    @Test("asked again without a wish, nothing moves")
    func nothingMoves() throws {
        var random = RandomWorld(seed: 8)
        let instance = world(&random)
        let planner = SeatPlanner(instance)
        let first = try planner.propose()
        let second = try planner.propose(previous: first.seats)
        #expect(second.seats == first.seats)
        #expect(second.changes == SeatChanges(from: first.seats, to: first.seats))
    }

    private func world(_ random: inout RandomWorld) -> SeatInstance {
        random.instance(
            people: 20 + random.below(60), classes: 2 + random.below(8), units: 1 + random.below(6), seats: 0...12,
            awayPct: [5, 15, 30][random.below(3)])
    }
}

extension SeatTrouble {
    fileprivate var isAboutPins: Bool {
        switch self {
        case .pin, .tooManyPins, .pinsBreakShares: true
        default: false
        }
    }
}
