import PlanLanguage
import Testing

@Suite("How exactly labelled plans are read")
struct ExactnessTests {
    @Test("plans of other trades", arguments: ["health", "emergency"])
    func otherTrades(name: String) throws {
        let plan = try LabelledPlan(corpus: name)
        let score = plan.score(try PlanCompiler().compile(bytes: plan.bytes))
        print(score)
        #expect(score.passes, "\(score.misses.joined(separator: "\n"))")
    }

    @Test("the user's plan", .enabled(if: LabelledPlan.realIsThere, "../shared/plan is absent"))
    func realPlan() throws {
        let plan = try LabelledPlan.real()
        let score = plan.score(try PlanCompiler().compile(bytes: plan.bytes))
        print(score)
        #expect(score.passes, "\(score.misses.joined(separator: "\n"))")
        #expect(score.executable >= 40)
    }
}
