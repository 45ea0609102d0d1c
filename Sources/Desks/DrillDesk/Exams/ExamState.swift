import Pages
import Records
import Storage
import Store
import Vocabulary

/// Where an exam stands, in one word.
enum ExamState: String, Stated {
    case toCome, toImport, importOverdue, imported, cancelled

    var words: Words {
        switch self {
        case .toCome: Words("未考", "To come")
        case .toImport: Words("待导入成绩", "Results to come")
        case .importOverdue: Words("成绩逾期", "Results overdue")
        case .imported: Words("已出成绩", "Results are in")
        case .cancelled: Words("已取消", "Cancelled")
        }
    }

    var mark: Mark {
        switch self {
        case .toCome: .notYetDue
        case .toImport: .next
        case .importOverdue: .overdue
        case .imported: .met
        case .cancelled: .excused
        }
    }

    static let told: [ExamState] = [.toCome, .toImport, .importOverdue, .imported]

    func condition(_ ask: Ask) throws -> SQL {
        let imported: SQL = "exists (select exam from drill_exam_results where exam = drill_exams.code)"
        let open: SQL = "stage = \(ExamStage.announced) and not \(imported)"
        let latest = try ask.workingCalendar.before(ask.today, ask.drillRules.resultDays)
        return switch self {
        case .toCome: "\(open) and held_day >= \(ask.today)"
        case .toImport: "\(open) and held_day < \(ask.today) and held_day >= \(latest)"
        case .importOverdue: "\(open) and held_day < \(ask.today) and held_day < \(latest)"
        case .imported: "stage = \(ExamStage.announced) and \(imported)"
        case .cancelled: "stage = \(ExamStage.cancelled)"
        }
    }

    static func state(of exam: DrillExam, _ ask: Ask) throws -> ExamState {
        if exam.stage == .cancelled { return .cancelled }
        if try ask.reading.hasResults(of: exam) { return .imported }
        if exam.scheme.day >= ask.today { return .toCome }
        return try exam.resultsDue(ask) < ask.today ? .importOverdue : .toImport
    }

    static let waits: [WaitingState<ExamState>] = [
        .init(.importOverdue, ImportResults.self, of: .unit) { exam, ask in try exam.waits(ask) },
        .init(.toImport, ImportResults.self, of: .unit) { exam, ask in try exam.waits(ask) },
    ]
}

extension DrillExam {
    func resultsDue(_ ask: Ask) throws -> Day { try ask.workingCalendar.after(scheme.day, ask.drillRules.resultDays) }

    fileprivate func waits(_ ask: Ask) throws -> HTML {
        .group([
            .day(scheme.day), .say(" 考试，", " sat; "), .day(try resultsDue(ask)),
            .say(" 前导入成绩", " is the day of the results"),
        ])
    }
}

extension DrillExam: PagedNoun {
    static let path = "/drills/exams/:code"
    static let acts: [any RecordAct<DrillExam>.Type] = [
        ImportResults.self, ReimportResults.self, ChangeExam.self, CancelExam.self,
    ]
    static let seeing = Words("查看这次考试", "See the exam")
    var title: String { scheme.title }

    static let listing: Listing<DrillExam> = {
        @Sendable func figures(_ exam: DrillExam, _ ask: Ask) throws -> ExamFigures? {
            try ask.naming.once("figures of \(exam.code)") { try ask.reading.examFigures(of: exam.code) }
        }
        var listing = Listing<DrillExam>(
            Words("季度考试", "Exams"),
            columns: [
                .day("day", Words("日期", "Day"), sort: "held_day") { $0.scheme.day },
                .title(Words("名称", "Title"), sort: "title"),
                ExamScheme.form.column("unit", of: \.scheme, sort: "unit"),
                ExamScheme.form.column("quarter", of: \.scheme, .off, sort: "quarter"),
                ExamScheme.form.column("way", of: \.scheme, .off, sort: "way"),
                ListColumn(
                    "due", Words("应考", "Should sit"), .figure, unit: Words("人应考", "should sit"),
                    text: { try figures($0, $1).map { String($0.due) } ?? "" }),
                ListColumn(
                    "sat", Words("实考", "Sat"), .figure, unit: Words("人实考", "sat"),
                    text: { try figures($0, $1).map { String($0.sat) } ?? "" }),
                ListColumn(
                    "rate", Words("参考率（%）", "Rate (%)"), .figure, unit: Words("%参考", "% sat"),
                    text: { try figures($0, $1)?.rate ?? "" }),
                ListColumn(
                    "mean", Words("平均分", "Mean"), .figure, unit: Words("分", "mean"),
                    text: { exam, ask in
                        try figures(exam, ask)?.mean(ofAtLeast: ask.drillRules.leastForMean)?.text ?? ""
                    }), .code(), ExamState.column(sort: "stage"),
            ],
            filters: [
                .search(Words("名称或编号", "Title or number"), DrillExam.self),
                .unit(Words("组织单位", "Held by"), column: "unit"), .year(Words("年度", "Year"), column: "held_day"),
                .choice("quarter", Words("季度", "Quarter"), Quarter.self) { quarter, _ in "quarter = \(quarter)" },
                ExamState.filter,
            ], order: "held_day desc", empty: Words("还没有安排考试", "No exam was announced yet"),
            sentence: ExamState.sentence)
        listing.since = ListedSince(Words("公布", "announced")) { "announced_day <= \($0)" }
        return listing
    }()
}
