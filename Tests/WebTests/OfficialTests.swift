import HTTPTypes
import Hummingbird
import Pages
import Records
import Store
import TestEngines
import Testing
import Vocabulary

@testable import Web

/// What an official, and what nobody, can reach by asking for addresses that are none of theirs.
@Suite("Others' addresses", .onEveryEngine) struct OfficialTests {
    private static func addresses(_ site: SignedInSite, _ method: String) -> [String] {
        site.small.site.router().routes.filter { "\($0.method)" == method }.map { "\($0.path)" }
    }

    /// Every address with codes that are there, and with some that are not.
    private static func filled(_ path: String) -> [String] {
        guard path.contains("{") else { return [path] }
        return ["P1", "P2", "P3", "U2", "A2026-000001", "office", "W2026-000001", "1", "..", "%27"].map { code in
            path.split(separator: "/", omittingEmptySubsequences: false)
                .map { $0.hasPrefix("{") ? code : String($0) }.joined(separator: "/")
        }
    }

    @Test("an official sees their own file, and by no other address anything") func official() async throws {
        let site = try SignedInSite()
        let official = try await site.browser("P1")
        #expect(try await official.get("/").headers[.location] == "/desk")
        #expect(try await official.get("/desk").status == 200)
        let file = try await official.get("/people/P1")
        #expect(file.status == 200 && file.text.contains("甲一") && !file.text.contains("href=\"/people\""))
        let open = [
            "/people/P1", "/desk", "/me", "/me/views", "/me/classes", "/me/surveys", "/me/study", "/me/secondments",
            "/me/branch", "/me/drills", "/me/lectures", "/me/winners",
            // The same titles as files.
            "/me/winners.csv", "/me/winners.xlsx", "/me/winners.json",
            "/account",
            "/account/password",
            "/account/second-factor",
            "/sign-out",
            "/sign-in", "/",
            "/openapi.json",
        ]
        // Forms of one's own plan and notes, of which nobody else's are told.
        let forms = ["/me/study/plan", "/me/study/notes"]
        func isForm(_ address: String) -> Bool {
            forms.contains(address) || address.hasPrefix("/me/study/plan/")
        }
        for path in Self.addresses(site, "GET") where !path.hasPrefix("/assets") && path != "/sign-in/kept" {
            for address in Self.filled(path) where !open.contains(address) {
                let answer = try await official.get(address)
                #expect(
                    (isForm(address) ? [200, 404] : [403, 404]).contains(answer.status),
                    "\(address): \(answer.status)")
                for other in ["甲三", "甲&lt;二", "县水务局", "office先生"] {
                    // Their own unit stands in the frame of every page of theirs, not here.
                    #expect(!answer.text.contains(other), "\(address) names \(other)")
                }
            }
        }
        let before = try site.small.database.read {
            try $0.journal(limit: 100_000).filter { $0.act != "refused" }.count
        }
        for path in Self.addresses(site, "POST") where !path.hasPrefix("/sign-") && !path.hasPrefix("/account/") {
            for address in Self.filled(path) where !isForm(address) {
                let answer = try await official.post(address, [("step", "save"), ("reason", "试"), ("person", "P3")])
                #expect([403, 404].contains(answer.status), "\(address): \(answer.status)")
            }
        }
        let rows = try site.small.database.read { try $0.journal(limit: 100_000) }
        #expect(rows.filter { $0.act != "refused" }.count == before)
        #expect(rows.contains { $0.act == "refused" && $0.by == "P1" && $0.objectCode == "/people/P3" })
    }

    @Test("nobody is shown nothing, at any address, by any way of asking") func nobody() async throws {
        let site = try SignedInSite()
        for method in ["GET", "POST"] {
            for path in Self.addresses(site, method)
            where !path.hasPrefix("/assets") && !["/sign-in", "/sign-in/code", "/first-start"].contains(path) {
                for address in Self.filled(path) {
                    let answer =
                        method == "GET"
                        ? try await site.small.get(address) : try await site.small.post(address, [("step", "save")])
                    let leads = answer.headers[.location] ?? ""
                    #expect(
                        answer.status == 303 && leads.hasPrefix("/sign-in") || answer.status == 401,
                        "\(method) \(address): \(answer.status) \(leads)")
                    #expect(!answer.text.contains("甲"), "\(address)")
                }
            }
        }
    }

    @Test("each of six people walks the addresses of the five others' pages and finds only what is theirs")
    func walking() async throws {
        let site = try SignedInSite()
        let pages = [
            ("office", "/seats"), ("clerk", "/units/U2"), ("sys", "/accounts/office"), ("sec", "/roles"),
            ("aud", "/journal"), ("P3", "/people/P3"),
        ]
        for (name, own) in pages {
            let browser = try await site.browser(name)
            #expect(try await browser.get(own).status == 200, "\(name) \(own)")
            for (other, address) in pages where other != name {
                let answer = try await browser.get(address)
                // The office sees the town, the clerk their unit: officials of theirs too.
                let may =
                    name == "office" && ["/units/U2", "/people/P3"].contains(address)
                    || name == "clerk" && address == "/people/P3"
                #expect((answer.status == 200) == may, "\(name) at \(address): \(answer.status)")
            }
        }
    }

    @Test("a file that was fetched stands in the journal, and who looks for it finds it there") func files()
        async throws
    {
        let site = try SignedInSite()
        let office = try await site.browser("office")
        #expect(try await office.get("/people.xlsx?unit=U2").status == 200)
        #expect(try await office.get("/accounts").status == 403)
        let audit = try await site.browser("aud")
        let files = try await audit.get("/journal?matter=files")
        #expect(
            files.text.contains("导出或下载") && files.text.contains("/people.xlsx")
                && files.text.contains("office先生（office）"))
        let refused = try await audit.get("/journal?matter=refusals&by=OFFICE")
        #expect(refused.text.contains("/accounts") && refused.text.contains("越权被拒"))
        #expect(try await audit.get("/journal?by=nobody").text.contains("没有符合条件的记录"))
        let seq = try #require(refused.text.firstMatch(of: /\/journal\/(\d+)/).map { String($0.1) })
        let line = try await audit.get("/journal/\(seq)")
        #expect(line.status == 200 && line.text.contains("127.0.0.1"))
        #expect(try await audit.get("/journal/999999").status == 404)
        let csv = try await audit.get("/journal.csv?matter=signIns&from=2020-01-01&to=2099-12-31")
        #expect(csv.status == 200 && csv.text.contains("登录"), "\(csv.status)")
        #expect(try await audit.get("/journal?matter=files").text.contains("/journal.csv"), "who reads it is told too")
    }
}
