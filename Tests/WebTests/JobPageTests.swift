import HTTPTypes
import Pages
import Store
import TestEngines
import Testing
import Vocabulary

@testable import Web

/// The pages of what is done beside them, on the planning of a year of seats.
@Suite("Pages of jobs", .onEveryEngine)
struct JobPageTests {
    private func planned() async throws -> SmallSite {
        let small = try SmallSite()
        _ = try await small.handIn(SeatPageTests.year, named: "2027年度")
        try await small.settle()
        return small
    }

    @Test("a proposal of seats is one: listed, told, and led to; the menu has it once there is one")
    func seats() async throws {
        let empty = try SmallSite()
        #expect(try await !empty.get("/").links.contains("/jobs"))
        #expect(try await empty.get("/jobs").text.contains("没有后台办理的事项"))
        let small = try await planned()
        #expect(try await small.get("/").links.contains("/jobs"))
        #expect(try await small.get("/tours").links.contains("/jobs"))
        let list = try await small.get("/jobs")
        #expect(list.text.contains("生成调训安排：2027年度") && list.text.contains("已办完"))
        let page = try await small.get("/jobs/J2026-000001")
        #expect(page.links.contains("/seats/1") && page.text.contains("个名额"))
        let refresh = try #require(HTTPField.Name("Refresh"))
        #expect(page.headers[refresh] == nil, "what is over is not asked for again")
        #expect(try await small.get("/jobs/J2026-000009").status == 404)
        #expect(try await small.get("/jobs/J2026-000001/file").status == 404)
        #expect(try small.database.faults() == [])
    }

    @Test("while it waits its page asks again by itself and can cancel it; then it can be begun anew")
    func cancel() async throws {
        let small = try await planned()
        // Nobody works: the site's worker has ended.
        small.site.jobs.stop()
        #expect(try await small.post("/seats/1/run", [("afresh", "1")]).status == 303)
        let refresh = try #require(HTTPField.Name("Refresh"))
        let page = try await small.get("/jobs/J2026-000002")
        #expect(page.headers[refresh] != nil && page.text.contains("排队等候"))
        let year = try await small.get("/seats/1")
        #expect(year.headers[refresh] != nil && year.links.contains("/jobs/J2026-000002"))
        #expect(try await small.post("/jobs/J2026-000002/cancel", []).status == 303)
        #expect(try await small.post("/jobs/J2026-000002/cancel", [("again", "1")]).status == 303, "a second click")
        let cancelled = try await small.get("/jobs/J2026-000002")
        #expect(cancelled.text.contains("已取消") && cancelled.text.contains("重新办理"))
        #expect(try await !small.get("/seats/1").text.contains("没有得出新的安排"), "who cancelled knows")
        let anew = try await small.post("/jobs/J2026-000002/anew", [])
        #expect(anew.headers[.location] == "/jobs/J2026-000003")
    }

    @Test("somebody else's job is no page; who may not see has none")
    func others() async throws {
        var small = try await planned()
        small.reader = { _ in DeskPageTests.clerk }
        #expect(try await small.get("/jobs/J2026-000001").status == 404)
        #expect(try await small.post("/jobs/J2026-000001/anew", []).status == 404)
        #expect(try await !small.get("/").links.contains("/jobs"))
        small.reader = { _ in Reader(account: "系统管理员", rights: [.see, .administerUsers]) }
        #expect(try await small.get("/jobs").text.contains("2027年度"))
        small.reader = { _ in DeskPageTests.nobody }
        #expect(try await small.get("/jobs").status == 403)
    }
}
