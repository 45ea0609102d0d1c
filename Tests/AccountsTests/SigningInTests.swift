import Foundation
import House
import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import Accounts

@Suite("Signing in", .onEveryEngine) struct SigningInTests {
    @Test("takes the name in any case and width, and the password as it is") func names() throws {
        let town = try Town()
        try town.account("P1", person: "P1")
        for name in ["P1", "p1", " Ｐ１ "] { #expect(try town.signIn(name).token != nil, "\(name)") }
        for secret in ["", Town.password + "。", "蓝色河马"] { #expect(try town.signIn("P1", secret).isRefused) }
        #expect(try town.signIn("nobody").isRefused)
    }

    @Test("after five mistakes nobody comes in, and each further one makes the wait longer, at most an hour")
    func lockout() throws {
        let town = try Town()
        try town.account("P1", person: "P1")
        for _ in 0..<5 { #expect(try town.signIn("P1", "wrong").isRefused) }
        #expect(try town.signIn("P1").minutes == 15, "not even with the right one")
        // Asking while it is locked makes it no longer.
        for _ in 0..<10 { _ = try town.signIn("P1") }
        town.clock.go(minutes: 15.1)
        #expect(try town.signIn("P1", "wrong").isRefused)
        #expect(try town.signIn("P1").minutes == 30)
        town.clock.go(minutes: 30.1)
        for wait in [60.1, 60.1, 60.1] {
            #expect(try town.signIn("P1", "wrong").isRefused)
            #expect(try town.signIn("P1").minutes == 60)
            town.clock.go(minutes: wait)
        }
        #expect(try town.signIn("P1").token != nil)
        #expect(try town.signIn("P1", "wrong").isRefused, "and the count begins anew")
        #expect(try town.signIn("P1").token != nil)
    }

    @Test("four mistakes are forgotten after a quarter of an hour") func forgotten() throws {
        let town = try Town()
        try town.account("P1", person: "P1")
        for _ in 0..<4 { _ = try town.signIn("P1", "wrong") }
        town.clock.go(minutes: 16)
        for _ in 0..<4 { _ = try town.signIn("P1", "wrong") }
        #expect(try town.signIn("P1").token != nil)
    }

    @Test("a name that nobody has is locked like any other, and costs as much work") func unknown() throws {
        let town = try Town()
        for _ in 0..<5 { #expect(try town.signIn("nobody", "wrong").isRefused) }
        #expect(try town.signIn("nobody").minutes == 15)
    }

    @Test("one address may try the names of an office, not of a city") func address() throws {
        let town = try Town()
        try town.account("P1", person: "P1")
        for number in 0..<20 { #expect(try town.signIn("name\(number)", "wrong", from: "10.0.0.9").isRefused) }
        #expect(try town.signIn("P1", from: "10.0.0.9").minutes == 15)
        #expect(try town.signIn("P1", from: "10.0.0.8").token != nil)
    }

    @Test("a code works once, until its last day, and after it a password must be chosen") func code() throws {
        let town = try Town()
        let account = try town.account("P1", person: "P1")
        let handed = try town.database.perform(HandOutCode(account: "P1"), by: .system, on: Town.today)
        #expect(try town.signIn("P1").isRefused, "what was the password is none any more")
        #expect(try town.signIn("P1", handed.code.lowercased()).token != nil)
        let credential = try #require(try town.database.read { try $0.credential(of: "P1") })
        #expect(credential.mustChange(on: Town.today, by: .asvs))
        // Until then it opens again: a browser may be closed too early. With the password chosen it is gone.
        let reader = Reader(account, in: nil)
        func choose(_ password: String) throws -> [AccountProblem] {
            try problems {
                try town.database.setPassword(
                    of: account, to: NewPassword(current: "", new: password, again: password), asksCurrent: false,
                    cost: .least, by: reader, on: Town.today)
            }
        }
        #expect(try choose(Town.password).contains { if case .usedBefore = $0 { true } else { false } })
        #expect(try choose("灰色的鹭鸶站在旧木桥上想着心事").isEmpty)
        #expect(try town.signIn("P1", handed.code).isRefused)
        #expect(try town.signIn("P1", "灰色的鹭鸶站在旧木桥上想着心事").token != nil)
        let late = try town.database.perform(HandOutCode(account: "P1"), by: .system, on: Town.today + -15)
        #expect(try town.signIn("P1", late.code).isRefused)
    }

    @Test("a password expires by one norm and not by the other; the last five are not taken again") func expiry() throws
    {
        let town = try Town()
        let account = try town.account("P1", person: "P1")
        let credential = try #require(try town.database.read { try $0.credential(of: "P1") })
        #expect(
            !credential.mustChange(on: Town.today + 90, by: .djbh)
                && credential.mustChange(on: Town.today + 91, by: .djbh))
        #expect(!credential.mustChange(on: Town.today + 900, by: .asvs))
        let reader = Reader(account, in: nil)
        var current = Town.password
        for number in 0..<5 {
            let next = "第\(number)只松鼠把核桃藏在邮筒里了啊"
            try town.database.setPassword(
                of: account, to: NewPassword(current: current, new: next, again: next), asksCurrent: true, cost: .least,
                by: reader, on: Town.today)
            current = next
        }
        func again(_ password: String) throws -> [AccountProblem] {
            try problems {
                try town.database.setPassword(
                    of: account, to: NewPassword(current: current, new: password, again: password), asksCurrent: true,
                    cost: .least, by: reader, on: Town.today)
            }
        }
        for number in 0..<5 { #expect(try again("第\(number)只松鼠把核桃藏在邮筒里了啊") == [.usedBefore]) }
        #expect(try again(Town.password).isEmpty, "the sixth before is")
    }

    @Test("a session ends by idleness, by age, by signing out, by disabling, for every server at once") func ends()
        throws
    {
        let town = try Town()
        try town.account("P1", person: "P1")
        // A directory is one process's; a server's database is everybody's.
        let other = TestEngine.current == .postgres ? try town.place.open() : town.database
        func session(_ database: Database, _ token: String) throws -> Session.End? {
            try #require(try database.read { try $0.session(ofToken: token) }).end(at: town.clock.now, idleMinutes: 30)
        }
        let token = try #require(try town.signIn("P1").token)
        #expect(try session(other, token) == nil)
        town.clock.go(minutes: 30)
        #expect(try session(other, token) == nil)
        town.clock.go(minutes: 0.1)
        #expect(try session(other, token) == .idle)
        let busy = try #require(try town.signIn("P1").token)
        for _ in 0..<24 {
            town.clock.go(minutes: 20)
            let seen = try #require(try other.read { try $0.session(ofToken: busy) })
            try other.note(seen, seenAt: town.clock.now)
        }
        #expect(try session(town.database, busy) == .tooOld, "eight hours are over")
        let third = try #require(try town.signIn("P1").token)
        let code = try #require(try town.database.read { try $0.session(ofToken: third) }).code
        #expect(try !other.endSession(code, of: "somebody"), "nobody ends another's")
        #expect(try other.endSession(code, of: "P1"))
        #expect(try session(town.database, third) == .signedOut)
        let fourth = try #require(try town.signIn("P1").token)
        try other.perform(DisableAccount(account: "P1", reason: "调离"), by: .system, on: Town.today)
        #expect(try session(town.database, fourth) == .signedOut)
        #expect(try town.signIn("P1").isRefused)
    }

    @Test("tells the journal who came and who did not, never a password, a code or a token") func journal() throws {
        let town = try Town()
        try town.account("P1", person: "P1")
        let handed = try town.database.perform(HandOutCode(account: "P1"), by: .system, on: Town.today)
        let token = try #require(try town.signIn("P1", handed.code).token)
        _ = try town.signIn("P1", "secret-of-mine")
        _ = try town.signIn("secret-in-the-wrong-field", "x")
        let rows = try town.database.read { try $0.journal(limit: 1000) }
        #expect(rows.contains { $0.act == "signIn" && $0.objectCode == "P1" && $0.after?.contains("10.0.0.1") == true })
        #expect(rows.filter { $0.act == "signInRefused" }.map(\.objectCode) == ["—", "P1"])
        let whole = rows.map { "\($0.by) \($0.objectCode) \($0.before ?? "") \($0.after ?? "")" }.joined(
            separator: "\n")
        let credential = try #require(try town.database.read { try $0.credential(of: "P1") })
        let secrets = [
            Town.password, handed.code, handed.code.replacing("-", with: ""), token, Token.hash(token),
            "secret-of-mine",
            "secret-in-the-wrong-field", credential.oneTime?.text ?? "?", credential.former.first?.text ?? "?",
            "$argon2id",
        ]
        for secret in secrets { #expect(!whole.contains(secret), "\(secret)") }
        #expect(try town.database.faults().isEmpty, "the chain is whole")
    }

    @Test("who guesses fast is let look at no more passwords than who guesses slowly") func crowd() throws {
        let town = try Town()
        try town.account("P1", person: "P1")
        for _ in 0..<50 { _ = try town.signIn("P1", "wrong") }
        let refused = try town.database.read { try $0.journal(limit: 1000) }.filter { $0.act == "signInRefused" }
        // The row of the attempt that locked it tells: whoever guesses on does not fill the journal.
        #expect(refused.count == 5 && refused.allSatisfy { $0.after?.contains("wrong") == true })
    }
}
