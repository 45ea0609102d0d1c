import Pages
import Spelling
import Store
import Vocabulary

/// One meeting of a quarter as it is planned.
struct PlannedMeeting: Sendable, Hashable {
    var kind = MeetingKind.general
    var day = Day.unset
    var topic = ""

    static let form = Form<PlannedMeeting>(
        .init(
            Words("安排", "Meetings"), .choice(\.kind, "kind", Words("种类", "Kind")),
            .day(\.day, "day", Words("日期", "Day")),
            .text(\.topic, "topic", Words("主题", "Topic"), isRequired: false)))
}

/// The plan of a quarter as it is written (季度计划).
struct QuarterDraft: Sendable, Hashable {
    var year = 0
    var quarter = 1
    var lines: [PlannedMeeting] = []

    static let form = Form<QuarterDraft>(
        .init(
            Words("季度", "Quarter"), .number(\.year, "year", Words("年度", "Year"), in: 2000...2099),
            .number(\.quarter, "quarter", Words("季度", "Quarter"), in: 1...4)),
        .init(
            Words("安排", "Meetings"),
            .rows(
                \.lines, "lines", Words("安排", "Meetings"), of: PlannedMeeting.form, blank: PlannedMeeting(),
                hint: Words("一行一次；没有写日期的行不计；组织生活会不写主题", "One a row; of an organisation-life meeting no topic"),
                most: 40)))

    var span: DaySpan? {
        Day(year: year, month: quarter * 3 - 2, day: 1).map { DaySpan(from: $0, until: $0.ending(months: 3)) }
    }

    var problems: [BranchProblem] {
        lines.enumerated().flatMap { row, line -> [BranchProblem] in
            var problems: [BranchProblem] = []
            if span?.contains(line.day) != true { problems.append(.lineOutside(row: row)) }
            if line.kind == .life, !line.topic.isEmpty, line.topic != line.kind.words.zh {
                problems.append(.lifeIsDate(row: row))
            }
            return problems
        }
    }

    /// Kinds of which fewer are planned than the rules have: shown, never refused.
    func remarks(_ rules: BranchRules) -> [Words] {
        MeetingKind.allCases.filter { $0.months <= 3 }.compactMap { kind in
            let owed = kind.owed(rules) * (3 / kind.months)
            let planned = lines.count { $0.kind == kind }
            guard planned < owed else { return nil }
            return Words(
                "\(kind.words.zh)安排\(planned)次，规定\(owed)次", "\(kind.words.en): \(planned) planned; the rule is \(owed)")
        }
    }

    var inOrder: [PlannedMeeting] { lines.sorted { ($0.day, $0.kind.rawValue) < ($1.day, $1.kind.rawValue) } }
}

/// The plan of a branch for a quarter, on its way to the unit above it.
struct QuarterPlan: Noun {
    var code: String
    var branch: String
    var draft: QuarterDraft
    var stage: QuarterStage
    var drafted: Day
    /// The day from which it counts as sent; what was returned and sent again comes anew.
    var sent: Day?
    var sentBy: String
    var noted: Day?
    var remark: String

    static let table = Table<QuarterPlan>(
        "branch_quarters",
        Column("code") { $0.code }, Column("branch") { $0.branch }, Column("plan_year") { $0.draft.year },
        Column("quarter") { $0.draft.quarter }, Column("stage") { $0.stage }, Column("drafted_day") { $0.drafted },
        Column("sent_day") { $0.sent }, Column("sent_by") { $0.sentBy }, Column("noted_day") { $0.noted },
        Column("remark") { $0.remark }
    ) { code, branch, year, quarter, stage, drafted, sent, sentBy, noted, remark in
        QuarterPlan(
            code: code, branch: branch, draft: QuarterDraft(year: year, quarter: quarter), stage: stage,
            drafted: drafted, sent: sent, sentBy: sentBy, noted: noted, remark: remark)
    }
    static let lists = [
        NounList<QuarterPlan>(
            \.draft.lines, owner: "plan",
            Table(
                "branch_quarter_lines", Column("kind") { $0.kind }, Column("planned_day") { $0.day },
                Column("topic") { $0.topic }, make: PlannedMeeting.init))
    ]
    static let reach = Reach.unit("branch")
    static let searched = ["code"]
}

/// How far a plan of a quarter has come on paper.
enum QuarterStage: String, Named, Stored {
    case draft, sent, noted, returned

    var words: Words {
        switch self {
        case .draft: Words("草拟中", "Draft")
        case .sent: Words("已报送，待审阅", "Sent, to be read")
        case .noted: Words("已审阅", "Read")
        case .returned: Words("退回修改", "Returned")
        }
    }

    var isOpen: Bool { self == .draft || self == .returned }
}

extension Reading {
    func quarterPlan(of branch: String, _ year: Int, _ quarter: Int) throws -> QuarterPlan? {
        try all(
            QuarterPlan.self, for: .everybody,
            where: "branch = \(branch) and plan_year = \(year) and quarter = \(quarter)"
        ).first
    }
}
