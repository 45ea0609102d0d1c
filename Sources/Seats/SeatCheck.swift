/// Re-tests every limit of an assignment, from nothing but the instance.
public struct SeatCheck: Equatable, Sendable {
    public var breaches: [SeatBreach]
    /// The value of the assignment, breaches or not.
    public var value: Int

    public var isFeasible: Bool { breaches.isEmpty }

    public init(_ seats: [Seat], in instance: SeatInstance, wishes: SeatWishes = .init()) {
        breaches = []
        value = 0
    }
}

/// A limit that an assignment does not keep.
public enum SeatBreach: Equatable, Sendable {
    case unknown(Seat)
    case twice(Seat)
    case notEligible(Seat)
    case yearExceeded(person: Int, classes: Int)
    case quarterExceeded(person: Int, quarter: Int, classes: Int)
    case unitAway(unit: Int, week: Int, away: Int, allowed: Int)
    case overSeats(classID: Int, seated: Int, cap: Int)
    case womenShare(classID: Int, women: Int, seated: Int, pct: Int)
    case kindShare(classID: Int, kind: Int, ofKind: Int, seated: Int, pct: Int)
    case pinMissing(Seat)
    case forbiddenSeat(Seat)
}
