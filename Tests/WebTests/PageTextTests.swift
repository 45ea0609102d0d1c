import PageTrial
import Pages
import Records
import Storage
import Store
import Testing
import Training
import Vocabulary

@testable import Web

/// What every page says, as text that is committed and reviewed: columns, order and empty states cannot change unseen.
@Suite("What the pages say")
struct PageTextTests {
    @Test("is what was committed, in both languages")
    func committed() async throws {
        let small = try SmallSite()
        let day = SmallSite.today - 30
        let made = try small.database.perform(
            ReportActivity(
                ActivityDraft(
                    kind: "collectiveStudy", title: "第一次集中学习", organiser: "U2", team: "T1", from: day, to: day,
                    hours: 2,
                    topics: [],
                    participants: [ParticipantDraft(person: "P1", role: .attendee, hours: 2, completed: true)])
            ), by: .localOperator(named: "test"), on: SmallSite.today)
        let activity = "/activities/\(made.activity.code)"
        _ = try await small.handIn(SeatPageTests.year, named: "2027年度")
        try await small.settle()

        for (name, address) in [
            ("overview", "/"), ("plan", "/plan"), ("questions", "/plan/questions"), ("editions", "/plan/editions"),
            ("ledger", "/ledger"), ("entry", "/ledger/entry?obligation=1.1&kind=team&subject=T1"),
            ("units", "/units"), ("unit", "/units/U2"), ("people", "/people"), ("person", "/people/P1"),
            ("activities", "/activities"), ("activities-none", "/activities?q=没有"), ("activity", activity),
            ("report", "/activities/new"), ("correct", activity + "/correct"), ("void", activity + "/void"),
            ("seats", "/seats"), ("seat-year", "/seats/1"), ("seat-class", "/seats/1/classes/1"),
            ("seat-people", "/seats/1/people"), ("seat-person", "/seats/1/people/1"), ("nowhere", "/nowhere"),
            ("known-then", "/?knownAt=2026-08-31"),
        ] {
            var text = ""
            for language in ["zh", "en"] {
                let mark = address.contains("?") ? "&" : "?"
                let page = HTML(parsing: try await small.get("\(address)\(mark)lang=\(language)").text)
                text += "==== \(language)\n"
                text += try #require(page.first("header", class: "top"), "\(address)").text()
                text += try #require(page.first("main"), "\(address)").text()
            }
            // A draft's code and the moment of an act are others each time.
            text = text.replacing(/\(draft=[a-z2-7]+\)/, with: "(draft)")
            text = text.replacing(/\d{4}-\d\d-\d\d \d\d:\d\d/, with: "(moment)")
            #expect(try CommittedText(name).difference(from: text) == nil)
        }
    }
}
