import Foundation
import Plans
import Testing
import Vocabulary

@testable import PlanLanguage

/// 12天或90学时: one obligation that either figure meets (docs/decisions/0190).
@Suite("Figures any of which does")
struct AlternativeTests {
    /// `duration >= 12 day or hours >= 90 hour`, with the kinds of activity where another is named.
    private func form(_ rule: Rule) -> String {
        rule.choices.enumerated().map { number, one in
            let kind = number == 0 ? nil : rule.alternatives?[number - 1].activity
            return
                "\(one.measure.rawValue) \(one.comparison.rawValue) \(ChineseSentence.number(one.value)) \(one.unit.rawValue)"
                + (kind.map { " \($0.rawValue)" } ?? "")
        }.joined(separator: " or ") + (rule.window.map { ", \($0.code)" } ?? "")
    }

    @Test(
        "are read as one obligation",
        arguments: [
            ("干部每年参加脱产培训不少于12天或90学时。", "duration >= 12 day or hours >= 90 hour, 1 year"),
            ("干部每年参加脱产培训12天以上，或者90学时以上。", "duration >= 12 day or hours >= 90 hour, 1 year"),
            ("干部每年参加脱产培训不少于12天（或90学时）。", "duration >= 12 day or hours >= 90 hour, 1 year"),
            ("县处级干部每5年参加培训累计不少于3个月或550学时。", "duration >= 3 month or hours >= 550 hour, 5 year"),
            ("每名干部每年参加讲座不少于2次或讲党课1次。", "count >= 2 session or count >= 1 lecture partyLecture, 1 year"),
            ("各单位每年组织演练不少于2次，或者举办讲座不少于1次。", "count >= 2 session or count >= 1 session lecture, 1 year"),
            ("每期培训班时间不少于3天或24学时。", "duration >= 3 day or hours >= 24 hour"),
        ])
    func reading(text: String, wanted: String) {
        let found = PlanCompiler().compile(text: text).obligations
        #expect(found.map { form($0.rule) } == [wanted], "\(found.map(\.sentenceZh))")
        #expect(found.allSatisfy { $0.quote.contains("或") })
    }

    @Test(
        "are none where nobody says or, or another owes the second",
        arguments: [
            "干部每年参加脱产培训不少于12天、网络学习不少于90学时。", "干部每年参加脱产培训不少于12天。或者90学时的网络学习。",
            "市委党校每年举办主体班2期，或者各县（市）区每年举办主体班3期。",
        ])
    func others(text: String) {
        #expect(PlanCompiler().compile(text: text).obligations.allSatisfy { !$0.rule.isEither })
    }

    @Test("what counts towards the second is what its own noun says")
    func bindings() throws {
        let found = try #require(PlanCompiler().compile(text: "每名干部每年参加讲座不少于2次或讲党课1次。").obligations.first)
        let binding = try #require(found.binding)
        #expect(found.activity == .lecture)
        #expect(binding.choice(1).kinds == [.partyLecture] && binding.choice(1).roles == [.speaker])
        #expect(binding.choice(0).kinds?.contains(.lecture) == true && binding.choice(0).roles.isEmpty)
        #expect(found.choice(1).activity == .partyLecture && !found.choice(1).rule.isEither)
        let days = try #require(PlanCompiler().compile(text: "干部每年参加脱产培训不少于12天或90学时。").obligations.first)
        #expect(days.binding?.alternatives == nil && days.binding?.choice(1).kinds == days.binding?.kinds)
    }

    /// Every pair of figures that may stand side by side, with one noun or two.
    static func rules() -> [(Rule, RuleNames)] {
        let kinds = ActivityKindCatalogue()
        let people = Lexicon.builtIn.population("cityManaged")
        let figures: [Alternative] = [
            Alternative(measure: .duration, value: 12, unit: .day),
            Alternative(measure: .hours, value: 90, unit: .hour),
            Alternative(measure: .duration, comparison: .about, value: 3, unit: .month),
            Alternative(measure: .count, value: 2, unit: .lecture, activity: .partyLecture),
            Alternative(measure: .count, value: 1, unit: .session, activity: .seminar),
        ]
        let bearers: [(Bearer, Population?)] = [
            (.person, people), (.unit, Lexicon.builtIn.population("allUnits")),
            (.team, Lexicon.builtIn.population("studyGroups")),
        ]
        let windows: [(Window?, Bool)] = [
            (.years(1), true), (.years(5), true), (.quarters(1), true), (.months(6), true), (.years(3), false),
        ]
        var rules: [(Rule, RuleNames)] = []
        for (bearer, population) in bearers {
            for (window, recurs) in windows {
                for first in figures {
                    for second in figures where second != first {
                        let own = first.activity ?? .trainingClass
                        let other = second.activity ?? .trainingClass
                        var alternative = second
                        alternative.activity = other == own ? nil : other
                        let rule = Rule(
                            measure: first.measure, comparison: first.comparison, value: first.value, unit: first.unit,
                            window: window, recurs: recurs, bearer: bearer, alternatives: [alternative])
                        rules.append(
                            (
                                rule,
                                RuleNames(
                                    activity: kinds[own], population: population,
                                    alternatives: [alternative.activity.flatMap { kinds[$0] }])
                            ))
                    }
                }
            }
        }
        return rules
    }

    @Test("their Chinese sentence compiles back to the same rule, their English one says or")
    func roundTrip() {
        let rules = Self.rules()
        var wrong: [String] = []
        var said: Set<String> = []
        for (rule, names) in rules {
            let sentence = ChineseSentence.sentence(for: rule, names)
            let found = PlanCompiler().compile(text: sentence).obligations.map(\.rule)
            if found != [rule] { wrong.append("\(sentence)\n  wanted \(form(rule))\n  found \(found.map(form))") }
            let english = EnglishSentence.sentence(for: rule, names)
            said.insert(english)
            #expect(english.contains(", or ") && english.hasSuffix("."), "\(english)")
        }
        #expect(said.count == rules.count)
        #expect(wrong.isEmpty, "\(wrong.count) of \(rules.count):\n\(wrong.prefix(20).joined(separator: "\n"))")
    }

    @Test("an answer names them, changes them, takes them away; what cannot stand side by side is refused")
    func answers() throws {
        let plan = PlanCompiler().compile(text: "方案\n一、任务\n1.教育培训。每名干部每年参加培训不少于12天。")
        func edition(_ alternatives: String) throws -> (PlanEdition, [Finding]) {
            let yaml = "bindings:\n  - {task: \"1\", quote: 不少于12天, alternatives: \(alternatives)}"
            return plan.edition(
                number: 1, inForce: Day(number: 0), publishedOn: Day(number: 0), bindings: try Bindings(yaml: yaml))
        }
        let (both, nothing) = try edition(
            "[{measure: hours, value: 90, unit: hour}, {measure: count, value: 2, unit: session, activity: lecture, roles: [speaker]}]"
        )
        #expect(nothing.isEmpty)
        let obligation = try #require(both.obligations.first)
        #expect(form(obligation.rule) == "duration >= 12 day or hours >= 90 hour or count >= 2 session lecture, 1 year")
        #expect(obligation.binding?.choice(1).kinds == obligation.binding?.kinds)
        #expect(obligation.binding?.choice(2).roles == [.speaker])
        #expect(obligation.binding?.choice(2).kinds?.contains(.lecture) == true)
        #expect(PlanCompiler().compile(text: obligation.sentenceZh).obligations.map(\.rule) == [obligation.rule])
        #expect(try edition("[]").0.obligations.first?.rule.alternatives == nil)
        #expect(try edition("[{measure: share, value: 90, unit: percent}]").1.map(\.key) == ["bindingNoAlternative"])
        #expect(
            try edition("[{measure: hours, op: <=, value: 90, unit: hour}]").1.map(\.key) == ["bindingNoAlternative"])
        #expect(try edition("[{measure: hours, value: 0, unit: hour}]").1.map(\.key) == ["bindingBeyondLimit"])
        #expect(
            try edition("[{measure: count, value: 1, unit: session, activity: nothing}]").1.map(\.key)
                == ["bindingUnknownActivity"])
        let many = Array(repeating: "{measure: hours, value: 9, unit: hour}", count: 8).joined(separator: ", ")
        #expect(try edition("[\(many)]").1.map(\.key) == ["bindingBeyondLimit"])
    }

    @Test("an edition without them is written as it always was; one with them is read back")
    func stored() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let plain = try #require(PlanCompiler().compile(text: "每名干部每年参加培训不少于12天。").obligations.first)
        let text = String(decoding: try encoder.encode(plain), as: UTF8.self)
        #expect(!text.contains("alternatives"))
        let either = try #require(PlanCompiler().compile(text: "每名干部每年参加讲座不少于2次或讲党课1次。").obligations.first)
        let read = try JSONDecoder().decode(Obligation.self, from: encoder.encode(either))
        #expect(read == either && read.rule.isEither)
    }
}
