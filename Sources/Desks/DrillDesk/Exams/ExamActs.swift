import Pages
import Records
import Storage
import Store
import Training
import Vocabulary

/// Announces an exam with its outline (公布考试大纲).
struct AnnounceExam: Act {
    static let right = Right.report
    static let words = Words("公布考试大纲", "Exam announced")
    var scheme: ExamScheme

    func unit(in reading: some Reading) throws -> String? { scheme.unit }

    func perform(in t: ActTransaction) throws -> DrillExam {
        try t.refuse(scheme.problems)
        let exam = DrillExam(
            code: try t.nextCode(.drillExam), scheme: scheme, announced: t.today, stage: .announced, remark: "")
        try t.insert(exam)
        return exam
    }
}

/// Changes what was announced, until results are in.
struct ChangeExam: RecordAct {
    static let right = Right.report
    static let words = Words("修改考试安排", "Exam changed")
    static let title = Words("修改考试安排", "Change the exam")
    static let button = Words("修改", "Change")
    static let step = "change"
    var record: String
    var scheme: ExamScheme

    func unit(in reading: some Reading) throws -> String? { scheme.unit }

    static func notNow(
        _ exam: DrillExam, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { try exam.notOpen(in: reading) }

    func perform(on before: DrillExam, in t: ActTransaction) throws -> DrillExam {
        try t.refuse(scheme.problems)
        var exam = before
        exam.scheme = scheme
        guard exam != before else { try t.refuse(DrillProblem.nothingChanged) }
        try t.update(exam)
        return exam
    }
}

struct CancelExam: RecordAct {
    static let right = Right.report
    static let words = Words("取消考试", "Exam cancelled")
    static let title = Words("取消这次考试", "Cancel the exam")
    static let button = Words("取消", "Cancel")
    static let step = "cancel"
    var record: String
    var reason: String

    static func notNow(
        _ exam: DrillExam, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { try exam.notOpen(in: reading) }

    func perform(on exam: DrillExam, in t: ActTransaction) throws -> DrillExam {
        var exam = exam
        exam.stage = .cancelled
        exam.remark = reason
        try t.update(exam)
        return exam
    }
}

/// Takes the results of an exam in (导入成绩): in the same change the exam is an activity, and whoever sat it took part.
struct ImportResults: RecordAct {
    static let right = Right.report
    static let words = Words("导入考试成绩", "Results came in")
    static let title = Words("导入考试成绩", "Take the results in")
    static let button = Words("导入成绩", "Results")
    static let step = "results"
    static let settles = true
    var record: String
    var lines: [ExamLine]

    static func notNow(
        _ exam: DrillExam, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        if let why = try exam.notOpen(in: reading) { return why }
        return exam.scheme.day > today ? DrillProblem.notHeld(exam.scheme.day) : nil
    }

    func perform(on exam: DrillExam, in t: ActTransaction) throws -> DrillExam {
        try t.refuse(exam.problems(lines))
        let activity = try t.post(exam.scheme.activity(lines, imported: t.today), on: "file")
        try t.insert(
            ExamResults(
                exam: exam.code, imported: t.today, times: 1, activity: activity, reason: "", salt: .fresh, lines: lines
            ))
        return exam
    }
}

/// Puts other results in the place of those that came in before (重新导入成绩).
struct ReimportResults: RecordAct {
    static let right = Right.report
    static let words = Words("重新导入成绩", "Results replaced")
    static let title = Words("重新导入考试成绩", "Replace the results")
    static let button = Words("重新导入成绩", "Replace the results")
    static let step = "replace"
    var record: String
    var lines: [ExamLine]
    var reason: String

    static func notNow(
        _ exam: DrillExam, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        if exam.stage == .cancelled { return DrillProblem.isCancelled }
        return try reading.hasResults(of: exam) ? nil : DrillProblem.noResults
    }

    func perform(on exam: DrillExam, in t: ActTransaction) throws -> DrillExam {
        guard let before = try t.results(of: exam) else { try t.refuse(DrillProblem.noResults) }
        if reason.allSatisfy(\.isWhitespace) { try t.refuse(DrillProblem.noReason) }
        try t.refuse(exam.problems(lines))
        guard Set(lines) != Set(before.lines) else { try t.refuse(DrillProblem.sameResults) }
        var results = before
        (results.lines, results.times, results.reason) = (lines, before.times + 1, reason)
        results.salt = .fresh
        results.activity = try t.repost(
            before.activity, exam.scheme.activity(lines, imported: before.imported), reason: reason)
        try t.update(results)
        return exam
    }
}

extension DrillExam {
    func notOpen(in reading: some Reading) throws -> DrillProblem? {
        if stage == .cancelled { return .isCancelled }
        return try reading.hasResults(of: self) ? .resultsAreIn : nil
    }

    /// What would be untrue of results, whoever hands them in.
    func problems(_ lines: [ExamLine]) -> [DrillProblem] {
        var problems: [DrillProblem] = []
        if !lines.contains(where: { $0.sitting == .sat }) { problems.append(.nobodySat) }
        if Set(lines.map(\.person)).count < lines.count { problems.append(.personTwice) }
        let isOff = lines.contains { line in
            (line.sitting == .sat) != (line.score != nil) || line.score.map { $0 > Score(scheme.fullScore) } ?? false
        }
        if isOff { problems.append(.scoreOff(scheme.fullScore)) }
        return problems
    }
}
