import Pages
import Records
import Spelling
import Storage
import Store
import Vocabulary

/// Where a plan stands, in one word.
enum PlanState: String, Stated {
    case draft, toApprove, returned, toFile, toNote, noted

    var stage: PlanStage {
        switch self {
        case .draft: .draft
        case .toApprove: .submitted
        case .returned: .returned
        case .toFile: .approved
        case .toNote: .filed
        case .noted: .noted
        }
    }

    var words: Words { stage.words }

    var mark: Mark {
        switch self {
        case .draft, .toApprove, .toFile, .toNote: .next
        case .returned: .behind
        case .noted: .met
        }
    }

    static let told: [PlanState] = [.draft, .toApprove, .returned, .toFile, .toNote, .noted]

    func condition(_ ask: Ask) -> SQL { "stage = \(stage)" }

    static func state(of plan: StudyPlan, _ ask: Ask) -> PlanState {
        allCases.first { $0.stage == plan.stage } ?? .draft
    }

    static let waits: [WaitingState<PlanState>] = [
        .init(.draft, SubmitStudyPlan.self, of: .unit) { plan, ask in try plan.dueSaid(ask) },
        .init(.returned, ChangeStudyPlan.self, of: .unit, isReturned: true) { plan, _ in .text(plan.remark) },
        .init(.toApprove, ApproveStudyPlan.self, of: .unit) { plan, ask in try plan.dueSaid(ask) },
        .init(.toFile, FileStudyPlan.self, of: .unit) { plan, ask in try plan.dueSaid(ask) },
        .init(.toNote, NoteStudyPlan.self, of: .office) { plan, ask in
            .group([
                .text(try ask.naming.unitName(plan.unit)), " ",
                plan.filed.map { .group([.say("报备于 ", "filed "), .day($0)]) } ?? .nothing,
            ])
        },
    ]
}

extension StudyPlan {
    /// The day of filing.
    func due(_ rules: StudyRules) -> Day? { rules.fileBy(in: draft.year) }

    fileprivate func dueSaid(_ ask: Ask) throws -> HTML {
        try due(try ask.studyRules).map { .group([.day($0), .say(" 前报备", " is the day of filing")]) } ?? .nothing
    }
}

extension StudyPlan: PagedNoun {
    static let path = "/study/plans/:code"
    static let acts: [any RecordAct<StudyPlan>.Type] = [
        SubmitStudyPlan.self, ApproveStudyPlan.self, FileStudyPlan.self, NoteStudyPlan.self, ChangeStudyPlan.self,
        FileMembers.self, AdjustStudyPlan.self,
    ]
    static let seeing = Words("查看学习计划", "See the plan")
    /// Without the group's name, which stands beside it.
    var title: String { "\(draft.year)年度学习计划" }

    static let listing: Listing<StudyPlan> = {
        var listing = Listing<StudyPlan>(
            Words("年度学习计划", "Plans of study groups"),
            columns: [
                .title(Words("计划", "Plan"), sort: "code"),
                ListColumn(
                    "group", Words("中心组", "Group"), sort: "team",
                    text: { plan, ask in try ask.groupName(plan.draft.team) }),
                ListColumn(
                    "unit", Words("单位", "Unit"), .off, sort: "unit",
                    text: { plan, ask in try ask.naming.unitName(plan.unit) }),
                .number("topics", Words("主题", "Topics"), unit: Words("个", "topics")) { $0.draft.topics.count },
                .day("filed", Words("报备", "Filed"), sort: "filed_day") { $0.filed },
                .day("noted", Words("备案", "Noted"), .off, sort: "noted_day") { $0.noted }, .code(),
                PlanState.column(sort: "stage"),
            ],
            filters: [
                .unit(Words("单位", "Unit"), column: "unit"), .group,
                .year(Words("年度", "Year"), offered: -4...1) { "plan_year = \($0)" }, PlanState.filter,
            ], order: "plan_year desc, unit", empty: Words("还没有年度学习计划", "No plan was drawn up yet"),
            sentence: PlanState.sentence)
        listing.since = ListedSince(Words("编制", "drawn up")) { "drafted_day <= \($0)" }
        listing.bulk = [
            BulkAct("note", Words("备案", "Take note"), Reason.remark, blank: Reason()) { plan, remark in
                NoteStudyPlan(record: plan.code, isApproved: true, remark: remark.text)
            },
            BulkAct("return", Words("退回修改", "Return"), Reason.whatToChange, blank: Reason()) { plan, remark in
                NoteStudyPlan(record: plan.code, isApproved: false, remark: remark.text)
            },
        ]
        return listing
    }()
}

extension ListFilter {
    /// One group, by its code.
    static var group: ListFilter {
        ListFilter(name: "group", words: Words("中心组", "Group"), control: nil) { ask, typed in
            guard TextRule.name.flaw(in: typed) == nil, let group = try ask.reading.studyGroup(typed, for: ask.reader)
            else { return nil }
            return (group.name, "team = \(group.code)")
        }
    }
}

extension Ask {
    /// The code itself where nothing has it.
    func groupName(_ team: String) throws -> String {
        try naming.once("team \(team)") { try reading.team(code: team)?.name ?? team }
    }
}
