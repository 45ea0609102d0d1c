import Pages
import Store
import Vocabulary

/// Draws a measure from a tour's report (成果转化措施): who does what by when.
struct DrawMeasure: RecordAct {
    static let right = Right.report
    static let words = Words("增加措施", "Measure added")
    static let title = Words("增加成果转化措施", "Add a measure")
    static let button = Words("增加措施", "Add a measure")
    static let step = "measures/new"
    var record: String
    var draft: MeasureDraft

    static func notNow(
        _ tour: StudyTour, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        try reading.report(of: tour, for: reader) == nil ? TourProblem.notReported : nil
    }

    func perform(on tour: StudyTour, in t: ActTransaction) throws -> TourMeasure {
        var problems: [TourProblem] = []
        // A unit puts nothing upon another; the office may.
        if try !t.isWithinReach(draft.lead, of: t.reader) { problems.append(.leadBeyondReach) }
        if let reported = try t.report(of: tour, for: t.reader)?.reported, draft.due < reported {
            problems.append(.dueBeforeTheReport(reported))
        }
        try t.refuse(problems)
        let measure = TourMeasure(
            code: try t.nextCode(.tourMeasure), tour: tour.code, draft: draft, done: nil, proof: "")
        try t.insert(measure)
        return measure
    }
}

/// Says that a measure is done, and what proves it.
struct FinishMeasure: RecordAct {
    static let right = Right.report
    static let words = Words("措施办结", "Measure done")
    static let title = Words("措施办结", "The measure is done")
    static let button = Words("办结", "Done")
    static let step = "done"
    var record: String
    var proof: String

    static func notNow(
        _ measure: TourMeasure, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        measure.done.map { TourProblem.isDone($0) }
    }

    func perform(on measure: TourMeasure, in t: ActTransaction) throws -> TourMeasure {
        var measure = measure
        measure.done = t.today
        measure.proof = proof
        try t.update(measure)
        return measure
    }
}
