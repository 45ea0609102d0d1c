public import Seats
public import Storage
public import Store
public import Vocabulary

/// Pins a seat (指定), forbids it (不安排), or lets go of what was wished about it, before the planner runs again.
///
/// Each wish is a change of its own: two people who wish at once lose nothing of each other's.
public struct WishSeat: SeatAct {
    public static let words = Words("指定或不安排", "Seat wished")
    public static let mayStandAlready = true
    public var number: Int
    public var seat: Seat
    /// Nil lets go.
    public var wish: SeatWish?

    public init(_ wish: SeatWish?, _ seat: Seat, in number: Int) {
        self.number = number
        self.seat = seat
        self.wish = wish
    }

    public func perform(in t: ActTransaction) throws {
        let plan = try t.standingSeatPlan(number)
        if let refusal = refusal(plan.instance, plan.wishes) { throw refusal }
        let isWished = plan.wishes.pins.contains(seat) || plan.wishes.forbids.contains(seat)
        // What was let go, or was never wished, cannot be let go.
        if wish != nil || isWished { try t.writing.set(wish, for: seat, in: number) }
    }

    /// Why the wish cannot be; nil where it can. Shares of a class are left to the run, which may seat others beside.
    private func refusal(_ instance: SeatInstance, _ wishes: SeatWishes) -> SeatPlanRefused? {
        guard instance.persons.unit.indices.contains(seat.person), instance.classIndex[seat.classID] != nil else {
            return .unknownSeat(seat)
        }
        switch wish {
        case nil: return nil
        case .forbid: return wishes.pins.contains(seat) ? .isPinned(seat) : nil
        case .pin:
            if wishes.forbids.contains(seat) { return .isForbidden(seat) }
            let breach = SeatCheck(wishes.pins.filter { $0 != seat } + [seat], in: instance).breaches.first {
                switch $0 {
                case .womenShare, .kindShare: false
                default: true
                }
            }
            return breach.map { .cannotBePinned($0) }
        }
    }
}
