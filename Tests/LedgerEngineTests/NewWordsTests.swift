import LedgerEngine
import Plans
import Records
import Testing
import Vocabulary

/// A topic, an audience or a kind that no record has named yet, though the plan asks for it.
@Suite("The first record of its topic, audience or kind")
struct NewWordsTests {
    static let rules = [
        "rule count >= 1 session window=1_year bearer=team kinds=any population=teams topics=partyHistory",
        "rule count >= 1 session window=1_year bearer=team kinds=any population=teams audience=senior",
        "rule count >= 1 session window=1_year bearer=team kinds=nightClass population=teams",
        "rule hours >= 2 hour window=1_year bearer=person kinds=nightClass,drill population=persons topics=partyHistory",
        "rule count >= 1 session window=1_year bearer=unit kinds=drill population=units needsTopics=partyHistory",
        "rule count >= 2 kind window=1_year bearer=unit kinds=any population=units distinctKinds",
        "rule count >= 2 kind window=1_year bearer=person kinds=any population=persons distinctKinds",
    ]

    @Test("counts in the preview as it does when it is taken in", arguments: rules)
    func draft(rule: String) throws {
        let town = """
            unit C city
            person P1 C
            team G studyGroup C P1
            activity A1 seminar C 2025-02-20 team=G hours=3 topics=theory
            """
        var book = try ScenarioTown(town).book
        let edition = try SmallWorld.edition([rule])
        let day = try #require(Day(iso: "2025-03-03"))
        let kind = ActivityKind(rawValue: rule.contains("nightClass") ? "nightClass" : "drill")
        let activity = Activity(
            code: "A2", kind: kind, title: "t", organiser: "C", team: "G", from: day, to: day, hours: 3,
            topics: ["partyHistory"], audience: ["senior"], attachments: [], recorded: day)
        let part = Participation(
            code: "R1", activity: "A2", person: "P1", role: .attendee, hours: 3, completed: true, recorded: day)
        let columns = RecordColumns(book)
        let asOf = day + 30
        let live = Evaluator(edition: edition, columns: columns).live(asOf: asOf)
        let before = live.ledger().entries

        for _ in 1...2 {
            let lines = live.preview(activity, with: [part])
            #expect(lines.count == 1 && lines[0].counts.count == 1 && lines[0].reasons.isEmpty, "\(lines)")
            #expect(live.ledger().entries == before)
        }

        #expect(live.take(.reported(activity, [part])).needsReading)
        book.activities.append(activity)
        book.participations.append(part)
        let anew = Evaluator(edition: edition, records: book).ledger(asOf: asOf).entries
        #expect(Evaluator(edition: edition, columns: columns).ledger(asOf: asOf).entries == anew)
        #expect(anew != before)
    }

    @Test("has everything laid out anew where there are more than bits, for any of them may lose its own")
    func manyTopics() throws {
        let town =
            "unit C city\n"
            + (10...73).map { number in
                "activity A\(number) seminar C 2025-02-20 hours=3 topics=t\(number)"
            }.joined(separator: "\n")
        let live = Evaluator(
            edition: try SmallWorld.edition(), records: try ScenarioTown(town).book
        ).live(asOf: try #require(Day(iso: "2025-03-03")))
        func report(_ code: String, topic: Topic) throws -> Touched {
            let day = try #require(Day(iso: "2025-03-01"))
            return live.take(
                .reported(
                    Activity(
                        code: code, kind: "seminar", title: "", organiser: "C", from: day, to: day, hours: 1,
                        topics: [topic], recorded: day), []))
        }

        #expect(try !report("B1", topic: "t10").needsLayingOut)
        #expect(try report("B2", topic: "a").needsLayingOut)
    }
}
