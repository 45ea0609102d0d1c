import Records
import Storage
import Store
import TestEngines
import Testing
import Training
import Vocabulary

@testable import Web

/// The pages do not tell on which engine the records are, and follow what another process records there.
@Suite(
    "Pages on a PostgreSQL server", .enabled(if: TestEngine.server != nil, "no server is named in XINGZHI_TEST_SERVER"))
struct SameOnEveryEngineTests {
    private func busy(_ engine: TestEngine) throws -> SmallSite {
        try TestEngine.$current.withValue(engine) { try BusySite.site() }
    }

    /// A form's own mark is another each time.
    private func withoutMarks(_ text: String) -> String {
        text.replacing(/name="(once|draft)" value="[^"]*"/, with: "").replacing(/draft=[a-z2-7]+/, with: "")
    }

    @Test("every page is the same, byte for byte")
    func samePages() async throws {
        let (file, server) = (try busy(.sqlite), try busy(.postgres))
        var seen: Set<String> = []
        var waiting = [
            "/", "/?lang=en", "/?asOf=2026-06-30&knownAt=2026-08-31", "/plan", "/ledger?window=all", "/ledger.csv",
            "/units",
            "/people", "/people?q=1", "/activities", "/activities?q=1&sort=-title", "/activities/new?unit=D01",
            "/seats",
        ]
        while let address = waiting.popLast(), seen.count < 250 {
            let path = String(address.prefix { $0 != "#" })
            guard seen.insert(path).inserted else { continue }
            let (one, other) = (try await file.get(path), try await server.get(path))
            #expect(one.status == other.status, "\(path)")
            if withoutMarks(one.text) != withoutMarks(other.text) { Issue.record("differs: \(path)") }
            if !path.contains("sort=") && !path.contains("size=") { waiting += one.links }
        }
        #expect(seen.count == 250)
    }

    /// Two processes, as far as the database can tell: nothing but the server is common to both.
    @Test("what one process records stands in the other's ledger at its next page")
    func followed() async throws {
        try await TestEngine.$current.withValue(.postgres) {
            let here = try SmallSite()
            let there = try SmallSite(beside: here)
            let entry = "/ledger/entry?obligation=1.1&kind=team&subject=T1"
            #expect(try await there.get(entry).text == here.get(entry).text)
            var codes: [String] = []
            for month in 1...3 {
                let day = try #require(Day(year: 2026, month: month, day: 11))
                let draft = ActivityDraft(
                    kind: "collectiveStudy", title: "第\(month)次学习", organiser: "U2", team: "T1", from: day, to: day,
                    hours: 3, topics: [], participants: [ParticipantDraft(person: "P1", hours: 3)])
                let (writer, reader) = month == 2 ? (there, here) : (here, there)
                codes.append(
                    try writer.database.perform(
                        ReportActivity(draft), by: .localOperator(named: "test"), on: SmallSite.today
                    ).activity
                        .code)
                #expect(try await reader.get(entry).text.contains("第\(month)次学习"))
            }
            try here.database.perform(
                VoidRecord(.init(.activity, codes[0]), reason: "重复"), by: .localOperator(named: "test"),
                on: SmallSite.today)
            #expect(try await there.get(entry).text == here.get(entry).text)
            #expect(try await there.get("/").text == here.get("/").text)
            try here.database.perform(
                PublishPlan(plan: Array(SmallSite.plan.replacing("12次", with: "24次").utf8), inForce: day("2026-02-01")),
                by: .localOperator(named: "test"), on: day("2026-01-20"))
            #expect(try await there.get(entry).text.contains("24次"))
        }
    }
}
