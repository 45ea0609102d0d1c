import Pages
import Records
import Spelling
import Storage
import Store
import Vocabulary

/// What a report is about: the first half of a year, or the whole of it.
enum ReportPart: String, Named, Stored {
    case half, whole

    var words: Words {
        self == .half ? Words("半年报告", "Half-yearly report") : Words("年度报告", "Yearly report")
    }

    /// The days it tells of.
    func span(of year: Int) -> DaySpan? {
        guard let first = Day(year: year, month: 1, day: 1) else { return nil }
        return DaySpan(from: first, until: first.ending(months: self == .half ? 6 : 12))
    }
}

/// What a group says in its report besides its figures: of the group's work, never of a person.
struct ReportText: Sendable, Hashable {
    var done = ""
    var problems = ""
    var next = ""
    /// Of a new one.
    var year = 0
    var part = ReportPart.half

    static let most = 2000

    private static let said: [FormField<ReportText>] = [
        .longText(
            \.done, "done", Words("主要做法和成效", "What was done"),
            hint: Words("次数、人数由系统填入，这里只写做法；不评价个人", "Figures are filled in: how it was done, of no person"),
            isRequired: false, limit: most, rows: 6),
        .longText(\.problems, "problems", Words("存在问题", "Problems"), isRequired: false, limit: most, rows: 4),
        .longText(\.next, "next", Words("下一步打算", "What comes next"), isRequired: false, limit: most, rows: 4),
    ]

    static let form = Form<ReportText>(Form.Section(Words("报告正文", "The text"), fields: said))
    static let new = Form<ReportText>(
        Form.Section(
            Words("报告时段", "What it is about"),
            .number(\.year, "year", Words("年度", "Year"), in: 2000...2099),
            .choice(\.part, "part", Words("类别", "Kind"))), Form.Section(Words("报告正文", "The text"), fields: said))
}

/// How far a report has come.
enum ReportStage: String, Named, Stored {
    case draft, handedIn, noted, returned

    var words: Words {
        switch self {
        case .draft: Words("起草中", "Draft")
        case .handedIn: Words("已报送，待备案", "Handed in, to be noted")
        case .noted: Words("已备案", "Noted")
        case .returned: Words("退回修改", "Returned")
        }
    }

    var isOpen: Bool { self == .draft || self == .returned }
}

/// The report of a group on its half year or year (半年、年度学习报告): drawn up from what is on record, with its own words beside.
struct GroupReport: Noun {
    var code: String
    var team: String
    var unit: String
    var year: Int
    var part: ReportPart
    var text: ReportText
    var stage: ReportStage
    var drafted: Day
    /// The first time: what came back and was handed in anew was not late by that.
    var handed: Day?
    var noted: Day?
    var remark: String
    /// The plan with which it was filed (随年度计划报备).
    var plan: String
    /// As they stood on the day it was handed in; none before.
    var figures: [ReportLine]

    static let table = Table<GroupReport>(
        "study_reports", Column("code") { $0.code }, Column("team") { $0.team }, Column("unit") { $0.unit },
        Column("report_year") { $0.year }, Column("part") { $0.part }, Column("done") { $0.text.done },
        Column("problems") { $0.text.problems }, Column("next_steps") { $0.text.next },
        Column("stage") { $0.stage }, Column("drafted_day") { $0.drafted }, Column("handed_day") { $0.handed },
        Column("noted_day") { $0.noted }, Column("remark") { $0.remark }, Column("plan") { $0.plan }
    ) { code, team, unit, year, part, done, problems, next, stage, drafted, handed, noted, remark, plan in
        GroupReport(
            code: code, team: team, unit: unit, year: year, part: part,
            text: ReportText(done: done, problems: problems, next: next, year: year, part: part), stage: stage,
            drafted: drafted, handed: handed, noted: noted, remark: remark, plan: plan, figures: [])
    }
    static let lists = [
        NounList<GroupReport>(
            \.figures, owner: "report",
            Table(
                "study_report_figures", Column("figure") { $0.figure }, Column("amount") { $0.amount },
                make: ReportLine.init))
    ]
    static let reach = Reach.unit("unit")
    static let searched = ["code"]
}

extension Reading {
    func report(of team: String, _ year: Int, _ part: ReportPart) throws -> GroupReport? {
        try all(
            GroupReport.self, for: .everybody, where: "team = \(team) and report_year = \(year) and part = \(part)"
        ).first
    }
}
