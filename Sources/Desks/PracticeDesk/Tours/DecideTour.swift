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
        guard tour.stage == .filed else { try t.refuse(TourProblem.isDecided(tour.stage)) }
        tour.stage = isApproved ? .approved : .returned
        tour.decided = t.today
        tour.remark = remark
        try t.update(tour)
        return tour
    }
}

/// Takes a tour back that does not leave (撤回). What was approved and held stays.
struct WithdrawTour: Act {
    static let right = Right.report
    static let words = Words("撤回", "Withdrawn")
    var tour: String
    var reason: String

    func perform(in t: ActTransaction) throws -> StudyTour {
        var tour = try t.tour(tour)
        guard tour.stage != .withdrawn else { try t.refuse(TourProblem.isDecided(.withdrawn)) }
        guard try t.one(TourReport.self, tour.code, for: t.reader) == nil else { try t.refuse(TourProblem.isReported) }
        tour.stage = .withdrawn
        tour.decided = t.today
        tour.remark = reason
        try t.update(tour)
        return tour
    }
}
