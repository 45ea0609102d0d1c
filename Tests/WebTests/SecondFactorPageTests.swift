import Foundation
import HTTPTypes
import House
import Pages
import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import Accounts
@testable import Web

@Suite("Pages of the second factor", .onEveryEngine) struct SecondFactorPageTests {
    private func secret(_ site: SignedInSite, _ name: String) throws -> [UInt8] {
        let factor = try #require(try site.small.database.read { try $0.secondFactor(of: name) })
        return try #require(Base32.bytes(factor.secret.text))
    }

    /// Sets one up as its owner does; the codes for when the telephone is lost.
    private func setUp(_ site: SignedInSite, _ browser: Browser, _ name: String) async throws -> [String] {
        let begun = try await browser.post("/account/second-factor/begin", [("current", SignedInSite.password)])
        #expect(begun.headers[.location] == "/account/second-factor")
        let page = try await browser.get("/account/second-factor")
        #expect(page.text.contains("<svg") && page.text.contains("otpauth://totp/"))
        #expect(page.headers[.cacheControl] == "no-store", "a secret is kept by no browser")
        let done = try await browser.post(
            "/account/second-factor", [("code", TimeCode.code(of: try secret(site, name), at: site.step))])
        #expect(done.status == 200)
        return done.text.matches(of: /<b class="code">([A-Z0-9-]{19})<\/b>/).map { String($0.1) }
    }

    @Test(
        "it is set up by a password and the telephone's code, then asked after the password, on the way to where one wanted"
    )
    func asked() async throws {
        let site = try SignedInSite()
        let browser = try await site.browser("office")
        let wrong = try await browser.post("/account/second-factor/begin", [("current", "falsch")])
        #expect(wrong.status == 422 && wrong.text.contains("当前密码不正确"))
        #expect(try await setUp(site, browser, "office").count == 10)
        site.clock.go(minutes: 1)
        let other = Browser(site: site)
        let half = try await other.signIn("office", to: "/plan")
        #expect(half.status == 200 && half.text.contains("动态口令") && other.cookie == nil)
        #expect(half.headers[.cacheControl] == "no-store")
        let token = try #require(half.text.firstMatch(of: /name="attempt" value="([a-z2-7]{32})"/).map { String($0.1) })
        #expect(try await site.small.get("/plan", headers: [.cookie: "xingzhi=\(token)"]).status == 303)
        let refused = try await other.post("/sign-in/code", [("attempt", token), ("code", "1"), ("to", "/plan")])
        #expect(refused.status == 422 && refused.text.contains("动态口令不正确") && other.cookie == nil)
        let code = TimeCode.code(of: try secret(site, "office"), at: site.step)
        let done = try await other.post("/sign-in/code", [("attempt", token), ("code", code), ("to", "/plan")])
        #expect(done.status == 303 && done.headers[.location] == "/plan" && other.cookie != nil)
        #expect(try await other.get("/plan").status == 200)
        let again = try await other.post(
            "/sign-in/code", [("attempt", token), ("code", code), ("to", "//evil.example")])
        #expect(again.status == 422 && again.text.contains("重新输入密码"))
    }

    @Test("an administrator goes nowhere else before they have one, where the site asks it") func required()
        async throws
    {
        let site = try SignedInSite()
        try site.small.database.write(by: "test") {
            try $0.set(.secondFactor, to: SecondFactorRule.administrators.rawValue)
        }
        let system = try await site.browser("sys")
        #expect(try await system.get("/accounts").headers[.location] == "/account/second-factor")
        let page = try await system.get("/account/second-factor")
        #expect(page.status == 200 && page.text.contains("两种鉴别方式"))
        #expect(try await site.browser("office").get("/plan").status == 200, "others may do without")
        _ = try await setUp(site, system, "sys")
        #expect(try await system.get("/accounts").status == 200)
        let security = try await site.browser("sec")
        _ = try await setUp(site, security, "sec")
        #expect(try await security.get("/second-factors").text.contains("sys"))
        let reset = try await security.post("/second-factors/sys/reset", [("reason", "手机丢失"), ("step", "check")])
        #expect(reset.status == 200)
        #expect(try await system.get("/accounts").status == 200)
        try site.small.database.perform(
            ResetSecondFactor(account: "sys", reason: "手机丢失"),
            by: Reader(account: "sec", rights: [.administerSecurity]), on: SmallSite.today)
        #expect(try await system.get("/accounts").headers[.location]?.hasPrefix("/sign-in") == true)
    }

    @Test("it is given up with a code of the telephone or of the paper") func givenUp() async throws {
        let site = try SignedInSite()
        let browser = try await site.browser("office")
        let codes = try await setUp(site, browser, "office")
        #expect(try await browser.post("/account/second-factor/remove", [("code", "1")]).status == 422)
        #expect(try await browser.post("/account/second-factor/remove", [("code", codes[0])]).status == 303)
        #expect(try await Browser(site: site).signIn("office").status == 303)
    }

    @Test("the picture is a QR code: three corners, a quiet zone, and black and white alone") func picture() {
        let svg =
            QRPicture.svg("otpauth://totp/a:b?secret=MZXW6YTB&issuer=a", label: "x").map {
                String(decoding: $0.rendered(), as: UTF8.self)
            } ?? ""
        // Version 4 has 33 modules; with four of margin on each side.
        #expect(svg.contains("viewBox=\"0 0 41 41\"") && svg.contains("M4 4h1v1h-1z"))
        for corner in [(4, 4), (30, 4), (4, 30)] {
            for place in 0..<7 {
                #expect(svg.contains("M\(corner.0 + place) \(corner.1)h1v1h-1z"), "\(corner) \(place)")
            }
            #expect(!svg.contains("M\(corner.0 + 1) \(corner.1 + 1)h1v1h-1z"))
        }
        #expect(QRPicture.svg(String(repeating: "x", count: 5000), label: "x") == nil)
    }
}

extension SignedInSite {
    fileprivate var step: Int { TimeCode.step(at: clock.now) }
}
