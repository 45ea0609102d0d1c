import Store
import Vocabulary

/// Why something about a rating was not done.
enum StarProblem: Refusal {
    case bandsNotFalling
    case weightsNotWhole
    case noPoints
    case notOpen
    case hasAssessments
    case notBranch
    case assessedAlready
    case notSent
    case notReturned
    case ownAssessment
    case notOnTheSpot
    case otherCriteria
    case tooManyPoints(row: Int)
    case noReasonFor(row: Int)
    case noReason
    case notReviewed(Int)
    case notSentAgain(Int)
    case isReviewed
    case noPointsKept
    case ownBranch
    case pointsWithdrawn
    case noPoint
    case changedMeanwhile
    case meetingBefore(Day)
    case beforeStars(Day)
    case nobodyReviewed
    case notNoticed
    case noticeRuns(until: Day)
    case appealsOpen(Int)
    case noticeBefore
    case noticeElsewhere
    case roundExists(String)
    case startsLater(Day)
    case inTheFuture(Day)
    case appealAnswered
    case scoredIt
    case noPointsGiven
    case notInForce
    case notLower
    case beforeInForce(Day)

    var field: String {
        switch self {
        case .bandsNotFalling: "five"
        case .weightsNotWhole: "baseWeight"
        case .noPoints: "items"
        case .notBranch, .assessedAlready: "branch"
        case .notOnTheSpot: "visited"
        case .noReason: "remark"
        case .otherCriteria: "lines"
        case .tooManyPoints(let row): "lines.\(row).points"
        case .noReasonFor(let row): "lines.\(row).text"
        case .noticeBefore, .noticeElsewhere: "noticeFrom"
        case .roundExists: "field"
        case .startsLater: "from"
        case .inTheFuture, .meetingBefore: "day"
        case .noPointsGiven, .noPoint: "points"
        case .beforeStars: "day"
        case .notSentAgain: "leavesOut"
        case .notLower: "stars"
        case .beforeInForce: "from"
        default: ""
        }
    }

    var dependsOn: Set<String> {
        switch self {
        case .bandsNotFalling: ["five", "four", "three", "two"]
        case .weightsNotWhole: ["baseWeight", "assessmentWeight"]
        case .noticeBefore: ["noticeFrom", "day"]
        default: field.isEmpty ? [] : [field]
        }
    }

    var words: Words {
        switch self {
        case .bandsNotFalling: Words("各星级的分数应当依次降低", "Fewer stars ask for fewer points")
        case .weightsNotWhole: Words("两项占比合计应为100%", "Both weights make 100%")
        case .noPoints: Words("评定标准没有分值", "The criteria have no points")
        case .notOpen: Words("这次评定已经公示或者公布", "The round is on public notice or announced")
        case .hasAssessments: Words("已有支部自评，标准不能再改", "Branches have assessed themselves by it: it stands")
        case .notBranch: Words("请选择管理范围内的党支部", "Choose a branch within your reach")
        case .assessedAlready: Words("这个支部在这次评定中已经自评", "The branch has assessed itself in this round")
        case .notSent: Words("自评不在待复核状态", "The assessment does not wait for a review")
        case .notReturned: Words("自评没有被退回", "The assessment was not returned")
        case .ownAssessment: Words("自评的人不能复核，请由上级单位其他人办理", "Whoever assessed it does not review it")
        case .notOnTheSpot: Words("实地查看的日期还没有到", "That day is still to come")
        case .otherCriteria: Words("与评定标准的项数不一致", "Not as many lines as there are criteria")
        case .tooManyPoints(let row): Words("第\(row + 1)项的得分超过分值", "Criterion \(row + 1): more points than it has")
        case .noReasonFor(let row): Words("第\(row + 1)项与自评不同，请写明原因", "Criterion \(row + 1) differs: say why")
        case .noReason: Words("退回的，请写明要改什么", "Where it is returned, say what to change")
        case .notReviewed(let count): Words("还有\(count)个支部没有复核", "\(count) branches are not reviewed yet")
        case .notSentAgain(let count):
            Words(
                "还有\(count)个支部退回或撤回后没有重新报送；不等的请选“是”",
                "\(count) branches did not send again what came back or was withdrawn: choose yes to go on without them"
            )
        case .isReviewed: Words("自评已经复核，不能撤回", "It was reviewed: it cannot be withdrawn")
        case .noPointsKept: Words("这个星级不实行动态积分", "No points are kept of these stars")
        case .ownBranch: Words("支部不能给自己记分，请由上级单位办理", "A branch notes no points of its own: the unit above does")
        case .meetingBefore(let day):
            Words("不早于公布标准的\(day.iso)", "Not before \(day.iso), when the criteria were published")
        case .changedMeanwhile:
            Words(
                "打开本页以后，有自评或复核变动，请重新打开并核对拟定星级",
                "Assessments or reviews changed since this page was opened: open it again, and look at the stars")
        case .noPoint: Words("请填写分数", "Say how many points")
        case .beforeStars(let day):
            Words("不早于星级生效的\(day.iso)", "Not before \(day.iso), from which these stars are in force")
        case .pointsWithdrawn: Words("这笔积分已经撤销", "These points were taken back already")
        case .nobodyReviewed: Words("还没有支部参加评定", "No branch takes part yet")
        case .notNoticed: Words("这次评定不在公示中", "The round is not on public notice")
        case .noticeRuns(let until):
            Words("公示到\(until.iso)，期满后公布", "On public notice until \(until.iso): announced after it")
        case .appealsOpen(let count): Words("还有\(count)件申诉没有答复", "\(count) appeals are not answered yet")
        case .noticeBefore: Words("公示早于会议决定", "The notice begins before the meeting")
        case .noticeElsewhere:
            Words("公示应从今天起30天内开始，支部才能申诉", "On notice from today on, within 30 days: branches must be able to appeal")
        case .roundExists(let code):
            Words("这个领域这一年已有评定\(code)", "There is a round of that year in the field: \(code)")
        case .startsLater(let day): Words("\(day.iso)还没有到，请到时办理", "\(day.iso) is still to come: lower them then")
        case .inTheFuture(let day): Words("日期\(day.iso)还没有到", "\(day.iso) is still to come")
        case .appealAnswered: Words("这件申诉已经答复", "The appeal was answered")
        case .scoredIt:
            Words("自评、复核和申诉的人不能答复，请由其他人办理", "Whoever scored or appealed does not answer: somebody else does")
        case .noPointsGiven:
            Words(
                "请填写采纳后这一项的得分，不低于原得分，不超过分值",
                "Give the item's points as they are now: no fewer than before, no more than it has")
        case .notInForce: Words("这个星级已经失效", "These stars are no longer in force")
        case .notLower: Words("请选更低的星级", "Choose fewer stars")
        case .beforeInForce(let day): Words("应晚于生效日期\(day.iso)", "Later than the day in force, \(day.iso)")
        }
    }
}

extension CodeSeries {
    static let starRound = CodeSeries(rawValue: "PX")
    static let starAssessment = CodeSeries(rawValue: "PD")
    static let starAppeal = CodeSeries(rawValue: "SS")
    static let branchStar = CodeSeries(rawValue: "PK")
    static let starPoint = CodeSeries(rawValue: "JF")
}
