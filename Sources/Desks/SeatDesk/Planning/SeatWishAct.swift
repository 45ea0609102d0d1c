import Exchange
import Pages
import Seats
import Storage
import Training

/// What somebody does about one seat before the planner runs again.
enum SeatWishAct: String, Sendable {
    case pin, forbid, letGo

    var wish: SeatWish? {
        switch self {
        case .pin: .pin
        case .forbid: .forbid
        case .letGo: nil
        }
    }

    /// Why the wish was refused; nil where the year is not there any more.
    func sentence(_ refused: SeatPlanRefused, _ context: PageContext) -> String? {
        let text = SeatText(context.language)
        return switch refused {
        case .unknownSeat(let seat): text.trouble(.unknownSeat(seat))
        case .isPinned(let seat):
            text.trouble(.pinnedAndForbidden(seat)) + context.say("。请先取消指定。", ". Undo the pin first.")
        case .isForbidden(let seat):
            text.trouble(.pinnedAndForbidden(seat))
                + context.say("。请先取消不安排。", ". Undo the setting aside first.")
        case .cannotBePinned(let breach), .breach(let breach):
            context.say("不能指定：", "This cannot be pinned: ") + text.breach(breach)
                + context.say("（与已有的指定合并计算）。", " (together with the pins there are).")
        case .unknownPlan, .name, .instance: nil
        }
    }
}
