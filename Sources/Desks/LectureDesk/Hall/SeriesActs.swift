import Pages
import Spelling
import Storage
import Store
import Vocabulary

/// Draws up the series of a year (编制大讲堂年度安排).
struct DraftSeries: Act {
    static let right = Right.plan
    static let isTownWide = true
    static let words = Words("编制大讲堂年度安排", "Series drawn up")
    var draft: SeriesDraft

    func perform(in t: ActTransaction) throws -> HallSeries {
        try t.refuse(draft.problems)
        if try t.series(of: draft.unit, draft.year) != nil { try t.refuse(LectureProblem.seriesExists(draft.year)) }
        let series = HallSeries(
            code: try t.nextCode(.hallSeries), draft: draft, stage: .draft, drafted: t.today, submitted: nil,
            submittedBy: "", approved: nil, remark: "")
        try t.insert(series)
        return series
    }
}

/// Changes a series that was not approved yet, or came back.
struct ChangeSeries: RecordAct {
    static let right = Right.plan
    static let isTownWide = true
    static let words = Words("修改大讲堂年度安排", "Series changed")
    static let title = Words("修改大讲堂年度安排", "Change the series")
    static let button = Words("修改", "Change")
    static let step = "change"
    var record: String
    var draft: SeriesDraft

    static func notNow(
        _ series: HallSeries, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { series.stage.isOpen ? nil : LectureProblem.notInSeriesStage(series.stage) }

    func perform(on before: HallSeries, in t: ActTransaction) throws -> HallSeries {
        try t.refuse(draft.problems)
        var series = before
        series.draft = draft
        let isOther = draft.unit != before.draft.unit || draft.year != before.draft.year
        if isOther, try t.series(of: draft.unit, draft.year) != nil {
            try t.refuse(LectureProblem.seriesExists(draft.year))
        }
        guard series != before else { try t.refuse(LectureProblem.nothingChanged) }
        try t.update(series)
        return series
    }
}

/// Sends the series to be approved (送审).
struct SubmitSeries: RecordAct {
    static let right = Right.plan
    static let isTownWide = true
    static let words = Words("送审大讲堂年度安排", "Series sent for approval")
    static let title = Words("送审大讲堂年度安排", "Send the series for approval")
    static let button = Words("送审", "Send for approval")
    static let step = "submit"
    static let settles = true
    var record: String

    static func notNow(
        _ series: HallSeries, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { series.stage.isOpen ? nil : LectureProblem.notInSeriesStage(series.stage) }

    func perform(on series: HallSeries, in t: ActTransaction) throws -> HallSeries {
        var series = series
        (series.stage, series.submitted, series.submittedBy) = (.submitted, t.today, t.reader.account)
        series.remark = ""
        try t.update(series)
        return series
    }
}

/// Approves the series as one, or returns it (审定); each of its lectures is a record of its own from then on.
struct ApproveSeries: RecordAct {
    static let right = Right.lead
    static let rights: Set<Right> = [.lead, .plan]
    static let isTownWide = true
    static let words = Words("审定大讲堂年度安排", "Series decided on")
    static let title = Words("审定大讲堂年度安排", "Decide on the series")
    static let button = Words("审定", "Decide")
    static let step = "approve"
    static let settles = true
    var record: String
    var isApproved: Bool
    var remark: String

    /// Whoever sent it does not approve it.
    static func notNow(
        _ series: HallSeries, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        guard series.stage == .submitted else { return LectureProblem.notInSeriesStage(series.stage) }
        return reader.isBarred(byWorkOf: series.submittedBy) ? LectureProblem.ownSubmission : nil
    }

    func perform(on series: HallSeries, in t: ActTransaction) throws -> HallSeries {
        if !isApproved, remark.allSatisfy(\.isWhitespace) { try t.refuse(LectureProblem.noReason) }
        var series = series
        series.stage = isApproved ? .approved : .returned
        series.approved = isApproved ? t.today : nil
        series.remark = remark
        try t.update(series)
        guard isApproved else { return series }
        for (place, planned) in series.draft.inOrder.enumerated() {
            try t.insert(
                HallLecture(
                    code: try t.nextCode(.hallLecture), series: series.code, issue: place + 1,
                    unit: series.draft.unit, scheme: LectureScheme(planned), planned: planned.day, stage: .planned,
                    remark: ""))
        }
        return series
    }
}

/// Adds a lecture that the approved series had not (增加一期): it is told as unplanned, and applied for as every other.
struct AddLecture: RecordAct {
    static let right = Right.plan
    static let isTownWide = true
    static let words = Words("增加一期大讲堂", "Lecture added")
    static let title = Words("增加一期大讲堂", "Add a lecture")
    static let button = Words("增加一期", "Add a lecture")
    static let step = "add"
    var record: String
    var scheme: LectureScheme

    static func notNow(
        _ series: HallSeries, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { series.stage == .approved ? nil : LectureProblem.notInSeriesStage(series.stage) }

    func perform(on series: HallSeries, in t: ActTransaction) throws -> HallLecture {
        if scheme.day.year != series.draft.year { try t.refuse(LectureProblem.dayNotInYear(series.draft.year)) }
        let last = try t.all(
            HallLecture.self, for: .everybody, where: "series = \(series.code)", order: "issue desc", limit: 1
        ).first?.issue
        let lecture = HallLecture(
            code: try t.nextCode(.hallLecture), series: series.code, issue: (last ?? 0) + 1, unit: series.draft.unit,
            scheme: scheme, planned: nil, stage: .planned, remark: "")
        try t.insert(lecture)
        return lecture
    }
}
