import Accounts
import Foundation
import HTTPTypes
import House
import OpenID
import Pages
import Records
import Storage
import Store
import Synchronization
import TestEngines
import Testing
import Vocabulary

@testable import Web

/// The small county with accounts: who may do what there, and browsers that keep their cookies.
struct SignedInSite {
    var small: SmallSite
    let clock = HandClock()
    static let password = "蓝色河马在窗台上读报纸和旧杂志"

    /// `begins`: with nobody yet.
    init(
        begins: Bool = false, behindProxy proxy: String? = nil, issuer: Issuer? = nil, book: RecordBook = SmallSite.book
    ) throws {
        small = try SmallSite(book: book)
        let clock = clock
        small.site = Web.Site(
            database: small.database, today: { SmallSite.today }, files: small.filesOfTests,
            signIn: try SignIn(to: small.database, behindProxy: proxy, issuer: issuer, cost: .least) { clock.now })
        // What the tests of other things look at is behind it.
        try small.database.write(by: "test") { try $0.set(.secondFactor, to: SecondFactorRule.voluntary.rawValue) }
        if !begins { for one in Self.all { try open(one.name, one.person, one.role, one.unit) } }
    }

    /// Of every role one, and an official.
    static let all: [(name: String, person: String, role: Role?, unit: String)] = [
        ("sys", "", .systemAdministrator, ""), ("sec", "", .securityAdministrator, ""),
        ("aud", "", .auditAdministrator, ""),
        ("office", "", .programOffice, ""), ("clerk", "", .unitClerk, "U2"), ("registrar", "", .registrar, ""),
        ("teacher", "", .classTeacher, "U2"), ("trainer", "", .trainer, "U2"), ("inspector", "", .inspector, ""),
        ("leader", "", .leader, "U2"), ("P1", "P1", nil, ""), ("P3", "P3", nil, ""),
    ]

    func open(_ name: String, _ person: String = "", _ role: Role? = nil, _ unit: String = "") throws {
        let (system, security) = (
            Reader(account: "first", rights: [.administerUsers]),
            Reader(account: "second", rights: [.administerSecurity])
        )
        let database = small.database
        let account = try database.perform(
            OpenAccount(AccountDraft(name: name, displayName: "\(name)先生", person: person)), by: system,
            on: SmallSite.today)
        try database.setPassword(
            of: account, to: NewPassword(current: "", new: Self.password, again: Self.password), asksCurrent: false,
            cost: .least, by: Reader(account, in: nil), on: SmallSite.today)
        guard let role else { return }
        let asked = try database.perform(
            AskRole(
                account: name,
                request: RoleRequest(role: role, unit: unit, from: SmallSite.today, until: nil, purpose: "试")),
            by: system, on: SmallSite.today)
        try database.perform(
            DecideRole(grant: asked.code, isAgreed: true, remark: ""), by: security, on: SmallSite.today)
    }

    /// A browser that somebody has signed in with.
    func browser(_ name: String, _ password: String = Self.password) async throws -> Browser {
        let browser = Browser(site: self)
        let answer = try await browser.signIn(name, password)
        #expect(answer.status == 303, "\(name)")
        return browser
    }
}

/// Keeps the cookie that it was given, as a browser does.
final class Browser: Sendable {
    let site: SignedInSite
    private let held = Mutex<String?>(nil)

    init(site: SignedInSite) { self.site = site }

    var cookie: String? { held.withLock { $0 } }

    func signIn(_ name: String, _ password: String = SignedInSite.password, to address: String = "/") async throws
        -> Answer
    {
        try await post("/sign-in", [("name", name), ("password", password), ("to", address)])
    }

    func get(_ address: String, headers: HTTPFields = [:]) async throws -> Answer {
        kept(try await site.small.get(address, headers: with(headers)))
    }

    /// The same without waiting for what is noted beside the page.
    func look(_ address: String) async throws -> Answer {
        kept(try await site.small.get(address, headers: with([:]), settles: false))
    }

    func post(_ address: String, _ fields: [(String, String)], headers: HTTPFields = [:]) async throws -> Answer {
        kept(try await site.small.post(address, fields, headers: with(headers)))
    }

    private func with(_ headers: HTTPFields) -> HTTPFields {
        var headers = headers
        if let cookie { headers[.cookie] = cookie }
        return headers
    }

    private func kept(_ answer: Answer) -> Answer {
        // When it opened something first is told beside the session.
        if let set = answer.headers[.setCookie]?.split(separator: ";").first, !set.contains("-opened=") {
            held.withLock { $0 = set.hasSuffix("=") ? nil : String(set) }
        }
        return answer
    }
}

/// Moved by hand.
final class HandClock: Sendable {
    private let held = Mutex(Date(timeIntervalSince1970: 1_790_730_000))
    var now: Date { held.withLock { $0 } }
    func go(minutes: Double) { held.withLock { $0 += minutes * 60 } }
}
