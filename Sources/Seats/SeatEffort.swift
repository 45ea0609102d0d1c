/// How long the planner may go on improving. The same instance and the same rounds give the same proposal.
public struct SeatEffort: Sendable {
    /// Attempts to improve after the first proposal stands.
    public var rounds: Int
    /// Asked between attempts; a clock that lives outside. A proposal cut short by it depends on the machine.
    public var isOver: @Sendable () -> Bool

    public init(rounds: Int, isOver: @escaping @Sendable () -> Bool = { false }) {
        self.rounds = rounds
        self.isOver = isOver
    }

    public static let standard = SeatEffort(rounds: 200)
}
