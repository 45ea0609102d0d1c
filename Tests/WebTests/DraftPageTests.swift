import HTTPTypes
import Store
import TestEngines
import Testing

@testable import Web

/// Forms that were begun and not sent.
@Suite("Unsent forms", .onEveryEngine)
struct DraftPageTests {
    private func begun() async throws -> (small: SmallSite, code: String) {
        var small = try SmallSite()
        small.reader = { _ in DeskPageTests.clerk }
        let form = try await small.get("/tours/new")
        let code = try #require(form.text.firstMatch(of: /name="draft" value="([a-z2-7]+)"/).map { String($0.1) })
        _ = try await small.post("/tours/new", [("draft", code)] + DeskPageTests.scheme + [("step", "keep")])
        return (small, code)
    }

    @Test(
        "are listed by form and by what was typed, with the day until which they are kept, and go on where they stopped"
    )
    func listed() async throws {
        let empty = try SmallSite()
        #expect(try await !empty.get("/tours").links.contains("/drafts"))
        #expect(try await empty.get("/drafts").text.contains("没有未提交的表单"))
        let (small, code) = try await begun()
        #expect(try await small.get("/tours").links.contains("/drafts"))
        let page = try await small.get("/drafts")
        for words in ["报备学习考察", "河道治理学习考察", "保留30天"] { #expect(page.text.contains(words), "\(words)") }
        let form = try await small.get("/tours/new?draft=\(code)")
        #expect(page.links.contains("/tours/new?draft=\(code)") && form.text.contains("谁来管护"))
        #expect(try await small.get("/drafts?lang=en").text.contains("File a study tour"))
    }

    @Test("are given up after a question, and gone once they were sent") func discarded() async throws {
        let (small, code) = try await begun()
        let question = try await small.get("/drafts/\(code)/discard")
        #expect(question.text.contains("不能恢复") && question.text.contains("河道治理学习考察"))
        #expect(try await small.get("/drafts").text.contains(code), "nothing was done by asking")
        #expect(try await small.post("/drafts/\(code)/discard", []).headers[.location] == "/drafts")
        #expect(try await !small.get("/drafts").text.contains(code))
        #expect(try await small.get("/drafts/\(code)/discard").status == 404)
        let (other, sent) = try await begun()
        #expect(try await other.post("/tours/new", [("draft", sent), ("step", "save")]).status == 303)
        #expect(try await other.get("/drafts").text.contains("没有未提交的表单"))
    }

    @Test("are nobody else's, neither to see nor to give up") func others() async throws {
        var (small, code) = try await begun()
        small.reader = { _ in DeskPageTests.neighbour }
        #expect(try await !small.get("/drafts").text.contains(code))
        #expect(try await small.get("/drafts/\(code)/discard").status == 404)
        _ = try await small.post("/drafts/\(code)/discard", [])
        small.reader = { _ in DeskPageTests.clerk }
        #expect(try await small.get("/drafts").text.contains(code))
    }
}

@Suite("A draft that was sent is of one form", .onEveryEngine)
struct DraftOfOneFormTests {
    @Test("its code with another form acknowledges nothing: that form is taken as what it is")
    func another() async throws {
        let small = try SmallSite()
        let form = try await small.get("/tours/new")
        let code = try #require(form.text.firstMatch(of: /name="draft" value="([a-z2-7]+)"/).map { String($0.1) })
        let done = try await small.post("/tours/new", [("draft", code), ("step", "save")] + DeskPageTests.scheme)
        let tour = try #require(done.headers[.location])
        let again = try await small.post("/tours/new", [("draft", code), ("step", "save")] + DeskPageTests.scheme)
        #expect(again.headers[.location] == tour, "the same form sent twice leads to what it did")
        let other = try await small.post("/rooms/new", [("draft", code), ("step", "save"), ("name", "")])
        #expect(other.status == 422, "nothing was done, and that is said")
    }

    @Test("a control character is shown as what cannot be shown")
    func control() async throws {
        let small = try SmallSite()
        let answer = try await small.post("/rooms/new", [("step", "check"), ("name", "甲\u{1}乙\u{1B}")])
        #expect(answer.status == 422 && answer.text.contains("甲\u{FFFD}乙\u{FFFD}"))
        #expect(!answer.text.unicodeScalars.contains { $0.value < 32 && ![9, 10, 13].contains($0.value) })
    }
}
