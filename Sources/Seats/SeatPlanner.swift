/// Proposes who goes where.
public struct SeatPlanner: Sendable {
    public let instance: SeatInstance

    public init(_ instance: SeatInstance) { self.instance = instance }

    /// The proposal of greatest value that was found; with `previous`, close to that one.
    public func propose(
        wishes: SeatWishes = .init(), previous: [Seat]? = nil, effort: SeatEffort = .standard
    ) throws(SeatTrouble) -> SeatProposal {
        SeatProposal(seats: [], value: 0, changes: previous.map { SeatChanges(from: $0, to: []) })
    }

    /// How each class looks for one person, given who is seated where; in the order of the classes.
    public func explain(_ person: Int, seats: [Seat], wishes: SeatWishes = .init()) -> [SeatVerdict] { [] }
}
