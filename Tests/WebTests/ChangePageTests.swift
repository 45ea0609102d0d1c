import HTTPTypes
import Records
import Store
import TestEngines
import Testing
import Vocabulary

@testable import Web

/// Changes of units and people by hand.
@Suite("Pages of changes", .onEveryEngine)
struct ChangePageTests {
    @Test("somebody is found by name, transferred on a day, and their page tells who did it") func transfer()
        async throws
    {
        let small = try SmallSite()
        #expect(try await small.get("/").links.contains("/changes"))
        let way = try await small.get("/changes/person?person=%E7%94%B2%E4%B8%80")
        #expect(way.headers[.location] == "/changes/people/P1")
        let person = try await small.get("/changes/people/P1")
        #expect(person.links.contains("/changes/people/P1/transfer") && person.text.contains("县水务局"))
        let post = [("unit", "U3"), ("post", "副镇长"), ("rank", ""), ("from", "2026-09-01")]
        let early = post.map { $0.0 == "from" ? ("from", "2023-01-01") : $0 }
        let refused = try await small.post("/changes/people/P1/transfer", early + [("step", "save")])
        #expect(refused.status == 422 && refused.text.contains("2024-01-01"))
        let done = try await small.post("/changes/people/P1/transfer", post + [("step", "save")])
        #expect(done.headers[.location] == "/changes/people/P1", "\(done.text.prefix(2000))")
        let page = try await small.get("/changes/people/P1")
        #expect(page.text.contains("副镇长") && page.text.contains("2026-08-31") && page.text.contains("调动"))
        #expect(try small.recorded().appointments.count { $0.person == "P1" } == 2)
        #expect(try small.database.faults() == [])
    }

    @Test("a unit is added and renamed; one that still has people does not end") func units() async throws {
        let small = try SmallSite()
        let fields = [("name", "县林业局"), ("kind", "department"), ("parent", "U1"), ("code", ""), ("from", "2026-01-01")]
        let done = try await small.post("/changes/units/new", fields + [("step", "save")])
        let address = try #require(done.headers[.location])
        let renamed = try await small.post(
            address + "/change", [("name", "县林草局"), ("kind", "department"), ("parent", "U1"), ("step", "save")])
        #expect(renamed.status == 303)
        #expect(try await small.get(address).text.contains("县林草局"))
        let refused = try await small.post("/changes/units/U2/end", [("until", "2026-09-29"), ("step", "save")])
        #expect(refused.status == 422 && refused.text.contains("任职人员3人"))
        #expect(try await small.get("/changes/unit?unit=%E6%B2%A1%E6%9C%89").status == 404)
    }

    @Test("a clerk finds those of their own unit, and reaches nobody else") func clerk() async throws {
        var small = try SmallSite()
        small.site.reader = { _ in Reader(account: "柳湾镇", rights: [.see, .report], unit: "U3") }
        #expect(try await small.get("/changes/people/P1").status == 404)
        #expect(try await small.get("/changes/units/U2").status == 404)
        #expect(try await small.get("/changes/units/U3").status == 200)
        let post = [("unit", "U3"), ("post", "副镇长"), ("from", "2026-09-01"), ("step", "save")]
        #expect(try await small.post("/changes/people/P1/transfer", post).status == 404)
        #expect(try await small.post("/changes/units/new", [("step", "save")]).status == 403)
        #expect(try small.recorded().appointments.count { $0.person == "P1" } == 1)
    }
}
