import Pages
import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import StudyDesk

@Suite("Study groups: the plan of a year") struct StudyPlanTests {
    @Test("a plan is drawn up, approved by the head, filed with its members, and noted", arguments: TestEngine.allCases)
    func life(engine: TestEngine) throws {
        let town = try StudyTown(engine)
        let plan = try town.plan(.noted)
        #expect(plan.code == "XJ2026-000001" && plan.stage == .noted && plan.unit == "U2")
        #expect(
            [plan.drafted, plan.submitted, plan.approved, plan.filed, plan.noted] == [
                day("2026-01-06"), day("2026-01-12"), day("2026-01-14"), day("2026-01-30"), day("2026-02-04"),
            ])
        #expect(
            plan.members == [
                FiledMember(person: "P1", role: .secretary), FiledMember(person: "P2", role: .member),
                FiledMember(person: "P3", role: .member),
            ], "the secretary first, and nobody who comes in June")
        #expect(try town.database.read { try $0.one(StudyPlan.self, plan.code, for: .clerk) } == plan)
        #expect(try town.database.read { try $0.all(StudyPlan.self, for: .neighbour) } == [])
        #expect(plan.draft.inOrder.map(\.topic) == ["基层治理", "乡村振兴研讨"])
        #expect(try town.database.faults() == [])
    }

    @Test("nobody approves their own, and only the whole town's office takes note", arguments: TestEngine.allCases)
    func rights(engine: TestEngine) throws {
        let town = try StudyTown(engine)
        let plan = try town.plan(.submitted)
        let approve = ApproveStudyPlan(record: plan.code, isApproved: true, remark: "")
        #expect(throws: NotAllowed(right: .lead)) {
            try town.database.perform(approve, by: .clerk, on: day("2026-01-13"))
        }
        #expect(try !town.refused(approve, by: .neighbour, on: "2026-01-13").isEmpty, "beyond their reach")
        try town.database.perform(approve, by: .leader, on: day("2026-01-13"))
        try town.database.perform(FileStudyPlan(record: plan.code), by: .clerk, on: day("2026-01-14"))
        var county = Reader.office
        county.unit = "U2"
        #expect(throws: NotAllowed.self) {
            try town.database.perform(
                NoteStudyPlan(record: plan.code, isApproved: true, remark: ""), by: county, on: day("2026-01-15"))
        }
        #expect(
            try town.refused(AnnounceSession(record: "T1", scheme: .sample()), by: .neighbour, on: "2026-01-15")
                == [": 没有编号为T1的记录"])
    }

    @Test("each step is refused out of its order, and a return needs a reason", arguments: TestEngine.allCases)
    func order(engine: TestEngine) throws {
        let town = try StudyTown(engine)
        let plan = try town.plan(.submitted)
        for words in [
            try town.refused(
                ChangeStudyPlan(record: plan.code, draft: .sample { $0.topics = [] }), by: .clerk, on: "2026-01-13"),
            try town.refused(FileStudyPlan(record: plan.code), by: .clerk, on: "2026-01-13"),
            try town.refused(
                NoteStudyPlan(record: plan.code, isApproved: true, remark: ""), by: .office, on: "2026-01-13"),
        ] {
            #expect(words == [": 学习计划现在是“待审定”，不能办理这一步"])
        }
        func answer(_ remark: String) -> ApproveStudyPlan {
            ApproveStudyPlan(record: plan.code, isApproved: false, remark: remark)
        }
        #expect(try town.refused(answer(" "), by: .leader, on: "2026-01-13") == ["remark: 退回的，请写明要改什么"])
        let back = try town.database.perform(answer("补充法治专题"), by: .leader, on: day("2026-01-13"))
        #expect(back.stage == .returned && back.remark == "补充法治专题" && back.approved == nil)
        let changed = try town.database.perform(
            ChangeStudyPlan(
                record: plan.code,
                draft: .sample { $0.topics.append(PlannedTopic(month: .m4, topic: "法治政府建设")) }), by: .clerk,
            on: day("2026-01-14"))
        #expect(changed.draft.topics.count == 3)
        #expect(
            try town.refused(ChangeStudyPlan(record: plan.code, draft: changed.draft), by: .clerk, on: "2026-01-14")
                == [": 内容没有变化"])
    }

    @Test("one plan a year, of study groups alone, led by members", arguments: TestEngine.allCases)
    func untrue(engine: TestEngine) throws {
        let town = try StudyTown(engine)
        func draft(_ team: String, _ change: @escaping (inout StudyPlanDraft) -> Void = { _ in }) throws -> [String] {
            try town.refused(DraftStudyPlan(record: team, draft: .sample(change)), by: .office, on: "2026-01-06")
        }
        #expect(try draft("T3") == [": 这个集体不是理论学习中心组"])
        #expect(try draft("T1") { $0.topics[1].lead = "P5" } == ["topics.1.lead: 第2行的领学人不是中心组成员"])
        #expect(try draft("T2") { $0.topics = [PlannedTopic(topic: "党史", lead: "P5")] } == [])
        #expect(try draft("T1") == [])
        #expect(try draft("T1") == ["year: 2026年的学习计划已经有了，请在原计划上修改"])
    }

    @Test(
        "a group that filed nothing by the day is overdue, and what was filed late is shown as late",
        arguments: TestEngine.allCases)
    func overdue(engine: TestEngine) throws {
        let town = try StudyTown(engine)
        let rules = StudyRules()
        func states(on today: String) throws -> [String: FilingState] {
            try town.database.read { reading in
                let ask = Ask.of(reading, .office, on: day(today))
                let groups = try reading.all(StudyGroup.self, for: .office, where: StudyGroup.open(on: day(today)))
                for state in FilingState.allCases {
                    let listed = try reading.all(StudyGroup.self, for: .office, where: try state.condition(ask))
                    let told = try groups.filter { try FilingState.state(of: $0, ask) == state }
                    #expect(Set(listed) == Set(told), "\(state) on \(today)")
                }
                return try Dictionary(
                    uniqueKeysWithValues: groups.map { ($0.code, try FilingState.state(of: $0, ask)) })
            }
        }
        #expect(try states(on: "2026-01-31") == ["T1": .noPlan, "T2": .noPlan])
        #expect(try states(on: "2026-02-01") == ["T1": .missing, "T2": .missing])
        var plan = try town.plan(.approved)
        #expect(try states(on: "2026-01-31") == ["T1": .underWay, "T2": .noPlan])
        #expect(try states(on: "2026-02-01") == ["T1": .late, "T2": .missing])
        #expect(plan.remarks(rules, on: day("2026-02-02")).map(\.zh) == ["应于2026-01-31前报备，已逾期2天"])
        plan = try town.database.perform(FileStudyPlan(record: plan.code), by: .clerk, on: day("2026-02-03"))
        #expect(try states(on: "2026-02-03")["T1"] == .filed)
        #expect(plan.remarks(rules, on: day("2026-03-01")).map(\.zh) == ["应于2026-01-31前报备，晚了3天，按迟报显示"])
        #expect(plan.steps(rules, on: day("2026-03-01")).map(\.mark) == [.met, .met, .behind, .next])
    }

    @Test("what the city returned is filed anew; what was adjusted was filed in time", arguments: TestEngine.allCases)
    func again(engine: TestEngine) throws {
        let town = try StudyTown(engine)
        var plan = try town.plan(.filed)
        plan = try town.database.perform(
            NoteStudyPlan(record: plan.code, isApproved: false, remark: "缺三条生命线专题"), by: .office,
            on: day("2026-02-04"))
        #expect(plan.stage == .returned && plan.filed == nil)
        func throughAgain(on today: Day) throws -> StudyPlan {
            try town.database.perform(SubmitStudyPlan(record: plan.code), by: .clerk, on: today)
            try town.database.perform(
                ApproveStudyPlan(record: plan.code, isApproved: true, remark: ""), by: .leader, on: today)
            return try town.database.perform(FileStudyPlan(record: plan.code), by: .clerk, on: today)
        }
        #expect(try throughAgain(on: day("2026-02-10")).filed == day("2026-02-10"))
        try town.database.perform(
            NoteStudyPlan(record: plan.code, isApproved: true, remark: ""), by: .office, on: day("2026-02-11"))
        let open = try town.database.perform(
            AdjustStudyPlan(record: plan.code, reason: "上级新增专题"), by: .clerk, on: day("2026-06-10"))
        #expect(open.stage == .draft && open.noted == nil && open.approved == nil)
        let filed = try throughAgain(on: day("2026-06-12"))
        #expect(filed.filed == day("2026-02-10") && filed.members.count == 4)
    }

    @Test("members are filed once more where they changed, and only then", arguments: TestEngine.allCases)
    func members(engine: TestEngine) throws {
        let town = try StudyTown(engine)
        let plan = try town.plan(.noted)
        #expect(
            try town.refused(FileMembers(record: plan.code), by: .clerk, on: "2026-05-31") == [": 成员与报备的名单一致，不必重报"])
        let again = try town.database.perform(FileMembers(record: plan.code), by: .clerk, on: day("2026-06-01"))
        #expect(again.members.map(\.person) == ["P1", "P2", "P3", "P4"] && again.stage == .noted)
    }
}
