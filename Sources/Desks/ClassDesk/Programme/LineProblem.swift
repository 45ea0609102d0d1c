import Store
import Vocabulary

/// Why an act on the programme or one of its lines was not done.
enum LineProblem: Refusal {
    case unknown(String), isOpened(String), nothingChanged, notYours
    case notToChange(LineStage), notToConfirm(LineStage), notToDecide(LineStage), notIncluded(LineStage)
    case forTheLeader, forTheOffice, noReason, noPaper
    case hasClasses(Int), fewerThanClasses(Int), intoItself, intoOther(String)
    case notDue(String), isHeld, isGone(LineStage), notGone(LineStage)
    case nothingToCopy(String), nothingToIssue, sameAsIssued(Int), issuedInFuture, issuedBefore(Day)
    case noSuchDay

    var field: String {
        switch self {
        case .noReason: "remark"
        case .noPaper: "paper"
        case .fewerThanClasses: "runs"
        case .intoItself, .intoOther: "into"
        case .nothingToCopy: "from"
        case .isOpened: "year"
        case .issuedInFuture, .issuedBefore: "issued"
        case .noSuchDay: "fileBy"
        default: ""
        }
    }

    var words: Words {
        switch self {
        case .unknown(let code): Words("没有编号为\(code)的记录", "There is no record \(code)")
        case .isOpened(let year): Words("\(year)年度计划已经启动编制", "The programme of \(year) was opened already")
        case .nothingChanged: Words("内容没有变化", "Nothing was changed")
        case .notYours: Words("这个项目由其他单位主办，不归您办理", "Another unit organises it")
        case .notToChange(let stage):
            Words(
                "\(stage.words.zh)的项目不能直接修改；列入后的变动，由组织部按调整办理",
                "It cannot be changed any more (\(stage.words.en.lowercased())): the office adjusts it")
        case .notToConfirm(let stage):
            Words("不用上报：\(stage.words.zh)", "There is nothing to file: \(stage.words.en.lowercased())")
        case .notToDecide(let stage):
            Words("现在不用审核：\(stage.words.zh)", "There is nothing to decide: \(stage.words.en.lowercased())")
        case .notIncluded(let stage):
            Words("列入计划的项目才能办理：\(stage.words.zh)", "It must be in the programme: \(stage.words.en.lowercased())")
        case .forTheLeader: Words("项目由单位负责人确认上报", "Whoever leads the unit files it")
        case .forTheOffice: Words("列入计划的项目由组织部调整", "What is in the programme is adjusted by the office")
        case .noReason: Words("请写明理由", "Give the reason")
        case .noPaper: Words("计划印发后增加、变动的项目，请填写依据的文号", "The programme is issued: name the document that this rests on")
        case .hasClasses(let count):
            Words("这个项目下还有\(count)个未取消的班次，请先取消班次", "\(count) classes of it stand: cancel them first")
        case .fewerThanClasses(let count):
            Words("已申请\(count)个班次，期数不能少于此数", "\(count) classes were applied for: it cannot have fewer runs")
        case .intoItself: Words("不能并入自身", "It cannot be merged into itself")
        case .intoOther(let code): Words("\(code)不是同一年度列入计划的项目", "\(code) is not in the same programme")
        case .notDue(let time): Words("拟办时间（\(time)）还没有过", "Its time, \(time), is not over yet")
        case .isHeld: Words("各期都已结班，不用登记", "All of its runs were held and closed")
        case .notGone(let stage):
            Words("不用恢复：\(stage.words.zh)", "There is nothing to restore: \(stage.words.en.lowercased())")
        case .isGone(let stage): Words("这个项目\(stage.words.zh)", "It is \(stage.words.en.lowercased()) already")
        case .nothingToCopy(let year):
            Words("\(year)年度没有可以带入的项目，或者都已带入", "There is nothing of \(year) to copy, or all was copied")
        case .nothingToIssue: Words("还没有列入计划的项目", "No line is in the programme yet")
        case .sameAsIssued(let version):
            Words("与第\(version)版相比没有变化", "Nothing has changed since version \(version)")
        case .noSuchDay: Words("没有这一天，请按331填写（3月31日）", "There is no such day: write 331 for 31 March")
        case .issuedBefore(let day):
            Words("上一版于\(day.iso)印发，印发日期不能早于此日", "The version before was issued on \(day.iso): no earlier than that")
        case .issuedInFuture: Words("印发日期不能晚于今天", "It cannot be issued later than today")
        }
    }
}
