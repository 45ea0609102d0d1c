import Pages
import Records
import Storage
import Store
import Vocabulary

/// Where a report stands, in one word.
enum ReportState: String, Stated {
    case overdue, draft, returned, toNote, noted

    typealias Record = GroupReport

    var words: Words {
        switch self {
        case .overdue: Words("逾期未报送", "Not handed in, overdue")
        case .draft: ReportStage.draft.words
        case .returned: ReportStage.returned.words
        case .toNote: ReportStage.handedIn.words
        case .noted: ReportStage.noted.words
        }
    }

    var mark: Mark {
        switch self {
        case .overdue: .overdue
        case .draft, .toNote: .next
        case .returned: .behind
        case .noted: .met
        }
    }

    static let told: [ReportState] = [.overdue, .draft, .returned, .toNote, .noted]

    func condition(_ ask: Ask) throws -> SQL {
        let (rules, today) = (try ask.studyRules, ask.today)
        // The last year of which the day of a part is over.
        func last(_ part: ReportPart) -> Int {
            (today.year - 2...today.year).last { year in part.due(in: year, rules).map { $0 < today } ?? false }
                ?? today.year - 3
        }
        let isLate: SQL = """
            (part = \(ReportPart.half) and report_year <= \(last(.half))
            or part = \(ReportPart.whole) and report_year <= \(last(.whole)))
            """
        return switch self {
        case .overdue: "stage = \(ReportStage.draft) and \(isLate)"
        case .draft: "stage = \(ReportStage.draft) and not \(isLate)"
        case .returned: "stage = \(ReportStage.returned)"
        case .toNote: "stage = \(ReportStage.handedIn)"
        case .noted: "stage = \(ReportStage.noted)"
        }
    }

    static func state(of report: GroupReport, _ ask: Ask) throws -> ReportState {
        switch report.stage {
        case .draft: try report.due(ask.studyRules).map { $0 < ask.today } ?? false ? .overdue : .draft
        case .returned: .returned
        case .handedIn: .toNote
        case .noted: .noted
        }
    }

    static let waits: [WaitingState<ReportState>] = [
        .init(.overdue, HandInReport.self, of: .unit) { report, ask in try report.dueSaid(ask) },
        .init(.returned, ChangeReport.self, of: .unit, isReturned: true) { report, _ in .text(report.remark) },
        .init(.draft, HandInReport.self, of: .unit) { report, ask in try report.dueSaid(ask) },
        .init(.toNote, NoteReport.self, of: .office) { report, ask in
            .group([
                .text(try ask.naming.unitName(report.unit)), " ",
                report.handed.map { .group([.say("报送于 ", "handed in "), .day($0)]) } ?? .nothing,
            ])
        },
    ]
}

extension ReportPart {
    /// The half year's by a day of that year; the year's goes with the plan of the next, by the day of filing.
    func due(in year: Int, _ rules: StudyRules) -> Day? {
        self == .half ? rules.halfReportBy(in: year) : rules.fileBy(in: year + 1)
    }
}

extension GroupReport {
    func due(_ rules: StudyRules) -> Day? { part.due(in: year, rules) }

    fileprivate func dueSaid(_ ask: Ask) throws -> HTML {
        try due(ask.studyRules).map { .group([.day($0), .say(" 前报送", " is the day by which it is handed in")]) }
            ?? .nothing
    }
}

/// Which report a group owes and has not begun, in one word: told once the site keeps reports here at all.
enum MissingReport: String, Named {
    case half, whole

    var words: Words {
        switch self {
        case .half: Words("没有半年报告", "No half-yearly report")
        case .whole: Words("没有上年度报告", "No report of last year")
        }
    }

    private var part: ReportPart { self == .half ? .half : .whole }

    /// The half year's from July on, the year's from January on.
    private func year(_ today: Day) -> Int? {
        switch self {
        case .half: today.month >= 7 ? today.year : nil
        case .whole: today.year - 1
        }
    }

    /// A unit that writes its report on paper hands it in with the plan of the next year.
    private func onPaper(_ year: Int) -> SQL {
        guard self == .whole else { return .never }
        return """
            exists (
                select e.code from evidence e join study_plans p on p.code = e.of_code
                where e.of_kind = \(StudyPlan.kind) and e.document = \(PlanDocument.lastReport)
                and e.withdrawn_day is null and p.team = teams.code and p.plan_year = \(year + 1))
            """
    }

    /// Groups that had a whole such time, and nothing of it.
    func condition(_ ask: Ask) -> SQL {
        guard let year = year(ask.today), let span = part.span(of: year) else { return .never }
        return """
            \(StudyGroup.open(on: ask.today)) and from_day <= \(span.from) and not exists (
                select r.code from study_reports r where r.team = teams.code and r.report_year = \(year)
                and r.part = \(part)) and not (\(onPaper(year)))
            """
    }

    static let filter = ListFilter.choice("report", Words("学习报告", "Report"), MissingReport.self) { missing, ask in
        missing.condition(ask)
    }

    /// For the unit, which draws it up, and for the office, which follows it once its day is over.
    static func waits(_ ask: Ask) throws -> [Waiting] {
        try allCases.flatMap { missing -> [Waiting] in
            guard let year = missing.year(ask.today), let due = missing.part.due(in: year, try ask.studyRules),
                try ask.reading.count(
                    GroupReport.self, for: .everybody, where: "part = \(missing.part) and report_year >= \(year - 1)")
                    > 0
            else { return [] }
            let isUnit = ask.reader.unit != nil
            guard
                isUnit ? DraftReport.isAllowed(to: ask.reader) : NoteReport.isAllowed(to: ask.reader) && due < ask.today
            else { return [] }
            return try Waiting.some(
                Words("中心组\(missing.words.zh)", "Study groups: \(missing.words.en.lowercased())"), StudyGroup.self,
                where: missing.condition(ask), order: "unit",
                address: "\(StudyGroup.listAddress)?report=\(missing.rawValue)", ask
            ) { group in
                let form = "\(group.address)/\(DraftReport.step)?year=\(year)&part=\(missing.part.rawValue)"
                return .init(
                    group.name, group.address,
                    remark: .group([.day(due), .say(" 前报送", " is the day by which it is handed in")]),
                    act: isUnit ? DraftReport.button : Words("查看", "See"), at: isUnit ? form : group.address)
            }
        }
    }
}
