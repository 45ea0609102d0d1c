import Store
import Vocabulary

/// Why something about a study group was not done.
enum StudyProblem: Refusal {
    case nothingChanged
    case noSuchDay(field: String)
    case noReason
    case noReasonToCorrect
    case notStudyGroup
    /// The year has a plan already.
    case planExists(Int)
    case notInPlanStage(PlanStage)
    case noMembers
    case leadNotMember(row: Int)
    case membersAsFiled
    case endsBeforeItBegins
    case tooLong
    case groupNotOpen(Day)
    case isCancelled
    case isRecorded
    case notRecorded
    case notBegun(Day)
    case notOverYet(Day)
    case tooManyHours
    case nobodyCame
    case chairNotThere
    case keynoteNotThere(row: Int, String)
    case keynoteTwice(row: Int, String)
    case notMember(String)
    case sameActivity(String)
    case notCounted
    case nobodyAway
    case notAway(String)
    case madeUpBefore(Day)
    case inTheFuture(Day)
    case visitToCome(Day)
    case visitCancelled
    case visitReported
    case visitNotReported
    case visitReplied
    case papersSent(Day)
    case cityList
    case itemOfAnother
    case itemWithdrawn
    case nobodysItem
    case notInService
    case notThisYear
    case notThisHalf
    case lineTwice(row: Int, String)
    case takenBack(Day)
    case noLink
    case noHours
    case lookedBefore(Day)
    case lookedAlready(Day)
    case tooManyLooks
    case roomClosed(Day)
    case roomToCome(Day)
    case reportExists(Int)
    case reportToCome
    case notInReportStage(ReportStage)

    var field: String {
        switch self {
        case .noSuchDay(let field): field
        case .noReason: "remark"
        case .noReasonToCorrect: "reason"
        case .cityList: "list"
        case .planExists: "year"
        case .leadNotMember(let row): "topics.\(row).lead"
        case .endsBeforeItBegins, .tooLong, .notOverYet: "to"
        case .groupNotOpen: "from"
        case .tooManyHours: "hours"
        case .nobodyCame, .notMember: "roll"
        case .chairNotThere: "chair"
        case .keynoteNotThere(let row, _), .keynoteTwice(let row, _): "keynotes.\(row).person"
        case .notAway: "ways"
        case .madeUpBefore, .inTheFuture, .lookedBefore, .lookedAlready: "day"
        case .lineTwice(let row, _): "lines.\(row).subject"
        case .notThisHalf: "half"
        case .noLink: "link"
        case .noHours: "hours"
        case .roomToCome: "since"
        case .reportExists, .reportToCome: "year"
        default: ""
        }
    }

    var dependsOn: Set<String> {
        switch self {
        case .endsBeforeItBegins, .tooLong: ["from", "to"]
        case .tooManyHours: [field, "from", "to"]
        case .notThisHalf: [field, "year"]
        case .reportExists, .reportToCome: [field, "part"]
        case .chairNotThere: [field, "roll"]
        case .keynoteNotThere: [field, "roll"]
        default: field.isEmpty ? [] : [field]
        }
    }

    var words: Words {
        switch self {
        case .nothingChanged: Words("内容没有变化", "Nothing was changed")
        case .noSuchDay: Words("没有这一天，1月31日请填131", "There is no such day: write 131 for 31 January")
        case .noReason: Words("退回的，请写明要改什么", "Where it is returned, say what to change")
        case .noReasonToCorrect: Words("请写明更正原因", "Say why it is corrected")
        case .notStudyGroup: Words("这个集体不是理论学习中心组", "This team is no study group")
        case .planExists(let year):
            Words("\(year)年的学习计划已经有了，请在原计划上修改", "There is a plan of \(year) already: change that one")
        case .notInPlanStage(let stage):
            Words("学习计划现在是“\(stage.words.zh)”，不能办理这一步", "The plan is “\(stage.words.en)” now: this cannot be done")
        case .noMembers:
            Words("中心组还没有成员，请先在人员变动中登记成员", "The group has no members yet: enter them among the changes of people first")
        case .leadNotMember(let row):
            Words("第\(row + 1)行的领学人不是中心组成员", "Row \(row + 1): whoever leads is no member of the group")
        case .membersAsFiled: Words("成员与报备的名单一致，不必重报", "The members are as they were filed")
        case .endsBeforeItBegins: Words("结束日期早于开始日期", "The last day lies before the first")
        case .tooLong: Words("一次学习最多31天，请核对日期", "A session lasts at most 31 days: check the days")
        case .groupNotOpen(let day): Words("中心组在\(day.iso)不存在，请核对日期", "There was no such group on \(day.iso)")
        case .isCancelled: Words("这次学习已经取消", "This session was cancelled")
        case .isRecorded:
            Words("这次学习已经纪实；有误的请更正，没有举行的请撤销纪实", "It is on record: correct it, or take the record back")
        case .notRecorded: Words("这次学习还没有纪实", "It is not on record yet")
        case .notBegun(let day):
            Words("学习日期\(day.iso)还没有到，举行后再纪实", "It is on \(day.iso): put it on record once it was held")
        case .notOverYet(let day): Words("结束日期\(day.iso)还没有到", "It is not over before \(day.iso)")
        case .tooManyHours: Words("学时超过了这几天的时数", "There are not so many hours in these days")
        case .nobodyCame:
            Words("没有一个成员出席，不能纪实；没有举行的请取消这次学习", "No member was there: cancel the session where it was not held")
        case .chairNotThere: Words("主持人没有出席，请核对", "Whoever chaired it was not there: check the roll")
        case .keynoteNotThere(_, let name):
            Words("重点发言的\(name)没有出席，请核对", "\(name) gave a keynote and was not there: check")
        case .keynoteTwice(_, let name):
            Words("\(name)重复，一次学习中每人记一次重点发言", "\(name) stands twice: one keynote each in a session")
        case .notMember(let name): Words("\(name)当天不是中心组成员", "\(name) was no member of the group on that day")
        case .sameActivity(let code):
            Words("活动记录中已有同一次学习：\(code)，请先核对", "The records hold the same session already: \(code)")
        case .notCounted:
            Words("这次学习不能计入活动记录，请核对日期、中心组和人员", "It cannot be put on record: check days, group and people")
        case .nobodyAway: Words("全员出席，没有人需要补学", "Everybody was there: nobody has anything to make up")
        case .notAway(let name): Words("\(name)出席了，不需要补学", "\(name) was there: there is nothing to make up")
        case .madeUpBefore(let day): Words("补学日期早于学习日期\(day.iso)", "That lies before the session of \(day.iso)")
        case .inTheFuture(let day): Words("日期\(day.iso)还没有到", "\(day.iso) is still to come")
        case .visitToCome(let day): Words("旁听日期\(day.iso)还没有到，旁听后再报告", "It is on \(day.iso): report once it was held")
        case .visitCancelled: Words("这次旁听已经取消", "This visit was cancelled")
        case .visitReported: Words("旁听报告已经报送", "The report is in already")
        case .visitNotReported: Words("旁听报告还没有报送", "There is no report yet")
        case .visitReplied: Words("已经回复", "It was replied to already")
        case .cityList: Words("全市清单由组织部门登记，请选单位学习目录", "The city's list is kept by its office: choose the unit's")
        case .itemOfAnother: Words("这一项由其他单位制定", "It is another unit's")
        case .itemWithdrawn: Words("这一项已经撤下", "It was taken off already")
        case .nobodysItem: Words("这一项不在您的学习清单中", "It is on no list of yours")
        case .notInService: Words("没有在职的任职记录，不能登记", "Without a post in service nothing is entered")
        case .notThisYear: Words("只能制定今年和明年的自学计划", "A plan is drawn up of this year or the next")
        case .notThisHalf: Words("这个时段还没有开始，或已过去一年以上，请核对", "That half has not begun, or is long past: check it")
        case .lineTwice(let row, let subject):
            Words("第\(row + 1)行“\(subject)”重复", "Row \(row + 1): “\(subject)” stands twice")
        case .takenBack(let day): Words("已于\(day.iso)撤销", "It was taken back on \(day.iso)")
        case .noLink:
            Words(
                "不是可用的链接，请填以http://或https://开头的网址", "This is no usable link: give an address with http:// or https://")
        case .noHours: Words("请填写学时", "Give the hours")
        case .lookedBefore(let day): Words("书屋\(day.iso)才设置，核查日期不能早于这一天", "The room was set up on \(day.iso)")
        case .lookedAlready(let day): Words("\(day.iso)已经登记过核查", "A look of \(day.iso) is on record already")
        case .tooManyLooks: Words("核查记录太多", "There are too many looks on record")
        case .roomClosed(let day): Words("书屋已于\(day.iso)撤销", "The room was closed on \(day.iso)")
        case .roomToCome(let day): Words("设置日期\(day.iso)还没有到", "\(day.iso) is still to come")
        case .reportExists(let year): Words("\(year)年的这份报告已经有了，请在原报告上修改", "There is such a report of \(year) already")
        case .reportToCome: Words("这个时段还没有开始", "That time has not begun")
        case .notInReportStage(let stage):
            Words("报告现在是“\(stage.words.zh)”，不能办理这一步", "The report is “\(stage.words.en)” now: this cannot be done")
        case .papersSent(let day): Words("材料已于\(day.iso)送出", "The papers were sent on \(day.iso)")
        }
    }
}

extension CodeSeries {
    static let studyPlan = CodeSeries(rawValue: "XJ")
    static let studySession = CodeSeries(rawValue: "XX")
    static let observerVisit = CodeSeries(rawValue: "PT")
}
