import Accounts
import Foundation
import HTTPTypes
import House
import Pages
import Store
import TestEngines
import Testing
import Vocabulary

@testable import Web

@Suite("The daily letter", .onEveryEngine) struct DigestTests {
    private let system = Reader(account: "sys", rights: [.own, .administerUsers])

    /// A county where the security administrator has something to decide, and letters are set.
    private func site(port: Int) throws -> SignedInSite {
        let site = try SignedInSite()
        try site.small.database.perform(
            SetDigestRules(DigestRules(port: port, from: "xingzhi@example.gov.cn", hour: 0)), by: system,
            on: SmallSite.today)
        try site.small.database.perform(
            AskDestruction(person: "P1", ground: "本人申请", inTexts: true),
            by: Reader(account: "office", rights: [.own, .see, .plan]), on: SmallSite.today)
        for name in ["sec", "trainer"] { try wish(site, name) }
        return site
    }

    private func wish(_ site: SignedInSite, _ name: String, _ address: String? = nil) throws {
        try site.small.database.perform(
            WishDigest(address: address ?? "\(name)@example.gov.cn"), by: Reader(account: name, rights: [.own]),
            on: SmallSite.today)
    }

    /// Does what the worker would.
    private func send(_ site: SignedInSite, origin: String = "https://xz.example.gov.cn") throws -> String {
        let worker = JobWorker(
            [DigestJob.self], on: site.small.database,
            directory: (site.small.filesOfTests ?? site.small.database.filesDirectory) + "/results",
            today: { SmallSite.today })
        let job = try worker.begin(
            DigestJob(day: SmallSite.today, origin: origin), by: system, on: SmallSite.today)
        for _ in 0..<200 {
            let now = try site.small.database.read { try $0.one(KeptJob.self, job.code, for: system) }
            if let now, now.state.isEnd {
                worker.stop()
                return now.end.words.zh
            }
            usleep(25_000)
        }
        worker.stop()
        return "still under way"
    }

    private func body(_ relay: SmallRelay) -> String {
        let lines = relay.lines
        let body = lines[(lines.firstIndex(of: "") ?? 0)...].dropFirst().prefix { $0 != "." }
        return Data(base64Encoded: body.joined()).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    @Test("tells how much waits and where, of whom nothing, once a day, and nobody for whom nothing waits")
    func sent() throws {
        let relay = try SmallRelay()
        defer { relay.stop() }
        let site = try site(port: relay.port)
        #expect(try send(site) == "已发1封，未发出0封。")
        #expect(relay.lines.filter { $0.hasPrefix("RCPT TO") } == ["RCPT TO:<sec@example.gov.cn>"])
        let text = body(relay)
        #expect(text.contains("您有1项待办") && text.contains("https://xz.example.gov.cn/destructions?stage=asked"))
        #expect(!text.contains("P1") && !text.contains("甲") && !text.contains("sec"))
        #expect(try send(site) == "已发0封，未发出0封。")
        #expect(relay.lines.filter { $0 == "DATA" }.count == 1)
        let told = try site.small.database.read { try $0.journal(limit: 50) }
        #expect(told.filter { $0.act == "sendDigest" }.map(\.objectCode) == ["sec"])
        #expect(told.allSatisfy { !($0.after ?? "").contains("sec@example") }, "an address is its owner's affair")
        #expect(try !site.small.database.hasDigests(of: SmallSite.today))
        #expect(try site.small.database.hasDigests(of: SmallSite.today + 1))
    }

    @Test("what is not taken now is tried again, some times; what is never taken is not") func retried() throws {
        let busy = try SmallRelay([("RCPT", "451 later")])
        defer { busy.stop() }
        let site = try site(port: busy.port)
        for _ in 0..<6 {
            #expect(try site.small.database.hasDigests(of: SmallSite.today))
            #expect(try send(site).hasSuffix("未发出1封。"))
        }
        #expect(try !site.small.database.hasDigests(of: SmallSite.today))
        #expect(try send(site) == "已发0封，未发出0封。")
        let told = try site.small.database.read { try $0.journal(limit: 50) }.filter { $0.act == "sendDigest" }
        #expect(told.count == 1 && told.first?.after?.contains("\"tries\":\"6\"") == true)

        let no = try SmallRelay([("RCPT", "550 unknown")])
        defer { no.stop() }
        let other = try self.site(port: no.port)
        _ = try send(other)
        #expect(try !other.small.database.hasDigests(of: SmallSite.today))
    }

    @Test("one's address is set at one's account, by those who hold a role; what is none is refused") func address()
        async throws
    {
        let site = try SignedInSite()
        let clerk = try await site.browser("clerk")
        #expect(try await clerk.get("/account").text.contains("每日待办邮件"))
        #expect(try await !site.browser("P1").get("/account").text.contains("每日待办邮件"))
        for typed in ["", "x", "a@b.cn\r\nBcc: c@d.cn"] {
            let answer = try await clerk.post("/account/letter", [("address", typed), ("step", "save")])
            #expect(answer.status == 422 && answer.text.contains("不是邮箱地址"), "\(typed)")
        }
        #expect(
            try await clerk.post("/account/letter", [("address", " wang@b.cn "), ("step", "save")]).headers[.location]
                == "/account")
        #expect(try await clerk.get("/account").text.contains("wang@b.cn"))
        _ = try await clerk.post("/account/letter", [("address", "wang@b.cn"), ("step", "end")])
        #expect(try site.small.database.read { try $0.digestWish(of: "clerk") } == nil)
        let system = try await site.browser("sys")
        #expect(try await system.get("/letters").status == 200)
        let rules = DigestRules(port: 25, from: "x\r\ny@z.cn")
        #expect(throws: Refused.self) {
            try site.small.database.perform(SetDigestRules(rules), by: self.system, on: SmallSite.today)
        }
    }
}
