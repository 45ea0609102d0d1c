import Pages
import Records
import Storage
import Store
import Vocabulary

/// The unit above looks at a branch's quarter, and says what is to be put right (季度查看).
struct LookAtQuarter: RecordAct {
    static let right = Right.lead
    static let rights: Set<Right> = [.lead, .plan]
    static let words = Words("季度查看", "Quarter looked at")
    static let title = Words("查看支部的季度组织生活", "Look at a branch's quarter")
    static let button = Words("季度查看", "Look at a quarter")
    static let step = "look"
    var record: String
    var scheme: LookScheme

    static func notNow(
        _ branch: Branch, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        branch.code == reader.unit ? BranchProblem.ownWork : branch.notOpen(on: today)
    }

    func perform(on branch: Branch, in t: ActTransaction) throws -> QuarterLook {
        try t.refuse(scheme.problems(on: t.today))
        if try t.look(at: branch.code, scheme.year, scheme.quarter) != nil {
            try t.refuse(BranchProblem.lookExists(scheme.year, scheme.quarter))
        }
        let look = QuarterLook(
            code: try t.nextCode(.quarterLook), branch: branch.code, scheme: scheme, looked: t.today,
            lookedBy: t.reader.account, stage: scheme.gaps.isEmpty ? .fine : .open)
        try t.insert(look)
        return look
    }
}

/// The branch says what was put right (报送整改情况).
struct AnswerLook: RecordAct {
    static let right = Right.report
    static let words = Words("报送整改情况", "Put right")
    static let title = Words("报送整改情况", "Say what was put right")
    static let button = Words("报整改", "Put right")
    static let step = "answer"
    static let settles = true
    var record: String
    var answer: String

    static func notNow(
        _ look: QuarterLook, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { look.stage == .open ? nil : BranchProblem.notInLookStage(look.stage) }

    func perform(on look: QuarterLook, in t: ActTransaction) throws -> QuarterLook {
        var look = look
        (look.stage, look.answer, look.answered) = (.answered, answer, t.today)
        look.answeredBy = t.reader.account
        try t.update(look)
        return look
    }
}

/// The unit above confirms that it was put right, or sends it back (核销).
struct CloseLook: RecordAct {
    static let right = Right.lead
    static let rights: Set<Right> = [.lead, .plan]
    static let words = Words("核销整改", "Confirmed")
    static let title = Words("核销整改", "Confirm that it was put right")
    static let button = Words("核销", "Confirm")
    static let step = "close"
    static let settles = true
    var record: String
    var isApproved: Bool
    var remark: String

    static func notNow(
        _ look: QuarterLook, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        guard look.stage == .answered else { return BranchProblem.notInLookStage(look.stage) }
        return reader.isBarred(byWorkOf: look.answeredBy) || look.branch == reader.unit ? BranchProblem.ownWork : nil
    }

    func perform(on look: QuarterLook, in t: ActTransaction) throws -> QuarterLook {
        if !isApproved, remark.allSatisfy(\.isWhitespace) { try t.refuse(BranchProblem.noReason) }
        var look = look
        look.stage = isApproved ? .closed : .open
        look.closed = isApproved ? t.today : nil
        look.closedBy = isApproved ? t.reader.account : ""
        look.closeRemark = remark
        try t.update(look)
        return look
    }
}
