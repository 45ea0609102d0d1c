/// Why a person has a seat, or has not.
public enum SeatReason: Equatable, Sendable {
    // Seated.
    case pinned
    /// The deadline falls this year.
    case deadline
    /// The need, and the least need among those seated in the class.
    case need(weight: Int, leastSeated: Int)
    /// A second class, on a seat that nobody without a class had more use for.
    case secondClass(weight: Int)

    // Not seated.
    case notEligible
    case forbidden
    /// Every seat is taken, `pinned` of them by pins, the others by somebody whose seat is worth more; `price` is the least
    /// such worth, `worth` is this one's.
    case full(price: Int, worth: Int, pinned: Int)
    /// Every seat is taken by somebody pinned; how many.
    case fullOfPinned(Int)
    /// The class has no seats at all.
    case noSeats
    /// Every seat is taken, the least needy of them needs it as much; units with a smaller covered share come first.
    case fullOfEquals(worth: Int)
    /// Another class in the same quarter.
    case quarterTaken(by: Int)
    /// As many classes as one may have in a year.
    case yearReached(Int)
    /// The unit's share away is reached in this week, 0...51.
    case unitAway(week: Int, away: Int, allowed: Int)
    case womenShare(women: Int, seated: Int, pct: Int)
    case kindShare(kind: Int, ofKind: Int, seated: Int, pct: Int)
    /// Nothing forbids it; it would gain this much.
    case possible(gain: Int)
}

/// One class as it looks for one person.
public struct SeatVerdict: Equatable, Sendable {
    public var classID: Int
    public var isSeated: Bool
    /// At least one; where not seated, everything that stands against it, the firmest first.
    public var reasons: [SeatReason]
    /// What the least valued seat that nobody pinned is worth: what taking it would cost. 0 where a seat is free, nil where
    /// none can be had: the class has no seats, or only pinned ones.
    public var price: Int?

    public init(classID: Int, isSeated: Bool, reasons: [SeatReason], price: Int?) {
        self.classID = classID
        self.isSeated = isSeated
        self.reasons = reasons
        self.price = price
    }
}
