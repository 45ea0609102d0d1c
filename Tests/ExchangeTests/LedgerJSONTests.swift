import Exchange
import LedgerEngine
import Plans
import Records
import Testing
import Vocabulary

@Suite("Ledger and explanation as JSON")
struct LedgerJSONTests {
    private let entry = LedgerEntry(
        obligation: "2.1", subject: Subject(.team, "T1"), unit: "U2", from: SmallBook.day("2026-01-01"),
        to: SmallBook.day("2026-12-31"), required: 12, done: 7.5, standing: .behind, forecast: 10)

    @Test("one entry to a line, with every field of the contract")
    func ledger() {
        let ledger = Ledger(edition: 1, asOf: SmallBook.day("2026-09-30"), knownAt: nil, entries: [entry])
        #expect(
            ByteOutput.text { LedgerJSON(ledger).write(to: $0) } == """
                {
                  "edition": 1,
                  "asOf": "2026-09-30",
                  "knownAt": null,
                  "entries": [
                    {"obligation":"2.1", "subject":{"kind":"team", "code":"T1"}, "unit":"U2", "from":"2026-01-01", "to":"2026-12-31", "required":12, "done":7.5, "population":null, "standing":"behind", "forecast":10}
                  ]
                }

                """)
    }

    @Test("an explanation tells what counted, what did not and why, in keys and in sentences")
    func explanation() {
        let explanation = Explanation(
            entry: entry, required: 12,
            counted: [.init(record: .init(.activity, "E1"), day: SmallBook.day("2026-03-01"), amount: 1)],
            notCounted: [
                .init(record: .init(.activity, "E2"), day: SmallBook.day("2026-04-01"), reason: .tooShort(days: 2))
            ],
            nextDue: SmallBook.day("2026-10-31"), wouldHelp: .more(amount: 5, by: SmallBook.day("2026-12-31")))
        let text = ByteOutput.text { ExplanationJSON(explanation, of: SmallPlan.obligation("2.1")).write(to: $0) }
        #expect(
            text.contains(
                #""counted": ["# + "\n    " + #"{"record":"E1", "kind":"activity", "day":"2026-03-01", "amount":1}"#))
        #expect(
            text.contains(
                #"{"record":"E2", "kind":"activity", "day":"2026-04-01", "reason":"tooShort", "sentenceZh":"只有2天，时间不够", "sentenceEn":"too short: 2 days"}"#
            ))
        #expect(text.contains(#""outstanding": null"#))
        #expect(text.contains(#""nextDue": "2026-10-31""#))
        #expect(text.contains(#""sentenceZh":"2026年12月31日前再完成5次", "sentenceEn":"5 more sessions by 2026-12-31""#))
    }

    @Test("each reason has a key of its own and a sentence in both languages")
    func reasons() {
        let day = SmallBook.day("2026-02-03")
        let reasons: [UncountedReason] = [
            .tooShort(days: 1), .tooLong(days: 9), .voided(on: day, reason: "误"), .corrected(by: "E9", on: day),
            .outsideWindow, .wrongTopic, .wrongAudience, .wrongRole, .notCompleted,
            .outsidePopulation(on: day), .duplicate(of: "E9"), .filedLate(daysAhead: 3), .notFiled,
            .reportedLate(daysAfter: 20), .notReported, .documentMissing(name: "方案"),
        ]
        #expect(Set(reasons.map(LedgerText.key(of:))).count == reasons.count)
        #expect(Set(reasons.map { LedgerText.reason($0, in: .zh) }).count == reasons.count)
        #expect(Set(reasons.map { LedgerText.reason($0, in: .en) }).count == reasons.count)
        #expect(LedgerText.reason(.filedLate(daysAhead: -2), in: .zh) == "开始后2天才报备")
    }
}

@Suite("What figures count in")
struct FigureUnitTests {
    @Test("a coverage counts persons or subjects, not percent; a roll-up counts its subjects")
    func units() {
        let count = SmallPlan.obligation("2.1")
        #expect(LedgerText.unit(of: count, subject: .team) == .session)
        #expect(LedgerText.unit(of: count, subject: .rollUp) == .subjectTeam)
        var coverage = SmallPlan.obligation("2.2", measure: .coverage)
        coverage.rule.unit = .percent
        #expect(LedgerText.unit(of: coverage, subject: .programme) == .subjectTeam)
        coverage.binding?.population.subjects = .persons
        #expect(LedgerText.unit(of: coverage, subject: .programme) == .person)
        var length = SmallPlan.obligation("2.3", measure: .duration)
        length.rule.unit = .day
        #expect(LedgerText.unit(of: length, subject: .team) == .session, "so many that are long enough")
        length.rule.bearer = .activity
        #expect(LedgerText.unit(of: length, subject: .activity) == .day)
    }
}
