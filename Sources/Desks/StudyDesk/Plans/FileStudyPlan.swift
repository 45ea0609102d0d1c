import Pages
import Records
import Storage
import Store
import Vocabulary

/// Files the plan with the city, with the list of members as they are on the day and last year's report (报备).
struct FileStudyPlan: RecordAct {
    static let right = Right.report
    static let words = Words("报备学习计划", "Plan filed")
    static let title = Words("报备年度学习计划", "File the plan")
    static let button = Words("报备", "File")
    static let step = "file"
    static let settles = true
    var record: String

    static func notNow(
        _ plan: StudyPlan, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { plan.stage == .approved ? nil : StudyProblem.notInPlanStage(plan.stage) }

    func perform(on plan: StudyPlan, in t: ActTransaction) throws -> StudyPlan {
        var plan = plan
        plan.members = try t.members(of: plan.draft.team, on: t.today).map(FiledMember.init)
        if plan.members.isEmpty { try t.refuse(StudyProblem.noMembers) }
        plan.stage = .filed
        plan.filed = plan.filed ?? t.today
        plan.noted = nil
        plan.remark = ""
        try t.update(plan)
        try plan.fileLastReport(in: t)
        return plan
    }
}

/// The city takes note of a plan, or returns it with what is to be changed (备案).
struct NoteStudyPlan: RecordAct {
    static let right = Right.plan
    static let isTownWide = true
    static let words = Words("备案学习计划", "Plan noted")
    static let title = Words("备案年度学习计划", "Take note of the plan")
    static let button = Words("备案", "Take note")
    static let step = "note"
    static let settles = true
    var record: String
    var isApproved: Bool
    var remark: String

    static func notNow(
        _ plan: StudyPlan, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { plan.stage == .filed ? nil : StudyProblem.notInPlanStage(plan.stage) }

    func perform(on plan: StudyPlan, in t: ActTransaction) throws -> StudyPlan {
        var plan = plan
        if isApproved {
            plan.noted = t.today
        } else {
            // What came back is filed anew, and counts from then.
            plan.filed = nil
        }
        return try plan.settled(as: isApproved ? .noted : .returned, remark, in: t)
    }
}

/// Takes a plan up again that was approved or filed, because the year went otherwise (调整).
struct AdjustStudyPlan: RecordAct {
    static let right = Right.report
    static let words = Words("调整学习计划", "Plan taken up again")
    static let title = Words("调整年度学习计划", "Take the plan up again")
    static let button = Words("调整", "Adjust")
    static let step = "adjust"
    var record: String
    var reason: String

    static func notNow(
        _ plan: StudyPlan, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        plan.stage.isOpen || plan.stage == .submitted ? StudyProblem.notInPlanStage(plan.stage) : nil
    }

    /// It was filed in time: that stands.
    func perform(on plan: StudyPlan, in t: ActTransaction) throws -> StudyPlan {
        var plan = plan
        plan.stage = .draft
        plan.approved = nil
        plan.noted = nil
        plan.remark = reason
        try t.update(plan)
        return plan
    }
}

/// Files the list of members once more, after it changed (重报成员名单).
struct FileMembers: RecordAct {
    static let right = Right.report
    static let words = Words("重报成员名单", "Members filed again")
    static let title = Words("重报成员名单", "File the members again")
    static let button = Words("重报名单", "File the members again")
    static let step = "members"
    var record: String

    static func notNow(
        _ plan: StudyPlan, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        guard plan.stage == .filed || plan.stage == .noted else { return StudyProblem.notInPlanStage(plan.stage) }
        return try plan.membersNow(in: reading, on: today) == Set(plan.members) ? StudyProblem.membersAsFiled : nil
    }

    func perform(on plan: StudyPlan, in t: ActTransaction) throws -> StudyPlan {
        var plan = plan
        plan.members = try t.members(of: plan.draft.team, on: t.today).map(FiledMember.init)
        if plan.members.isEmpty { try t.refuse(StudyProblem.noMembers) }
        try t.update(plan)
        return plan
    }
}

extension FiledMember {
    init(_ member: TeamMembership) { self.init(person: member.person, role: GroupRole(member.role)) }
}

extension StudyPlan {
    /// Of the year that runs as they are today, of one that is over as they were at its end.
    func membersNow(in reading: some Reading, on today: Day) throws -> Set<FiledMember> {
        let last = Day(year: draft.year, month: 12, day: 31) ?? today
        return Set(try reading.members(of: draft.team, on: min(today, last)).map(FiledMember.init))
    }
}
