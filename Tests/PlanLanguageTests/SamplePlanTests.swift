import Foundation
import PlanLanguage
import Plans
import Testing
import Vocabulary

@Suite("The sample plan")
struct SamplePlanTests {
    let plan = PlanCompiler().compile(text: SamplePlan.text)

    @Test("publishes without a question, all 47 clauses of it")
    func noQuestion() throws {
        #expect(plan.obligations.count == 47)
        #expect(plan.obligations.allSatisfy { $0.executable && $0.question == nil })
        #expect(plan.findings.isEmpty)
        let day = try #require(Day(iso: "2024-01-01"))
        let (edition, findings) = plan.edition(number: 1, inForce: day, publishedOn: day)
        #expect(edition.obligations.count == 47)
        #expect(findings.isEmpty)
    }

    @Test("has 17 tasks and 4 safeguards, each as printed")
    func tasks() {
        let numbers = plan.tasks.map(\.number).filter { $0 != "1.0" }
        #expect(numbers == (1...17).map(String.init) + ["S1", "S2", "S3", "S4"])
        #expect(plan.tasks.first { $0.number == "9" }?.title == "开展岗位练兵")
    }

    @Test("is the text in Samples")
    func sameText() throws {
        let file = URL(filePath: #filePath).appending(path: "../../../Samples/sample-plan.txt").standardized
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return }
        #expect(text == SamplePlan.text)
    }

    @Test("carries the figures of the user's plan", .enabled(if: LabelledPlan.realIsThere, "../shared/plan is absent"))
    func sameFigures() throws {
        let labels = try LabelledPlan.real().labels.filter { !$0.optional }
        let wanted = labels.map { "\($0.task) \($0.measure) \($0.op) \($0.value) \($0.upper ?? 0) \($0.window ?? "")" }
        let found = plan.obligations.map {
            "\($0.task) \($0.rule.measure.rawValue) \($0.rule.comparison.rawValue) \($0.rule.value) \($0.rule.upper ?? 0) \($0.rule.window?.code ?? "")"
        }
        #expect(found == wanted)
    }
}
