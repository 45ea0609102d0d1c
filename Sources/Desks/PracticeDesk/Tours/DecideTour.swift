import Pages
import Store
import Vocabulary

/// Approves a tour, or returns it with what is to be changed (审批).
struct DecideTour: RecordAct {
    static let right = Right.plan
    static let words = Words("审批", "Decided")
    static let title = Words("审批学习考察", "Decide on the tour")
    static let button = Words("审批", "Decide")
    static let step = "decide"
    static let settles = true
    var record: String
    var isApproved: Bool
    var remark: String

    static func notNow(
        _ tour: StudyTour, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        tour.stage == .filed ? nil : TourProblem.notToDecide(tour.stage, hasLeft: tour.hasLeft(on: today))
    }

    func perform(on tour: StudyTour, in t: ActTransaction) throws -> StudyTour {
        // Who is to put it right must be told what.
        if !isApproved, remark.allSatisfy(\.isWhitespace) { try t.refuse(TourProblem.noReason) }
        var tour = tour
        tour.stage = isApproved ? .approved : .returned
        tour.decided = t.today
        tour.remark = remark
        try t.update(tour)
        return tour
    }
}

/// Takes a tour back that does not leave (撤回). What was reported on stays.
struct WithdrawTour: RecordAct {
    static let right = Right.report
    static let words = Words("撤回", "Withdrawn")
    static let title = Words("撤回学习考察", "Withdraw the tour")
    static let button = Words("撤回", "Withdraw")
    static let step = "withdraw"
    var record: String
    var reason: String

    /// What was approved and has begun is reported on, however late: withdrawn by its own unit, it would leave every list of
    /// what is owed. That it did not take place after all is for the office to say.
    static func notNow(
        _ tour: StudyTour, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        if tour.stage == .withdrawn { return TourProblem.isWithdrawn }
        if tour.stage == .approved, tour.hasLeft(on: today), !reader.may(.plan) { return TourProblem.hasLeft }
        return try reading.report(of: tour, for: reader) == nil ? nil : TourProblem.isReported
    }

    func perform(on tour: StudyTour, in t: ActTransaction) throws -> StudyTour {
        var tour = tour
        tour.stage = .withdrawn
        tour.decided = t.today
        tour.remark = reason
        try t.update(tour)
        return tour
    }
}
