import Exchange
import Formats
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
            ByteOutput.text { LedgerJSON(ledger, of: []).write(to: $0) } == """
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
                #"{"record":"E2", "kind":"activity", "day":"2026-04-01", "reason":"tooShort", "participations":null, "sentenceZh":"只有2天", "sentenceEn":"too short: 2 days"}"#
            ))
        #expect(text.contains(#""outstanding": null"#))
        #expect(text.contains(#""nextDue": "2026-10-31""#))
        #expect(text.contains(#""sentenceZh":"2026年12月31日前再完成5次", "sentenceEn":"5 more sessions by 2026-12-31""#))
    }

    @Test("a reason says what would count")
    func whatWouldCount() {
        var lecture = SmallPlan.obligation("2.1")
        lecture.binding = Binding(
            kinds: [.lecture], topics: [.theory, .partyHistory], audience: ["young"], roles: [.speaker, .keynote],
            population: Population("p", "", "", .units), length: LengthCondition(.range, 3, upper: 5, unit: .day))
        func zh(_ reason: UncountedReason) -> String { LedgerText.reason(reason, of: lecture, in: .zh) }
        func en(_ reason: UncountedReason) -> String { LedgerText.reason(reason, of: lecture, in: .en) }
        #expect(zh(.wrongTopic) == "主题不符（要求：理论学习、党史党情）")
        #expect(en(.wrongTopic) == "on another topic (asked for: theory and party history)")
        #expect(zh(.wrongAudience).hasPrefix("培训对象不符（要求："))
        #expect(zh(.wrongRole) == "参加身份不符（要求：主讲或重点发言）")
        #expect(zh(.tooShort(days: 2)) == "只有2天，规定至少3天")
        #expect(en(.tooShort(days: 2)) == "too short: 2 days; asked for: at least 3 days")
        lecture.binding?.length = LengthCondition(.atMost, 5, unit: .workingDay)
        #expect(zh(.tooLong(days: 9)) == "共9个工作日，规定最多5个工作日")
        lecture.binding?.length = nil
        lecture.binding?.conditions = ActivityConditions(filedAhead: 15, reportedWithin: 10)
        #expect(zh(.filedLate(daysAhead: 7)) == "只提前7天报备，应提前15天")
        #expect(zh(.notFiled) == "没有报备，应提前15天")
        #expect(zh(.reportedLate(daysAfter: 20)) == "结束后20天才报送，应在结束后10天内报送")
        #expect(en(.reportedLate(daysAfter: 1)) == "reported 1 day after the end; asked for: within 10 days")
        let tour = SmallPlan.obligation("2.2", measure: .leadTime)
        #expect(LedgerText.reason(.wrongTopic, of: tour, in: .zh) == "主题不符", "it asks for no topic")
        #expect(LedgerText.reason(.tooFewHours(2.5), in: .zh) == "只有2.5学时")
    }

    @Test("about so many is reached with nine tenths, and says so")
    func about() {
        var obligation = SmallPlan.obligation("2.1")
        #expect(LedgerText.aboutNote(obligation, in: .zh) == nil)
        obligation.rule.comparison = .about
        obligation.rule.unit = .person
        obligation.rule.value = 200
        #expect(LedgerText.aboutNote(obligation, in: .zh) == "“200人左右”按九成计")
        obligation.rule.measure = .deadline
        #expect(LedgerText.aboutNote(obligation, in: .en) == nil)
    }

    @Test("an open obligation is explained by its question, and those left out are counted")
    func open() {
        var obligation = SmallPlan.obligation("2.1")
        (obligation.binding, obligation.question) = (nil, .activity(wording: "各类活动"))
        var explanation = Explanation(
            entry: LedgerEntry(
                obligation: "2.1", subject: Subject(.programme, "C"), unit: "C", from: SmallBook.day("2026-01-01"),
                to: nil,
                required: 12, done: 0, standing: .needsRuling), required: 12, counted: [], notCounted: [])
        explanation.excusedCount = 3
        let json = ByteOutput.text { ExplanationJSON(explanation, of: obligation).write(to: $0) }
        #expect(json.contains(#""excusedCount": 3"#))
        #expect(json.contains("“各类活动”指哪一类活动？"))
        let text = ByteOutput.text {
            ExplanationReport(explanation, of: obligation, language: .zh) { $0.code }.write(to: $0)
        }
        #expect(text.contains("待明确：“各类活动”指哪一类活动？") && text.contains("不计入应训人数：3"))
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
        #expect(LedgerText.unit(of: count, subject: .rollUp) == .subjectStudyGroup)
        var coverage = SmallPlan.obligation("2.2", measure: .coverage)
        coverage.rule.unit = .percent
        #expect(LedgerText.unit(of: coverage, subject: .programme) == .subjectStudyGroup)
        coverage.binding?.population.subjects = .persons
        #expect(LedgerText.unit(of: coverage, subject: .programme) == .person)
        var length = SmallPlan.obligation("2.3", measure: .duration)
        length.rule.unit = .day
        #expect(LedgerText.unit(of: length, subject: .team) == .session, "so many that are long enough")
        length.rule.bearer = .activity
        #expect(LedgerText.unit(of: length, subject: .activity) == .day)
    }

    @Test("a lecture is counted 场 and a series of lectures 期, in figures as in sentences")
    func lectures() {
        func figure(_ kinds: [ActivityKind]) -> String {
            var obligation = SmallPlan.obligation("2.4")
            obligation.binding?.kinds = kinds
            return LedgerText.amountText(3, LedgerText.unit(of: obligation, subject: .unit), in: .zh)
        }
        #expect(figure([.lecture, .partyLecture, .lectureHall]) == "3场")
        #expect(figure([.lectureHall]) == "3期")
        #expect(figure([.collectiveStudy]) == "3次" && figure([.lecture, .seminar]) == "3次")
    }
}
