import Seats
import Testing

@Suite struct ReplanTests {
    /// Five people of one unit and one class with a seat for each of them.
    private static let five = world(people: 5, caps: [5])

    private static func world(people: Int, caps: [Int]) -> SeatInstance {
        let zeroes = [Int](repeating: 0, count: people)
        return SeatInstance(
            unitKind: [0],
            persons: SeatPersons(
                unit: zeroes, category: zeroes, band: zeroes, woman: zeroes.map { _ in false },
                weight: (0..<people).map { 1 + $0 % 5 }),
            classes: caps.indices.map {
                SeatClass(
                    id: $0 + 1, start: $0 % 4 * 13, weeks: 1, quarter: $0 % 4, cap: caps[$0], cats: [0], bands: [0],
                    womenPct: 0, kindPct: [0])
            }, awayPct: 100)
    }

    @Test("a seat that came free is filled by the next run, even when no wish is left")
    func letGo() throws {
        let planner = SeatPlanner(Self.five)
        let without = try planner.propose(wishes: SeatWishes(forbids: [Seat(person: 0, classID: 1)]))
        #expect(without.seats.map(\.person) == [1, 2, 3, 4])
        let again = try planner.propose(previous: without.seats)
        #expect(again.seats.map(\.person) == [0, 1, 2, 3, 4])
        #expect(again.changes?.removed == [] && again.changes?.kept == 4)
    }

    @Test("from a previous proposal without a seat, everything is filled")
    func emptyPrevious() throws {
        let planner = SeatPlanner(Self.world(people: 40, caps: [9, 7]))
        let first = try planner.propose()
        let again = try planner.propose(previous: [])
        #expect(again.value == first.value && again.seats.count == 16)
    }

    @Test("a class that came since is filled, and nobody loses a seat for it")
    func classAdded() throws {
        let before = try SeatPlanner(Self.world(people: 60, caps: [9, 9])).propose()
        let after = try SeatPlanner(Self.world(people: 60, caps: [9, 9, 30])).propose(previous: before.seats)
        #expect(after.seats.count == 48)
        #expect(after.changes?.removed == [])
    }

    @Test("a class that was cancelled takes its seats with it; the others stay")
    func classCancelled() throws {
        let before = try SeatPlanner(Self.world(people: 60, caps: [9, 9, 5])).propose()
        let after = try SeatPlanner(Self.world(people: 60, caps: [9, 9])).propose(previous: before.seats)
        #expect(after.changes?.kept == 18 && after.changes?.added == [])
        #expect(after.changes?.removed.map(\.classID) == [3, 3, 3, 3, 3])
        let gone = try SeatPlanner(Self.five).propose(previous: [Seat(person: 9, classID: 1)])
        #expect(gone.seats.count == 5 && gone.changes?.removed == [Seat(person: 9, classID: 1)])
    }

    @Test(
        "previous seats are lost to others only within the limit; what is free is filled all the same",
        arguments: seeds(1...8)
    )
    func limit(seed: UInt64) throws {
        var random = RandomWorld(seed: seed)
        var instance = random.instance(people: 200, classes: 8, units: 6, seats: 10...30, awayPct: 30)
        let first = try SeatPlanner(instance).propose(effort: SeatEffort(rounds: 2))
        // Everybody's need is another one now: without the limit most seats would go to others.
        for person in 0..<200 { instance.persons.weight[person] = [20, 5, 3, 1][random.below(4)] }
        let next = try SeatPlanner(instance).propose(previous: first.seats)
        #expect(SeatCheck(next.seats, in: instance).isFeasible)
        #expect(try #require(next.changes).removed.count <= first.seats.count / 20)
        #expect(next.seats.count >= first.seats.count)
    }

    @Test("asked again, nothing is worth less, and nobody moves but for a gain", arguments: seeds(1...8))
    func noLoss(seed: UInt64) throws {
        var random = RandomWorld(seed: seed)
        let instance = random.instance(people: 200, classes: 8, units: 6, seats: 10...30, awayPct: 30)
        let first = try SeatPlanner(instance).propose(effort: SeatEffort(rounds: 2))
        let next = try SeatPlanner(instance).propose(previous: first.seats)
        #expect(next.value > first.value || next.seats == first.seats)
    }
}
