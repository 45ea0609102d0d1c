import LedgerEngine
import Plans
import Records
import Testing
import Vocabulary

@Suite("Why an entry of the town stands as it does")
struct ExplanationTests {
    private func explain(
        _ rule: String, _ subject: Subject, asOf: String = "2025-10-01", knownAt: String? = nil,
        changing change: (inout RecordBook) throws -> Void = { _ in }
    ) throws -> Explanation {
        let edition = try ScenarioCase.edition(of: [ScenarioCase.obligation(ScenarioLine("rule " + rule))])
        var book = try ScenarioTown(Scenarios.text("town.txt")).book
        try change(&book)
        let evaluator = Evaluator(edition: edition, records: book)
        return try #require(
            evaluator.explain(
                obligation: "1.1", subject: subject, asOf: try day(asOf), knownAt: try knownAt.map(day)))
    }

    private func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }
    private func reasons(_ explanation: Explanation) -> [String: UncountedReason] {
        Dictionary(explanation.notCounted.map { ($0.record.code, $0.reason) }, uniquingKeysWith: { first, _ in first })
    }

    let sessions =
        "count >= 4 session window=1_year bearer=team kinds=collectiveStudy population=teams teamKinds=studyGroup"

    @Test("a study group: three counted, one said twice, one void, the fourth due in mid November")
    func studyGroup() throws {
        let why = try explain(sessions, Subject(.team, "G1"))
        #expect(why.counted.map(\.record.code) == ["A01", "A02", "A03"])
        #expect(reasons(why)["A04"] == .duplicate(of: "A03"))
        #expect(reasons(why)["A05"] == .voided(on: try day("2025-07-20"), reason: "not held"))
        // Four are expected once 4 x e / 365 + 0.25 reaches 4: on day 343 (342.2) of the year.
        #expect(why.nextDue == (try day("2025-12-09")))
        #expect(why.wouldHelp == .more(amount: 1, by: try day("2025-12-31")))
    }

    @Test("what was recorded later is not told: it was not there") func recordedLater() throws {
        let why = try explain(sessions, Subject(.team, "G2"), knownAt: "2025-10-01")
        #expect(reasons(why)["A07"] == nil && !why.counted.contains { $0.record.code == "A07" })
        let known = try explain(sessions, Subject(.team, "G2"), knownAt: "2025-11-20")
        #expect(known.counted.contains { $0.record.code == "A07" } || reasons(known)["A07"] != nil)
    }

    @Test("a roll-up of teams names those outstanding and excused, and the first that is due")
    func teams() throws {
        let why = try explain(sessions, Subject(.rollUp, "C0"))
        #expect(why.outstanding == [Subject(.team, "G1"), Subject(.team, "G2")])
        #expect(
            why.excused == [
                ExcusedSubject(subject: Subject(.team, "G3"), reason: .joinedLate(on: try day("2025-08-15")))
            ])
        // G2 has two; three were expected from day 251 (250.9) on.
        #expect(why.nextDue == (try day("2025-09-08")))
        #expect(why.wouldHelp == .reach(subjects: 2, by: try day("2025-12-31")))
    }

    @Test("a class that is too short says how long it was") func tooShort() throws {
        let rule =
            "duration range 3..5 day window=1_year bearer=team kinds=readingClass population=teams teamKinds=leadershipTeam"
        let why = try explain(rule, Subject(.team, "L1"))
        #expect(why.counted.isEmpty)
        #expect(reasons(why)["A09"] == .tooShort(days: 2))
    }

    @Test("coverage names whom it has not reached, whom it excuses, and who did not finish")
    func coverage() throws {
        let rule =
            "coverage >= 100 percent window=1_year bearer=programme kinds=mainClass population=persons categories=sectionLevel"
        let why = try explain(rule, Subject(.programme, "C0"))
        #expect(why.counted.map(\.record.code) == ["A11-P01", "A11-P03", "A11-P05"])
        #expect(why.outstanding == [Subject(.person, "P04"), Subject(.person, "P07")])
        // P10 came late, P12 has left.
        #expect(why.excused.map(\.subject) == [Subject(.person, "P10"), Subject(.person, "P12")])
        #expect(reasons(why) == ["A11-P07": .notCompleted])
        #expect(why.wouldHelp == .reach(subjects: 2, by: try day("2025-12-31")))
    }

    @Test("what a correction left out is told as corrected, on the day that the replaced record tells")
    func leftOut() throws {
        let rule =
            "coverage >= 100 percent window=1_year bearer=programme kinds=mainClass population=persons categories=sectionLevel"
        let told = try day("2025-06-20")
        let why = try explain(rule, Subject(.programme, "C0")) { book in
            var moved = try #require(book.activities.first { $0.code == "A11" })
            moved.code = "A11B"
            (moved.from, moved.to, moved.recorded) = (try day("2025-06-09"), try day("2025-06-13"), told)
            book.activities.append(moved)
            book.corrections.append(
                Correction(
                    code: "C9", record: RecordReference(.activity, "A11"), replacement: "A11B", reason: "moved",
                    by: "clerk", recorded: told))
            for (code, recorded) in [("A11-P03", told), ("A11-P05", told + 9)] {
                book.voidings.append(
                    Voiding(
                        code: "V-\(code)", record: RecordReference(.participation, code), reason: "not there",
                        by: "clerk", recorded: recorded))
            }
        }
        #expect(why.counted.map(\.record.code) == ["A11-P01"])
        #expect(reasons(why)["A11-P03"] == .corrected(by: "A11B", on: told))
        #expect(reasons(why)["A11-P05"] == .voided(on: told + 9, reason: "not there"), "taken away by itself, later")
        let days = Dictionary(uniqueKeysWithValues: why.notCounted.map { ($0.record.code, $0.day.iso) })
        #expect(days["A11-P03"] == "2025-05-16" && days["A11-P05"] == "2025-06-13")
    }

    /// Two units with people who came late, left, or stayed, and one class in May.
    private func leavers(_ options: String) throws -> Explanation {
        let rule =
            "rule coverage >= 100 percent window=1_year bearer=programme kinds=mainClass population=persons unitKinds=department "
            + options
        let edition = try ScenarioCase.edition(of: [ScenarioCase.obligation(ScenarioLine(rule))])
        let book = try ScenarioTown(
            """
            unit C city
            unit D department in=C
            person P D
            person Q D until=2025-05-31
            person R D until=2025-10-31
            person S D from=2025-08-01
            person T D until=2024-12-31
            activity A mainClass C 2025-05-05
            took P A attendee
            took Q A attendee
            """
        ).book
        return try #require(
            Evaluator(edition: edition, records: book).explain(
                obligation: "1.1", subject: Subject(.rollUp, "C"), asOf: try day("2025-12-31")))
    }

    @Test("who has left is told with the day, who came late too; who was never there is not")
    func left() throws {
        let why = try leavers("")
        #expect(why.entry.population == 1 && why.entry.done == 1)
        #expect(
            why.excused == [
                ExcusedSubject(subject: Subject(.person, "Q"), reason: .left(on: try day("2025-06-01"))),
                ExcusedSubject(subject: Subject(.person, "R"), reason: .left(on: try day("2025-11-01"))),
                ExcusedSubject(subject: Subject(.person, "S"), reason: .joinedLate(on: try day("2025-08-01"))),
            ])
        #expect(why.excusedCount == 3)
        #expect(why.counted.map(\.record.code) == ["A-P"], "what those did who left is no part of the figure")
    }

    @Test("reckoned on the first day, who had left by the middle is left out, and not said to have come late")
    func leftByTheMiddle() throws {
        let why = try leavers("reckoning=windowStart")
        // Q was reached before leaving, R left after the middle.
        #expect(why.entry.population == 3 && why.entry.done == 2 && why.excused.isEmpty)
        let other = try leavers("reckoning=windowStart topics=theory")
        #expect(other.excused.map(\.reason) == [.left(on: try day("2025-06-01"))])
    }

    @Test("where no names are given, how many are left out is")
    func unnamedLeavers() throws {
        let why = try leavers("unnamed")
        #expect(why.excused.isEmpty && why.excusedCount == 3)
    }

    @Test("where windows overlap, who counts once counts once in each of them")
    func overlapping() throws {
        let edition = try ScenarioCase.edition(of: [
            ScenarioCase.obligation(
                ScenarioLine(
                    "rule headcount >= 2 person window=1_year step=1_quarter bearer=programme kinds=lecture population=persons"
                ))
        ])
        let book = try ScenarioTown(
            """
            unit C city
            person P C
            activity A lecture C 2025-04-07
            activity B lecture C 2025-05-05
            took P A attendee
            took P B attendee
            """
        ).book
        for from in ["2025-01-01", "2025-04-01"] {
            let why = try #require(
                Evaluator(edition: edition, records: book).explain(
                    obligation: "1.1", subject: Subject(.programme, "C"), from: try day(from),
                    asOf: try day("2025-12-31")))
            #expect(why.entry.done == 1)
            #expect(why.counted.map(\.record.code) == ["A-P"])
            #expect(reasons(why)["B-P"] == .duplicate(of: "A-P"))
        }
    }

    @Test("where no names may be listed, none are") func unnamed() throws {
        let rule =
            "coverage >= 100 percent window=1_year bearer=programme kinds=mainClass population=persons categories=sectionLevel unnamed"
        let why = try explain(rule, Subject(.programme, "C0"))
        #expect(why.outstanding == nil)
        #expect(why.excused.isEmpty)
        #expect(why.notCounted.allSatisfy { $0.record.kind == .activity })
        #expect(why.entry.done == 3)
    }

    @Test("where no names may be listed, what did not count is told by activity, in the whole and in a unit's row")
    func uncountedActivities() throws {
        let book = try ScenarioTown(
            """
            unit C city
            unit D department in=C
            unit E department in=C
            person P D
            person Q D
            person R E
            activity A mainClass C 2025-05-05
            took P A attendee
            took Q A attendee unfinished
            took R A attendee unfinished
            activity B mainClass C 2025-06-05
            took P B attendee
            took R B staff
            """
        ).book
        let line =
            "mainClass population=persons roles=attendee unitKinds=department unnamed"
        func told(_ rule: String, _ subject: Subject) throws -> [String] {
            let rule = try ScenarioCase.obligation(ScenarioLine("rule \(rule)"))
            let evaluator = Evaluator(edition: try ScenarioCase.edition(of: [rule]), records: book)
            let why = try #require(
                evaluator.explain(obligation: "1.1", subject: subject, asOf: try day("2025-10-01")))
            return why.notCounted.map { "\($0.record.kind) \($0.record.code) \($0.reason) \($0.participations ?? 0)" }
        }
        let coverage = "coverage >= 100 percent window=1_year bearer=programme kinds=\(line)"
        #expect(
            try told(coverage, Subject(.programme, "C")) == [
                "activity A notCompleted 2", "activity B duplicate(of: \"A\") 1", "activity B wrongRole 1",
            ])
        #expect(
            try told(coverage, Subject(.rollUp, "D")) == [
                "activity A notCompleted 1", "activity B duplicate(of: \"A\") 1",
            ])
        let count = "count >= 1 session window=1_year bearer=person kinds=\(line)"
        #expect(
            try told(count, Subject(.rollUp, "C")) == ["activity A notCompleted 2", "activity B wrongRole 1"])
        #expect(try told(count, Subject(.rollUp, "E")) == ["activity A notCompleted 1", "activity B wrongRole 1"])
    }

    @Test("a tour filed late cannot be cured; one that may still be reported can")
    func tours() throws {
        let filing = "leadTime >= 15 day bearer=activity kinds=studyTour population=activities"
        let late = try explain(filing, Subject(.activity, "A14"))
        #expect(reasons(late)["A14"] == .filedLate(daysAhead: 5))
        #expect(late.wouldHelp == .tooLate)
        let report = "deadline <= 15 day bearer=activity kinds=studyTour population=activities after=activityEnd"
        let open = try explain(report, Subject(.activity, "A15"))
        #expect(open.nextDue == (try day("2025-10-12")))
        #expect(open.wouldHelp == .more(amount: 1, by: try day("2025-10-12")))
        let all = try explain(report, Subject(.rollUp, "C0"))
        #expect(all.outstanding == [Subject(.activity, "A14"), Subject(.activity, "A15")])
        #expect(all.wouldHelp == .reach(subjects: 1, by: try day("2025-10-12")))
    }

    @Test("a limit has no next due day; passed, it stays passed") func limit() throws {
        let rule =
            "count <= 1 session window=1_year bearer=unit kinds=collectiveStudy population=units unitKinds=department"
        #expect(try explain(rule, Subject(.unit, "D3")).nextDue == nil)
        #expect(try explain(rule, Subject(.unit, "D1")).wouldHelp == .tooLate)
    }
}
