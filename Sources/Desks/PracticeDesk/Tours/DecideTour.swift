import Store
import Vocabulary

/// Approves a tour, or returns it with what is to be changed (审批).
struct DecideTour: Act {
    static let right = Right.plan
    static let words = Words("审批", "Decided")
    var tour: String
    var isApproved: Bool
    var remark: String

    func perform(in t: ActTransaction) throws -> StudyTour {
        var tour = try t.tour(tour)
        if let problem = tour.notToDecide(on: t.today) { try t.refuse(problem) }
        // Who is to put it right must be told what.
        if !isApproved, remark.allSatisfy(\.isWhitespace) { try t.refuse(TourProblem.noReason) }
        tour.stage = isApproved ? .approved : .returned
        tour.decided = t.today
        tour.remark = remark
        try t.update(tour)
        return tour
    }
}

/// Takes a tour back that does not leave (撤回). What was reported on stays.
struct WithdrawTour: Act {
    static let right = Right.report
    static let words = Words("撤回", "Withdrawn")
    var tour: String
    var reason: String

    func perform(in t: ActTransaction) throws -> StudyTour {
        var tour = try t.tour(tour)
        if let problem = try tour.notToWithdraw(in: t, for: t.reader, on: t.today) { try t.refuse(problem) }
        tour.stage = .withdrawn
        tour.decided = t.today
        tour.remark = reason
        try t.update(tour)
        return tour
    }
}

/// What keeps a step from being taken, told before its form is opened as well as by its act.
extension StudyTour {
    func hasLeft(on today: Day) -> Bool { scheme.from <= today }

    func notToDecide(on today: Day) -> TourProblem? {
        stage == .filed ? nil : .notToDecide(stage, hasLeft: hasLeft(on: today))
    }

    func notToChange(on today: Day) -> TourProblem? {
        [.filed, .returned].contains(stage) ? nil : .notToChange(stage, hasLeft: hasLeft(on: today))
    }

    /// What was approved and has begun is reported on, however late: withdrawn by its own unit, it would leave every list of
    /// what is owed. That it did not take place after all is for the office to say.
    func notToWithdraw(in reading: some Reading, for reader: Reader, on today: Day) throws -> TourProblem? {
        if stage == .withdrawn { return .isWithdrawn }
        if stage == .approved, hasLeft(on: today), !reader.may(.plan) { return .hasLeft }
        return try reading.one(TourReport.self, code, for: reader) == nil ? nil : .isReported
    }

    func notToReport(in reading: some Reading, for reader: Reader) throws -> TourProblem? {
        guard stage == .approved else { return .notApproved }
        return try reading.one(TourReport.self, code, for: reader) == nil ? nil : .isReported
    }
}
