public import Seats
public import Vocabulary

/// A year of classes that somebody works on: what is given, what was wished, the last proposal and the one before.
public struct SeatPlan: Equatable, Sendable {
    /// Names the address.
    public var number: Int
    public var name: String
    public var made: Day
    public var instance: SeatInstance
    public var wishes: SeatWishes
    public var proposal: KeptProposal?
    public var previous: KeptProposal?
    /// Taken away; it can be had back.
    public var isTakenAway: Bool
    /// Grows with every change: tells whether what was read earlier is still current.
    public var changes: Int

    /// A proposal as it was made, with the wishes that it was made by.
    public struct KeptProposal: Equatable, Sendable {
        public var seats: [Seat]
        public var value: Int
        public var bound: Double?
        public var wishes: SeatWishes
        /// Whether the planner kept close to the one before.
        public var isCloseToPrevious: Bool
        public var made: Day

        public init(
            seats: [Seat], value: Int, bound: Double?, wishes: SeatWishes, isCloseToPrevious: Bool, made: Day
        ) {
            self.seats = seats
            self.value = value
            self.bound = bound
            self.wishes = wishes
            self.isCloseToPrevious = isCloseToPrevious
            self.made = made
        }

        public var gapPct: Double? { SeatProposal(seats: [], value: value, bound: bound).gapPct }
    }

    public init(
        number: Int, name: String, made: Day, instance: SeatInstance, wishes: SeatWishes = .init(),
        proposal: KeptProposal? = nil, previous: KeptProposal? = nil, isTakenAway: Bool = false, changes: Int = 1
    ) {
        self.number = number
        self.name = name
        self.made = made
        self.instance = instance
        self.wishes = wishes
        self.proposal = proposal
        self.previous = previous
        self.isTakenAway = isTakenAway
        self.changes = changes
    }

    /// Whether something was pinned, forbidden or let go since the last proposal.
    public var isStale: Bool {
        guard let proposal else { return true }
        return Set(proposal.wishes.pins) != Set(wishes.pins) || Set(proposal.wishes.forbids) != Set(wishes.forbids)
    }
}

/// What somebody wishes about one seat.
public enum SeatWish: String, Codable, Sendable {
    case pin, forbid
}

/// A seat plan in short: whether what was read of it earlier is still current.
public struct SeatPlanHead: Hashable, Sendable {
    public var number: Int
    public var isTakenAway: Bool
    public var changes: Int
}
