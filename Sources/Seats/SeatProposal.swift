/// Who goes where.
public struct SeatProposal: Equatable, Sendable {
    /// In the order of persons, then of class ids.
    public var seats: [Seat]
    /// Weights of the covered, ten times, and the weights of second classes once.
    public var value: Int
    /// No assignment within the limits has a greater value; nil where it was not computed.
    public var bound: Double?
    /// What differs from the previous proposal; nil where there was none.
    public var changes: SeatChanges?

    public init(seats: [Seat], value: Int, bound: Double? = nil, changes: SeatChanges? = nil) {
        self.seats = seats
        self.value = value
        self.bound = bound
        self.changes = changes
    }

    /// Share of the value by which the bound is above it, per cent; nil where there is no bound, or no value to compare.
    public var gapPct: Double? {
        guard let bound else { return nil }
        let missing = max(0, bound - Double(value))
        return missing == 0 ? 0 : value > 0 ? missing / Double(value) * 100 : nil
    }
}

/// What changed from one proposal to the next.
public struct SeatChanges: Equatable, Sendable {
    public var kept: Int
    public var added: [Seat]
    public var removed: [Seat]

    public init(from previous: [Seat], to seats: [Seat]) {
        let before = Set(previous)
        let after = Set(seats)
        added = after.subtracting(before).sorted()
        removed = before.subtracting(after).sorted()
        kept = after.count - added.count
    }

    /// Seats of the new proposal that the previous one did not have, per cent.
    public var movedPct: Double { Double(added.count) / Double(max(1, kept + added.count)) * 100 }
}
