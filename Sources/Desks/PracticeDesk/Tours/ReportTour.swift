import Pages
import Records
import Store
import Training
import Vocabulary

/// Hands in the report (报送考察报告); in the same change the tour becomes an activity, which the ledger counts.
struct ReportTour: RecordAct {
    static let right = Right.report
    static let words = Words("报送考察报告", "Reported")
    static let title = Words("报送考察报告", "Report on the tour")
    static let button = Words("报送报告", "Report")
    static let step = "report"
    static let settles = true
    var record: String
    var outcome: TourOutcome

    static func notNow(
        _ tour: StudyTour, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        guard tour.stage == .approved else { return TourProblem.notApproved }
        guard tour.hasLeft(on: today) else { return TourProblem.notGoneYet(tour.scheme.from) }
        return try reading.report(of: tour, for: reader) == nil ? nil : TourProblem.isReported
    }

    func perform(on tour: StudyTour, in t: ActTransaction) throws -> StudyTour {
        try t.refuse(outcome.problems(of: tour, on: t.today))
        let activity = try postRefusing(t, tour)
        try t.insert(TourReport(tour: tour.code, outcome: outcome, reported: t.today, activity: activity))
        return tour
    }

    private func postRefusing(_ t: ActTransaction, _ tour: StudyTour) throws -> String {
        let hours = Double(outcome.halfHours) / 2
        return try t.record(
            ActivityDraft(
                kind: .studyTour, title: tour.scheme.title, organiser: tour.scheme.unit, from: outcome.from,
                to: outcome.to, hours: hours, filed: tour.filed, approved: tour.decided, reported: t.today,
                attachments: [Attachment("考察学习方案", on: tour.filed), Attachment("考察成果报告", on: t.today)],
                participants: outcome.members.map { ParticipantDraft(person: $0, hours: hours) }), isAsSaid: false,
            alike: { TourProblem.sameActivity($0) }, otherwise: TourProblem.notCounted)
    }
}

extension Reading {
    /// Nil where it was not handed in yet.
    func report(of tour: StudyTour, for reader: Reader) throws -> TourReport? {
        try one(TourReport.self, tour.code, for: reader)
    }
}

extension TourOutcome {
    func problems(of tour: StudyTour, on today: Day) -> [TourProblem] {
        var problems: [TourProblem] = []
        if to < from { problems.append(.endsBeforeItBegins) }
        if to > today { problems.append(.notBackYet(to)) }
        if to - from >= 60 { problems.append(.tooLong) }
        if halfHours > (max(0, to - from) + 1) * 48 { problems.append(.tooManyHours) }
        if differences.allSatisfy(\.isWhitespace), !differs(from: tour).isEmpty {
            problems.append(.noReasonForDifference)
        }
        return problems
    }

    /// What was done otherwise than approved.
    func differs(from tour: StudyTour) -> [TourDifference] {
        let scheme = tour.scheme
        var found: [TourDifference] = []
        if from != scheme.from || to != scheme.to { found.append(.days) }
        if Set(members) != Set(scheme.members) { found.append(.people) }
        if costs.total > scheme.budget.total { found.append(.cost) }
        return found
    }
}

extension TourOutcome {
    /// What was done otherwise than approved, in words.
    func notes(of tour: StudyTour) -> [Words] {
        let found = differs(from: tour)
        guard !found.isEmpty else { return [] }
        var notes = [
            Words(
                "与批准的方案不一致：\(found.map(\.words.zh).joined(separator: "、"))",
                "Otherwise than approved: \(found.map(\.words.en).joined(separator: ", "))")
        ]
        let excess = Money(fen: costs.total.fen - tour.scheme.budget.total.fen)
        if found.contains(.cost) {
            notes.append(
                Words(
                    "实支\(costs.total.grouped)元，批准\(tour.scheme.budget.total.grouped)元，超支\(excess.grouped)元",
                    "Spent \(costs.total.grouped) of \(tour.scheme.budget.total.grouped) yuan approved: \(excess.grouped) more"
                ))
        }
        return notes
    }
}

/// In what a tour differed from what was approved.
enum TourDifference: Hashable {
    case days, people, cost

    var words: Words {
        switch self {
        case .days: Words("日期", "days")
        case .people: Words("人员", "people")
        case .cost: Words("经费超出", "cost above the budget")
        }
    }
}

extension [TourCost] {
    var total: Money { reduce(.zero) { $0 + $1.amount } }
}
