import Pages
import Store
import Vocabulary

/// Approves a class that was applied for, or returns it with what is to be changed (审批).
struct DecideClass: RecordAct {
    static let right = Right.plan
    static let words = Words("审批办班", "Decided")
    static let title = Words("审批办班申请", "Decide on the class")
    static let button = Words("审批", "Decide")
    static let step = "decide"
    static let settles = true
    var record: String
    var isApproved: Bool
    var remark: String

    func unit(in reading: some Reading) throws -> String? { try reading.organiser(ofClass: record) }

    static func notNow(
        _ found: TrainingClass, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        found.stage == .applied ? nil : ClassProblem.notToDecide(found.stage)
    }

    func perform(on found: TrainingClass, in t: ActTransaction) throws -> TrainingClass {
        // Who is to put it right must be told what.
        if !isApproved, remark.allSatisfy(\.isWhitespace) { try t.refuse(ClassProblem.noReason) }
        var found = found
        found.stage = isApproved ? .approved : .returned
        found.decided = t.today
        found.remark = remark
        try t.update(found)
        return found
    }
}

/// Takes a class off that will not be held (取消). What was approved is for the office to cancel.
struct CancelClass: RecordAct {
    static let right = Right.report
    static let rights: Set<Right> = [.report, .plan]
    static let words = Words("取消班次", "Cancelled")
    static let title = Words("取消班次", "Cancel the class")
    static let button = Words("取消班次", "Cancel")
    static let step = "cancel"
    var record: String
    var reason: String

    func unit(in reading: some Reading) throws -> String? { try reading.organiser(ofClass: record) }

    static func notNow(
        _ found: TrainingClass, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        if found.stage == .cancelled { return ClassProblem.isCancelled }
        if found.stage == .approved, !reader.may(.plan) { return ClassProblem.forTheOffice }
        guard try reading.isWithinReach(found.scheme.organiser, of: reader) else { return ClassProblem.notYours }
        return found.stage == .approved ? try found.notApprovedOrClosed(in: reading) : nil
    }

    func perform(on found: TrainingClass, in t: ActTransaction) throws -> TrainingClass {
        // Who was named for it is told so, and waits in nobody's queue any more.
        let open: [TraineeStage] = [.nominated, .waiting, .accepted]
        let named = try t.all(
            Trainee.self, for: .everybody,
            where: "class = \(found.code) and stage in (\(list: open))", order: "code")
        for var trainee in named {
            trainee.stage = .returned
            trainee.decided = t.today
            trainee.remark = "班次取消：\(reason)"
            try t.update(trainee)
        }
        let asked = try t.all(
            ClassLeave.self, for: .everybody, where: "class = \(found.code) and stage = \(LeaveStage.filed)",
            order: "code")
        for var leave in asked {
            (leave.stage, leave.awaits) = (.withdrawn, nil)
            try t.update(leave)
        }
        var found = found
        found.stage = .cancelled
        found.decided = t.today
        found.remark = reason
        try t.update(found)
        return found
    }
}

extension Reading {
    /// Whose class it is: acts on it are kept to those who reach that unit.
    func organiser(ofClass code: String) throws -> String? {
        try one(TrainingClass.self, code, for: .everybody)?.scheme.organiser
    }
}
