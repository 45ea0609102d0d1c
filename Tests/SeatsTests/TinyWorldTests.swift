import Seats
import Testing

@Suite struct TinyWorldTests {
    @Test(
        "in worlds small enough to try everything, the proposal keeps the limits and is worth as much as the best"
    )
    func asGoodAsEverything() throws {
        var short = 0
        for seed in 1...60 {
            var random = RandomWorld(seed: UInt64(seed))
            let instance = random.instance(
                people: 3 + random.below(4), classes: 2 + random.below(2), units: 2, seats: 1...3,
                awayPct: [15, 34, 60][random.below(3)])
            let proposal = try SeatPlanner(instance).propose()
            let check = SeatCheck(proposal.seats, in: instance)
            #expect(check.isFeasible, "seed \(seed): \(check.breaches)")
            #expect(check.value == proposal.value, "seed \(seed)")
            let best = EveryAssignment(instance).best
            #expect(proposal.value <= best, "seed \(seed)")
            #expect(try #require(proposal.bound) >= Double(best), "seed \(seed): no assignment may exceed the bound")
            if proposal.value < best { short += 1 }
        }
        #expect(short == 0)
    }
}
