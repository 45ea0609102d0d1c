import Exchange
import Seats

/// What somebody does about one seat before the planner runs again.
enum SeatWishAct: String, Sendable {
    case pin, forbid, letGo

    func apply(_ seat: Seat, to wishes: inout SeatWishes) {
        wishes.pins.removeAll { $0 == seat }
        wishes.forbids.removeAll { $0 == seat }
        switch self {
        case .pin: wishes.pins.append(seat)
        case .forbid: wishes.forbids.append(seat)
        case .letGo: break
        }
    }

    /// Why the wish cannot be; nil where it can. Shares of a class are left to the run, which may seat others beside.
    func refusal(_ seat: Seat, in picture: SeatPicture, _ context: PageContext) -> String? {
        let wishes = picture.plan.wishes
        let text = SeatText(context.language)
        guard picture.instance.persons.unit.indices.contains(seat.person), picture.seatClass(seat.classID) != nil else {
            return text.trouble(.unknownSeat(seat))
        }
        switch self {
        case .letGo: return nil
        case .forbid:
            guard wishes.pins.contains(seat) else { return nil }
            return text.trouble(.pinnedAndForbidden(seat))
                + context.say("。请先取消指定。", ". Undo the pin first.")
        case .pin:
            if wishes.forbids.contains(seat) {
                return text.trouble(.pinnedAndForbidden(seat))
                    + context.say("。请先取消不安排。", ". Undo the setting aside first.")
            }
            let breach = SeatCheck(wishes.pins.filter { $0 != seat } + [seat], in: picture.instance).breaches.first {
                switch $0 {
                case .womenShare, .kindShare: false
                default: true
                }
            }
            return breach.map {
                context.say("不能指定：", "This cannot be pinned: ") + text.breach($0)
                    + context.say("（与已有的指定合并计算）。", " (together with the pins there are).")
            }
        }
    }
}
