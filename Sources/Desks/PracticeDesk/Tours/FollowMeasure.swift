import Store
import Vocabulary

/// Draws a measure from a tour's report (成果转化措施): who does what by when.
struct DrawMeasure: Act {
    static let right = Right.report
    static let words = Words("增加措施", "Measure added")
    var tour: String
    var draft: MeasureDraft

    func perform(in t: ActTransaction) throws -> TourMeasure {
        guard let report = try t.one(TourReport.self, tour, for: t.reader) else {
            try t.refuse(TourProblem.notReported)
        }
        var problems: [TourProblem] = []
        // A unit puts nothing upon another; the office may.
        if try !t.isWithinReach(draft.lead, of: t.reader) { problems.append(.leadBeyondReach) }
        if draft.due < report.reported { problems.append(.dueBeforeTheReport(report.reported)) }
        try t.refuse(problems)
        let measure = TourMeasure(
            code: try t.nextCode(.tourMeasure), tour: tour, draft: draft, done: nil, proof: "")
        try t.insert(measure)
        return measure
    }
}

/// Says that a measure is done, and what proves it.
struct FinishMeasure: Act {
    static let right = Right.report
    static let words = Words("措施办结", "Measure done")
    var measure: String
    var proof: String

    func perform(in t: ActTransaction) throws -> TourMeasure {
        guard var measure = try t.one(TourMeasure.self, measure, for: t.reader) else {
            try t.refuse(TourProblem.unknown(measure))
        }
        if let done = measure.done { try t.refuse(TourProblem.isDone(done)) }
        measure.done = t.today
        measure.proof = proof
        try t.update(measure)
        return measure
    }
}
