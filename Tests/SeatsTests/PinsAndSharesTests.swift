import Seats
import Testing

@Suite struct PinsAndSharesTests {
    @Test("pins that a smaller class than the greatest keeps within its shares are taken")
    func smallerSize() throws {
        // Of four, two are kept for each of two kinds; of three, one.
        let three = Self.world(kinds: [0, 0, 1, 2, 1, 2], women: [], cap: 4, kindPct: [0, 30, 30])
        let one = try SeatPlanner(three).propose(wishes: SeatWishes(pins: [Seat(person: 0, classID: 1)]))
        #expect(SeatCheck(one.seats, in: three).isFeasible && one.seats.count == 3)
        // Of 24, 8 + 8 are kept; of 23, 7 + 7: nine of kind 0 sit beside them.
        let kinds = [Int](repeating: 0, count: 12) + .init(repeating: 1, count: 12) + .init(repeating: 2, count: 12)
        let large = Self.world(kinds: kinds, women: [], cap: 24, kindPct: [10, 30, 30])
        let pins = (0..<9).map { Seat(person: $0, classID: 1) }
        let nine = try SeatPlanner(large).propose(wishes: SeatWishes(pins: pins))
        #expect(SeatCheck(nine.seats, in: large, wishes: SeatWishes(pins: pins)).isFeasible && nine.seats.count == 23)
        let again = try SeatPlanner(large).propose(wishes: SeatWishes(pins: pins), previous: nine.seats)
        #expect(again.seats == nine.seats)
    }

    @Test("the women and the kinds that a pin needs beside it are found together, where the neediest would not do")
    func sharesTogether() throws {
        // A woman of kind 0 and a man of kind 1 keep both shares; the man of kind 0, who is the neediest, keeps neither.
        var instance = Self.world(kinds: [0, 1, 0, 2], women: [2], cap: 3, kindPct: [30, 30, 30], womenPct: 30)
        instance.persons.weight = [20, 1, 1, 1]
        let wishes = SeatWishes(pins: [Seat(person: 3, classID: 1)])
        let proposal = try SeatPlanner(instance).propose(wishes: wishes)
        #expect(proposal.seats.map(\.person) == [1, 2, 3])
    }

    @Test("in every tiny world of one class, pins are taken exactly where some roster within the limits holds them")
    func everyTinyWorld() {
        // No search: whether pins are refused must not depend on luck.
        let effort = SeatEffort(rounds: 0, isOver: { true })
        var wrong: [String] = []
        Self.everyWorld { instance in
            let rosters = Self.rosters(of: instance)
            for pinned in 1..<16 where Self.isFirstOfItsKind(pinned, instance) {
                let wishes = SeatWishes(pins: Self.seats(pinned))
                let accepted = try? SeatPlanner(instance).propose(wishes: wishes, effort: effort)
                let isFeasible = accepted.map { SeatCheck($0.seats, in: instance, wishes: wishes).isFeasible }
                let isPossible = rosters.contains { $0 & pinned == pinned }
                if isFeasible != (isPossible ? true : nil) { wrong.append("\(instance) \(pinned)") }
            }
        }
        #expect(wrong.isEmpty, "\(wrong.count), the first: \(wrong.first ?? "")")
    }

    /// Four people of three kinds of unit and two sexes, in every mixture; classes of three and of four seats.
    private static func everyWorld(_ visit: (SeatInstance) -> Void) {
        for mixture in 0..<1296 {
            let types = [mixture / 216, mixture / 36 % 6, mixture / 6 % 6, mixture % 6]
            guard zip(types, types.dropFirst()).allSatisfy({ $0 <= $1 }) else { continue }
            let women = types.indices.filter { types[$0] >= 3 }
            for other in [0, 30] {
                for (cap, womenPct, awayPct) in [(3, 34, 100), (4, 50, 100), (4, 0, 50), (4, 30, 50)] {
                    visit(
                        world(
                            kinds: types.map { $0 % 3 }, women: women, cap: cap, kindPct: [other, 30, 30],
                            womenPct: womenPct, awayPct: awayPct))
                }
            }
        }
    }

    /// Of people who are alike the first ones are pinned; the others would only say the same again.
    private static func isFirstOfItsKind(_ pinned: Int, _ instance: SeatInstance) -> Bool {
        let persons = instance.persons
        return (1..<4).allSatisfy { person in
            persons.unit[person] != persons.unit[person - 1] || persons.woman[person] != persons.woman[person - 1]
                || pinned >> (person - 1) & 3 != 2
        }
    }

    /// The sets of people, as bits, who may sit in the only class.
    private static func rosters(of instance: SeatInstance) -> [Int] {
        (0..<1 << instance.persons.count).filter { SeatCheck(seats($0), in: instance).isFeasible }
    }

    private static func seats(_ people: Int) -> [Seat] {
        (0..<4).filter { people >> $0 & 1 == 1 }.map { Seat(person: $0, classID: 1) }
    }

    /// One class, and one unit of each of three kinds.
    private static func world(
        kinds: [Int], women: [Int], cap: Int, kindPct: [Int], womenPct: Int = 0, awayPct: Int = 100
    ) -> SeatInstance {
        let zeroes = kinds.map { _ in 0 }
        return SeatInstance(
            unitKind: [0, 1, 2],
            persons: SeatPersons(
                unit: kinds, category: zeroes, band: zeroes, woman: kinds.indices.map { women.contains($0) },
                weight: zeroes.map { $0 + 1 }),
            classes: [
                SeatClass(
                    id: 1, start: 0, weeks: 1, quarter: 0, cap: cap, cats: [0], bands: [0], womenPct: womenPct,
                    kindPct: kindPct)
            ], awayPct: awayPct)
    }
}
