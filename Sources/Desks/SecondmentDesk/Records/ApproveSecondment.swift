import Pages
import Spelling
import Storage
import Store
import Vocabulary

/// What is said in approving: the letter's number and the day by which somebody reports.
struct Approval: Sendable, Hashable {
    enum Choice: String, Named {
        case approved, declined

        var words: Words {
            self == .approved ? Words("批准", "Approve") : Words("不批准，重新安排", "Decline, to be placed anew")
        }
    }

    var choice: Choice?
    var letter = ""
    var reportBy = Day.unset
    var remark = ""

    static let form = Form<Approval>(
        .init(
            Words("审批", "Decision"), .choice(unchosen: \.choice, "answer", Words("意见", "Decision")),
            .day(\.reportBy, "reportBy", Words("报到期限", "Reports by")),
            .text(
                \.letter, "letter", Words("通知文号", "Number of the letter"), isRequired: false, rule: .name), said))

    private static let said: FormField<Approval> = {
        var field = FormField<Approval>.longText(
            \.remark, "remark", Words("说明", "Remark"), hint: Words("不批准的，必须写明原因", "Where it is declined: why"),
            isRequired: false, limit: 500, rows: 3)
        field.isNeededAtTimes = true
        return field
    }()
}

/// Approves what was proposed, or declines it: then the nominee is placed anew (审批).
struct ApproveSecondment: RecordAct {
    static let right = Right.plan
    static let isTownWide = true
    static let words = Words("审批挂职", "Decided")
    static let title = Words("审批挂职", "Decide on the secondment")
    static let button = Words("审批", "Decide")
    static let step = "approve"
    static let settles = true
    var record: String
    var isApproved: Bool
    var letter = ""
    /// Nil: by the day it begins.
    var reportBy: Day?
    var remark: String

    static func notNow(
        _ secondment: Secondment, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        secondment.stage == .proposed ? nil : SecondmentProblem.notToApprove(secondment.stage)
    }

    func perform(on secondment: Secondment, in t: ActTransaction) throws -> Secondment {
        if !isApproved, remark.allSatisfy(\.isWhitespace) { try t.refuse(SecondmentProblem.noReason) }
        if isApproved, let reportBy, reportBy > secondment.to { try t.refuse(SecondmentProblem.reportsAfterItsEnd) }
        var secondment = secondment
        secondment.stage = isApproved ? .approved : .declined
        secondment.remark = remark
        if isApproved {
            secondment.approved = t.today
            secondment.letter = letter
            secondment.reportBy = reportBy ?? secondment.from
        } else {
            secondment.declined = t.today
            if let nomination = try t.one(Nomination.self, secondment.nomination, for: .everybody) {
                _ = try nomination.moved(to: .nominated, remark, in: t)
            }
        }
        try t.update(secondment)
        return secondment
    }
}

/// Takes an approved secondment off that did not begin (取消): the nominee is placed anew.
struct CancelSecondment: RecordAct {
    static let right = Right.plan
    static let isTownWide = true
    static let words = Words("取消挂职", "Cancelled")
    static let title = Words("取消挂职", "Cancel the secondment")
    static let button = Words("取消", "Cancel")
    static let step = "cancel"
    var record: String
    var reason: String

    static func notNow(
        _ secondment: Secondment, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        guard secondment.stage == .approved else { return SecondmentProblem.notApproved(secondment.stage) }
        return secondment.started.map { SecondmentProblem.hasStarted($0) }
    }

    func perform(on secondment: Secondment, in t: ActTransaction) throws -> Secondment {
        var secondment = secondment
        secondment.stage = .declined
        secondment.declined = t.today
        secondment.remark = reason
        if let nomination = try t.one(Nomination.self, secondment.nomination, for: .everybody) {
            _ = try nomination.moved(to: .nominated, reason, in: t)
        }
        try t.update(secondment)
        return secondment
    }
}
