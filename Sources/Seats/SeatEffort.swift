/// How long the planner may go on improving. The same instance and the same rounds give the same proposal.
public struct SeatEffort: Sendable {
    /// Attempts to improve after the first proposal stands; nil: the fewer, the more seats there are.
    public var rounds: Int?
    /// A clock that lives outside: whether to stop searching for more value, and whether to stop altogether. What is cut
    /// short is within every limit all the same, but depends on the machine.
    public var isSearchOver: @Sendable () -> Bool
    public var isOver: @Sendable () -> Bool

    public init(
        rounds: Int?, isSearchOver: (@Sendable () -> Bool)? = nil, isOver: @escaping @Sendable () -> Bool = { false }
    ) {
        self.rounds = rounds
        self.isSearchOver = isSearchOver ?? isOver
        self.isOver = isOver
    }

    public static let standard = SeatEffort(rounds: nil)

    /// How many rounds in a row may gain nothing; whoever names rounds gets them all.
    var patience: Int { rounds == nil ? 1000 : .max }

    /// Small years, which are the tighter ones, have a second or two as well.
    func rounds(forSeats seats: Int) -> Int {
        let seats = max(1, min(seats, 1_000_000))
        return rounds ?? max(10, min(3000, max(300_000 / seats, 1_000_000_000 / (seats * seats))))
    }
}
