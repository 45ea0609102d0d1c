import HTTPTypes
import Pages
import Storage
import Store
import Testing
import Vocabulary

@testable import Web

/// One form in two windows, and a form that is sent again after it was done.
@Suite("One form in two windows") struct TwoTabsTests {
    private func draft(_ answer: Answer) throws -> String { try DeskPageTests().draft(answer) }

    private func checked(_ answer: Answer) throws -> (String, String) {
        ("checked", try #require(answer.text.firstMatch(of: /name="checked" value="([0-9a-f]+)"/).map { String($0.1) }))
    }

    private static func scheme(_ title: String) -> [(String, String)] {
        DeskPageTests.scheme.filter { $0.0 != "title" } + [("title", title)]
    }

    private func begun() async throws -> (SmallSite, String) {
        let small = try DeskPageTests().site(DeskPageTests.clerk)
        return (small, try draft(try await small.get("/tours/new")))
    }

    @Test(
        "what is confirmed is what was looked through; what was changed since is shown first",
        arguments: ["check", "keep"])
    func confirmed(step: String) async throws {
        let (small, code) = try await begun()
        let page = try await small.post("/tours/new", [("draft", code)] + Self.scheme("第一稿考察") + [("step", "check")])
        let mark = try checked(page)
        _ = try await small.post("/tours/new", [("draft", code)] + Self.scheme("第二稿考察") + [("step", step)])
        let asked = try await small.post("/tours/new", [("draft", code), mark, ("step", "save")])
        #expect(asked.status == 422 && asked.text.contains("另一个窗口") && asked.text.contains("第二稿考察"))
        #expect(try await !small.get("/tours").text.contains("第二稿考察"))
        let done = try await small.post("/tours/new", [("draft", code), try checked(asked), ("step", "save")])
        #expect(done.status == 303)
        #expect(try await small.get("/tours").text.contains("第二稿考察"))
    }

    @Test("whoever goes back after it was sent and changes something is told, and loses nothing") func again()
        async throws
    {
        let (small, code) = try await begun()
        let page = try await small.post("/tours/new", [("draft", code)] + Self.scheme("已提交的考察") + [("step", "check")])
        let end = try await small.post("/tours/new", [("draft", code), try checked(page), ("step", "save")])
        let tour = try #require(end.headers[.location])
        #expect(try await small.post("/tours/new", [("draft", code), ("step", "save")]).headers[.location] == tour)
        for step in ["check", "keep"] {
            let back = try await small.post("/tours/new", [("draft", code)] + Self.scheme("后来改的") + [("step", step)])
            #expect(back.status == 422 && back.text.contains("已经提交过") && back.text.contains("后来改的"))
            #expect(back.links.contains(tour))
            #expect(try draft(back) != code, "sent on, it is another one")
        }
        #expect(try await !small.get("/tours").text.contains("后来改的"))
    }

    @Test("more rows than a table takes are refused, not left out") func rows() async throws {
        let (small, code) = try await begun()
        let more = (0..<45).flatMap { row in
            [("budget.\(row).item", "travel"), ("budget.\(row).amount", "10")]
        }
        let fields = DeskPageTests.scheme.filter { !$0.0.hasPrefix("budget") } + more
        let page = try await small.post("/tours/new", [("draft", code)] + fields + [("step", "check")])
        #expect(page.status == 422 && page.text.contains("最多40行"))
    }

    @Test("a file of a day that cannot be followed is none", arguments: ["asOf=2026-02-30", "knownAt=bogus", "asOf=x"])
    func files(parameter: String) async throws {
        let small = try DeskPageTests().site(DeskPageTests.office)
        for address in ["/tours.csv", "/activities.json", "/tours/measures.xlsx"] {
            #expect(try await small.get("\(address)?\(parameter)").status == 400)
        }
    }

    @Test("an address longer than any of ours is refused, and of many unknown names a few are told") func lengths()
        async throws
    {
        let small = try SmallSite()
        let names = (0..<900).map { "a\($0)=1" }.joined(separator: "&")
        let page = try await small.get("/tours?\(names)")
        #expect(page.status == 200 && page.text.utf8.count < 400_000)
        #expect(page.text.contains("a0") && !page.text.contains("“a9”"))
        let long = (0..<3000).map { "a\($0)=1" }.joined(separator: "&")
        #expect(try await small.get("/tours?\(long)").status == 414)
    }

    @Test("what somebody cannot do is not offered") func offered() async throws {
        var small = try SmallSite()
        for (reader, isOffered) in [(DeskPageTests.clerk, true), (DeskPageTests.onlooker, false)] {
            small.reader = { _ in reader }
            let page = try await small.get("/units/U2")
            #expect(page.links.contains { $0.hasPrefix("/activities/new") } == isOffered)
        }
    }
}
