import Pages
import Storage
import Store
import Vocabulary

/// Asks for leave of somebody who is away; the ladder says who grants it.
struct AskSecondmentLeave: RecordAct {
    static let right = Right.report
    static let words = Words("请假", "Leave asked for")
    static let title = Words("请假", "Ask for leave")
    static let button = Words("请假", "Leave")
    static let step = "leave"
    var record: String
    var draft: LeaveDraft

    static func notNow(
        _ secondment: Secondment, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { secondment.notAway }

    func perform(on secondment: Secondment, in t: ActTransaction) throws -> SecondmentLeave {
        try Self.ask(draft, of: secondment, in: t)
    }

    static func ask(_ draft: LeaveDraft, of secondment: Secondment, in t: ActTransaction) throws -> SecondmentLeave {
        try t.refuse(try draft.problems(of: secondment, in: t))
        let leave = SecondmentLeave(
            code: try t.nextCode(.secondmentLeave), secondment: secondment.code, draft: draft,
            approver: LeaveApprover(days: draft.days, try t.siteRules(SecondmentRules.self)), asked: t.today,
            stage: .asked, decided: nil, remark: "", back: nil)
        try t.insert(leave)
        return leave
    }
}

/// Grants leave or refuses it: whose it is by the ladder.
struct DecideSecondmentLeave: RecordAct {
    static let right = Right.report
    static let rights: Set<Right> = [.report, .lead, .plan]
    static let words = Words("批假", "Leave decided")
    static let title = Words("批假", "Decide on the leave")
    static let button = Words("批假", "Decide")
    static let step = "decide"
    static let settles = true
    var record: String
    var isApproved: Bool
    var remark: String

    static func notNow(
        _ leave: SecondmentLeave, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        guard leave.stage == .asked else { return SecondmentProblem.leaveDecided }
        guard let secondment = try leave.secondment(in: reading) else { return SecondmentProblem.notYours }
        if let own = reader.person, try reading.codes(of: own).contains(secondment.person) {
            return SecondmentProblem.approverIs(leave.approver)
        }
        let isTheirs =
            switch leave.approver {
            case .host: try secondment.notTheirs(.host, reading, reader) == nil
            case .home: try secondment.notTheirs(.home, reading, reader) == nil
            case .office: reader.unit == nil && reader.may(.plan)
            }
        return isTheirs ? nil : SecondmentProblem.approverIs(leave.approver)
    }

    func perform(on leave: SecondmentLeave, in t: ActTransaction) throws -> SecondmentLeave {
        if !isApproved, remark.allSatisfy(\.isWhitespace) { try t.refuse(SecondmentProblem.noReason) }
        var leave = leave
        leave.stage = isApproved ? .granted : .refused
        leave.decided = t.today
        leave.remark = remark
        try t.update(leave)
        return leave
    }
}

/// Notes on which day somebody was back (销假).
struct ComeBack: RecordAct {
    static let right = Right.report
    static let words = Words("销假", "Back from leave")
    static let title = Words("销假", "Back from leave")
    static let button = Words("销假", "Back")
    static let step = "back"
    static let settles = true
    var record: String
    var day: Day

    static func notNow(
        _ leave: SecondmentLeave, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        guard leave.stage == .granted else { return SecondmentProblem.leaveNotGranted }
        if let back = leave.back { return SecondmentProblem.isBack(back) }
        return try leave.secondment(in: reading)?.notTheirs(.host, reading, reader)
    }

    func perform(on leave: SecondmentLeave, in t: ActTransaction) throws -> SecondmentLeave {
        if day > t.today { try t.refuse(SecondmentProblem.inTheFuture(field: "day", day)) }
        if day < leave.draft.from { try t.refuse(SecondmentProblem.backBeforeLeave) }
        var leave = leave
        leave.back = day
        try t.update(leave)
        return leave
    }
}
