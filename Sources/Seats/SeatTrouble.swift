/// Why there is no proposal.
public enum SeatTrouble: Error, Equatable, Sendable {
    /// A figure of the instance makes no sense; `place` names it as the file does, such as `classes[3].weeks`.
    case instance(place: String, SeatFault)
    /// A pinned seat breaks a limit, together with the pins before it.
    case pin(Seat, SeatReason)
    /// More people are pinned in a class than it seats.
    case tooManyPins(classID: Int, pins: Int, cap: Int)
    /// A pin, a forbidden seat or a seat to explain names nobody of the instance, or no class of it.
    case unknownSeat(Seat)
    /// Pinned and forbidden at once.
    case pinnedAndForbidden(Seat)
    /// With those pinned in the class its shares of women or of kinds of unit were not reached.
    case pinsBreakShares(classID: Int)
}

/// What is the matter with a figure.
public enum SeatFault: Equatable, Sendable {
    case length(is: Int, expected: Int)
    case negative(Int)
    case outside(Int, ClosedRange<Int>)
    case unknownUnit(Int)
    /// The weeks do not lie within the quarter.
    case leavesQuarter(Int)
    case duplicateClass(id: Int)
    /// The shares of the kinds of unit add up to more than all.
    case sharesAboveAll(Int)
}
