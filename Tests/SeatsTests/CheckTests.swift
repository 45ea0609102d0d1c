import Seats
import Testing

@Suite struct CheckTests {
    @Test("each limit that is not kept is found, with its figures")
    func breaches() {
        var instance = TroubleTests.four
        instance.classes[0].cap = 1
        instance.classes[0].womenPct = 60
        instance.classes[0].kindPct = [0, 10, 0]
        let seats = [
            Seat(person: 0, classID: 1), Seat(person: 1, classID: 1), Seat(person: 0, classID: 2),
            Seat(person: 3, classID: 2), Seat(person: 3, classID: 2), Seat(person: 9, classID: 1),
        ]
        let forbidden = Seat(person: 1, classID: 1)
        let check = SeatCheck(
            seats, in: instance, wishes: SeatWishes(pins: [Seat(person: 2, classID: 2)], forbids: [forbidden]))
        let expected: [SeatBreach] = [
            .unknown(Seat(person: 9, classID: 1)), .twice(Seat(person: 3, classID: 2)),
            .quarterExceeded(person: 0, quarter: 0, classes: 2), .overSeats(classID: 1, seated: 2, cap: 1),
            .womenShare(classID: 1, women: 1, seated: 2, pct: 60),
            .kindShare(classID: 1, kind: 1, ofKind: 0, seated: 2, pct: 10),
            .unitAway(unit: 0, week: 0, away: 2, allowed: 1), .pinMissing(Seat(person: 2, classID: 2)),
            .forbiddenSeat(forbidden),
        ]
        for breach in expected { #expect(check.breaches.contains(breach), "\(breach)") }
    }

    @Test("a first class counts ten times the weight, a second one once")
    func value() {
        let seats = [
            Seat(person: 0, classID: 1), Seat(person: 3, classID: 2), Seat(person: 0, classID: 2),
        ]
        #expect(SeatCheck(seats, in: TroubleTests.four).value == 20 * 11 + 1 * 10)
    }
}
