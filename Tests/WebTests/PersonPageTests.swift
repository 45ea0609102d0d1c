import HTTPTypes
import Records
import Testing
import Training
import Vocabulary

@testable import Web

/// An official's own page.
@Suite("A person's page")
struct PersonPageTests {
    /// 1.1 counts classes; 1.2 asks that each city-managed official be reached once in five years, and names them.
    private static let plan = """
        河畔县轮训方案
        一、任务
        1.办好主体班。市管干部主体班由市委组织部承办，每年不少于4期，并在5年内把市管干部全部轮训一遍（牵头单位：市委组织部）。
        """

    /// 甲一 and 甲三 are city-managed.
    private func site() throws -> SmallSite {
        let start = day("2024-01-01")
        var book = SmallSite.book
        book.categories = ["P1", "P3"].map {
            CategoryHolding(
                code: "C\($0)", person: $0, category: .cityManaged, dated: Dated(from: start, recorded: start))
        }
        return try SmallSite(plan: Self.plan, book: book)
    }

    /// The requirements that a page tells of as still to do.
    private func open(_ page: Answer) throws -> [String] {
        let card = try #require(page.text.firstMatch(of: /本期应完成 · 还有(\d+)项.*?<\/section>/))
        let duties = card.0.prefix { $0 != "已" }.matches(of: /<li><span class="quiet">([\d.]+)<\/span>/).map {
            String($0.1)
        }
        #expect(String(duties.count) == card.1)
        return duties
    }

    @Test("whose turn is still to come is told so by name; once trained, or where it does not apply, not")
    func stillToBeReached() async throws {
        let small = try site()
        #expect(try await open(small.get("/people/P1")) == ["1.2"])
        #expect(try await open(small.get("/people/P3")) == ["1.2"])
        #expect(try await open(small.get("/people/P2")) == [], "not one of those whom the plan means")
        let page = try await small.get("/people/P1")
        #expect(page.text.contains("5年内市管干部主体班覆盖率达到100%"))
        #expect(page.links.contains { $0.hasPrefix("/ledger/entry?obligation=1.2&kind=rollUp&subject=U2") })

        let held = day("2026-08-03")
        try ReportActivity(
            ActivityDraft(
                kind: .mainClass, title: "市管干部进修班", organiser: "U1", from: held, to: held + 4, hours: 30,
                audience: [.cityManaged], participants: [ParticipantDraft(person: "P1", hours: 30)])
        ).perform(in: small.database, by: "test", on: SmallSite.today)
        #expect(try await open(small.get("/people/P1")) == [])
        #expect(try await open(small.get("/people/P3")) == ["1.2"])
        #expect(try await open(small.get("/people/P1?asOf=2026-07-31")) == ["1.2"], "before the class")
    }
}
