import Store
import Vocabulary

/// Why an act on a tour was not done.
enum TourProblem: Refusal {
    case unknown(String)
    case nothingChanged
    case endsBeforeItBegins
    case tooLong
    case stopOutside(row: Int, Day)
    case abroad(row: Int, String)
    case isDecided(TourStage)
    case notApproved
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
        default: ""
        }
    }

    var words: Words {
        switch self {
        case .unknown(let code): Words("没有编号为\(code)的记录", "There is no record \(code)")
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
        case .isDecided(let stage):
            Words(
                "这次考察\(stage.words.zh)，不能再改；行程、天数、人数有变的，请撤回后重新报备",
                "This tour is \(stage.words.en.lowercased()) and cannot be changed: withdraw it and file a new one")
        case .notApproved: Words("这次考察还没有批准，不能报送报告", "This tour was not approved: there is nothing to report yet")
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
