import Exchange
import Formats
import LedgerEngine
import Plans
import Testing
import Vocabulary

@Suite("The edition another evaluator reads")
struct EditionJSONTests {
    func text(_ change: (inout Binding) -> Void = { _ in }) throws -> String {
        var obligation = SmallPlan.obligation("2.1")
        var binding = try #require(obligation.binding)
        change(&binding)
        obligation.binding = binding
        let day = try #require(Day(iso: "2025-01-01"))
        let edition = PlanEdition(
            number: 1, title: "方案", inForce: day, publishedOn: day, text: "",
            tasks: [PlanTask(number: "2", title: "", place: obligation.place, obligations: [obligation])])
        return ByteOutput.text { EditionJSON(edition).write(to: $0) }
    }

    @Test("what a rule does not ask is null")
    func nothing() throws {
        #expect(
            try text().contains(
                #""namesPersons":true, "membership":null, "credit":null, "tiers":null, "passShare":null, "distinctKinds":null, "conditions":null, "step":null}"#
            ))
    }

    @Test("what it asks is written out")
    func everything() throws {
        let written = try text {
            $0.membership = Membership(.windowStart, excusesLate: false)
            $0.credit = .own
            $0.tiers = [ValueTier(.young, 90), ValueTier("senior", 40.5)]
            $0.passShare = 66.6
            $0.distinctKinds = true
            $0.conditions = ActivityConditions(topics: [.theory], filedAhead: 15)
            $0.step = .quarters(1)
        }
        let expected =
            #""membership":{"reckoning":"windowStart", "excusesLate":false, "onTheDay":true}, "credit":"own", "#
            + #""tiers":[{"category":"young", "value":90}, {"category":"senior", "value":40.5}], "passShare":66.6, "#
            + #""distinctKinds":true, "conditions":{"topics":["theory"], "filedAhead":15, "reportedWithin":null}, "#
            + #""step":"1 quarter"}"#
        #expect(written.contains(expected), "\(written)")
    }

    @Test("a turnout is counted in person-times, of the whole and of every unit")
    func turnout() {
        var obligation = SmallPlan.obligation("2.1", measure: .headcount)
        (obligation.rule.unit, obligation.rule.bearer) = (.percent, .unit)
        #expect(LedgerText.unit(of: obligation, subject: .programme) == .personTime)
        #expect(LedgerText.unit(of: obligation, subject: .rollUp) == .personTime)
    }
}
