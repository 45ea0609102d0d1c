import Accounts
import Foundation
import HTTPTypes
import Pages
import Store
import TestEngines
import Testing
import Vocabulary

@testable import Web

@Suite("Sign-in pages", .onEveryEngine) struct SignInTests {
    @Test("who is nobody is led to the sign-in, and from there to where they wanted to go, on this site only")
    func comingBack() async throws {
        let site = try SignedInSite()
        let browser = Browser(site: site)
        let led = try await browser.get(
            "/people?unit=U2&q=甲".addingPercentEncoding(withAllowedCharacters: .urlQueryAllowed) ?? "")
        let address = try #require(led.headers[.location])
        #expect(led.status == 303 && address.hasPrefix("/sign-in?to="))
        let form = try await browser.get(address)
        #expect(
            form.status == 200 && form.headers[.cacheControl] == "no-store" && !form.text.contains("href=\"/people\""))
        let wanted = try #require(form.text.firstMatch(of: /name="to" value="([^"]*)"/).map { String($0.1) })
        #expect(wanted.hasPrefix("/people?unit=U2"))
        let done = try await browser.signIn("office", to: wanted.replacing("&amp;", with: "&"))
        #expect(done.headers[.location]?.hasPrefix("/people?unit=U2") == true)
        let page = try await browser.get(done.headers[.location] ?? "")
        #expect(page.status == 200 && page.text.contains("office先生") && page.text.contains("退出登录"))
        #expect(page.headers[.cacheControl] == "private, no-cache")
        for elsewhere in ["//evil.example", "https://evil.example", "/\\evil.example", "/a\nb", "javascript:x", ""] {
            let other = Browser(site: site)
            #expect(try await other.signIn("office", to: elsewhere).headers[.location] == "/", "\(elsewhere)")
        }
        #expect(try await Browser(site: site).get("/tours.json").status == 401)
    }

    @Test("the cookie is the browser's alone, new at each sign-in, and of no use after signing out") func cookie()
        async throws
    {
        let site = try SignedInSite()
        let browser = Browser(site: site)
        let first = try await browser.signIn("office")
        let set = try #require(first.headers[.setCookie])
        #expect(set.hasPrefix("xingzhi=") && set.hasSuffix("; Path=/; HttpOnly; SameSite=Strict"))
        let old = try #require(browser.cookie)
        _ = try await browser.signIn("office")
        #expect(browser.cookie != old)
        #expect(try await site.small.get("/", headers: [.cookie: old]).status == 303, "the old one is void")
        let now = try #require(browser.cookie)
        #expect(try await site.small.get("/", headers: [.cookie: "a=b; \(now)"]).status == 200)
        let out = try await browser.post("/sign-out", [])
        #expect(out.headers[.location] == "/sign-in?why=out" && out.headers[.setCookie]?.contains("Max-Age=0") == true)
        #expect(try await site.small.get("/", headers: [.cookie: now]).status == 303)
        for odd in [
            "xingzhi=", "xingzhi=%27", "xingzhi=\(String(repeating: "a", count: 32))",
            "xingzhi=\(String(repeating: "x", count: 5000))",
        ] {
            #expect(try await site.small.get("/", headers: [.cookie: odd]).status == 303, "\(odd.prefix(20))")
        }
    }

    @Test("a mistake says nothing of what was wrong, and the name stays; too many are told how long to wait")
    func mistakes() async throws {
        let site = try SignedInSite()
        let browser = Browser(site: site)
        let wrong = try await browser.signIn("office", "falsch-und-falsch")
        let unknown = try await browser.signIn("nobody", "falsch-und-falsch")
        #expect(wrong.status == 422 && unknown.status == 422)
        for answer in [wrong, unknown] {
            #expect(answer.text.contains("账号或密码不正确") && !answer.text.contains("falsch-und-falsch"))
        }
        #expect(wrong.text.contains("value=\"office\""))
        for _ in 0..<4 { _ = try await browser.signIn("office", "falsch") }
        let locked = try await browser.signIn("office")
        #expect(locked.status == 429 && locked.text.contains("15分钟后再试"))
        #expect(browser.cookie == nil)
    }

    @Test("a session ends when nobody used it, sooner for administrators, and by its age") func ends() async throws {
        let site = try SignedInSite()
        let (office, system) = (try await site.browser("office"), try await site.browser("sys"))
        site.clock.go(minutes: 16)
        #expect(try await office.get("/plan").status == 200)
        #expect(try await system.get("/accounts").status == 303)
        for _ in 0..<23 {
            site.clock.go(minutes: 20)
            #expect(try await office.get("/plan").status == 200)
        }
        site.clock.go(minutes: 10)
        #expect(try await office.get("/plan").headers[.location]?.contains("why=ended") == true)
    }

    @Test("disabling somebody, or taking a role back, shows at once, on every server") func atOnce() async throws {
        var site = try SignedInSite()
        let clerk = try await site.browser("clerk")
        #expect(try await clerk.get("/activities/new").status == 200)
        if TestEngine.current == .postgres {
            // Another process on the same database knows the session, and ends it for both.
            let clock = site.clock
            site.small = try SmallSite(beside: site.small)
            site.small.site = Web.Site(
                database: site.small.database, today: { SmallSite.today }, files: site.small.filesOfTests,
                signIn: try SignIn(to: site.small.database, cost: .least) { clock.now })
            #expect(try await site.small.get("/activities/new", headers: [.cookie: clerk.cookie ?? ""]).status == 200)
        }
        try site.small.database.perform(
            DisableAccount(account: "clerk", reason: "调离"), by: Reader(account: "sys", rights: [.administerUsers]),
            on: SmallSite.today)
        #expect(try await clerk.get("/activities/new").status == 303)
        #expect(try await Browser(site: site).signIn("clerk").status == 422)
        let inspector = try await site.browser("inspector")
        let grant = try #require(try site.small.database.read { try $0.grants(of: "inspector") }.first)
        try site.small.database.perform(
            EndRole(grant: grant.code, reason: "到期"), by: Reader(account: "sec", rights: [.administerSecurity]),
            on: SmallSite.today)
        #expect(try await inspector.get("/plan").status == 303)
        let again = try await site.browser("inspector")
        #expect(try await again.get("/plan").status == 403, "and without a role there is nothing to see")
    }

    @Test("a form that was being filled in comes back after the sign-in, once, to nobody else") func returned()
        async throws
    {
        let site = try SignedInSite()
        let clerk = try await site.browser("clerk")
        let form = try await clerk.get("/tours/new")
        let code = try #require(form.text.firstMatch(of: /name="draft" value="([a-z2-7]+)"/).map { String($0.1) })
        site.clock.go(minutes: 31)
        let led = try await clerk.post("/tours/new", [("draft", code)] + DeskPageTests.scheme + [("step", "check")])
        #expect(led.status == 303)
        let address = try #require(led.headers[.location])
        #expect(try await clerk.get(address).text.contains("刚才填写的内容已保留"))
        // Whoever signs in at the same browser as somebody else finds an empty form.
        let other = try await site.browser("office")
        #expect(try await !other.get("/tours/new?draft=\(code)").text.contains("河道治理学习考察"))
        #expect(try await other.get("/").headers[.location] == nil)
        let wanted = try #require(Query(parsing: address.split(separator: "?")[1])["to"])
        #expect(wanted == "/tours/new?draft=\(code)")
        let back = try await clerk.signIn("clerk", to: wanted)
        #expect(back.headers[.location] == wanted)
        let page = try await clerk.get(wanted)
        #expect(page.text.contains("河道治理学习考察") && page.text.contains("谁来管护"))
        // The same of the page on which it is checked, which sends no field of the form.
        site.clock.go(minutes: 31)
        _ = try await clerk.post("/tours/new", [("draft", code), ("checked", "1"), ("step", "save")])
        _ = try await clerk.signIn("clerk", to: wanted)
        #expect(try await clerk.get(wanted).text.contains("谁来管护"))
        let done = try await clerk.post("/tours/new", [("draft", code), ("step", "save")])
        #expect(done.status == 303)
        #expect(
            try site.small.database.read { try $0.journal(limit: 50) }.contains {
                $0.act == "fileTour" && $0.by == "clerk"
            })
    }

    @Test("so does what was sent at the press of a button, to be sent again") func returnedButton() async throws {
        let site = try SignedInSite()
        let office = try await site.browser("office")
        site.clock.go(minutes: 31)
        _ = try await office.post("/seats/1/run", [("year", "2027"), ("note", "<b>甲</b>"), ("once", "x1")])
        let other = try await site.browser("registrar")
        #expect(try await other.get("/sign-in/kept").headers[.location] == "/")
        let back = try await office.signIn("office")
        #expect(back.headers[.location] == "/sign-in/kept")
        let page = try await office.get("/sign-in/kept")
        #expect(page.status == 200 && page.text.contains("再次提交") && page.text.contains("action=\"/seats/1/run\""))
        #expect(page.text.contains("2027") && page.text.contains("&lt;b&gt;甲") && !page.text.contains("<b>甲"))
        #expect(try await office.get("/sign-in/kept").headers[.location] == "/", "once")
        // After signing out nothing is kept: whoever has the old cookie then is not the one who was at work.
        let cookie = try #require(office.cookie)
        _ = try await office.post("/sign-out", [])
        _ = try await site.small.post("/seats/1/run", [("year", "2028")], headers: [.cookie: cookie])
        #expect(try await office.signIn("office").headers[.location] == "/")
    }

    @Test("who came with a code chooses a password before anything else") func code() async throws {
        let site = try SignedInSite()
        let handed = try site.small.database.perform(
            HandOutCode(account: "clerk"), by: Reader(account: "sys", rights: [.administerUsers]), on: SmallSite.today)
        let clerk = try await site.browser("clerk", handed.code.lowercased())
        #expect(try await clerk.get("/activities").headers[.location] == "/account/password")
        #expect(try await clerk.post("/activities/new", [("title", "x")]).headers[.location] == "/account/password")
        let page = try await clerk.get("/account/password")
        #expect(page.status == 200 && !page.text.contains("name=\"current\""))
        let weak = try await clerk.post("/account/password", [("new", "Admin@123456"), ("again", "Admin@123456")])
        #expect(weak.status == 422 && weak.text.contains("太容易猜到") && !weak.text.contains("Admin@123456"))
        let before = clerk.cookie
        let new = "灰色的鹭鸶站在旧木桥上想着心事"
        #expect(try await clerk.post("/account/password", [("new", new), ("again", new)]).status == 303)
        #expect(clerk.cookie != before)
        #expect(try await clerk.get("/activities?unit=U2").status == 200)
        let wrong = try await clerk.post(
            "/account/password", [("current", "x"), ("new", new + "了"), ("again", new + "了")])
        #expect(wrong.status == 422 && wrong.text.contains("当前密码不正确"))
    }

    @Test("one's own sessions are listed, and ended one by one; nobody ends another's") func sessions() async throws {
        let site = try SignedInSite()
        let (here, there) = (try await site.browser("office"), try await site.browser("office"))
        let other = try await site.browser("clerk")
        let page = try await here.get("/account")
        let code = try #require(page.text.firstMatch(of: /\/account\/sessions\/([0-9a-f]+)\/end/).map { String($0.1) })
        #expect(try await other.post("/account/sessions/\(code)/end", []).status == 404)
        #expect(try await there.get("/account").status == 200)
        #expect(try await here.post("/account/sessions/\(code)/end", []).status == 303)
        #expect(try await there.get("/account").status == 303)
        #expect(try await here.get("/account").status == 200)
    }

    @Test("whoever holds two posts acts in one at a time") func posts() async throws {
        let site = try SignedInSite()
        let (system, security) = (
            Reader(account: "first", rights: [.administerUsers]),
            Reader(account: "second", rights: [.administerSecurity])
        )
        let asked = try site.small.database.perform(
            AskRole(
                account: "inspector",
                request: RoleRequest(role: .unitClerk, unit: "U3", from: SmallSite.today, until: nil, purpose: "试")),
            by: system, on: SmallSite.today)
        try site.small.database.perform(
            DecideRole(grant: asked.code, isAgreed: true, remark: ""), by: security, on: SmallSite.today)
        let both = try await site.browser("inspector")
        #expect(try await both.get("/people/P1").status == 200)
        #expect(try await both.get("/activities/new").status == 403)
        #expect(try await both.post("/account/post", [("unit", "U2")]).status == 404)
        #expect(try await both.post("/account/post", [("unit", "U3")]).status == 303)
        #expect(try await both.get("/activities/new").status == 200)
        #expect(try await both.get("/people/P1").status == 403)
    }

    @Test("a site without accounts leads everywhere to its first start, where two codes open two accounts")
    func firstStart() async throws {
        let site = try SignedInSite(begins: true)
        let browser = Browser(site: site)
        for address in ["/", "/plan", "/people/P1", "/tours.json", "/sign-in/kept", "/account"] {
            #expect(try await browser.get(address).headers[.location] == "/first-start", "\(address)")
        }
        #expect(try await browser.post("/activities/new", [("title", "x")]).headers[.location] == "/first-start")
        #expect(try await !browser.get("/first-start").text.contains("甲一"))
        let codes = try #require(try site.small.database.makeFirstCodes(by: "root", on: SmallSite.today)).codes
        func open(_ code: String, _ name: String) async throws -> Answer {
            try await browser.post(
                "/first-start",
                [
                    ("code", code), ("name", name), ("displayName", name), ("new", SignedInSite.password),
                    ("again", SignedInSite.password),
                ])
        }
        let wrong = try await open("AAAA-BBBB-CCCC-DDDD", "root1")
        #expect(wrong.status == 422 && wrong.text.contains("启用码不正确") && wrong.text.contains("value=\"root1\""))
        #expect(try await open(codes[0].code, "root1").status == 303)
        #expect(try await browser.get("/").headers[.location] == "/accounts")
        #expect(try await browser.get("/accounts").status == 200)
        #expect(try await browser.get("/people").status == 403)
        #expect(try await open(codes[1].code, "root2").status == 303)
        #expect(try await browser.get("/roles").status == 200)
        #expect(try await Browser(site: site).get("/first-start").status == 404)
    }

    @Test("behind a proxy only its own https is answered, and browsers are told to insist on it") func proxy()
        async throws
    {
        let site = try SignedInSite(behindProxy: "xz.example.gov.cn")
        let plain = try await site.small.get("/sign-in")
        #expect(plain.status == 421 && !plain.text.contains("<"))
        let https = try forwarded("https")
        #expect(try await site.small.get("/sign-in", headers: https).status == 421, "of another name")
        let answer = try await site.small.get("/sign-in", headers: https, authority: "xz.example.gov.cn")
        #expect(answer.status == 200 && answer.headers[.strictTransportSecurity] == "max-age=63072000")
        let http = try forwarded("http")
        #expect(try await site.small.get("/sign-in", headers: http, authority: "xz.example.gov.cn").status == 421)
        let done = try await site.small.post(
            "/sign-in", [("name", "office"), ("password", SignedInSite.password)], headers: https,
            authority: "xz.example.gov.cn")
        #expect(done.headers[.setCookie]?.hasPrefix("__Host-xingzhi=") == true)
        #expect(done.headers[.setCookie]?.hasSuffix("; Path=/; HttpOnly; SameSite=Strict; Secure") == true)
        let rows = try site.small.database.read { try $0.journal(limit: 5) }
        #expect(rows.first?.after?.contains("10.1.2.3") == true, "the proxy's word, not what a browser put before it")
        var elsewhere = https
        elsewhere[.origin] = "https://evil.example"
        #expect(
            try await site.small.post("/sign-in", [], headers: elsewhere, authority: "xz.example.gov.cn").status == 403)
    }

    /// What a proxy says of a request, and what a browser said of itself before.
    private func forwarded(_ scheme: String) throws -> HTTPFields {
        [
            try #require(HTTPField.Name("X-Forwarded-Proto")): scheme,
            try #require(HTTPField.Name("X-Forwarded-For")): "6.6.6.6, 10.1.2.3",
        ]
    }
}
