import Store
import Vocabulary

/// Why an act on a tour was not done.
enum TourProblem: Refusal {
    case nothingChanged
    case endsBeforeItBegins
    case tooLong
    case stopOutside(row: Int, Day)
    case abroad(row: Int, String)
    /// It does not wait for a decision.
    case notToDecide(TourStage, hasLeft: Bool)
    /// It is filed again only while it waits, or was returned.
    case notToChange(TourStage, hasLeft: Bool)
    case isWithdrawn
    /// Approved, and its first day is past: only the office may say that it did not take place.
    case hasLeft
    case noReason
    case leadBeyondReach
    case notApproved
    case notGoneYet(Day)
    case isReported
    case notReported
    case notBackYet(Day)
    case tooManyHours
    case noReasonForDifference
    case sameActivity(String)
    case notCounted
    case dueBeforeTheReport(Day)
    case isDone(Day)

    var field: String {
        switch self {
        case .endsBeforeItBegins, .tooLong, .notBackYet: "to"
        case .stopOutside(let row, _): "route.\(row).day"
        case .abroad(let row, _): "route.\(row).place"
        case .tooManyHours: "hours"
        case .noReasonForDifference: "differences"
        case .dueBeforeTheReport: "due"
        case .noReason: "remark"
        case .leadBeyondReach: "lead"
        default: ""
        }
    }

    var dependsOn: Set<String> {
        switch self {
        case .endsBeforeItBegins, .tooLong: ["from", "to"]
        case .stopOutside: [field, "from", "to"]
        case .tooManyHours: [field, "from", "to"]
        case .noReasonForDifference: [field, "from", "to", "members", "costs"]
        default: [field]
        }
    }

    var words: Words {
        switch self {
        case .nothingChanged: Words("内容没有变化", "Nothing was changed")
        case .endsBeforeItBegins: Words("返回日期早于出发日期", "The last day lies before the first")
        case .tooLong: Words("一次考察最多60天，请核对日期", "A tour lasts at most 60 days: check the days")
        case .stopOutside(let row, let day):
            Words(
                "行程第\(row + 1)行的日期\(day.iso)不在出发和返回之间",
                "Row \(row + 1) of the route, \(day.iso), is not within the tour")
        case .abroad(let row, let place):
            Words(
                "行程第\(row + 1)行“\(place)”属因公临时出国（境），请按外事规定另行报批，这里只办国内考察",
                "Row \(row + 1), “\(place)”: trips abroad are approved under rules of their own; only tours within the country are filed here"
            )
        case .hasLeft:
            Words(
                "已批准，出发日已过：请报送报告；没有成行的，由组织部撤回",
                "It was approved and its first day is past: report on it; if it did not take place, the office withdraws it"
            )
        case .notToDecide(let stage, let hasLeft): stage.notToDecide(hasLeft: hasLeft)
        case .notToChange(let stage, let hasLeft): stage.notToChange(hasLeft: hasLeft)
        case .isWithdrawn: Words("这次考察已经撤回", "This tour was withdrawn already")
        case .noReason: Words("退回的，请写明要改什么", "Where it is returned, say what to change")
        case .leadBeyondReach:
            Words(
                "牵头单位不在您的管理范围内；由其他单位牵头的措施，请组织部门登记",
                "This unit is not within your reach: the office draws measures that another unit leads")
        case .notApproved: Words("这次考察还没有批准，不能报送报告", "This tour was not approved: there is nothing to report yet")
        case .notGoneYet(let day):
            Words("出发日期\(day.iso)还没有到，返回后再报送报告", "The tour does not leave before \(day.iso): report once it is back")
        case .isReported: Words("考察报告已经报送", "The report is in already")
        case .notReported: Words("请先报送考察报告，再填转化措施", "Hand in the report first, then its measures")
        case .notBackYet(let day): Words("返回日期\(day.iso)还没有到，请返回后再报", "The tour is not back before \(day.iso)")
        case .tooManyHours: Words("学时超过了这几天的时数", "There are not so many hours in these days")
        case .noReasonForDifference:
            Words("实际情况与批准的方案不一致，请说明原因", "What was done differs from what was approved: say why")
        case .sameActivity(let code):
            Words("活动记录中已有同一次考察：\(code)，请先核对", "The records hold the same tour already: \(code)")
        case .notCounted:
            Words("这次考察不能计入活动记录，请核对日期、单位和人员", "The tour cannot be put on record: check days, unit and people")
        case .dueBeforeTheReport(let day):
            Words("完成期限早于报告日期\(day.iso)", "The measure would be due before the report of \(day.iso)")
        case .isDone(let day): Words("这项措施已于\(day.iso)办结", "The measure was done on \(day.iso)")
        }
    }
}

extension TourStage {
    /// Why there is nothing to decide, and what to do instead.
    fileprivate func notToDecide(hasLeft: Bool) -> Words {
        switch self {
        case .filed: words
        case .returned:
            Words("这次考察已退回修改，派出单位重新报备后再审批", "This tour was returned: it is decided once it is filed again")
        case .approved where hasLeft: Words("这次考察已批准并已出发，不必再审批", "This tour was approved and has left")
        case .approved:
            Words(
                "这次考察已经批准；行程、天数、人数有变的，请派出单位撤回后重新报备",
                "This tour was approved; where route, days or people change, its unit withdraws it and files a new one")
        case .withdrawn: Words("这次考察已经撤回，不必审批", "This tour was withdrawn: there is nothing to decide")
        }
    }

    fileprivate func notToChange(hasLeft: Bool) -> Words {
        switch self {
        case .filed, .returned: words
        case .approved where hasLeft:
            Words(
                "这次考察已批准并已出发，不能再改；实际情况与方案不一致的，请在考察报告中说明",
                "This tour was approved and has left: say in its report what was done otherwise")
        case .approved:
            Words(
                "这次考察已经批准，不能再改；行程、天数、人数有变的，请撤回后重新报备",
                "This tour was approved and cannot be changed: withdraw it and file a new one")
        case .withdrawn:
            Words("这次考察已经撤回，不能再改；需要时请重新报备", "This tour was withdrawn: file a new one if need be")
        }
    }
}
