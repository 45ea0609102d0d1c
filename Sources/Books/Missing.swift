public import Pages
import Vocabulary

/// What an address names and is not there, with the list in which it could be found.
public enum Missing: Equatable, Sendable {
    case page
    case unit(String)
    case person(String)
    case activity(String)
    case clause(String)
    case edition(String)
    case entry
    case seatYear(String)
    case seatClass(String, year: Int)
    case seatPerson(String, year: Int)
    case removedYear(Int)
}

extension Missing {
    /// What was not found, why that may be, and where to look.
    public struct Words: Equatable, Sendable {
        public var title: String
        public var advice: String
        public var list: Frame.Crumb
    }

    public func words(_ context: PageContext) -> Words {
        func words(_ zh: String, _ en: String, _ why: String, _ list: (String, String)) -> Words {
            Words(
                title: context.say(zh, en), advice: why, list: .init(text: list.0, address: context.link(list.1)))
        }
        func shown(_ code: String) -> String { AddressSlip.shown(code) }
        let check = context.say(
            "请核对网址中的编号；也可能是\(context.asOf.iso)尚无此项，请改换日期，或到列表中查找。",
            "Check the code in the address; or it was not there on \(context.asOf.iso): choose another day, or look in the list."
        )
        let number = context.say("请核对网址中的编号，或到列表中查找。", "Check the number in the address, or look in the list.")
        let units = context.say("到单位列表", "To the units")
        let seats = context.say("到调训安排", "To the seats")
        return switch self {
        case .page:
            words(
                "页面不存在", "No such page",
                context.say(
                    "网址“\(shown(context.path))”不对应任何页面，请核对，或从菜单进入。",
                    "Nothing stands at “\(shown(context.path))”: check the address, or go by the menu."),
                (context.say("返回概览", "To the overview"), "/"))
        case .unit(let code):
            words("没有单位“\(shown(code))”", "There is no unit “\(shown(code))”", check, (units, "/units"))
        case .person(let code):
            words(
                "没有编号为“\(shown(code))”的人员", "There is nobody with the staff number “\(shown(code))”", check,
                (context.say("到人员列表", "To the people"), "/people"))
        case .activity(let code):
            words(
                "没有编号为“\(shown(code))”的活动", "There is no activity “\(shown(code))”", number,
                (context.say("到活动记录", "To the activities"), "/activities"))
        case .clause(let id):
            words(
                "方案中没有第\(shown(id))条要求", "The plan has no requirement “\(shown(id))”",
                context.say(
                    "方案改版后编号可能变动，请到方案中查找。", "Numbers may move with a new edition: look in the plan."),
                (context.say("到方案", "To the plan"), "/plan"))
        case .edition(let number):
            words(
                "没有第\(shown(number))版方案", "There is no edition “\(shown(number))”",
                context.say("请到版本列表中查找。", "Look in the list of editions."),
                (context.say("到版本列表", "To the editions"), "/plan/editions"))
        case .entry:
            words(
                "没有这个台账条目", "There is no such entry",
                context.say(
                    "所指的要求、考核对象或周期在\(context.asOf.iso)的台账中没有，请改换日期，或到台账中查找。",
                    "The ledger of \(context.asOf.iso) has no such requirement, subject or window: choose another day, or look in the ledger."
                ), (context.say("到台账", "To the ledger"), "/ledger"))
        case .seatYear(let code):
            words("没有编号为“\(shown(code))”的年度", "There is no year “\(shown(code))”", number, (seats, "/seats"))
        case .removedYear(let year):
            words(
                "年度\(year)已移除", "Year \(year) has been removed",
                context.say("可在已移除的年度中移回列表。", "It can be restored from the list of removed years."),
                (seats, "/seats?show=removed"))
        case .seatClass(let code, let year):
            words(
                "这一年度没有班次“\(shown(code))”", "The year has no class “\(shown(code))”", number,
                (context.say("到这一年度", "To the year"), "/seats/\(year)"))
        case .seatPerson(let code, let year):
            words(
                "这一年度没有人员“\(shown(code))”", "The year has nobody “\(shown(code))”", number,
                (context.say("到人员列表", "To the people"), "/seats/\(year)/people"))
        }
    }
}

/// What an address names is not there; where the address itself is none, `NotFound` says so.
public struct NothingThere: Error {
    public var context: PageContext
    public var what: Missing

    public init(context: PageContext, what: Missing) {
        self.context = context
        self.what = what
    }
}
