import Pages
import Storage
import Store
import Vocabulary

/// Recommends somebody for a secondment (推荐).
struct NominatePerson: Act {
    static let right = Right.report
    static let words = Words("推荐挂职人选", "Recommended")
    var draft: NominationDraft

    func unit(in reading: some Reading) throws -> String? { draft.unit }

    func perform(in t: ActTransaction) throws -> Nomination {
        try t.refuse(try draft.problems(in: t, on: t.today))
        let nomination = Nomination(
            code: try t.nextCode(.nomination), draft: draft, nominated: t.today, stage: .nominated, remark: "")
        try t.insert(nomination)
        return nomination
    }
}

/// Puts a recommendation right, until somebody is placed; what was returned goes to the office again.
struct ChangeNomination: RecordAct {
    static let right = Right.report
    static let words = Words("修改推荐", "Recommendation changed")
    static let title = Words("修改推荐", "Change the recommendation")
    static let button = Words("修改", "Change")
    static let step = "change"
    var record: String
    var draft: NominationDraft

    static func notNow(
        _ nomination: Nomination, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { nomination.notOpen }

    func perform(on before: Nomination, in t: ActTransaction) throws -> Nomination {
        try t.requireReach(to: draft.unit, with: Self.right)
        try t.refuse(try draft.problems(in: t, on: t.today, code: before.code))
        var nomination = before
        nomination.draft = draft
        nomination.stage = .nominated
        guard nomination != before else { try t.refuse(SecondmentProblem.nothingChanged) }
        try t.update(nomination)
        return nomination
    }
}

/// Takes a recommendation back (撤回).
struct WithdrawNomination: RecordAct {
    static let right = Right.report
    static let words = Words("撤回推荐", "Recommendation withdrawn")
    static let title = Words("撤回推荐", "Withdraw the recommendation")
    static let button = Words("撤回", "Withdraw")
    static let step = "withdraw"
    var record: String
    var reason: String

    static func notNow(
        _ nomination: Nomination, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { nomination.notOpen }

    func perform(on nomination: Nomination, in t: ActTransaction) throws -> Nomination {
        try nomination.moved(to: .withdrawn, reason, in: t)
    }
}

/// Sends a recommendation back to its unit, with what is to be changed (退回).
struct ReturnNomination: RecordAct {
    static let right = Right.plan
    static let isTownWide = true
    static let words = Words("退回推荐", "Recommendation returned")
    static let title = Words("退回推荐", "Return the recommendation")
    static let button = Words("退回", "Return")
    static let step = "return"
    var record: String
    var reason: String

    static func notNow(
        _ nomination: Nomination, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        nomination.stage == .nominated ? nil : SecondmentProblem.notInNominationStage(nomination.stage)
    }

    func perform(on nomination: Nomination, in t: ActTransaction) throws -> Nomination {
        try nomination.moved(to: .returned, reason, in: t)
    }
}

extension Nomination {
    var notOpen: SecondmentProblem? {
        stage == .nominated || stage == .returned ? nil : .notInNominationStage(stage)
    }

    func moved(to stage: NominationStage, _ remark: String, in t: ActTransaction) throws -> Nomination {
        var nomination = self
        nomination.stage = stage
        nomination.remark = remark
        try t.update(nomination)
        return nomination
    }
}
