import Seats
import Testing

@Suite struct ReasonTests {
    /// Three people of unit 0 (one may be away) and one of unit 1; class 1 in the first quarter, 2 in the second, 3 in the
    /// first too, 4 for nobody here.
    private let instance: SeatInstance = {
        var instance = TroubleTests.four
        instance.persons.category[3] = 0
        instance.classes[0].cap = 2
        instance.classes[1] = SeatClass(
            id: 2, start: 13, weeks: 1, quarter: 1, cap: 1, cats: [0], bands: [0], womenPct: 0, kindPct: [0, 0, 0])
        instance.classes += [
            SeatClass(
                id: 3, start: 1, weeks: 2, quarter: 0, cap: 3, cats: [0], bands: [0], womenPct: 50, kindPct: [0, 0, 0]),
            SeatClass(
                id: 4, start: 1, weeks: 2, quarter: 0, cap: 3, cats: [5], bands: [0], womenPct: 0, kindPct: [0, 0, 0]),
        ]
        return instance
    }()

    private let seats = [Seat(person: 0, classID: 1), Seat(person: 0, classID: 2), Seat(person: 3, classID: 1)]

    @Test("one who is seated learns why: the deadline, a second class, the need, the pin")
    func seated() throws {
        let planner = SeatPlanner(instance)
        let due = try planner.explain(0, seats: seats)
        #expect(due[0].reasons == [.deadline] && due[0].isSeated)
        #expect(due[1].reasons == [.secondClass(weight: 20)])
        let pinned = try planner.explain(3, seats: seats, wishes: SeatWishes(pins: [Seat(person: 3, classID: 1)]))
        #expect(pinned[0].reasons == [.pinned, .need(weight: 1, leastSeated: 1)])
    }

    @Test("one who is not seated learns what stands against it, class by class")
    func notSeated() throws {
        let verdicts = try SeatPlanner(instance).explain(
            1, seats: seats, wishes: SeatWishes(forbids: [Seat(person: 1, classID: 2)]))
        // The seat of person 3 (worth 10) would go to this one (worth 50), were the unit not away already.
        #expect(verdicts[0].reasons == [.unitAway(week: 0, away: 1, allowed: 1)])
        #expect(verdicts[0].price == 10)
        // The only seat is a second class of worth 20; but the seat is forbidden, and the unit is away.
        #expect(verdicts[1].reasons == [.forbidden, .unitAway(week: 13, away: 1, allowed: 1)])
        #expect(
            verdicts[2].reasons == [
                .unitAway(week: 1, away: 1, allowed: 1), .womenShare(women: 0, seated: 1, pct: 50),
            ])
        #expect(verdicts[3].reasons == [.notEligible])
        let other = try SeatPlanner(instance).explain(3, seats: seats)
        #expect(other[1].reasons == [.full(price: 20, worth: 1, pinned: 0)])
        #expect(other[2].reasons == [.quarterTaken(by: 1)])
    }

    @Test("a class full of the pinned, one with some of them, and one without seats each give their own reason")
    func fullOfPinned() throws {
        var year = instance
        year.classes[3].cap = 0
        year.classes[3].cats = [0]
        let pins = SeatWishes(pins: [Seat(person: 0, classID: 2), Seat(person: 0, classID: 1)])
        let verdicts = try SeatPlanner(year).explain(3, seats: seats, wishes: pins)
        #expect(verdicts[1].reasons == [.fullOfPinned(1)] && verdicts[1].price == nil)
        #expect(verdicts[3].reasons == [.quarterTaken(by: 1), .noSeats] && verdicts[3].price == nil)
        let needy = Seat(person: 3, classID: 1)
        year.persons.weight[3] = 19
        let other = try SeatPlanner(year).explain(
            1, seats: [seats[0], needy], wishes: SeatWishes(pins: [seats[0]]))
        #expect(other[0].reasons.last == .full(price: 190, worth: 50, pinned: 1) && other[0].price == 190)
    }

    @Test("the second class is the one that nobody pinned, be it the earlier; two pinned ones are pinned, no more")
    func secondPinned() throws {
        let planner = SeatPlanner(instance)
        let later = try planner.explain(0, seats: seats, wishes: SeatWishes(pins: [Seat(person: 0, classID: 2)]))
        #expect(later[0].reasons == [.secondClass(weight: 20)])
        #expect(later[1].reasons == [.pinned, .deadline])
        let both = try planner.explain(0, seats: seats, wishes: SeatWishes(pins: Array(seats.prefix(2))))
        #expect(both[0].reasons == [.pinned, .deadline])
        #expect(both[1].reasons == [.pinned])
    }

    @Test("in a proposal, nobody without a class could simply take a free seat")
    func nothingLeftLying() throws {
        var random = RandomWorld(seed: 21)
        let drawn = random.instance(people: 60, classes: 5, units: 4, seats: 2...12, awayPct: 20)
        let planner = SeatPlanner(drawn)
        let proposal = try planner.propose()
        let seated = Set(proposal.seats.map(\.person))
        for person in 0..<60 where !seated.contains(person) {
            for verdict in try planner.explain(person, seats: proposal.seats) {
                #expect(!verdict.isSeated && !verdict.reasons.isEmpty)
                for case .possible in verdict.reasons { Issue.record("person \(person), class \(verdict.classID)") }
            }
        }
    }
}
