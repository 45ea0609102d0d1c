import Pages
import Records
import Storage
import Store
import Vocabulary

/// Draws up the plan of a group for a year (编制年度学习计划).
struct DraftStudyPlan: RecordAct {
    static let right = Right.report
    static let words = Words("编制学习计划", "Plan drawn up")
    static let title = Words("编制年度学习计划", "Draw up the plan of a year")
    static let button = Words("编制年度计划", "Plan a year")
    static let step = "plan"
    var record: String
    var draft: StudyPlanDraft

    static func notNow(
        _ group: StudyGroup, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { group.notOpen(on: today) }

    func perform(on group: StudyGroup, in t: ActTransaction) throws -> StudyPlan {
        var draft = draft
        draft.team = group.code
        try t.refuse(draft.problems(in: t, on: t.today))
        if try t.plan(of: group.code, draft.year) != nil { try t.refuse(StudyProblem.planExists(draft.year)) }
        let plan = StudyPlan(
            code: try t.nextCode(.studyPlan), draft: draft, unit: group.unit, stage: .draft, drafted: t.today,
            submitted: nil, approved: nil, filed: nil, noted: nil, remark: "", members: [])
        try t.insert(plan)
        return plan
    }
}

/// Changes a plan that was not approved yet, or came back.
struct ChangeStudyPlan: RecordAct {
    static let right = Right.report
    static let words = Words("修改学习计划", "Plan changed")
    static let title = Words("修改年度学习计划", "Change the plan")
    static let button = Words("修改", "Change")
    static let step = "change"
    var record: String
    var draft: StudyPlanDraft

    static func notNow(
        _ plan: StudyPlan, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { plan.stage.isOpen ? nil : StudyProblem.notInPlanStage(plan.stage) }

    func perform(on before: StudyPlan, in t: ActTransaction) throws -> StudyPlan {
        var plan = before
        plan.draft = draft
        plan.draft.team = before.draft.team
        try t.refuse(plan.draft.problems(in: t, on: t.today))
        if plan.draft.year != before.draft.year, try t.plan(of: plan.draft.team, plan.draft.year) != nil {
            try t.refuse(StudyProblem.planExists(plan.draft.year))
        }
        guard plan != before else { try t.refuse(StudyProblem.nothingChanged) }
        try t.update(plan)
        return plan
    }
}

/// Gives the plan to whoever heads the group (送审).
struct SubmitStudyPlan: RecordAct {
    static let right = Right.report
    static let words = Words("送审学习计划", "Plan sent for approval")
    static let title = Words("送组长审定", "Send it for approval")
    static let button = Words("送审", "Send for approval")
    static let step = "submit"
    static let settles = true
    var record: String

    static func notNow(
        _ plan: StudyPlan, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { plan.stage.isOpen ? nil : StudyProblem.notInPlanStage(plan.stage) }

    func perform(on plan: StudyPlan, in t: ActTransaction) throws -> StudyPlan {
        var plan = plan
        plan.stage = .submitted
        plan.submitted = t.today
        plan.approved = nil
        try t.update(plan)
        return plan
    }
}

/// Whoever heads the unit, or the office for it, approves the plan or returns it (审定).
struct ApproveStudyPlan: RecordAct {
    static let right = Right.lead
    static let rights: Set<Right> = [.lead, .plan]
    static let words = Words("审定学习计划", "Plan decided on")
    static let title = Words("审定年度学习计划", "Decide on the plan")
    static let button = Words("审定", "Decide")
    static let step = "approve"
    static let settles = true
    var record: String
    var isApproved: Bool
    var remark: String

    static func notNow(
        _ plan: StudyPlan, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { plan.stage == .submitted ? nil : StudyProblem.notInPlanStage(plan.stage) }

    func perform(on plan: StudyPlan, in t: ActTransaction) throws -> StudyPlan {
        var plan = plan
        if isApproved { plan.approved = t.today }
        return try plan.settled(as: isApproved ? .approved : .returned, remark, in: t)
    }
}

extension StudyPlan {
    /// Who is to put it right must be told what.
    func settled(as stage: PlanStage, _ remark: String, in t: ActTransaction) throws -> StudyPlan {
        if stage == .returned, remark.allSatisfy(\.isWhitespace) { try t.refuse(StudyProblem.noReason) }
        var plan = self
        plan.stage = stage
        plan.remark = remark
        try t.update(plan)
        return plan
    }
}

extension StudyPlanDraft {
    /// Whoever leads a topic is of the group, then or now.
    func problems(in reading: some Reading, on today: Day) throws -> [StudyProblem] {
        let days = [today, Day(year: year, month: 1, day: 1) ?? today]
        let members = Set(try days.flatMap { try reading.members(of: team, on: $0) }.map(\.person))
        return topics.enumerated().filter { !$1.lead.isEmpty && !members.contains($1.lead) }.map {
            .leadNotMember(row: $0.offset)
        }
    }
}
