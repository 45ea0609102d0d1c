import Pages
import Records
import Storage
import Store
import Vocabulary

/// Draws up the report of a group on a half year or a year (起草学习报告).
struct DraftReport: RecordAct {
    static let right = Right.report
    static let words = Words("起草学习报告", "Report drawn up")
    static let title = Words("起草学习报告", "Draw up a report")
    static let button = Words("起草报告", "Draw up a report")
    static let step = "report"
    var record: String
    var text: ReportText

    static func notNow(
        _ group: StudyGroup, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { group.notOpen(on: today) }

    func perform(on group: StudyGroup, in t: ActTransaction) throws -> GroupReport {
        try t.refuse(text.problems(on: t.today))
        if try t.report(of: group.code, text.year, text.part) != nil {
            try t.refuse(StudyProblem.reportExists(text.year))
        }
        let report = GroupReport(
            code: try t.nextCode(.studyReport), team: group.code, unit: group.unit, year: text.year, part: text.part,
            text: text, stage: .draft, drafted: t.today, handed: nil, noted: nil, remark: "", plan: "", figures: [])
        try t.insert(report)
        return report
    }
}

/// Changes what a report says that was not handed in yet, or came back.
struct ChangeReport: RecordAct {
    static let right = Right.report
    static let words = Words("修改学习报告", "Report changed")
    static let title = Words("修改学习报告", "Change the report")
    static let button = Words("修改正文", "Change the text")
    static let step = "change"
    var record: String
    var text: ReportText

    static func notNow(
        _ report: GroupReport, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { report.stage.isOpen ? nil : StudyProblem.notInReportStage(report.stage) }

    func perform(on before: GroupReport, in t: ActTransaction) throws -> GroupReport {
        var report = before
        (report.text.done, report.text.problems, report.text.next) = (text.done, text.problems, text.next)
        guard report != before else { try t.refuse(StudyProblem.nothingChanged) }
        try t.update(report)
        return report
    }
}

/// Hands it in, with its figures as they stand on the day (报送学习报告).
struct HandInReport: RecordAct {
    static let right = Right.report
    static let words = Words("报送学习报告", "Report handed in")
    static let title = Words("报送学习报告", "Hand the report in")
    static let button = Words("报送", "Hand in")
    static let step = "hand-in"
    static let settles = true
    var record: String

    static func notNow(
        _ report: GroupReport, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        guard report.stage.isOpen else { return StudyProblem.notInReportStage(report.stage) }
        // In its last month it may be told of; what comes after is left out.
        guard let end = report.part.span(of: report.year)?.until, end - today >= 31 else { return nil }
        return StudyProblem.notOverYet(end)
    }

    func perform(on report: GroupReport, in t: ActTransaction) throws -> GroupReport {
        let report = try report.handedIn(in: t)
        try t.update(report)
        return report
    }
}

/// The office takes note of a report, or returns it with what is to be changed.
struct NoteReport: RecordAct {
    static let right = Right.plan
    static let isTownWide = true
    static let words = Words("备案学习报告", "Report noted")
    static let title = Words("备案学习报告", "Take note of the report")
    static let button = Words("备案", "Take note")
    static let step = "note"
    static let settles = true
    var record: String
    var isApproved: Bool
    var remark: String

    static func notNow(
        _ report: GroupReport, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        report.stage == .handedIn ? nil : StudyProblem.notInReportStage(report.stage)
    }

    func perform(on report: GroupReport, in t: ActTransaction) throws -> GroupReport {
        if !isApproved, remark.allSatisfy(\.isWhitespace) { try t.refuse(StudyProblem.noReason) }
        var report = report
        report.remark = remark
        if isApproved {
            (report.stage, report.noted) = (.noted, t.today)
        } else {
            // What came back is handed in anew, with its figures as they are then; the day of the first time stands.
            (report.stage, report.figures) = (.returned, [])
        }
        try t.update(report)
        return report
    }
}

extension GroupReport {
    func handedIn(in t: ActTransaction) throws -> GroupReport {
        var report = self
        report.figures = try t.figures(of: team, year, part, on: t.today, try t.siteRules(StudyRules.self))
        (report.stage, report.handed, report.remark) = (.handedIn, handed ?? t.today, "")
        // One that comes after the plan it belongs to follows it.
        if part == .whole, let plan = try t.plan(of: team, year + 1), plan.filed != nil { report.plan = plan.code }
        return report
    }
}

extension StudyPlan {
    /// Last year's report goes with the plan: one that lies ready is handed in by the filing, once its time is as good as over.
    func fileLastReport(in t: ActTransaction) throws {
        guard let before = try t.report(of: draft.team, draft.year - 1, .whole) else { return }
        var report = before
        if before.stage.isOpen, try HandInReport.notNow(before, in: t, for: t.reader, on: t.today) == nil {
            report = try before.handedIn(in: t)
        }
        if !report.stage.isOpen { report.plan = code }
        if report != before { try t.update(report) }
    }
}

extension ReportText {
    func problems(on today: Day) -> [StudyProblem] {
        guard let begins = part.span(of: year)?.from, begins <= today else { return [.reportToCome] }
        return []
    }
}

extension CodeSeries {
    static let studyReport = CodeSeries(rawValue: "XB")
}
