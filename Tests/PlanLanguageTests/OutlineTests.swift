import PlanLanguage
import Plans
import Testing
import Vocabulary

@Suite("Tasks and who answers for them")
struct OutlineTests {
    func plan(_ text: String) -> CompiledPlan { PlanCompiler().compile(text: text) }

    @Test("numbers are those printed: 1., 第三条, S1 under safeguards")
    func printedNumbers() {
        let numbered = plan("方案名称\n一、目标\n甲。\n二、任务\n（一）学习\n1.读书。乙。\n2．讲课。丙。\n（二）练兵\n3、考试。丁。\n三、保障措施\n（一）领导。戊。\n（二）经费。己。")
        #expect(numbered.tasks.map(\.number) == ["1.0", "1", "2", "3", "S1", "S2"])
        #expect(numbered.tasks.map(\.title) == ["目标", "读书", "讲课", "考试", "领导", "经费"])
        let articles = plan("办法\n第一章 总则\n第一条 为了学习，制定本办法。\n第二章 管理\n第二条　各单位应当学习：\n（一）读书；\n（二）讲课。\n第三条 本办法施行。")
        #expect(articles.tasks.map(\.number) == ["1", "2", "3"])
    }

    @Test("where numbers start again, position tells tasks apart")
    func positions() {
        let again = plan("方案\n一、学习\n（一）读书。甲。\n（二）讲课。乙。\n二、练兵\n（一）考试。丙。\n（二）比武。丁。")
        #expect(again.tasks.map(\.number) == ["1.1", "1.2", "2.1", "2.2"])
    }

    @Test("a reference to an article is no heading, a number in a text is none either")
    func noHeadings() {
        let text = "办法\n第一条 依照下列规定。\n第三条规定的学习每年不少于2次。\n第二条 学习。"
        #expect(plan(text).tasks.map(\.number) == ["1", "2"])
    }

    @Test("each bracket governs the clauses before it; the task has them all")
    func brackets() throws {
        let text = """
            方案
            一、任务
            1.学习。各单位每年学习不少于2次（牵头单位：市委组织部、市委党校，责任单位：各县<市>区党委、市直各部门<单位>党<工>委、党组）。每季度考试不少于1次（责任单位：市人社局）。
            2.练兵。各单位每年演练不少于1次。
            牵头单位：市应急局
            责任单位：各镇（街道）、市直各部门
            3.讲课。由市委宣传部牵头，各县区配合，每年举办报告会不少于4场。
            """
        let plan = plan(text)
        let first = try #require(plan.tasks.first)
        #expect(first.obligations.map(\.lead) == [["市委组织部", "市委党校"], []])
        #expect(first.obligations.map(\.responsible) == [["各县<市>区党委", "市直各部门<单位>党<工>委、党组"], ["市人社局"]])
        #expect(first.responsible == ["各县<市>区党委", "市直各部门<单位>党<工>委、党组", "市人社局"])
        #expect(plan.tasks[1].obligations.first?.lead == ["市应急局"])
        #expect(plan.tasks[1].obligations.first?.responsible == ["各镇（街道）", "市直各部门"])
        #expect(plan.tasks[2].obligations.first?.lead == ["市委宣传部"])
        #expect(plan.tasks[2].obligations.first?.responsible == ["各县区"])
    }

    @Test("members of a set share a group")
    func sets() {
        let plan = plan("各单位开展“阅读一本红色书籍、观看一部红色影片、聆听一次专题讲座”活动。")
        #expect(plan.obligations.count == 3)
        #expect(Set(plan.obligations.map(\.group)).count == 1)
        #expect(plan.obligations.first?.group != nil)
        #expect(PlanCompiler().compile(text: "各单位每年集中学习不少于12次，研讨不少于4次。").obligations.allSatisfy { $0.group == nil })
    }
}
