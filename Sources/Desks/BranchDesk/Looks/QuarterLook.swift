import Pages
import Store
import Vocabulary

/// What the unit above writes of a branch's quarter: what is to be put right, until when (季度查看).
struct LookScheme: Sendable, Hashable {
    var year = 0
    var quarter = 1
    /// What is to be put right; none: the quarter is fine.
    var gaps: [String] = []
    var due: Day?
    var remark = ""

    static let form = Form<LookScheme>(
        .init(
            Words("季度", "Quarter"), .number(\.year, "year", Words("年度", "Year"), in: 2000...2099),
            .number(\.quarter, "quarter", Words("季度", "Quarter"), in: 1...4)),
        .init(
            Words("查看情况", "What was found"),
            .lines(
                \.gaps, "gaps", Words("要整改的", "To be put right"),
                hint: Words(
                    "一行一项，没有的不填；只写支部工作，不写个人", "One a line, empty where there is none; of the branch, never of a person"),
                isRequired: false, most: 20),
            .dayIfAny(
                \.due, "due", Words("整改期限", "Put right by"), hint: Words("没有要整改的不填", "Empty where nothing is to be")),
            .longText(
                \.remark, "remark", Words("查看意见", "Remark"), hint: Words("不评价个人", "Of the branch, not of persons"),
                isRequired: false, limit: 500, rows: 3)))

    func problems(on today: Day) -> [BranchProblem] {
        var problems: [BranchProblem] = []
        if let first = Day(year: year, month: quarter * 3 - 2, day: 1), first > today {
            problems.append(.quarterToCome)
        }
        if gaps.isEmpty, due != nil { problems.append(.dueForNothing) }
        if !gaps.isEmpty, due == nil { problems.append(.noDue) }
        if let due, due < today { problems.append(.dueInThePast(due)) }
        return problems
    }
}

/// The look of the unit above at a branch's quarter, with what became of it (季度查看、整改通知书).
struct QuarterLook: Noun {
    var code: String
    var branch: String
    var scheme: LookScheme
    var looked: Day
    var lookedBy: String
    var stage: LookStage
    /// What was put right, as the branch says.
    var answer = ""
    var answered: Day?
    var answeredBy = ""
    var closed: Day?
    var closedBy = ""
    /// What was said of the answer.
    var closeRemark = ""

    static let table = Table<QuarterLook>(
        "branch_looks",
        Column("code") { $0.code }, Column("branch") { $0.branch }, Column("look_year") { $0.scheme.year },
        Column("quarter") { $0.scheme.quarter }, Column("looked_day") { $0.looked },
        Column("looked_by") { $0.lookedBy }, Column("stage") { $0.stage }, Column("due_day") { $0.scheme.due },
        Column("remark") { $0.scheme.remark }, Column("answer") { $0.answer },
        Column("answered_day") { $0.answered }, Column("answered_by") { $0.answeredBy },
        Column("closed_day") { $0.closed }, Column("closed_by") { $0.closedBy },
        Column("close_remark") { $0.closeRemark }
    ) {
        code, branch, year, quarter, looked, lookedBy, stage, due, remark, answer, answered, answeredBy, closed,
        closedBy, closeRemark in
        QuarterLook(
            code: code, branch: branch,
            scheme: LookScheme(year: year, quarter: quarter, due: due, remark: remark), looked: looked,
            lookedBy: lookedBy, stage: stage, answer: answer, answered: answered, answeredBy: answeredBy,
            closed: closed, closedBy: closedBy, closeRemark: closeRemark)
    }
    static let lists = [
        NounList<QuarterLook>(
            \.scheme.gaps, owner: "look", Table("branch_look_gaps", Column("gap") { $0 }, make: { $0 }))
    ]
    static let reach = Reach.unit("branch")
    static let searched = ["code"]
}

enum LookStage: String, Named, Stored {
    case fine, open, answered, closed

    var words: Words {
        switch self {
        case .fine: Words("已查看，没有要整改的", "Looked at, fine")
        case .open: Words("待整改", "To be put right")
        case .answered: Words("已报整改，待核销", "Put right, to be confirmed")
        case .closed: Words("已核销", "Confirmed")
        }
    }
}

extension Reading {
    func look(at branch: String, _ year: Int, _ quarter: Int) throws -> QuarterLook? {
        try all(
            QuarterLook.self, for: .everybody,
            where: "branch = \(branch) and look_year = \(year) and quarter = \(quarter)"
        ).first
    }
}
