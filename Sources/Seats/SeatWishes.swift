/// One person in one class.
public struct Seat: Hashable, Comparable, Sendable, Codable {
    /// Index of the person.
    public var person: Int
    public var classID: Int

    public init(person: Int, classID: Int) {
        self.person = person
        self.classID = classID
    }

    /// As `[person, class]`: there are thousands of them.
    public init(from decoder: any Decoder) throws {
        var pair = try decoder.unkeyedContainer()
        self.init(person: try pair.decode(Int.self), classID: try pair.decode(Int.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var pair = encoder.unkeyedContainer()
        try pair.encode(person)
        try pair.encode(classID)
    }

    public static func < (a: Seat, b: Seat) -> Bool { (a.person, a.classID) < (b.person, b.classID) }
}

/// What a person decided before the planner does.
public struct SeatWishes: Equatable, Sendable {
    /// Seats that must be in the proposal.
    public var pins: [Seat]
    /// Seats that must not.
    public var forbids: [Seat]

    public init(pins: [Seat] = [], forbids: [Seat] = []) {
        self.pins = pins
        self.forbids = forbids
    }
}
