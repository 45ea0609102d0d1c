import HTTPTypes
import Records
import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import Web

/// Day, known-at and language travel through every link, form, sort, page and file, and through what follows a form.
@Suite("Day, known-at and language travel", .onEveryEngine)
struct TravellingTests {
    static let days = "asOf=2026-06-30&knownAt=2026-08-31&lang=en"
    static let addresses = [
        "/", "/plan", "/plan/editions", "/plan/editions/1", "/plan/questions", "/plan/clauses/8.1", "/ledger",
        "/ledger?due=30&obligation=3.1&sort=done&size=50", "/ledger?kind=rollUp&window=all", "/units", "/units?group=0",
        "/units?under=K1&q=K", "/units/A0", "/units/D01", "/people", "/people?unit=D01&scope=own&sort=name",
        "/people/P010", "/people/P010?year=2026", "/activities", "/activities?unit=D01&scope=own&sort=-hours",
        "/activities/A2025-100001", "/activities/A2025-100001/correct", "/activities/A2025-100001/void",
        "/activities/new", "/activities/new?unit=D01", "/seats", "/nowhere", "/units/U9",
        "/ledger/entry?obligation=3.1&kind=unit&subject=D01",
        "/ledger/entry?obligation=1.2&kind=rollUp&subject=A0",
        "/ledger/entry/list?obligation=1.2&kind=rollUp&subject=A0&show=outstanding",
        "/activities/A2026-900000", "/ledger?standing=nonsense", "/ledger?page=99",
    ]

    private func travels(_ address: String) -> Bool {
        ["asOf=", "knownAt=", "lang=en"].allSatisfy { address.contains($0) }
    }

    /// What leads on purpose to another language, to today, or to what is known now.
    private func leaves(_ link: Anchor) -> Bool {
        link.attributes["hreflang"] != nil
            || ["Today", "The current ledger", "See it as known now"].contains(link.text)
            || link.address.hasPrefix("/assets/") || link.address.hasPrefix("#")
    }

    @Test("from every page, whatever it is narrowed to", arguments: addresses)
    func everywhere(address: String) async throws {
        let page = try await BusySite.site().get(address + (address.contains("?") ? "&" : "?") + Self.days)
        #expect([200, 404].contains(page.status))
        for link in Anchor.all(in: page.text) where !leaves(link) {
            #expect(travels(link.address), "\(link.text): \(link.address)")
        }
        for form in SentForm.all(in: page.text) {
            let action = form.attributes["action"] ?? ""
            for name in ["asOf", "knownAt", "lang"] {
                #expect(
                    form.attributes["method"] == "post"
                        ? action.contains("\(name)=") : form.body.contains("name=\"\(name)\""),
                    "\(name) is lost by the form of \(action)")
            }
        }
    }

    @Test("through what follows when a form is sent")
    func afterForms() async throws {
        let small = try BusySite.site()
        func location(_ address: String, _ fields: [(String, String)]) async throws -> String {
            let answer = try await small.post(address + "?" + Self.days, fields)
            #expect(answer.status == 303, "\(address): \(answer.status)")
            return try #require(answer.headers[.location])
        }
        let study: [(String, String)] = [
            ("organiser", "D01"), ("kind", "collectiveStudy"), ("title", "九月学习"), ("from", "2026-09-02"),
            ("to", "2026-09-02"), ("hours", "3"), ("step", "save"),
        ]
        let saved = try await location("/activities/new", study)
        #expect(travels(saved))
        let page = try await small.get(saved)
        #expect(
            page.status == 200 && page.text.contains("Saved as"), "it was recorded after the day known at, and says so")
        let code = String(saved.dropFirst("/activities/".count).prefix { $0 != "?" })
        let corrected = study.filter { $0.0 != "title" } + [("title", "九月集中学习"), ("reason", "名称有误")]
        #expect(travels(try await location("/activities/\(code)/correct", corrected)))
        #expect(travels(try await location("/activities/A2025-100002/void", [("reason", "重复")])))
        #expect(travels(try await location("/plan/clauses/8.1", [("dismiss", "另有规定")])))
    }

    @Test("what was recorded later shows on no page: each is the same as if it had not been recorded")
    func laterRecords() async throws {
        let known = BusySite.knownThen
        let all = try BusySite.site()
        let then = try SmallSite(plan: BusySite.plan, book: BusySite.book.known(at: known))
        let pages = [
            "/", "/plan", "/units", "/units/A0", "/units/D01", "/units/D22", "/units/K1", "/people",
            "/people?unit=D22", "/people?sort=name", "/people?q=人5", "/people/P068", "/people/P010", "/people/P033",
            "/people/P021", "/activities", "/activities?unit=D01", "/activities?sort=kind", "/activities?year=2026",
            "/ledger", "/ledger?window=all&kind=rollUp", "/ledger.csv?window=all",
        ]
        for page in pages {
            let address = page + (page.contains("?") ? "&" : "?") + "asOf=2026-08-31&knownAt=\(known.iso)"
            let (now, before) = try await (all.get(address), then.get(address))
            #expect(now.status == 200 && now.text == before.text, "\(address)")
        }
        for record in BusySite.book.voidings where record.record.kind == .activity {
            let address = "/activities/\(record.record.code)?knownAt=\(known.iso)"
            #expect(try await !all.get(address).text.contains(record.reason), "\(address)")
        }
        for unseen in ["/people/P069", "/units/D90", "/activities/A2026-900000"] {
            #expect(try await all.get(unseen).status == 200)
            #expect(try await all.get("\(unseen)?knownAt=\(known.iso)").status == 404, "\(unseen)")
        }
    }
}
