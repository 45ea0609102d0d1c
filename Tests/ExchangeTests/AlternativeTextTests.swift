import Exchange
import Formats
import LedgerEngine
import Plans
import Records
import Testing
import Vocabulary

/// 12天或90学时, as it is printed and said.
@Suite("Figures any of which does, in print")
struct AlternativeTextTests {
    private static let obligation: Obligation = {
        var obligation = SmallPlan.obligation("2.1", measure: .duration)
        obligation.rule = Rule(
            measure: .duration, value: 12, unit: .day, window: .years(1), recurs: true, bearer: .person,
            alternatives: [
                Alternative(measure: .hours, value: 90, unit: .hour),
                Alternative(measure: .count, value: 2, unit: .session, activity: .lecture),
            ])
        obligation.binding = Binding(
            kinds: [.trainingClass], population: Population("p", "干部", "officials", .persons),
            alternatives: [nil, AlternativeBinding(kinds: [.lecture], roles: [.speaker])])
        return obligation
    }()

    private static let entry = LedgerEntry(
        obligation: "2.1", subject: Subject(.person, "P1"), unit: "U2", from: SmallBook.day("2026-01-01"),
        to: SmallBook.day("2026-12-31"), required: 90, done: 60, standing: .onCourse, forecast: 80,
        alternatives: Alternatives(
            figures: [
                AlternativeFigure(required: 12, done: 3, standing: .behind, forecast: 4),
                AlternativeFigure(required: 90, done: 60, standing: .onCourse, forecast: 80),
                AlternativeFigure(required: 2, done: 0, standing: .behind, forecast: 0),
            ], nearest: 1))

    private var explanation: Explanation {
        func counted(_ code: String, _ amount: Double) -> CountedRecord {
            CountedRecord(record: .init(.participation, code), day: SmallBook.day("2026-03-01"), amount: amount)
        }
        var why = Explanation(
            entry: Self.entry, required: 90, counted: [counted("R1", 60)],
            notCounted: [], nextDue: SmallBook.day("2026-11-01"),
            wouldHelp: .more(amount: 30, by: SmallBook.day("2026-12-31")))
        why.alternatives = [
            .init(counted: [counted("R1", 3)], notCounted: []), .init(counted: [counted("R1", 60)], notCounted: []),
            .init(
                counted: [],
                notCounted: [
                    UncountedRecord(
                        record: .init(.participation, "R2"), day: SmallBook.day("2026-04-01"), reason: .wrongRole,
                        choice: 2)
                ]),
        ]
        return why
    }

    @Test("the nearest figure comes first, the others are told beside it, and each by its own unit")
    func figures() {
        #expect(
            LedgerText.figures(of: Self.entry, Self.obligation, in: .zh)
                == "应90学时，已60学时；或应12天，已3天；或应2场，已0场")
        #expect(
            LedgerText.figures(of: Self.entry, Self.obligation, in: .en)
                == "60 of 90 hours, or 3 of 12 days, or 0 of 2 lectures")
        #expect(LedgerText.unit(of: Self.obligation, Self.entry) == .hour)
        #expect(
            LedgerText.remedy(
                .more(amount: 30, by: SmallBook.day("2026-12-31")), of: Self.obligation, Self.entry, in: .zh)
                == "2026年12月31日前再完成30学时，或再完成9天，或再完成2场")
        #expect(
            LedgerText.remedy(.more(amount: 30, by: nil), of: Self.obligation, Self.entry, in: .en)
                == "30 more hours, or 9 more days, or 2 more lectures")
    }

    @Test("the entry's JSON has both figures and which is told; one with a single figure has neither field")
    func ledger() {
        func text(_ entry: LedgerEntry) -> String {
            ByteOutput.text {
                LedgerJSON(
                    Ledger(edition: 1, asOf: SmallBook.day("2026-09-30"), knownAt: nil, entries: [entry]),
                    of: [Self.obligation]
                ).write(to: $0)
            }
        }
        #expect(
            text(Self.entry).contains(
                #""forecast":80, "nearest":1, "alternatives":[{"unit":"day", "required":12, "done":3, "standing":"behind", "forecast":4}, {"unit":"hour", "required":90,"#
            ), "\(text(Self.entry))")
        var plain = Self.entry
        plain.alternatives = nil
        #expect(!text(plain).contains("alternatives") && !text(plain).contains("nearest"))
    }

    @Test("an explanation lists the records of every figure, in JSON and on the terminal")
    func explained() {
        let json = ByteOutput.text { ExplanationJSON(explanation, of: Self.obligation).write(to: $0) }
        #expect(json.contains(#""nearest": 1"#), "\(json)")
        #expect(json.contains(#"{"unit":"day", "required":12, "done":3"#), "\(json)")
        #expect(json.contains("参加身份不符（要求：主讲）"), "\(json)")
        let text = ByteOutput.text {
            ExplanationReport(explanation, of: Self.obligation, language: .zh) { $0.code }.write(to: $0)
        }
        let lines = ["应完成：90学时", "任选其一：应90学时", "计入（90学时）（1）", "计入（12天）（1）", "未计入及原因（2场）（1）"]
        for line in lines { #expect(text.contains(line), "\(line) in \(text)") }
    }

    @Test("an edition names the figures and what counts for each; others print no such field")
    func edition() {
        func text(_ obligation: Obligation) -> String {
            let day = SmallBook.day("2025-01-01")
            let edition = PlanEdition(
                number: 1, title: "方案", inForce: day, publishedOn: day, text: "",
                tasks: [PlanTask(number: "2", title: "", place: obligation.place, obligations: [obligation])])
            return ByteOutput.text { EditionJSON(edition).write(to: $0) }
        }
        let found = text(Self.obligation)
        #expect(
            found.contains(
                #""alternatives":[{"measure":"hours", "op":">=", "value":90, "upper":null, "unit":"hour", "activity":null}, "#
            ), "\(found)")
        #expect(
            found.contains(
                #""step":null, "alternatives":[null, {"kinds":["lecture"], "topics":[], "roles":["speaker"]"#),
            "\(found)")
        #expect(!text(SmallPlan.obligation("2.1")).contains("alternatives"))
    }
}
