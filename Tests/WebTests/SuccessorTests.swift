import Accounts
import HTTPTypes
import Records
import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import Web

/// A successor finds the desk as it was left: forms that were begun in a post stay with it.
@Suite("Forms left in a post", .onEveryEngine) struct SuccessorTests {
    private func endRole(of name: String, _ site: SignedInSite) throws {
        let grant = try site.small.database.read { try $0.grantsValid(of: name, on: SmallSite.today) }[0]
        try site.small.database.perform(
            EndRole(grant: grant.code, reason: "调离"), by: Reader(account: "second", rights: [.administerSecurity]),
            on: SmallSite.today)
    }

    private func began(_ browser: Browser) async throws -> String {
        let code = try DeskPageTests().draft(try await browser.get("/tours/new"))
        _ = try await browser.post("/tours/new", [("draft", code)] + DeskPageTests.scheme + [("step", "keep")])
        return code
    }

    @Test("the next clerk of the unit sees them with who left them, and goes on where they stopped") func successor()
        async throws
    {
        let site = try SignedInSite()
        let code = try await began(try await site.browser("clerk"))
        try site.open("clerk2", "", .unitClerk, "U2")
        let next = try await site.browser("clerk2")
        // As long as the colleague has the post it is theirs.
        #expect(try await !next.get("/drafts").text.contains(code))
        #expect(try await next.get("/drafts/\(code)/take").status == 404)
        try endRole(of: "clerk", site)
        let list = try await next.get("/drafts")
        #expect(list.text.contains("前任留下的表单") && list.text.contains("clerk先生") && list.text.contains("河道治理学习考察"))
        #expect(try await next.get("/desk").text.contains("前任留下的表单"))
        #expect(try await next.get("/tours").links.contains("/drafts"))
        #expect(try await next.get("/drafts/\(code)/take").text.contains("接手"))
        let taken = try await next.post("/drafts/\(code)/take", [])
        #expect(taken.headers[.location] == "/tours/new?draft=\(code)")
        #expect(try await next.get("/tours/new?draft=\(code)").text.contains("谁来管护"))
        #expect(try await next.get("/drafts").text.contains("由clerk先生"))
        #expect(try await next.post("/tours/new", [("draft", code), ("step", "save")]).status == 303)
        let row = try #require(try site.small.database.read { try $0.journal(ofKind: "formDraft", code: code) }.first)
        #expect(row.by == "clerk2" && row.act == "takeDraft" && row.before?.contains("clerk") == true)
        #expect(row.after?.contains("河道") == false, "what was typed is in no journal")
    }

    @Test("nobody of another unit, and nobody without the post, sees them") func others() async throws {
        let site = try SignedInSite()
        let code = try await began(try await site.browser("clerk"))
        try endRole(of: "clerk", site)
        try site.open("neighbour", "", .unitClerk, "U3")
        for name in ["neighbour", "leader", "teacher", "office"] {
            let browser = try await site.browser(name)
            #expect(try await !browser.get("/drafts").text.contains(code), "\(name)")
            let status = try await browser.post("/drafts/\(code)/take", []).status
            #expect([403, 404].contains(status), "\(name): \(status)")
        }
    }
}
