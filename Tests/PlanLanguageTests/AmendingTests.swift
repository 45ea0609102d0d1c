import Plans
import Testing
import Vocabulary

@testable import PlanLanguage

@Suite("A plan against the one before")
struct AmendingTests {
    private func edition(_ text: String, inForce: String = "2024-01-01", bindings: Bindings = .init()) throws
        -> PlanEdition
    {
        let day = try #require(Day(iso: inForce))
        return PlanCompiler().compile(text: text).edition(number: 1, inForce: day, publishedOn: day, bindings: bindings)
            .0
    }

    @Test("two wordings differ by words: a number is one, and so is each character")
    func words() {
        #expect(
            WordDifference("每年不少于12次", "每年不少于16次，另加").pieces == [
                .same("每年不少于"), .gone("12"), .new("16"), .same("次"), .new("，另加"),
            ])
        #expect(WordDifference("同", "同").pieces == [.same("同")])
        #expect(WordDifference("", "新").pieces == [.new("新")])
    }

    @Test("two texts differ by lines; one that is another changed is told by words, blank lines and gaps tell nothing")
    func lines() {
        let difference = TextDifference("标题\n\n每年12次。\n附则。\n", "标题\n　每年16次。\n新增一行内容。\n附则。")
        #expect(
            difference.lines == [
                .same("标题"), .changed(WordDifference("每年12次。", "每年16次。")), .new("新增一行内容。"), .same("附则。"),
            ])
        #expect(TextDifference("甲\n乙", "甲\r\n\r\n乙").isSame)
    }

    @Test("a clause under another number is the same; one whose window a sentence before it changed is not")
    func clauses() throws {
        let old = try edition("某方案\n一、任务\n1.学习。各单位每年组织集中学习不少于12次。\n2.演练。各单位每年组织演练1次。\n")
        let moved = try edition("某方案\n一、任务\n1.演练。各单位每年组织演练1次。\n2.学习。各单位每年组织集中学习不少于12次。\n")
        #expect(PlanComparison(old, moved).clauses.map(\.kind) == [.same, .same])
        let changed = try edition("某方案\n一、任务\n1.学习。各单位每季度组织集中学习不少于12次。\n2.演练。各单位每年组织演练1次。\n")
        #expect(PlanComparison(old, changed).clauses.map(\.kind) == [.changed, .same])
        #expect(!PlanComparison(old, old).clauses.contains { !$0.isSame })
        var empty = old
        empty.tasks = []
        #expect(PlanComparison(empty, old).clauses.map(\.kind) == [.new, .new])
        #expect(PlanComparison(old, empty).clauses.map(\.kind) == [.gone, .gone])
    }

    @Test("what stays goes on from its first day, through any number of editions; what is changed begins anew")
    func goingOn() throws {
        let first = try edition("某方案\n一、任务\n1.学习。各单位每年组织集中学习不少于12次。\n2.轮训。三年内对科级干部轮训一遍。\n")
        let text = "某方案\n一、任务\n1.学习。各单位每年组织集中学习不少于16次。\n2.轮训。三年内对科级干部轮训一遍。\n"
        let second = try edition(text, inForce: "2025-06-01").going(on: first)
        #expect(second.obligations.map { $0.since?.iso } == [nil, "2024-01-01"])
        let third = try edition(text, inForce: "2026-06-01").going(on: second)
        #expect(third.obligations.map { $0.since?.iso } == ["2025-06-01", "2024-01-01"])
        #expect(third.begins(third.obligations[0]).iso == "2025-06-01")
    }

    @Test("a number that was passed over becomes an obligation by an answer that says what it asks for")
    func madeAnObligation() throws {
        var compiled = PlanCompiler().compile(text: "某方案\n一、任务\n1.学习。各单位每年组织集中学习不少于12次。另读书3本。\n")
        let place = SourcePlace(start: 30, end: 32, line: 3, column: 21)
        compiled.passedOver = [PassedOver(task: "1", quote: "3本", place: place, reason: .unclear)]
        var answer = BindingAnswer(task: "1", quote: "3本")
        answer.obliges = Rule(
            measure: .count, value: 3, unit: .session, window: .years(1), recurs: true, bearer: .unit)
        answer.activity = .any
        answer.population = "officials"
        let day = try #require(Day(iso: "2026-01-01"))
        let (edition, findings) = compiled.edition(
            number: 1, inForce: day, publishedOn: day, bindings: Bindings(answers: [answer]))
        #expect(findings.isEmpty)
        let made = try #require(edition.obligations.first { $0.place == place })
        #expect(made.rule == answer.obliges && made.task == "1" && made.id != edition.obligations[0].id)
        var stray = answer
        stray.quote = "9本"
        let unmatched = compiled.edition(
            number: 1, inForce: day, publishedOn: day, bindings: Bindings(answers: [stray])
        ).1
        #expect(unmatched.map(\.key) == ["bindingUnmatched"])
    }
}
