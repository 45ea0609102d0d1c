import Pages
import Store
import Vocabulary

/// Why an act on a class was not done.
enum ClassProblem: Refusal {
    case unknown(String)
    case nothingChanged
    case opensBeforeArrival, endsBeforeItOpens, tooLong
    case partOutside(row: Int, Day)
    case notToDecide(ClassStage), notToChange(ClassStage), notApproved(ClassStage)
    case noReason, forTheOffice, notYours, noSeatsAtAll
    case noSuchTime(field: String)
    case isCancelled, isClosed(Day), notClosed
    case deadlineAfterArrival(Day), deadlineBeforeToday, unitTwice(row: Int)
    case overHeads(seats: Int, heads: Int)
    case quotaTaken(unit: String, named: Int)
    case notCalledUp, lateToName(Day), noSeatsForYou, noSeats(String, unit: String)
    case alreadyNamed(String), servesElsewhere(String, unit: String), alreadyElsewhere(String, name: String)
    case notWaiting(TraineeStage), notToArrive(TraineeStage), notTrainee(String)
    case tooEarlyToArrive(Day), lateToWithdraw(Day)
    case noProofsHere, proofsToCome(Day), noReasonForProof
    case sessionOutside(row: Int, Day), sameHalf(row: Int), noCourse(row: Int), noSessions
    case rollHasNoSession(Day), rollToCome(Day), rollTooEarly(ClockTime)
    case hallOfAnotherDay(Day)
    case rollCalled(ClassHalf), rollNotCalled(ClassHalf), noReasonToCorrect
    case rolled(Day)
    case open([Words])
    case notCounted, sameActivity(String)
    case notCalled(String, SeatBar), calledNowhere(String), noQuota(String), namedOverQuota(unit: String, seats: Int)
    case calledAndHere(String)
    case notReturned(Day), noneReturned, moreThanReturned(given: Int, open: Int), givenTwice(row: Int)
    case activityIsCorrected
    case addedWithLine, noRunsLeft(Int), otherLine(String)

    var field: String {
        switch self {
        case .opensBeforeArrival: "opening"
        case .endsBeforeItOpens, .tooLong: "closing"
        case .partOutside(let row, _): "parts.\(row).from"
        case .deadlineAfterArrival, .deadlineBeforeToday: "deadline"
        case .unitTwice(let row): "quotas.\(row).unit"
        case .overHeads, .quotaTaken, .noSeatsAtAll: "quotas"
        case .moreThanReturned: "given"
        case .givenTwice(let row): "given.\(row).unit"
        case .notCalled, .calledNowhere, .noQuota, .namedOverQuota, .calledAndHere: "named"
        case .noSuchTime(let field): field
        case .noReason: "remark"
        case .addedWithLine: "standing"
        case .noRunsLeft, .otherLine: "line"
        case .noSeats, .alreadyNamed, .servesElsewhere, .alreadyElsewhere: "people"
        case .sessionOutside(let row, _), .sameHalf(let row): "sessions.\(row).day"
        case .noCourse(let row): "sessions.\(row).course"
        case .rolled, .noSessions: "sessions"
        case .noReasonToCorrect, .noReasonForProof: "reason"
        default: ""
        }
    }

    /// What follows from days that could not be read is not told besides.
    var dependsOn: Set<String> {
        switch self {
        case .opensBeforeArrival: ["registration", "opening"]
        case .endsBeforeItOpens, .tooLong: ["opening", "closing"]
        case .partOutside: ["registration", "closing", "parts"]
        case .sessionOutside, .sameHalf, .noCourse, .noSessions: ["sessions"]
        default: field.isEmpty ? [] : [field]
        }
    }

    var words: Words {
        switch self {
        case .unknown(let code): Words("没有编号为\(code)的记录", "There is no record \(code)")
        case .nothingChanged: Words("内容没有变化", "Nothing was changed")
        case .opensBeforeArrival: Words("开班日期早于报到日期", "The class opens before its trainees arrive")
        case .endsBeforeItOpens: Words("结业日期早于开班日期", "The last day lies before the opening")
        case .tooLong: Words("一个班次最长400天，请核对日期", "A class lasts at most 400 days: check the days")
        case .partOutside(let row, let day):
            Words(
                "分段安排第\(row + 1)行的日期\(day.iso)不在报到和结业之间",
                "Row \(row + 1) of the parts, \(day.iso), is not within the class")
        case .notToDecide(let stage):
            Words("这个班次现在不用审批：\(stage.words.zh)", "There is nothing to decide: \(stage.words.en.lowercased())")
        case .notToChange(let stage):
            Words(
                "申请不能再改：\(stage.words.zh)；批准后有变的，由组织部调整",
                "The application cannot be changed: \(stage.words.en.lowercased())")
        case .notApproved(let stage):
            Words("批准后才能办理：\(stage.words.zh)", "It must be approved first: \(stage.words.en.lowercased())")
        case .noReason: Words("退回的，请写明要改什么", "Where it is returned, say what to change")
        case .forTheOffice:
            Words("这个班次已经批准，由组织部取消", "It was approved: the office cancels it")
        case .isCancelled: Words("这个班次已经取消", "This class was cancelled")
        case .isClosed(let day):
            Words("这个班次已于\(day.iso)结班；要改的，请先取消结班", "It was closed on \(day.iso): reopen it first")
        case .notClosed: Words("这个班次还没有结班", "The class is not closed")
        case .deadlineAfterArrival(let day):
            Words("报名截止日期晚于报到日期\(day.iso)", "Names would be due after the arrival on \(day.iso)")
        case .deadlineBeforeToday: Words("报名截止日期已过", "Names would be due before today")
        case .unitTwice(let row): Words("名额分配表第\(row + 1)行的单位前面已有", "Row \(row + 1): this unit stands above already")
        case .overHeads(let seats, let heads):
            Words("名额合计\(seats)人，超过批准的\(heads)人", "\(seats) seats; \(heads) people were approved")
        case .quotaTaken(let unit, let named):
            Words("\(unit)已报名\(named)人，名额不能少于此数", "\(unit) has named \(named) already: its quota cannot be less")
        case .notCalledUp: Words("调训通知下发后才能报名", "Names are given once the call-up is out")
        case .lateToName(let day):
            Words("报名已于\(day.iso)截止；需要换人的，请与组织部联系", "Names were due on \(day.iso): ask the office")
        case .notYours: Words("这个班次由其他单位主办，不归您办理", "Another unit organises this class")
        case .noSeatsAtAll: Words("没有名额，也没有点名人员，请填写名额", "There are no seats, and nobody is called up by name")
        case .notReturned(let day):
            Words("未用的名额\(day.iso)起收回", "Unused seats come back on \(day.iso)")
        case .noneReturned: Words("没有未用的名额", "No seat is unused")
        case .moreThanReturned(let given, let open):
            Words("分出\(given)个，未用的名额只有\(open)个", "\(given) are given, and \(open) came back")
        case .givenTwice: Words("这个单位前面已有", "This unit stands above already")
        case .notCalled(let name, let bar):
            Words("\(name)不能点名：\(bar.words.zh)", "\(name) cannot be called up: \(bar.words.en)")
        case .calledNowhere(let name): Words("\(name)现在没有任职", "\(name) serves nowhere now")
        case .noQuota(let name):
            Words("点名占单位名额，\(name)的单位没有名额", "Who is called up by name takes a seat, and the unit of \(name) has none")
        case .namedOverQuota(let unit, let seats):
            Words("点名占单位名额，\(unit)的名额只有\(seats)人", "Who is called up by name takes a seat, and \(unit) has \(seats)")
        case .calledAndHere(let name):
            Words("\(name)已经报到，不能取消点名", "\(name) has arrived, and stays on the roster")
        case .noSuchTime: Words("没有这个时刻，请按830、1430填写", "There is no such time: write it as 830 or 1430")
        case .noSeatsForYou: Words("您的单位在这个班没有名额", "Your unit has no seats in this class")
        case .noSeats(let name, let unit):
            Words("\(name)所在的\(unit)没有分到名额", "\(unit), where \(name) serves, has no seats in this class")
        case .alreadyNamed(let name): Words("\(name)已经在这个班的名册上", "\(name) is on the roster already")
        case .servesElsewhere(let name, let unit):
            Words("\(name)现任职单位是\(unit)，请由该单位报名", "\(name) serves at \(unit), which is to name them")
        case .alreadyElsewhere(let name, let other):
            Words("\(name)同一时间已在“\(other)”名册上", "\(name) is on the roster of “\(other)” in the same days")
        case .notWaiting(let stage):
            Words("不用审核：\(stage.words.zh)", "Nothing to decide: \(stage.words.en.lowercased())")
        case .notToArrive(let stage):
            Words("不能登记报到：\(stage.words.zh)", "Cannot arrive: \(stage.words.en.lowercased())")
        case .notTrainee(let name): Words("\(name)不在报到的学员中", "\(name) is not among those who arrived")
        case .noProofsHere: Words("这一类班次不要求四个一", "Classes of this kind ask for no proofs")
        case .proofsToCome(let day): Words("\(day.iso)开班以后登记", "They are kept once it has opened, on \(day.iso)")
        case .noReasonForProof: Words("免做或改为未完成的，请写明原因", "Say why somebody is exempt, or why it is taken back")
        case .lateToWithdraw(let day):
            Words(
                "\(day.iso)起报到，已审核的不能再撤回；没有来的，由承办单位登记未报到",
                "Arrival began on \(day.iso): whoever does not come is struck by the institution")
        case .tooEarlyToArrive(let day): Words("报到日期是\(day.iso)，当日起登记", "Arrival is on \(day.iso)")
        case .sessionOutside(let row, let day):
            Words(
                "课程表第\(row + 1)行的日期\(day.iso)不在报到和结业之间",
                "Row \(row + 1) of the timetable, \(day.iso), is not within the class")
        case .noCourse(let row):
            Words("课程表第\(row + 1)行：请填写课程", "Row \(row + 1) of the timetable: fill in the course")
        case .noSessions: Words("请填写课程表，至少一节课", "Fill in the timetable, with one session at least")
        case .sameHalf(let row):
            Words(
                "课程表第\(row + 1)行：这个半天合计超过12学时", "Row \(row + 1) of the timetable: more than 12 hours in this half-day")
        case .rollHasNoSession(let day):
            Words("课程表上\(day.iso)这半天没有课", "There is nothing on the timetable then: \(day.iso)")
        case .rollToCome(let day): Words("\(day.iso)还没有到，不能登记考勤", "\(day.iso) is still to come")
        case .rollTooEarly(let bell):
            Words("\(bell.text)上课，上课后才能登记考勤", "It begins at \(bell.text): the roll is called then")
        case .hallOfAnotherDay(let day):
            Words("\(day.iso)当日才能打开签到", "It is opened on the day itself, \(day.iso)")
        case .rollCalled(let place):
            Words("\(place.words.zh)已登记考勤，请更正", "The roll of \(place.words.en) was called: put it right")
        case .rollNotCalled(let place):
            Words("\(place.words.zh)还没有登记考勤", "The roll of \(place.words.en) was not called yet")
        case .noReasonToCorrect: Words("请写明更正原因", "Say why it is put right")
        case .rolled(let day):
            Words("\(day.iso)已登记考勤，这半天的课不能删去", "The roll was called on \(day.iso): its sessions stay")
        case .open(let what):
            Words(
                "还不能结班：\(what.map(\.zh).joined(separator: "；"))",
                "It cannot be closed yet: \(what.map(\.en).joined(separator: "; "))")
        case .addedWithLine:
            Words("选了计划项目的就是计划内班次", "A class of a line is in the programme")
        case .noRunsLeft(let runs):
            Words("这个计划项目共\(runs)期，都已申请", "All \(runs) runs of this line were applied for")
        case .otherLine(let code):
            Words("\(code)不是本单位列入计划的项目", "\(code) is no line of this organiser in the programme")
        case .notCounted:
            Words("这个班次不能计入活动记录，请核对日期、单位和学员", "The class cannot be put on record: check days, unit and people")
        case .sameActivity(let code):
            Words("活动记录中已有同一个班：\(code)，请先核对", "The records hold the same class already: \(code)")
        case .activityIsCorrected:
            Words("对应的活动记录已更正，请先在活动记录中作废更正后的一条", "Its activity was corrected: void what stands in its place first")
        }
    }
}

extension ClassHalf {
    /// `2026-10-12上午`
    var words: Words { Words("\(day.iso)\(half.words.zh)", "\(day.iso), \(half.words.en.lowercased())") }
}
