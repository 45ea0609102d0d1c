import Foundation
import House
import Records
import Storage
import Store
import Synchronization
import TestEngines
import Vocabulary

@testable import Accounts

/// A county with two offices and three people, on the engine of the test, and a clock that is moved by hand.
struct Town {
    let place: DatabasePlace
    let database: Database
    let clock = Clock()
    let signing: SigningIn
    static let today = day("2026-09-30")

    init() throws {
        place = try TestEngine.current.freshPlace()
        database = try place.open()
        let clock = clock
        signing = try SigningIn(database, cost: .least) { clock.now }
        let start = day("2024-01-01")
        var book = RecordBook()
        book.units = [
            ("U1", "河畔县", UnitKind.city, nil), ("U2", "县水务局", .department, "U1"), ("U3", "柳湾镇", .township, "U1"),
        ]
        .map {
            OrgUnit(
                code: $0.0, name: $0.1, kind: $0.2, parent: $0.3, span: DaySpan(from: start), recorded: start)
        }
        book.persons = [("P1", "甲一"), ("P2", "乙二"), ("P3", "丙三")].map {
            Person(code: $0, name: $1, sex: .female, birthMonth: "1980-01", recorded: start)
        }
        book.appointments = [("P1", "U2"), ("P2", "U2"), ("P3", "U3")].map {
            Appointment(
                code: "A\($0)", person: $0, unit: $1, post: "科员", rank: "一级科员",
                dated: Dated(from: start, recorded: start))
        }
        try database.write(by: "test") { try $0.insert(book) }
    }

    /// An account with a password of its own and, agreed by another, roles.
    @discardableResult
    func account(
        _ name: String, person: String = "", password: String = Town.password, _ roles: (Role, String)...
    ) throws -> Account {
        let account = try database.perform(
            OpenAccount(AccountDraft(name: name, displayName: name, person: person)), by: .system, on: Self.today)
        try set(password, of: account)
        for (role, unit) in roles { try grant(role, unit, to: name) }
        return account
    }

    func set(_ password: String, of account: Account) throws {
        try database.perform(
            SetPassword(account: account.name, password: PasswordHash.make(password, cost: .least)),
            by: Reader(account, in: nil), on: Self.today)
    }

    @discardableResult
    func grant(
        _ role: Role, _ unit: String = "", to name: String, until: Day? = nil, from: Day = Town.today
    ) throws -> RoleGrant {
        let asked = try database.perform(
            AskRole(
                account: name,
                request: RoleRequest(role: role, unit: unit, from: from, until: until, purpose: "工作需要")),
            by: .system, on: Self.today)
        return try database.perform(
            DecideRole(grant: asked.code, isAgreed: true, remark: ""), by: .security, on: Self.today)
    }

    func signIn(_ name: String, _ secret: String = Town.password, from address: String = "10.0.0.1") throws
        -> SignInResult
    {
        try signing.attempt(
            SignInAttempt(name: name, secret: secret, address: address, browser: "test"), on: Self.today)
    }

    static let password = "蓝色河马在窗台上读报纸和旧杂志"
}

/// Moved by hand.
final class Clock: Sendable {
    private let held = Mutex(Moment.date("2026-09-30T01:00:00.000Z"))
    var now: Date { held.withLock { $0 } }
    func go(minutes: Double) { held.withLock { $0 += minutes * 60 } }
}

extension Reader {
    static let system = Reader(account: "sysadmin", rights: [.own, .administerUsers])
    static let security = Reader(account: "secadmin", rights: [.own, .administerSecurity])
    static let clerk = Reader(account: "clerk", rights: [.own, .see, .report], unit: "U2")
}

extension SignInResult {
    var token: String? { if case .signedIn(_, let token) = self { token } else { nil } }
    var isRefused: Bool { if case .refused = self { true } else { false } }
    var minutes: Int? { if case .locked(let minutes) = self { minutes } else { nil } }
}

/// What an act was refused with.
func problems(_ body: () throws -> Void) throws -> [AccountProblem] {
    do { try body() } catch let refused as Refused {
        return refused.problems.compactMap { $0 as? AccountProblem }
    }
    return []
}

func day(_ iso: String) -> Day {
    guard let day = Day(iso: iso) else { preconditionFailure("not a day: \(iso)") }
    return day
}
