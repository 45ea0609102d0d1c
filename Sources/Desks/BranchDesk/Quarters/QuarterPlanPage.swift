import Pages
import Records
import Spelling
import Storage
import Store
import Vocabulary

/// Where a plan stands, in one word.
enum QuarterState: String, Stated {
    case draft, returned, toNote, noted

    var stage: QuarterStage {
        switch self {
        case .draft: .draft
        case .returned: .returned
        case .toNote: .sent
        case .noted: .noted
        }
    }

    var words: Words { stage.words }

    var mark: Mark {
        switch self {
        case .draft, .toNote: .next
        case .returned: .behind
        case .noted: .met
        }
    }

    static let told: [QuarterState] = [.draft, .returned, .toNote, .noted]

    func condition(_ ask: Ask) -> SQL { "stage = \(stage)" }

    static func state(of plan: QuarterPlan, _ ask: Ask) -> QuarterState {
        allCases.first { $0.stage == plan.stage } ?? .draft
    }

    static let waits: [WaitingState<QuarterState>] = [
        .init(.returned, ChangeQuarterPlan.self, of: .unit, isReturned: true) { plan, _ in .text(plan.remark) },
        .init(.draft, SendQuarterPlan.self, of: .unit) { plan, ask in try plan.dueSaid(ask) },
        .init(.toNote, NoteQuarterPlan.self, of: .unit) { plan, ask in
            .group([.text(try ask.naming.unitName(plan.branch)), " ", plan.sent.map { .day($0) } ?? .nothing])
        },
    ]
}

extension QuarterPlan: PagedNoun {
    static let path = "/branches/plans/:code"
    static let acts: [any RecordAct<QuarterPlan>.Type] = [
        SendQuarterPlan.self, NoteQuarterPlan.self, ChangeQuarterPlan.self, AdjustQuarterPlan.self,
    ]
    static let seeing = Words("查看季度计划", "See the plan")
    var title: String { "\(draft.year)年第\(draft.quarter)季度组织生活计划（\(code)）" }

    static let listing: Listing<QuarterPlan> = {
        var listing = Listing<QuarterPlan>(
            Words("组织生活季度计划", "Plans of branches by quarter"),
            columns: [
                .title(Words("计划", "Plan"), sort: "code"),
                ListColumn(
                    "branch", Words("党支部", "Branch"), sort: "branch",
                    text: { row, ask in try ask.naming.unitName(row.branch) }),
                .number("lines", Words("安排", "Planned"), unit: Words("次", "meetings")) { $0.draft.lines.count },
                .day("sent", Words("报送", "Sent"), sort: "sent_day") { $0.sent },
                .day("noted", Words("审阅", "Read"), .off, sort: "noted_day") { $0.noted }, .code(),
                QuarterState.column(sort: "stage"),
            ],
            filters: [
                .branch, .unit(Words("单位", "Unit"), column: "branch"),
                .year(Words("年度", "Year"), offered: -4...1) { "plan_year = \($0)" },
                .choice("quarter", Words("季度", "Quarter"), QuarterChoice.self) { choice, _ in
                    "quarter = \(choice.number)"
                }, QuarterState.filter,
            ], order: "plan_year desc, quarter desc, branch",
            empty: Words("还没有季度计划", "No plan was drawn up yet"), sentence: QuarterState.sentence)
        listing.since = ListedSince(Words("编制", "drawn up")) { "drafted_day <= \($0)" }
        listing.bulk = [
            BulkAct("note", Words("审阅", "Read"), Reason.remark, blank: Reason()) { plan, remark in
                NoteQuarterPlan(record: plan.code, isApproved: true, remark: remark.text)
            }
        ]
        return listing
    }()

    func due(_ rules: BranchRules) -> Day? { rules.planBy(draft.quarter, of: draft.year) }

    fileprivate func dueSaid(_ ask: Ask) throws -> HTML {
        try due(ask.branchRules).map { .group([.day($0), .say(" 前报送", " is the day it is sent by")]) } ?? .nothing
    }

    func steps(_ rules: BranchRules, on today: Day) -> [FlowStep] {
        let due = due(rules)
        let isLate = due.map { (sent ?? today) > $0 } ?? false
        return [
            FlowStep(
                Words("编制", "Drawn up"), stage.isOpen ? .toDo : .done, due: nil, done: drafted,
                rule: Words("按种类和日期", "by kind and day")),
            FlowStep(
                Words("报送", "Sent"), sent != nil ? (isLate ? .late : .done) : isLate ? .overdue : .toDo, due: due,
                done: sent,
                rule: Words("每季度第一个月\(rules.planBy)日前", "by the \(rules.planBy) of the quarter's first month")),
            FlowStep(
                Words("审阅", "Read"), noted != nil ? .done : stage == .sent ? .toDo : .toCome, due: nil, done: noted,
                rule: Words("由上级单位办理", "by the unit above")),
        ]
    }

    /// What it says, and what the rules would not have.
    func toRead(_ ask: Ask) throws -> HTML {
        .group([
            said, .warnings(draft.remarks(try ask.branchRules)),
            .part(
                Words("安排", "Meetings"), id: "lines",
                .data(
                    .say("安排", "Meetings"),
                    [
                        DataHead(.say("主题", "Topic"), .lead), DataHead(.say("种类", "Kind"), .meta),
                        DataHead(.say("日期", "Day"), .end),
                    ],
                    draft.inOrder.map { line in
                        [
                            line.topic.isEmpty ? .words(line.kind.words) : .text(line.topic), .words(line.kind.words),
                            .day(line.day),
                        ]
                    })),
        ])
    }

    private var said: HTML {
        guard !remark.isEmpty else { return .nothing }
        return switch stage {
        case .returned: .warning(.behind, .say("退回修改：\(remark)", "Returned: \(remark)"))
        case .draft: .section(.p(.b(.say("调整原因：", "Why it was taken up again: ")), .text(remark)))
        default: .section(.p(.b(.say("审阅意见：", "Remark: ")), .text(remark)))
        }
    }

    func page(_ ask: Ask) throws -> Page {
        let own = try ask.steps(of: QuarterPlan.self, code, QuarterDraft.form, \.draft) { step, plan, change in
            if change.row.act == NoteQuarterPlan.name, plan.stage == .returned {
                step.words = Decision.Answer.sendBack.words
            }
            if [NoteQuarterPlan.name, AdjustQuarterPlan.name].contains(change.row.act), !plan.remark.isEmpty {
                step.remarks = [HistoryStep.reason(plan.remark)]
            }
        }
        var page = try Page(
            of: self, ask,
            .sheet(
                .section(
                    .id("flow"), .div(.class("head"), .h2(.say("进程", "Progress"))),
                    .flow(steps(try ask.branchRules, on: ask.today))), try toRead(ask), try ask.history(own)))
        let state = QuarterState.state(of: self, ask)
        page.sentence = .group([
            .link(Branch.address(of: branch), .text(try ask.naming.unitName(branch))),
            .say("，安排\(draft.lines.count)次。", ": \(draft.lines.count) planned. "),
            .b(.class(state.mark.rawValue), .words(state.words)), .say("。", "."), ask.standsToday,
        ])
        return page
    }
}

enum QuarterChoice: String, Named {
    case q1, q2, q3, q4
    var number: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }
    var words: Words { Words("第\(number)季度", "Q\(number)") }
}

extension ListFilter {
    /// One branch, by its code.
    static var branch: ListFilter {
        ListFilter(name: "branch", words: Words("党支部", "Branch"), control: nil) { ask, typed in
            guard TextRule.name.flaw(in: typed) == nil, let branch = try ask.reading.branch(typed, for: ask.reader)
            else { return nil }
            return (branch.name, "branch = \(branch.code)")
        }
    }
}
