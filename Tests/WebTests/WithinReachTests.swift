import Foundation
import HTTPTypes
import Records
import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import Web

/// Whoever sees one unit only is shown nothing of the others, on whatever page they come to.
@Suite("Within one's reach", .onEveryEngine) struct WithinReachTests {
    /// With somebody of another unit, and an activity there.
    private func town() throws -> SmallSite {
        var book = SmallSite.book
        let dated = Dated(from: day("2024-01-01"), recorded: day("2024-01-01"))
        book.persons.append(
            Person(code: "P9", name: "乙九", sex: .male, birthMonth: "1981-02", recorded: day("2024-01-01")))
        book.appointments.append(
            Appointment(code: "AP9", person: "P9", unit: "U3", post: "镇长", rank: "一级主任科员", dated: dated))
        for (code, unit, title) in [
            ("A2026-000001", "U2", "水务学习"), ("A2026-000002", "U3", "柳湾巡护"), ("A2026-000003", "U3", "联合培训"),
        ] {
            book.activities.append(
                Activity(
                    code: code, kind: .collectiveStudy, title: title, organiser: unit, from: day("2026-03-01"),
                    to: day("2026-03-01"), hours: 2, recorded: day("2026-03-02")))
        }
        book.participations.append(
            Participation(
                code: "R2026-000001", activity: "A2026-000002", person: "P9", role: .attendee, hours: 2,
                completed: true, recorded: day("2026-03-02")))
        for (code, person) in [("R2026-000002", "P9"), ("R2026-000003", "P1")] {
            book.participations.append(
                Participation(
                    code: code, activity: "A2026-000003", person: person, role: .attendee, hours: 2, completed: false,
                    recorded: day("2026-03-02")))
        }
        var small = try SmallSite(book: book)
        small.reader = { _ in Reader(account: "水务局联络员", rights: [.see, .report], unit: "U2") }
        return small
    }

    @Test("the whole town's pages lead to the unit's own, and a list without a unit becomes the unit's")
    func ledTo() async throws {
        let small = try town()
        for (asked, led) in [
            ("/", "/desk"), ("/units", "/units/U2"), ("/?lang=en", "/desk?lang=en"),
            ("/people", "/people?unit=U2"),
            ("/ledger?standing=late", "/ledger?standing=late&unit=U2"), ("/activities", "/activities?unit=U2"),
            ("/ledger.csv", "/ledger.csv?unit=U2"),
        ] {
            let answer = try await small.get(asked)
            #expect(
                answer.status == 303 && answer.headers[.location] == led, "\(asked): \(answer.headers[.location] ?? "")"
            )
        }
    }

    @Test("of somebody else's activity one reads of one's own people, the others are a number; and changes none of it")
    func elsewhere() async throws {
        var small = try town()
        let page = try await small.get("/activities/A2026-000003")
        #expect(page.status == 200 && page.text.contains("甲一") && page.text.contains("参训人员 · 2"))
        #expect(page.text.contains("另有其他单位1人") && !page.text.contains("乙九") && !page.text.contains("P9"))
        #expect(!page.links.contains { $0.hasSuffix("/correct") || $0.hasSuffix("/void") || $0.contains("like=") })
        for form in ["correct", "void"] {
            let answer = try await small.get("/activities/A2026-000003/\(form)")
            #expect(answer.status == 403 && !answer.text.contains("乙九"), "\(form)")
        }
        small.reader = { _ in Reader(account: "柳湾镇联络员", rights: [.see, .report], unit: "U3") }
        let own = try await small.get("/activities/A2026-000003")
        #expect(own.text.contains("乙九") && own.text.contains("甲一") && !own.text.contains("另有其他单位"))
        #expect(try await small.get("/activities/A2026-000003/correct").status == 200)
    }

    @Test(
        "what lies beyond is refused, whichever way it is asked for",
        arguments: [
            "/units/U1", "/units/U3", "/people/P9", "/people?unit=U3", "/people?unit=U1", "/ledger?unit=U3",
            "/ledger.csv?unit=U3",
            "/activities?unit=U3", "/activities/A2026-000002", "/activities/A2026-000002/correct", "/seats",
            "/ledger/entry?obligation=1.1&kind=programme&subject=U1",
            "/ledger/entry?obligation=1.1&kind=unit&subject=U3",
            "/ledger/entry/list?obligation=1.1&kind=person&subject=P9&show=open",
        ])
    func refused(_ address: String) async throws {
        let answer = try await town().get(address)
        #expect(answer.status == 403, "\(answer.status)")
        #expect(!answer.text.contains("乙九") && !answer.text.contains("柳湾巡护"))
    }

    @Test(
        "their own is shown",
        arguments: ["/units/U2", "/people/P1", "/people?unit=U2", "/activities/A2026-000001", "/plan"])
    func shown(_ address: String) async throws { #expect(try await town().get(address).status == 200) }

    @Test("going from link to link, nobody of another unit is ever named") func crawl() async throws {
        let small = try town()
        var seen: Set<String> = []
        var waiting = ["/units/U2"]
        while let address = waiting.popLast(), seen.count < 250 {
            guard seen.insert(address).inserted else { continue }
            let answer = try await small.get(address)
            #expect([200, 303, 400, 403, 404].contains(answer.status), "\(address): \(answer.status)")
            #expect(!answer.text.contains("乙九") && !answer.text.contains("柳湾巡护"), "\(address)")
            if let led = answer.headers[.location] { waiting.append(led) }
            guard answer.status == 200, answer.text.hasPrefix("<") else { continue }
            waiting += try answer.links.filter {
                $0.hasPrefix("/") && !$0.hasPrefix("/assets/") && !$0.contains("lang=")
            }
            .map { $0.split(separator: "#").first.map(String.init) ?? "/" }
        }
        #expect(seen.count > 25)
    }
}

@Suite("Looking as somebody else") struct LookTests {
    private func sample(_ isSample: Bool) throws -> SmallSite {
        var small = try SmallSite()
        if isSample { try small.database.write(by: "示例") { try $0.set(.sampleTown, to: "7") } }
        small.site = Web.Site(database: small.database, today: { SmallSite.today })
        return small
    }

    @Test("is offered on sample data only") func sampleOnly() async throws {
        let page = try await sample(true).get("/")
        #expect(page.text.contains("/look/clerk") && page.text.contains("单位联络员"))
        let real = try sample(false)
        #expect(try await !real.get("/").text.contains("/look/"))
        #expect(try await real.get("/look/clerk").status == 404)
        #expect(try await real.get("/seats", headers: [.cookie: "look=official"]).status == 200)
    }

    @Test("keeps to the rights and the reach of the one chosen") func rights() async throws {
        let small = try sample(true)
        let chosen = try await small.get("/look/official")
        #expect(chosen.status == 303)
        #expect(chosen.headers[.setCookie] == "look=official; Path=/; HttpOnly; SameSite=Strict")
        // The menu leads nowhere where they may not go.
        let plan = try await small.get("/plan", headers: [.cookie: "look=leader"])
        #expect(plan.status == 200 && !plan.text.contains("/activities/new") && !plan.text.contains("href=\"/seats"))
        #expect(plan.text.contains("href=\"/people\""))
        let own = try await small.get("/", headers: [.cookie: "look=official"])
        #expect(own.status == 303 && own.headers[.location] == "/desk")
        #expect(try await small.get("/people/P1", headers: [.cookie: "look=official"]).status == 200)
        #expect(try await small.get("/people/P2", headers: [.cookie: "look=official"]).status == 403)
        let as_ = { (name: String) -> HTTPFields in [.cookie: "other=1; look=\(name)"] }
        #expect(try await small.get("/", headers: as_("clerk")).headers[.location] == "/desk")
        #expect(try await small.get("/seats", headers: as_("official")).status == 403)
        #expect(try await small.post("/activities/new", [("step", "save")], headers: as_("leader")).status == 403)
        #expect(try await small.get("/seats", headers: as_("nobody")).status == 200)
    }
}
