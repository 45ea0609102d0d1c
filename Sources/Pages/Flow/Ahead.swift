public import Vocabulary

/// What a desk has planned with somebody and has not put on record yet, such as a class that they are named for: pointed out
/// where another desk plans for the same days. No desk sees another; each tells of its own (`Desk.ahead`).
public struct Ahead: Equatable, Sendable {
    public var title: String
    public var address: String
    public var from: Day
    public var to: Day

    public init(_ title: String, _ address: String, from: Day, to: Day) {
        self.title = title
        self.address = address
        self.from = from
        self.to = to
    }
}
