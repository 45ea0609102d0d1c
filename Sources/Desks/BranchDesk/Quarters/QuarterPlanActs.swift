import Pages
import Records
import Storage
import Store
import Vocabulary

/// Draws up the plan of a branch for a quarter (编制季度计划).
struct DraftQuarterPlan: RecordAct {
    static let right = Right.report
    static let words = Words("编制季度计划", "Plan of a quarter drawn up")
    static let title = Words("编制组织生活季度计划", "Draw up the plan of a quarter")
    static let button = Words("编制季度计划", "Plan a quarter")
    static let step = "quarter"
    var record: String
    var draft: QuarterDraft

    static func notNow(
        _ branch: Branch, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { branch.notOpen(on: today) }

    func perform(on branch: Branch, in t: ActTransaction) throws -> QuarterPlan {
        try t.refuse(draft.problems)
        if try t.quarterPlan(of: branch.code, draft.year, draft.quarter) != nil {
            try t.refuse(BranchProblem.planExists(draft.year, draft.quarter))
        }
        let plan = QuarterPlan(
            code: try t.nextCode(.quarterPlan), branch: branch.code, draft: draft, stage: .draft, drafted: t.today,
            sent: nil, sentBy: "", noted: nil, remark: "")
        try t.insert(plan)
        return plan
    }
}

struct ChangeQuarterPlan: RecordAct {
    static let right = Right.report
    static let words = Words("修改季度计划", "Plan changed")
    static let title = Words("修改季度计划", "Change the plan")
    static let button = Words("修改", "Change")
    static let step = "change"
    var record: String
    var draft: QuarterDraft

    static func notNow(
        _ plan: QuarterPlan, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { plan.stage.isOpen ? nil : BranchProblem.notInPlanStage(plan.stage) }

    func perform(on before: QuarterPlan, in t: ActTransaction) throws -> QuarterPlan {
        try t.refuse(draft.problems)
        var plan = before
        plan.draft = draft
        guard plan != before else { try t.refuse(BranchProblem.nothingChanged) }
        if let other = try t.quarterPlan(of: plan.branch, draft.year, draft.quarter), other.code != plan.code {
            try t.refuse(BranchProblem.planExists(draft.year, draft.quarter))
        }
        try t.update(plan)
        return plan
    }
}

/// Sends the plan to the unit above (报送).
struct SendQuarterPlan: RecordAct {
    static let right = Right.report
    static let words = Words("报送季度计划", "Plan sent")
    static let title = Words("报送季度计划", "Send the plan")
    static let button = Words("报送", "Send")
    static let step = "send"
    static let settles = true
    var record: String

    static func notNow(
        _ plan: QuarterPlan, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { plan.stage.isOpen ? nil : BranchProblem.notInPlanStage(plan.stage) }

    func perform(on plan: QuarterPlan, in t: ActTransaction) throws -> QuarterPlan {
        var plan = plan
        plan.stage = .sent
        plan.sent = t.today
        plan.sentBy = t.reader.account
        plan.remark = ""
        try t.update(plan)
        return plan
    }
}

/// The unit above has read the plan, or returns it with what to change (审阅).
struct NoteQuarterPlan: RecordAct {
    static let right = Right.lead
    static let rights: Set<Right> = [.lead, .plan]
    static let words = Words("审阅季度计划", "Plan read")
    static let title = Words("审阅季度计划", "Read the plan")
    static let button = Words("审阅", "Read")
    static let step = "note"
    static let settles = true
    var record: String
    var isApproved: Bool
    var remark: String

    static func notNow(
        _ plan: QuarterPlan, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        guard plan.stage == .sent else { return BranchProblem.notInPlanStage(plan.stage) }
        return reader.isBarred(byWorkOf: plan.sentBy) || plan.branch == reader.unit ? BranchProblem.ownWork : nil
    }

    func perform(on plan: QuarterPlan, in t: ActTransaction) throws -> QuarterPlan {
        if !isApproved, remark.allSatisfy(\.isWhitespace) { try t.refuse(BranchProblem.noReason) }
        var plan = plan
        plan.stage = isApproved ? .noted : .returned
        plan.noted = isApproved ? t.today : nil
        if !isApproved { plan.sent = nil }
        plan.remark = remark
        try t.update(plan)
        return plan
    }
}

/// Takes a plan up again because the quarter went otherwise (调整).
struct AdjustQuarterPlan: RecordAct {
    static let right = Right.report
    static let words = Words("调整季度计划", "Plan taken up again")
    static let title = Words("调整季度计划", "Take the plan up again")
    static let button = Words("调整", "Adjust")
    static let step = "adjust"
    var record: String
    var reason: String

    static func notNow(
        _ plan: QuarterPlan, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { plan.stage == .noted ? nil : BranchProblem.notInPlanStage(plan.stage) }

    func perform(on plan: QuarterPlan, in t: ActTransaction) throws -> QuarterPlan {
        var plan = plan
        plan.stage = .draft
        plan.noted = nil
        plan.remark = reason
        try t.update(plan)
        return plan
    }
}
