import Store
import Vocabulary

/// Why something about a secondment was not done.
enum SecondmentProblem: Refusal {
    case nothingChanged
    case ladderTurned
    case noReason
    case notYours
    // Posts
    case notInPostStage(PostStage)
    case postTaken
    case noOutsideHost
    // Nominations
    case notInNominationStage(NominationStage)
    case notOfUnit(String)
    case nominatedAlready(String)
    case placedAlready(String)
    case wishTwice
    case postOfAnotherKind(field: String)
    // Matching
    case nobodyPlaced
    case placedTwice(row: Int)
    case noSuchNomination(row: Int)
    case noSuchPost(row: Int)
    case postFull(row: Int, String)
    case kindsDiffer(row: Int)
    // On the way
    case notToApprove(RecordStage)
    case notApproved(RecordStage)
    case hasStarted(Day)
    case notStarted
    case hasEnded(Day)
    case notEnded
    case endsBeforeItBegins
    case reportsAfterItsEnd
    case startsOutside(Day, Day)
    case inTheFuture(field: String, Day)
    case beforeItBegan(field: String, Day)
    case tooManyMonths
    case planIsIn(Day)
    case noteOfNoMonth
    case tooManyDays
    case lookedAt(Day)
    case notLonger(Day)
    case notLongerThan(Day)
    case extensionOpen
    case extensionDecided
    case leaveDecided
    case leaveNotGranted
    case leaveOverlaps(String)
    case leaveOutside(Day, Day)
    case approverIs(LeaveApprover)
    case backBeforeLeave
    case isBack(Day)
    case notOverYet(Day)
    case askOffice
    case overInTime
    case appraised(Day)
    case notAppraised
    case confirmed(Day)
    case notCounted
    case sameActivity(String)

    var field: String {
        switch self {
        case .ladderTurned: "leaveHomeDays"
        case .noReason: "remark"
        case .startsOutside: "day"
        case .noOutsideHost: "outside"
        case .notOfUnit, .nominatedAlready, .placedAlready: "person"
        case .wishTwice: "wish2"
        case .postOfAnotherKind(let field): field
        case .placedTwice(let row), .noSuchNomination(let row): "rows.\(row).nomination"
        case .noSuchPost(let row), .postFull(let row, _), .kindsDiffer(let row): "rows.\(row).post"
        case .inTheFuture(let field, _), .beforeItBegan(let field, _): field
        case .endsBeforeItBegins, .tooManyMonths, .leaveOutside: "to"
        case .reportsAfterItsEnd: "reportBy"
        case .noteOfNoMonth: "month"
        case .tooManyDays: "days"
        case .notLonger, .notLongerThan: "until"
        case .leaveOverlaps: "from"
        case .backBeforeLeave: "day"
        case .notOverYet: "day"
        case .askOffice, .overInTime: "reason"
        default: ""
        }
    }

    var dependsOn: Set<String> {
        switch self {
        case .endsBeforeItBegins, .tooManyMonths, .leaveOutside, .leaveOverlaps: ["from", "to"]
        case .notOfUnit: ["person", "unit"]
        case .overInTime, .notOverYet, .askOffice: ["reason", "day"]
        case .kindsDiffer(let row): ["rows.\(row).nomination", "rows.\(row).post"]
        default: field.isEmpty ? [] : [field]
        }
    }

    var words: Words {
        switch self {
        case .nothingChanged: Words("内容没有变化", "Nothing was changed")
        case .ladderTurned:
            Words("派出单位批的天数不能少于接收单位批的天数", "The home unit grants no less than the host does")
        case .noReason: Words("请写明原因", "Say why")
        case .notYours: Words("这一步由其他单位办理", "This is another unit's to do")
        case .notInPostStage(let stage):
            Words("岗位现在是“\(stage.words.zh)”，不能办理这一步", "The post is “\(stage.words.en)” now: this cannot be done")
        case .postTaken: Words("这个岗位已经安排了人，不能再修改", "Somebody was placed on it: it is changed no more")
        case .noOutsideHost: Words("外挂岗位请写明外地接收单位", "Say which unit elsewhere takes them")
        case .notInNominationStage(let stage):
            Words("推荐现在是“\(stage.words.zh)”，不能办理这一步", "It is “\(stage.words.en)” now: this cannot be done")
        case .notOfUnit(let name): Words("\(name)不在推荐单位任职，请核对", "\(name) holds no post in the unit: check")
        case .nominatedAlready(let code):
            Words("此人已经推荐（\(code)），请在原推荐上修改", "They are recommended already (\(code)): change that one")
        case .placedAlready(let code):
            Words(
                "此人已安排挂职（\(code)），还没有报到；不去的，先由组织部门取消",
                "They are placed (\(code)) and did not report yet: the office cancels that first")
        case .wishTwice: Words("志愿岗位重复", "The same post is wished for twice")
        case .postOfAnotherKind: Words("岗位与推荐的类别不同", "The post is of another kind")
        case .nobodyPlaced: Words("请至少安排一人", "Place somebody")
        case .placedTwice(let row): Words("第\(row + 1)行：此人已经安排", "Row \(row + 1): they are placed already")
        case .noSuchNomination(let row): Words("第\(row + 1)行：没有这份待安排的推荐", "Row \(row + 1): nobody waits by that number")
        case .noSuchPost(let row): Words("第\(row + 1)行：没有这个开放的岗位", "Row \(row + 1): there is no such open post")
        case .postFull(let row, let name):
            Words("第\(row + 1)行：“\(name)”的名额已满", "Row \(row + 1): “\(name)” has no place left")
        case .kindsDiffer(let row): Words("第\(row + 1)行：岗位与推荐的类别不同", "Row \(row + 1): the post is of another kind")
        case .notToApprove(let stage), .notApproved(let stage):
            Words("现在是“\(stage.words.zh)”，不能办理这一步", "It is “\(stage.words.en)” now: this cannot be done")
        case .hasStarted(let day): Words("已于\(day.iso)报到", "They reported for work on \(day.iso)")
        case .notStarted: Words("还没有报到", "They have not reported for work yet")
        case .hasEnded(let day): Words("已于\(day.iso)结束", "It ended on \(day.iso)")
        case .notEnded: Words("挂职还没有结束", "It has not ended yet")
        case .endsBeforeItBegins: Words("结束日期早于开始日期", "The last day lies before the first")
        case .startsOutside(let first, let last):
            Words("到岗日期应在\(first.iso)至\(last.iso)之间", "They begin between \(first.iso) and \(last.iso)")
        case .reportsAfterItsEnd: Words("报到日期晚于挂职结束日期", "The day for reporting lies after its end")
        case .inTheFuture(_, let day): Words("日期\(day.iso)还没有到", "\(day.iso) is still to come")
        case .beforeItBegan(_, let day): Words("早于报到日期\(day.iso)", "That lies before the start of \(day.iso)")
        case .tooManyMonths: Words("挂职最长36个月，请核对日期", "It lasts at most 36 months: check the days")
        case .planIsIn(let day): Words("工作计划已于\(day.iso)登记", "The plan was noted on \(day.iso)")
        case .noteOfNoMonth: Words("这个月不在岗，请核对月份", "They were not there in that month: check")
        case .tooManyDays: Words("到岗天数超过了当月天数", "The month has not so many days")
        case .lookedAt(let day): Words("中期情况已于\(day.iso)登记", "The mid-term look was noted on \(day.iso)")
        case .notLonger(let day): Words("应晚于现在的到期日\(day.iso)", "It is to lie after the present end, \(day.iso)")
        case .notLongerThan(let day): Words("挂职最长36个月，应不晚于\(day.iso)", "It lasts at most 36 months, until \(day.iso)")
        case .extensionOpen: Words("已有一份待批的延期", "An extension waits already")
        case .extensionDecided: Words("这份延期已经批复", "It was decided already")
        case .leaveDecided: Words("这次请假已经批复", "It was decided already")
        case .leaveNotGranted: Words("这次请假没有批准", "It was not granted")
        case .leaveOverlaps(let code): Words("与另一次请假（\(code)）日期重叠", "It overlaps leave \(code)")
        case .leaveOutside(let from, let to):
            Words("请假应在挂职期间\(from.iso)至\(to.iso)之内", "Leave lies between \(from.iso) and \(to.iso)")
        case .approverIs(let approver):
            Words("这次请假由\(approver.words.zh)审批", "It is for \(approver.words.en) to decide")
        case .backBeforeLeave: Words("销假日期早于请假开始日期", "That lies before the leave")
        case .isBack(let day): Words("已于\(day.iso)销假", "They were back on \(day.iso)")
        case .notOverYet(let day):
            Words("到期日是\(day.iso)，提前结束请另选原因", "It ends on \(day.iso): choose another reason where it ends early")
        case .askOffice: Words("提前结束须由组织部门同意办理", "Only the office ends it early")
        case .overInTime: Words("已经到期，请选“期满”", "It has run its time: choose that")
        case .appraised(let day): Words("已于\(day.iso)鉴定", "It was appraised on \(day.iso)")
        case .notAppraised: Words("接收单位还没有鉴定", "The host has not appraised it yet")
        case .confirmed(let day): Words("派出单位已于\(day.iso)签署意见", "The home unit signed on \(day.iso)")
        case .notCounted:
            Words("这次挂职不能计入活动记录，请核对日期、单位和人员", "It cannot be put on record: check days, units and person")
        case .sameActivity(let code):
            Words("活动记录中已有同一次挂职：\(code)，请先核对", "The records hold the same secondment already: \(code)")
        }
    }
}
