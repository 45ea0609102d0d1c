import Exchange
import Seats
import Storage
import Training
import Vocabulary

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

    var words: Words {
        switch self {
        case .pin: Words("指定", "Pin")
        case .forbid: Words("不安排", "Set aside")
        case .letGo: Words("取消", "Undo")
        }
    }
}

extension SeatPlanRefused {
    /// Why a wish was refused; nil where the year is not there any more.
    var words: Words? {
        guard let zh = sentence(.zh), let en = sentence(.en) else { return nil }
        return Words(zh, en)
    }

    private func sentence(_ language: Language) -> String? {
        let text = SeatText(language)
        func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
        return switch self {
        case .unknownSeat(let seat): text.trouble(.unknownSeat(seat))
        case .isPinned(let seat):
            text.trouble(.pinnedAndForbidden(seat)) + say("。请先取消指定。", ". Undo the pin first.")
        case .isForbidden(let seat):
            text.trouble(.pinnedAndForbidden(seat)) + say("。请先取消不安排。", ". Undo the setting aside first.")
        case .cannotBePinned(let breach), .breach(let breach):
            say("不能指定：", "This cannot be pinned: ") + text.breach(breach)
                + say("（与已有的指定合并计算）。", " (together with the pins there are).")
        case .unknownPlan, .name, .instance: nil
        }
    }
}
