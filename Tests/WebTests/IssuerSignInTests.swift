import Accounts
import Foundation
import HTTPTypes
import House
import OpenID
import Store
import TestEngines
import TestIssuer
import Testing
import Vocabulary

@testable import Web

@Suite("Signing in through an issuer", .onEveryEngine)
struct IssuerSignInTests {
    private func site() throws -> (SignedInSite, TestIssuer) {
        let there = TestIssuer(key: try TestKey(.es256, id: "k"))
        let issuer = Issuer(
            address: there.address, client: "xingzhi", secret: nil, claim: "preferred_username", fetch: there.fetch)
        return (try SignedInSite(issuer: issuer), there)
    }

    /// Led there, signed in there as somebody, and led back with whatever cookie the browser has then.
    private func come(_ browser: Browser, _ there: TestIssuer, as name: String, to address: String = "/") async throws
        -> Answer
    {
        let led = try await browser.get("/sign-in/issuer?to=\(address)")
        #expect(led.status == 303)
        let back = try there.signIn(name, at: try #require(led.headers[.location]))
        return try await browser.get(
            String(try #require(back.firstRange(of: "/sign-in").map { back[$0.lowerBound...] })))
    }

    @Test("somebody comes in as the account of that name, and goes on where they wanted to")
    func enters() async throws {
        let (site, there) = try site()
        let browser = Browser(site: site)
        #expect(try await browser.get("/sign-in").text.contains("统一认证"))
        let answer = try await come(browser, there, as: "clerk", to: "/tours")
        let refresh = try #require(HTTPField.Name("Refresh"))
        #expect(answer.status == 200 && answer.headers[refresh] == "0; url=/tours")
        let set = answer.headers[.setCookie] ?? ""
        #expect(set.contains("SameSite=Strict") && set.contains("HttpOnly"))
        #expect(try await browser.get("/tours").status == 200)
        let rows = try site.small.database.read { try $0.journal(ofKind: "account", code: "clerk") }
        #expect(rows.contains { $0.act == "signIn" && $0.after?.contains("issuer") == true })
    }

    @Test("an official who has no password here needs none")
    func withoutPassword() async throws {
        let (site, there) = try site()
        let system = Reader(account: "first", rights: [.administerUsers])
        try site.small.database.perform(
            OpenAccount(AccountDraft(name: "P2", displayName: "甲二", person: "P2")), by: system, on: SmallSite.today)
        let browser = Browser(site: site)
        #expect(try await come(browser, there, as: "P2").status == 200)
        #expect(try await browser.get("/account").status == 200)
    }

    @Test(
        "nobody comes in who has no account, is disabled, or is an administrator",
        arguments: ["nobody", "P3", "sys", "aud"])
    func refused(name: String) async throws {
        let (site, there) = try site()
        let system = Reader(account: "first", rights: [.administerUsers])
        try site.small.database.perform(DisableAccount(account: "P3", reason: "离职"), by: system, on: SmallSite.today)
        let browser = Browser(site: site)
        let answer = try await come(browser, there, as: name)
        #expect(answer.status == 403 && answer.headers[.setCookie] == nil)
        #expect(try await browser.get("/tours").status == 303)
    }

    @Test("who will be an administrator does not come in so, and whoever becomes one meanwhile is no longer signed in")
    func administratorToBe() async throws {
        let (site, there) = try site()
        func grant(_ name: String, from day: Day) throws {
            let (system, security) = (
                Reader(account: "first", rights: [.administerUsers]),
                Reader(account: "second", rights: [.administerSecurity])
            )
            let asked = try site.small.database.perform(
                AskRole(
                    account: name,
                    request: RoleRequest(role: .auditAdministrator, unit: "", from: day, until: nil, purpose: "试")),
                by: system, on: SmallSite.today)
            try site.small.database.perform(
                DecideRole(grant: asked.code, isAgreed: true, remark: ""), by: security, on: SmallSite.today)
        }
        try site.open("late")
        try grant("late", from: SmallSite.today + 1)
        #expect(try await come(Browser(site: site), there, as: "late").status == 403)
        try site.open("now")
        let browser = Browser(site: site)
        #expect(try await come(browser, there, as: "now").status == 200)
        #expect(try await browser.get("/account").status == 200)
        // As where the granting ends no session, because it was agreed to before.
        try grant("now", from: SmallSite.today)
        try site.small.database.write(by: "test") {
            try $0.connection.execute("update sessions set ended_at = null where account = 'now'")
        }
        #expect(try await browser.get("/account").headers[.location]?.hasPrefix("/sign-in") == true)
    }

    @Test("nobody sets a first password by the issuer's word: it takes a code") func firstPassword() async throws {
        let (site, there) = try site()
        let system = Reader(account: "first", rights: [.administerUsers])
        try site.small.database.perform(
            OpenAccount(AccountDraft(name: "P2", displayName: "甲二", person: "P2")), by: system, on: SmallSite.today)
        let browser = Browser(site: site)
        #expect(try await come(browser, there, as: "P2").status == 200)
        let answer = try await browser.post(
            "/account/password", [("new", SignedInSite.password), ("again", SignedInSite.password)])
        #expect(answer.status == 422 && answer.text.contains("登录码"))
        #expect(try site.small.database.read { try $0.credential(of: "P2") }?.password == nil)
    }

    @Test("while the issuer is silent it is asked once in a while, and the journal tells of it once") func silent()
        async throws
    {
        let there = TestIssuer(key: try TestKey(.es256, id: "k"))
        // However long the five take: by its own clock no time goes by.
        let moment = Date()
        let issuer = Issuer(
            address: there.address, client: "xingzhi", secret: nil, claim: "preferred_username", fetch: there.fetch,
            now: { moment })
        let site = try SignedInSite(issuer: issuer)
        there.fallSilent()
        for _ in 0..<5 { #expect(try await Browser(site: site).get("/sign-in/issuer").status == 502) }
        let rows = try site.small.database.read { try $0.journal(ofKind: "account", code: "—") }
        #expect(rows.count { $0.act == "signInRefused" } == 1)
    }

    @Test("a way back is good once, for the browser that was led there, within ten minutes")
    func onceOnly() async throws {
        let (site, there) = try site()
        let (browser, other) = (Browser(site: site), Browser(site: site))
        func led() async throws -> String {
            let way = try #require(try await browser.get("/sign-in/issuer").headers[.location])
            let back = try there.signIn("clerk", at: way)
            return String(try #require(back.firstRange(of: "/sign-in").map { back[$0.lowerBound...] }))
        }
        let first = try await led()
        #expect(try await other.get(first).status == 422, "another browser")
        #expect(try await browser.get(first).status == 200)
        #expect(try await browser.get(first).status == 422, "once")
        let late = try await led()
        site.clock.go(minutes: 11)
        #expect(try await browser.get(late).status == 422)
        let turned = try await led().replacing("code=", with: "error=access_denied&x=")
        #expect(try await browser.get(turned).status == 422)
    }

    @Test(
        "what does not hold, or is not answered, lets nobody in and says to use a password",
        arguments: [
            ["nonce": "other"], ["aud": "other"], ["iss": "https://x.example"], ["preferred_username": ""], nil,
        ])
    func untrue(claims: [String: String]?) async throws {
        let (site, there) = try site()
        let browser = Browser(site: site)
        if let claims { there.say(claims) }
        let way = try #require(try await browser.get("/sign-in/issuer").headers[.location])
        let back = try there.signIn("clerk", at: way)
        if claims == nil { there.fallSilent() }
        let answer = try await browser.get(
            String(try #require(back.firstRange(of: "/sign-in").map { back[$0.lowerBound...] })))
        #expect(answer.status == 502 && answer.text.contains("密码") && answer.headers[.setCookie] == nil)
        let rows = try site.small.database.read { try $0.journal(ofKind: "account", code: "—") }
        #expect(rows.contains { $0.act == "signInRefused" && $0.after?.contains("issuer") == true })
    }
}
