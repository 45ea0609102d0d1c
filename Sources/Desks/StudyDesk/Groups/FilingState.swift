import Pages
import Store
import Vocabulary

/// How far a group has come with the plan of the year that runs, in one word.
enum FilingState: String, Stated {
    case missing, late, noPlan, underWay, filed

    var words: Words {
        switch self {
        case .missing: Words("逾期没有计划", "No plan, overdue")
        case .late: Words("逾期未报备", "Not filed, overdue")
        case .noPlan: Words("未编计划", "No plan yet")
        case .underWay: Words("计划编制中", "Plan under way")
        case .filed: Words("已报备", "Filed")
        }
    }

    var mark: Mark {
        switch self {
        case .missing, .late: .overdue
        case .noPlan: .next
        case .underWay: .onCourse
        case .filed: .met
        }
    }

    static let told: [FilingState] = [.missing, .late, .noPlan, .underWay]

    func condition(_ ask: Ask) throws -> SQL {
        let year = ask.today.year
        let due = try ask.studyRules.fileBy(in: year) ?? ask.today
        let plan: SQL = "exists (select code from study_plans p where p.team = teams.code and p.plan_year = \(year))"
        let filed: SQL = """
            exists (
                select code from study_plans p where p.team = teams.code and p.plan_year = \(year)
                and p.filed_day is not null)
            """
        // A group that was set up later owes nothing for the year yet.
        let isOver: SQL = ask.today > due ? "from_day <= \(due)" : .never
        let isOne = StudyGroup.open(on: ask.today)
        return switch self {
        case .missing: "\(isOne) and not \(plan) and \(isOver)"
        case .late: "\(isOne) and \(plan) and not \(filed) and \(isOver)"
        case .noPlan: "\(isOne) and not \(plan) and not (\(isOver))"
        case .underWay: "\(isOne) and \(plan) and not \(filed) and not (\(isOver))"
        case .filed: "\(isOne) and \(filed)"
        }
    }

    static func state(of group: StudyGroup, _ ask: Ask) throws -> FilingState {
        let year = ask.today.year
        let due = try ask.studyRules.fileBy(in: year) ?? ask.today
        let isOver = ask.today > due && group.from <= due
        guard let plan = try ask.reading.plan(of: group.code, year) else { return isOver ? .missing : .noPlan }
        return plan.filed != nil ? .filed : isOver ? .late : .underWay
    }

    /// The unit draws it up; what the office has before it is told beside.
    static let waits: [WaitingState<FilingState>] = [
        .init(.missing, DraftStudyPlan.self, of: .unit, words: Words("中心组年度学习计划逾期", "Plans of the year overdue")) {
            try due($1)
        },
        .init(.noPlan, DraftStudyPlan.self, of: .unit, words: Words("中心组年度学习计划待编制", "Plans of the year to be drawn up"))
        {
            try due($1)
        },
    ]

    private static func due(_ ask: Ask) throws -> HTML {
        let day = try ask.studyRules.fileBy(in: ask.today.year) ?? ask.today
        return .group([.day(day), .say(" 前报备", " is the day of filing")])
    }

    /// What of it waits, for unit and office. A site that keeps its plans elsewhere is not told of those that it has not here.
    static func waits(_ ask: Ask) throws -> [Waiting] {
        let last = ask.today.year - 1
        guard try ask.reading.count(StudyPlan.self, for: .everybody, where: "plan_year >= \(last)") > 0 else {
            return []
        }
        return try waiting(ask, order: "unit") + followed(ask)
    }

    /// Groups that did not file by the day, for the office that follows them.
    private static func followed(_ ask: Ask) throws -> [Waiting] {
        guard NoteStudyPlan.isAllowed(to: ask.reader) else { return [] }
        return try [FilingState.missing, .late].flatMap { state in
            try Waiting.some(
                Words("中心组\(state.words.zh)", "Study groups: \(state.words.en.lowercased())"), StudyGroup.self,
                where: try state.condition(ask), order: "unit", address: state.listAddress, ask
            ) { group in
                .init(
                    group.name, group.address, remark: try due(ask), act: Words("查看", "See"), at: group.address)
            }
        }
    }
}
