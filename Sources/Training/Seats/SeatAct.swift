public import Store

/// What is done about a year of seats: the work of whoever keeps the classes, and the office's, for the whole town
/// (docs/decisions/0128).
public protocol SeatAct: Act {}

extension SeatAct {
    public static var right: Right { .teach }
    public static var rights: Set<Right> { [.teach, .plan] }
    public static var isTownWide: Bool { true }
}
