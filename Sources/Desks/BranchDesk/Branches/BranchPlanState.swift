import Pages
import Records
import Storage
import Store
import Vocabulary

/// How far a branch has come with the plan of the quarter that runs, in one word.
enum BranchPlanState: String, Stated {
    case missing, late, noPlan, underWay, sent

    var words: Words {
        switch self {
        case .missing: Words("逾期没有季度计划", "No plan, overdue")
        case .late: Words("逾期未报季度计划", "Plan not sent, overdue")
        case .noPlan: Words("未编季度计划", "No plan yet")
        case .underWay: Words("季度计划编制中", "Plan under way")
        case .sent: Words("季度计划已报", "Plan sent")
        }
    }

    var mark: Mark {
        switch self {
        case .missing, .late: .overdue
        case .noPlan: .next
        case .underWay: .onCourse
        case .sent: .met
        }
    }

    static let told: [BranchPlanState] = [.missing, .late, .noPlan, .underWay, .sent]

    func condition(_ ask: Ask) throws -> SQL {
        let (year, quarter) = (ask.today.year, (ask.today.month + 2) / 3)
        let due = try ask.branchRules.planBy(quarter, of: year) ?? ask.today
        let of: SQL = "branch = units.code and plan_year = \(year) and quarter = \(quarter)"
        let plan: SQL = "exists (select code from branch_quarters where \(of))"
        let sent: SQL = "exists (select code from branch_quarters where \(of) and sent_day is not null)"
        // Only what had the day before it was due, in units that keep such plans here.
        let keeps: SQL = """
            exists (
                select q.code from branch_quarters q join units k on k.code = q.branch
                where k.parent = units.parent and q.plan_year >= \(year - 1))
            """
        let isOver: SQL = ask.today > due ? "from_day <= \(due) and \(keeps)" : .never
        let isOne: SQL = Branch.open(on: ask.today)
        return switch self {
        case .missing: "\(isOne) and not \(plan) and \(isOver)"
        case .late: "\(isOne) and \(plan) and not \(sent) and \(isOver)"
        case .noPlan: "\(isOne) and not \(plan) and not (\(isOver))"
        case .underWay: "\(isOne) and \(plan) and not \(sent) and not (\(isOver))"
        case .sent: "\(isOne) and \(sent)"
        }
    }

    static func state(of branch: Branch, _ ask: Ask) throws -> BranchPlanState {
        let (year, quarter) = (ask.today.year, (ask.today.month + 2) / 3)
        let due = try ask.branchRules.planBy(quarter, of: year) ?? ask.today
        // Asked once for all branches of a unit, and only where it says something.
        func keeps() throws -> Bool {
            try ask.naming.once("keeps plans \(branch.parent)") {
                try ask.reading.count(
                    QuarterPlan.self, for: .everybody,
                    where: """
                        plan_year >= \(year - 1) and branch in (select code from units where parent = \(branch.parent))
                        """) > 0
            }
        }
        let isOver = try ask.today > due && branch.from <= due && keeps()
        guard let plan = try ask.reading.quarterPlan(of: branch.code, year, quarter) else {
            return isOver ? .missing : .noPlan
        }
        return plan.sent != nil ? .sent : isOver ? .late : .underWay
    }

    static let waits: [WaitingState<BranchPlanState>] = [
        .init(.missing, DraftQuarterPlan.self, of: .unit, words: Words("支部季度计划逾期", "Plans of branches overdue")) {
            try due($1)
        },
        .init(.noPlan, DraftQuarterPlan.self, of: .unit, words: Words("支部季度计划待编制", "Plans of branches to be drawn up"))
        {
            try due($1)
        },
    ]

    private static func due(_ ask: Ask) throws -> HTML {
        let day = try ask.branchRules.planBy((ask.today.month + 2) / 3, of: ask.today.year) ?? ask.today
        return .group([.day(day), .say(" 前报送", " is the day it is sent by")])
    }

    /// What of it waits, for unit and office. A unit that keeps these plans elsewhere is not told of those that it has not here.
    static func waits(_ ask: Ask) throws -> [Waiting] {
        let last = ask.today.year - 1
        guard try ask.reading.count(QuarterPlan.self, for: ask.reader, where: "plan_year >= \(last)") > 0 else {
            return []
        }
        guard ask.reader.unit == nil, NoteQuarterPlan.isAllowed(to: ask.reader) else {
            return try waiting(ask, order: "code")
        }
        // The office follows whoever did not send by the day.
        return try [BranchPlanState.missing, .late].flatMap { state in
            try Waiting.some(
                Words("支部\(state.words.zh)", "Branches: \(state.words.en.lowercased())"), Branch.self,
                where: try state.condition(ask), order: "code", address: state.listAddress, ask
            ) { branch in
                .init(branch.name, branch.address, remark: try due(ask), act: Words("查看", "See"), at: branch.address)
            }
        }
    }
}
