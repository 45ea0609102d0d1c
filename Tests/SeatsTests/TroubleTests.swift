import Seats
import Testing

@Suite struct TroubleTests {
    @Test("a figure that makes no sense is named with its place")
    func faults() {
        let faults: [(SeatTrouble, (inout SeatInstance) -> Void)] = [
            (.instance(place: "classes[0]", .leavesQuarter(0)), { $0.classes[0].start = 12 }),
            (.instance(place: "classes[1].cap", .negative(-1)), { $0.classes[1].cap = -1 }),
            (.instance(place: "classes[1].id", .duplicateClass(id: 1)), { $0.classes[1].id = 1 }),
            (.instance(place: "persons.unit[2]", .unknownUnit(9)), { $0.persons.unit[2] = 9 }),
            (.instance(place: "persons.band", .length(is: 3, expected: 4)), { $0.persons.band.removeLast() }),
            (.instance(place: "away_pct", .outside(101, 0...100)), { $0.awayPct = 101 }),
            (.instance(place: "classes[0].kind_pct", .sharesAboveAll(120)), { $0.classes[0].kindPct = [60, 60, 0] }),
        ]
        for (expected, spoil) in faults {
            var instance = Self.four
            spoil(&instance)
            #expect(throws: expected) { try SeatPlanner(instance).propose() }
        }
    }

    @Test("a pin against a limit is refused, and says which")
    func pins() {
        let refused: [([Seat], SeatTrouble)] = [
            ([Seat(person: 3, classID: 1)], .pin(Seat(person: 3, classID: 1), .notEligible)),
            (
                [Seat(person: 0, classID: 1), Seat(person: 0, classID: 2)],
                .pin(Seat(person: 0, classID: 2), .quarterTaken(by: 1))
            ),
            (
                [Seat(person: 0, classID: 1), Seat(person: 1, classID: 1)],
                .pin(Seat(person: 1, classID: 1), .unitAway(week: 0, away: 1, allowed: 1))
            ),
            ([Seat(person: 7, classID: 1)], .unknownSeat(Seat(person: 7, classID: 1))),
            ([Seat(person: 0, classID: 9)], .unknownSeat(Seat(person: 0, classID: 9))),
        ]
        for (pins, expected) in refused {
            #expect(throws: expected) { try SeatPlanner(Self.four).propose(wishes: SeatWishes(pins: pins)) }
        }
        let seat = Seat(person: 0, classID: 1)
        #expect(throws: SeatTrouble.pinnedAndForbidden(seat)) {
            try SeatPlanner(Self.four).propose(wishes: SeatWishes(pins: [seat], forbids: [seat]))
        }
        var one = Self.four
        one.classes[0].cap = 1
        one.awayPct = 100
        #expect(throws: SeatTrouble.tooManyPins(classID: 1, pins: 2, cap: 1)) {
            try SeatPlanner(one).propose(
                wishes: SeatWishes(pins: [Seat(person: 0, classID: 1), Seat(person: 1, classID: 1)]))
        }
        one.classes[0].womenPct = 50
        #expect(throws: SeatTrouble.pinsBreakShares(classID: 1)) {
            try SeatPlanner(one).propose(wishes: SeatWishes(pins: [Seat(person: 1, classID: 1)]))
        }
    }

    /// Four people, 0 to 2 in one unit of which one may be away, 3 in another; two classes of the first quarter.
    static let four = SeatInstance(
        unitKind: [0, 1],
        persons: SeatPersons(
            unit: [0, 0, 0, 1], category: [0, 0, 0, 1], band: [0, 0, 0, 0], woman: [true, false, false, true],
            weight: [20, 5, 3, 1]),
        classes: [
            SeatClass(
                id: 1, start: 0, weeks: 2, quarter: 0, cap: 4, cats: [0], bands: [0], womenPct: 0, kindPct: [0, 0, 0]),
            SeatClass(
                id: 2, start: 4, weeks: 2, quarter: 0, cap: 4, cats: [0, 1], bands: [0], womenPct: 0,
                kindPct: [0, 0, 0]),
        ])
}
