import LedgerEngine
import Plans
import Testing
import Vocabulary

/// What an explanation says is due next, and what would put the entry right.
@Suite("What would help")
struct RemedyTests {
    static let town = """
        unit C city
        unit D department in=C
        person P1 D
        person P2 D from=2025-03-01
        category P2 newChief from=2025-03-01
        activity A1 meeting D 2025-01-10
        activity A2 lecture D 2025-02-03 2025-02-04 hours=2.5 filed=2025-01-30
        activity A3 lecture D 2025-03-20 hours=1 filed=2025-03-01 reported=2025-03-25
        took P1 A2 attendee hours=2.5
        """

    static func explain(
        _ rule: String, _ subject: Subject, asOf: String, from: String? = nil
    ) throws -> Explanation {
        let edition = try ScenarioCase.edition(of: [ScenarioCase.obligation(ScenarioLine(rule))])
        let evaluator = Evaluator(edition: edition, records: try ScenarioTown(town).book)
        let day = try #require(Day(iso: asOf))
        return try #require(evaluator.explain(obligation: "1.1", subject: subject, from: from.map(Self.day), asOf: day))
    }

    static func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

    @Test("nothing is due of what there must not be too much of")
    func limits() throws {
        let rule = "rule count <= 2 session window=1_year bearer=programme kinds=meeting population=programme"
        let kept = try Self.explain(rule, Subject(.programme, "C"), asOf: "2025-03-31")
        #expect(kept.entry.standing == .met)
        #expect(kept.nextDue == nil)
        #expect(kept.wouldHelp == nil)

        let none = "rule count <= 0 session window=1_year bearer=programme kinds=meeting population=programme"
        let passed = try Self.explain(none, Subject(.programme, "C"), asOf: "2025-03-31")
        #expect(passed.entry.standing == .overdue)
        #expect(passed.wouldHelp == .tooLate)
    }

    @Test("by 10 December of every year: one more by then")
    func fixedDay() throws {
        let rule =
            "rule deadline <= 1 year window=by_--12-10 bearer=unit kinds=drill population=units unitKinds=department after=fixedDay"
        let open = try Self.explain(rule, Subject(.unit, "D"), asOf: "2025-03-31")
        #expect(open.entry.standing == .notYetDue)
        #expect(open.wouldHelp == .more(amount: 1, by: try Self.day("2025-12-10")))
        // 0.75 of 365 days are 273.75: the 274th from 11 December 2024, which has 21 days of its own: 253 in 2025.
        #expect(open.nextDue == (try Self.day("2025-09-10")))
    }

    @Test("within a year of the appointment: one more by its last day")
    func newChief() throws {
        let rule =
            "rule deadline <= 1 year bearer=person kinds=newChiefsClass population=persons categories=newChief after=appointment"
        let open = try Self.explain(rule, Subject(.person, "P2"), asOf: "2025-03-31")
        // A year after 1 March ends with the next 1 March: the day of the appointment does not count.
        #expect(open.nextDue == (try Self.day("2026-03-01")))
        #expect(open.wouldHelp == .more(amount: 1, by: try Self.day("2026-03-01")))
        let late = try Self.explain(rule, Subject(.person, "P2"), asOf: "2026-03-02")
        #expect(late.entry.standing == .overdue)
        #expect(late.wouldHelp == .soon, "late or not, they are to be trained")
        #expect(late.nextDue == nil)
    }

    @Test("ten hours a year with two and a half done: the third is due, not the third and a half")
    func halfHours() throws {
        let rule = "rule hours >= 10 hour window=1_year bearer=person kinds=lecture population=persons"
        let open = try Self.explain(rule, Subject(.person, "P1"), asOf: "2025-03-31")
        #expect(open.entry.done == 2.5)
        // 2.75 x 365 / 10 = 100.4: the 101st day.
        #expect(open.nextDue == (try Self.day("2025-04-11")))
        #expect(open.wouldHelp == .more(amount: 7.5, by: try Self.day("2025-12-31")))
    }

    @Test("of activities filed too late nothing can be put right; of one not yet reported, the report")
    func activities() throws {
        let filed = "rule leadTime >= 10 day bearer=activity kinds=lecture population=activities"
        let late = try Self.explain(filed, Subject(.rollUp, "D"), asOf: "2025-03-31")
        #expect(late.outstanding == [Subject(.activity, "A2")])
        #expect(late.wouldHelp == .tooLate)
        #expect(late.nextDue == nil)

        // A2 ended on 4 February and is reported late on 14 February already; on 10 February it still had four days.
        let reported = "rule deadline <= 10 day bearer=activity kinds=lecture population=activities after=activityEnd"
        let open = try Self.explain(reported, Subject(.rollUp, "D"), asOf: "2025-02-10")
        #expect(open.wouldHelp == .reach(subjects: 1, by: try Self.day("2025-02-14")))
        #expect(open.nextDue == (try Self.day("2025-02-14")))
        let over = try Self.explain(reported, Subject(.rollUp, "D"), asOf: "2025-03-31")
        #expect(over.entry.done == 1 && over.entry.required == 2)
        #expect(over.wouldHelp == .soon, "a report that is late is still owed")

        let papers = "rule count >= 1 document bearer=activity kinds=lecture population=activities document=report"
        let missing = try Self.explain(papers, Subject(.activity, "A2"), asOf: "2025-03-31")
        #expect(missing.entry.standing == .behind)
        #expect(missing.wouldHelp == .more(amount: 1, by: nil))
    }

    @Test("what ended with the year is gone; what was to be done once, or by a day, is still owed")
    func passed() throws {
        let yearly = "rule count >= 5 session window=1_quarter bearer=programme kinds=lecture population=programme"
        #expect(try Self.explain(yearly, Subject(.programme, "C"), asOf: "2025-03-31").wouldHelp != .tooLate)
        let quarter = try Self.explain(yearly, Subject(.programme, "C"), asOf: "2025-04-01", from: "2025-01-01")
        #expect(quarter.wouldHelp == .tooLate)
        for window in ["by_2025-03-31 once", "1_quarter once", "by_--03-31"] {
            let rule = "rule count >= 5 session window=\(window) bearer=programme kinds=lecture population=programme"
            let told = try Self.explain(
                rule, Subject(.programme, "C"), asOf: "2025-04-01", from: window == "by_--03-31" ? "2024-04-01" : nil)
            #expect(told.wouldHelp == .soon, "\(window)")
        }
    }

    /// Whatever the rule and the day, a remedy speaks of days to come.
    @Test("no remedy names a day that has passed", arguments: 1...6)
    func neverPassed(seed: UInt64) throws {
        let book = try ScenarioTown(RandomWorld.lines(seed: seed).joined(separator: "\n")).book
        let edition = try SmallWorld.edition(SmallWorld.rules + SmallWorld.timeRules)
        for asOf in ["2025-04-20", "2025-11-30"] {
            let day = try Self.day(asOf)
            let live = Evaluator(edition: edition, records: book).live(asOf: day)
            var told = 0
            for entry in live.ledger().entries.filter({ $0.standing != .met }) where told < 400 {
                told += 1
                let why = try #require(
                    live.explain(obligation: entry.obligation, subject: entry.subject, from: entry.from))
                switch why.wouldHelp {
                case .more(_, let by), .reach(_, let by):
                    if let by, by < day { Issue.record("\(entry.obligation) \(entry.line): by \(by)") }
                case .soon, .tooLate, nil: break
                }
            }
        }
    }

    @Test(
        "a slip of the pen in a figure is judged like any other, or needs a ruling",
        arguments: ["hour", "day", "workingDay", "week", "month", "quarter", "year"])
    func absurd(unit: String) throws {
        for measure in [
            "leadTime >= 240000000000000 \(unit) bearer=activity kinds=lecture population=activities",
            "deadline <= 240000000000000 \(unit) bearer=activity kinds=lecture population=activities after=activityEnd",
            "duration >= 240000000000000 \(unit) bearer=activity kinds=lecture population=activities",
        ] {
            let told = try Self.explain("rule " + measure, Subject(.activity, "A2"), asOf: "2025-03-31")
            #expect(told.entry.standing != .met)
        }
    }
}
