import Foundation
import House
import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import Accounts

/// RFC 6238, appendix B, SHA-1; RFC 4648, section 10.
@Suite("Codes of the time") struct TimeCodeTests {
    @Test(
        "are those of the RFC",
        arguments: [
            (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
            (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
        ])
    func vectors(_ seconds: Int, _ code: String) {
        let secret = Array("12345678901234567890".utf8)
        let step = TimeCode.step(at: Date(timeIntervalSince1970: Double(seconds)))
        #expect(TimeCode.code(of: secret, at: step, digits: 8) == code)
        #expect(TimeCode.code(of: secret, at: step) == String(code.suffix(6)))
    }

    @Test(
        "secrets are written in base 32",
        arguments: [
            ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
            ("foobar", "MZXW6YTBOI"),
        ])
    func base32(_ plain: String, _ text: String) {
        #expect(Base32.text(Array(plain.utf8)) == text)
        #expect(Base32.bytes(text) == Array(plain.utf8))
        #expect(Base32.bytes(text + "1") == nil)
    }

    @Test("of the step before and the one after count, none twice, none older") func window() {
        let secret = Array("12345678901234567890".utf8)
        let now = Date(timeIntervalSince1970: 1_111_111_111)
        let present = TimeCode.step(at: now)
        func found(_ step: Int, after last: Int = 0) -> Int? {
            TimeCode.step(of: TimeCode.code(of: secret, at: step), secret: secret, after: last, at: now)
        }
        #expect([-2, -1, 0, 1, 2].map { found(present + $0) != nil } == [false, true, true, true, false])
        #expect(found(present, after: present) == nil && found(present - 1, after: present) == nil)
        #expect(found(present + 1, after: present) == present + 1)
        let code = TimeCode.code(of: secret, at: present)
        for typed in ["\(code.prefix(3)) \(code.suffix(3))", " \(code)\n"] {
            #expect(TimeCode.step(of: typed, secret: secret, after: 0, at: now) == present)
        }
        for typed in ["", "1", code + "0", String(code.dropLast())] {
            #expect(TimeCode.step(of: typed, secret: secret, after: 0, at: now) == nil, "\(typed)")
        }
    }
}

@Suite("A second factor", .onEveryEngine) struct SecondFactorTests {
    /// An account with one in force, and the codes for when the telephone is lost.
    private func town() throws -> (town: Town, recovery: [String]) {
        let town = try Town()
        let account = try town.account("P1", person: "P1")
        let reader = Reader(account, in: nil)
        try town.database.perform(BeginSecondFactor(account: "P1"), by: reader, on: Town.today)
        #expect(try town.signIn("P1").token != nil, "nothing is asked before the telephone has answered")
        let wrong = ConfirmSecondFactor(account: "P1", code: "000000", now: town.clock.now)
        if try code(town) != "000000" {
            #expect(
                try problems { _ = try town.database.perform(wrong, by: reader, on: Town.today) } == [.wrongTimeCode])
        }
        let recovery = try town.database.perform(
            ConfirmSecondFactor(account: "P1", code: try code(town), now: town.clock.now), by: reader, on: Town.today)
        return (town, recovery)
    }

    private func code(_ town: Town) throws -> String {
        let factor = try #require(try town.database.read { try $0.secondFactor(of: "P1") })
        return TimeCode.code(of: try #require(Base32.bytes(factor.secret.text)), at: TimeCode.step(at: town.clock.now))
    }

    private func half(_ town: Town) throws -> String {
        guard case .halfWay(let token) = try town.signIn("P1") else { throw NotHalfWay() }
        return token
    }

    private struct NotHalfWay: Error {}

    private func finish(_ town: Town, _ token: String, _ code: String) throws -> CodeResult {
        try town.signing.finish(
            CodeAttempt(token: token, code: code, address: "10.0.0.1", browser: "test"), on: Town.today)
    }

    private func sessions(_ town: Town) throws -> Int {
        try town.database.read { try $0.sessions(of: "P1", at: town.clock.now) }.count
    }

    @Test("is asked after the password; without it there is no session") func asked() throws {
        let (town, _) = try town()
        let before = try sessions(town)
        let token = try half(town)
        #expect(try sessions(town) == before && town.database.read { try $0.session(ofToken: token) } == nil)
        #expect(try finish(town, token, try code(town)).isRefused, "it was used when it was set up")
        town.clock.go(minutes: 1)
        let used = try code(town)
        #expect(try finish(town, token, used).token != nil)
        #expect(try sessions(town) == before + 1)
        #expect(try finish(town, token, used).isExpired, "half a sign-in is finished once")
        #expect(try finish(town, try half(town), used).isRefused, "and a code works once")
        let told = try town.database.read { try $0.journal(ofKind: "account", code: "P1") }.last { $0.act == "signIn" }
        #expect(told?.after?.contains("password, totp") == true)
        let journal = try town.database.read { try $0.journal(limit: 100) }
        let secret = try #require(try town.database.read { try $0.secondFactor(of: "P1") }?.secret.text)
        #expect(journal.allSatisfy { ($0.after ?? "").contains(secret) == false && !($0.after ?? "").contains(used) })
    }

    @Test("mistakes count as those of the password do, and half a sign-in is too old after five minutes")
    func lockout() throws {
        let (town, _) = try town()
        town.clock.go(minutes: 1)
        let old = try half(town)
        town.clock.go(minutes: 5.1)
        #expect(try finish(town, old, try code(town)).isExpired)
        let token = try half(town)
        for _ in 0..<5 { #expect(try finish(town, token, "12345").isRefused) }
        #expect(try finish(town, token, try code(town)).minutes == 15)
        #expect(try town.signIn("P1").minutes == 15, "nor by the password")
        // A right password in between does not begin the count anew.
        town.clock.go(minutes: 15.1)
        _ = try half(town)
        #expect(try finish(town, try half(town), "12345").isRefused)
        #expect(try town.signIn("P1").minutes == 30)
    }

    @Test("ten codes help where the telephone is lost, each once") func recovery() throws {
        let (town, codes) = try town()
        #expect(Set(codes).count == 10)
        #expect(try finish(town, try half(town), codes[3].lowercased().replacing("-", with: " ")).token != nil)
        #expect(try finish(town, try half(town), codes[3]).isRefused)
        #expect(try finish(town, try half(town), codes[4]).token != nil)
        #expect(try town.database.read { try $0.secondFactor(of: "P1") }?.recovery.count == 8)
    }

    @Test("is taken back by its owner with a code, by the security administrator, and from the console") func reset()
        throws
    {
        let (town, codes) = try town()
        let reader = Reader(account: "P1", rights: [.own])
        func remove(_ code: String) -> RemoveSecondFactor {
            RemoveSecondFactor(account: "P1", code: code, now: town.clock.now)
        }
        #expect(
            try problems { try town.database.perform(remove("1"), by: reader, on: Town.today) } == [.wrongTimeCode])
        #expect(throws: NotAllowed.self) {
            try town.database.perform(
                RemoveSecondFactor(account: "P1", code: codes[0], now: town.clock.now),
                by: Reader(account: "P2", rights: [.own]), on: Town.today)
        }
        #expect(throws: NotAllowed.self) {
            try town.database.perform(
                ResetSecondFactor(account: "P1", reason: "丢失"), by: .system, on: Town.today)
        }
        try town.database.perform(
            ResetSecondFactor(account: "P1", reason: "手机丢失"), by: .security, on: Town.today)
        #expect(try sessions(town) == 0)
        #expect(try town.signIn("P1").token != nil)
        #expect(
            try problems {
                try town.database.perform(
                    ResetSecondFactor(account: "P1", reason: "x"), by: .security, on: Town.today)
            } == [.hasNoSecondFactor])
        try town.database.perform(BeginSecondFactor(account: "P1"), by: reader, on: Town.today)
        let handed = try town.database.perform(
            ResetAccount(name: "P1"), by: .console(named: "root"), on: Town.today)
        #expect(try town.signIn("P1", handed.code).token != nil)
        #expect(try town.database.read { try $0.secondFactor(of: "P1") } == nil)
        let acts = try town.database.read { try $0.journal(ofKind: "secondFactor", code: "P1") }.map(\.act)
        #expect(
            acts == [
                "beginSecondFactor", "confirmSecondFactor", "resetSecondFactor", "beginSecondFactor", "resetAccount",
            ])
    }

    @Test("a code that was handed out is half a sign-in too, and needs the account's own password to begin") func code()
        throws
    {
        let (town, _) = try town()
        let handed = try town.database.perform(HandOutCode(account: "P1"), by: .system, on: Town.today)
        guard case .halfWay = try town.signIn("P1", handed.code) else {
            Issue.record("whoever hands out codes is not somebody else by one")
            return
        }
        let account = try town.account("P2", person: "P2")
        let reader = Reader(account, in: nil)
        #expect(
            try problems {
                _ = try town.database.beginSecondFactor(of: account, password: "falsch", by: reader, on: Town.today)
            } == [.wrongPassword])
        _ = try town.database.beginSecondFactor(of: account, password: Town.password, by: reader, on: Town.today)
    }

    @Test("administrators must have one under the norm that asks it, unless the site chose otherwise") func rule()
        throws
    {
        let town = try Town()
        func rule() throws -> SecondFactorRule { try town.database.read { try $0.secondFactorRule() } }
        #expect(try rule() == .administrators)
        try town.database.perform(SetSignInProfile(.asvs), by: .security, on: Town.today)
        #expect(try rule() == .voluntary)
        try town.database.perform(
            SetSignInProfile(.asvs, secondFactor: .administrators), by: .security, on: Town.today)
        #expect(try rule() == .administrators)
    }
}

extension CodeResult {
    fileprivate var token: String? { if case .signedIn(_, let token) = self { token } else { nil } }
    fileprivate var isRefused: Bool { if case .refused = self { true } else { false } }
    fileprivate var isExpired: Bool { if case .expired = self { true } else { false } }
    fileprivate var minutes: Int? { if case .locked(let minutes) = self { minutes } else { nil } }
}
