/// Why there is no proposal.
public enum SeatTrouble: Error, Equatable, Sendable {
    /// A figure of the instance makes no sense; `place` names it as the file does, such as `classes[3].weeks`.
    case instance(place: String, SeatFault)
    /// A seat that somebody pinned, or the previous proposal or an assignment names, cannot be.
    case pin(Seat, SeatReason)
    /// A pin or a forbidden seat names nobody of the instance, or no class of it.
    case unknownSeat(Seat)
    /// Pinned and forbidden at once.
    case pinnedAndForbidden(Seat)
    /// What is pinned in a class leaves its shares unreachable.
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
