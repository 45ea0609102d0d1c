import Store
import Vocabulary

/// Why something about a branch was not done.
enum BranchProblem: Refusal {
    case nothingChanged
    case notBranch
    case branchNotOpen(Day)
    case noReason
    case noReasonToCorrect
    /// Whoever does a thing does not close it.
    case ownWork
    // Plans of a quarter.
    case planExists(Int, Int)
    case notInPlanStage(QuarterStage)
    case lineOutside(row: Int)
    case lifeIsDate(row: Int)
    // Meetings.
    case isCancelled
    case isRecorded
    case notRecorded
    case notBegun(Day)
    case otherForm(MeetingKind)
    case tooManyHours
    case moreThanShould(Int)
    case nobodyCame
    case noSpeaker
    case speakerTwice(row: Int, String)
    case speakerMissing(row: Int)
    case leaderUnknown(String)
    case notCounted
    case sameActivity(String)
    case inTheFuture(Day)
    case heldOutside(Day)
    case lifeHasPapers
    // The quarterly look.
    case lookExists(Int, Int)
    case notInLookStage(LookStage)
    case quarterToCome
    case noDue
    case dueForNothing
    case dueInThePast(Day)
    // Contact points.
    case contactExists(String)
    case leaderElsewhere(String)
    case leaderTwice(String)
    case contactEnded
    case endsBeforeItBegins
    case ownUnit
    case notLeader(String)

    var field: String {
        switch self {
        case .noReason: "remark"
        case .noReasonToCorrect: "reason"
        case .planExists: "quarter"
        case .lineOutside(let row): "lines.\(row).day"
        case .lifeIsDate(let row): "lines.\(row).kind"
        case .tooManyHours: "hours"
        case .moreThanShould, .nobodyCame: "present"
        case .noSpeaker: "speakers"
        case .speakerTwice(let row, _), .speakerMissing(let row): "speakers.\(row).who"
        case .leaderUnknown: "leaders"
        case .inTheFuture, .heldOutside: "day"
        case .endsBeforeItBegins: "until"
        case .lifeHasPapers: "kind"
        case .lookExists, .quarterToCome: "quarter"
        case .noDue, .dueForNothing, .dueInThePast: "due"
        case .ownUnit: "place"
        case .notLeader, .contactExists, .leaderElsewhere, .leaderTwice: "people"
        default: ""
        }
    }

    var dependsOn: Set<String> {
        switch self {
        case .moreThanShould: ["present", "should"]
        case .lineOutside: [field, "year", "quarter"]
        case .endsBeforeItBegins: ["from", "until"]
        case .notLeader, .leaderElsewhere: [field, "from"]
        case .ownUnit, .contactExists: ["place", "people", "from"]
        case .quarterToCome: ["quarter", "year"]
        case .noDue, .dueForNothing: ["due", "gaps"]
        default: field.isEmpty ? [] : [field]
        }
    }

    var words: Words {
        switch self {
        case .nothingChanged: Words("内容没有变化", "Nothing was changed")
        case .notBranch: Words("这个单位不是党支部", "This unit is no branch")
        case .branchNotOpen(let day): Words("党支部在\(day.iso)不存在，请核对日期", "There was no such branch on \(day.iso)")
        case .noReason: Words("退回的，请写明要改什么", "Where it is returned, say what to change")
        case .noReasonToCorrect: Words("请写明更正原因", "Say why it is corrected")
        case .ownWork: Words("不能办理自己报送的事项，请由其他人办理", "Whoever sent it does not close it: somebody else does")
        case .planExists(let year, let quarter):
            Words(
                "\(year)年第\(quarter)季度的计划已经有了，请在原计划上修改",
                "There is a plan of quarter \(quarter) of \(year): change that one")
        case .notInPlanStage(let stage):
            Words("季度计划现在是“\(stage.words.zh)”，不能办理这一步", "The plan is “\(stage.words.en)” now: this cannot be done")
        case .lineOutside(let row):
            Words("第\(row + 1)行的日期不在这个季度", "Row \(row + 1): the day is not in the quarter")
        case .lifeIsDate(let row):
            Words("第\(row + 1)行：组织生活会只填日期，不填内容", "Row \(row + 1): of it only the day is planned, no topic")
        case .isCancelled: Words("这次活动已经取消", "This meeting was cancelled")
        case .isRecorded:
            Words("这次活动已经纪实；有误的请更正，没有举行的请撤销纪实", "It is on record: correct it, or take the record back")
        case .notRecorded: Words("这次活动还没有纪实", "It is not on record yet")
        case .notBegun(let day):
            Words("日期\(day.iso)还没有到，举行后再纪实", "It is on \(day.iso): put it on record once it was held")
        case .otherForm(let kind): Words("\(kind.words.zh)用另一张纪实表", "\(kind.words.en) has another form of record")
        case .tooManyHours: Words("一天最多24学时", "A day has 24 hours")
        case .moreThanShould(let count):
            Words("实到人数超过应到的\(count)人；列席的另填", "More than the \(count) who should come: observers are told apart")
        case .nobodyCame: Words("没有人到会，不能纪实；没有举行的请取消", "Nobody was there: cancel what was not held")
        case .noSpeaker: Words("请填写授课人", "Say who spoke")
        case .speakerTwice(_, let name): Words("\(name)重复，一次党课每人填一行", "\(name) stands twice: one row each")
        case .speakerMissing(let row): Words("第\(row + 1)行：请填写授课人", "Row \(row + 1): say who spoke")
        case .leaderUnknown(let name):
            Words(
                "\(name)不是这个支部的领导干部，也没有以这里为联系点",
                "\(name) is no leading official of this branch, nor is it their contact point")
        case .notCounted:
            Words("不能计入活动记录，请核对日期、支部和人员", "It cannot be put on record: check day, branch and people")
        case .sameActivity(let code):
            Words("活动记录中已有同一次活动：\(code)，请先核对", "The records hold the same already: \(code)")
        case .heldOutside(let day): Words("党支部在\(day.iso)不存在，请核对日期", "There was no such branch on \(day.iso)")
        case .inTheFuture(let day): Words("日期\(day.iso)还没有到", "\(day.iso) is still to come")
        case .lifeHasPapers:
            Words(
                "已有材料的活动不能改为组织生活会，请先撤下材料", "What has papers is made no organisation-life meeting: withdraw them first")
        case .lookExists(let year, let quarter):
            Words("\(year)年第\(quarter)季度已经查看", "Quarter \(quarter) of \(year) was looked at already")
        case .notInLookStage(let stage):
            Words("这次查看现在是“\(stage.words.zh)”，不能办理这一步", "It is “\(stage.words.en)” now: this cannot be done")
        case .quarterToCome: Words("这个季度还没有开始", "The quarter has not begun")
        case .noDue: Words("有要整改的，请填写期限", "Say by when it is to be put right")
        case .dueForNothing: Words("没有要整改的，不用填写期限", "Nothing is to be put right: leave the day empty")
        case .dueInThePast(let day): Words("\(day.iso)已经过去", "\(day.iso) has passed")
        case .contactExists(let name): Words("\(name)的这个联系点已经登记", "It is entered already for \(name)")
        case .leaderElsewhere(let name): Words("\(name)不在您的管理范围内", "\(name) is not within your reach")
        case .leaderTwice(let name): Words("\(name)重复", "\(name) stands twice")
        case .contactEnded: Words("这个联系点已经结束", "This contact point has ended")
        case .endsBeforeItBegins: Words("结束日期早于开始日期", "The last day lies before the first")
        case .ownUnit: Words("本单位不能作为联系点", "One's own unit is no contact point")
        case .notLeader(let name): Words("\(name)当天不是领导班子成员", "\(name) is of no leadership team on that day")
        }
    }
}

extension CodeSeries {
    static let quarterPlan = CodeSeries(rawValue: "ZJ")
    static let branchMeeting = CodeSeries(rawValue: "ZB")
    static let contactPoint = CodeSeries(rawValue: "LX")
    static let quarterLook = CodeSeries(rawValue: "ZK")
}
