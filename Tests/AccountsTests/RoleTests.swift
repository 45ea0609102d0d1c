import House
import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import Accounts

@Suite("Roles", .onEveryEngine) struct RoleTests {
    @Test("are granted by two people, from one day to another, and taken back by one") func two() throws {
        let town = try Town()
        try town.account("P1", person: "P1")
        let both = Reader(account: "both", rights: [.administerUsers, .administerSecurity])
        let request = RoleRequest(
            role: .unitClerk, unit: "U2", from: Town.today + 1, until: Town.today + 10, purpose: "接任")
        let asked = try town.database.perform(AskRole(account: "P1", request: request), by: both, on: Town.today)
        let decide = DecideRole(grant: asked.code, isAgreed: true, remark: "")
        #expect(try problems { try town.database.perform(decide, by: both, on: Town.today) } == [.askedBySame])
        #expect(throws: NotAllowed.self) { try town.database.perform(decide, by: .system, on: Town.today) }
        #expect(throws: NotAllowed.self) {
            try town.database.perform(AskRole(account: "P1", request: request), by: .security, on: Town.today)
        }
        try town.database.perform(decide, by: .security, on: Town.today)
        func rights(_ day: Day) throws -> Set<Right> {
            try town.database.read { try $0.posts(of: "P1", on: day) }.first?.rights ?? []
        }
        #expect(try rights(Town.today).isEmpty && rights(Town.today + 1) == [.see, .report])
        #expect(try rights(Town.today + 10) == [.see, .report] && rights(Town.today + 11).isEmpty)
        try town.database.perform(EndRole(grant: asked.code, reason: "调离"), by: .security, on: Town.today)
        #expect(try rights(Town.today + 5).isEmpty)
        #expect(
            try problems { try town.database.perform(decide, by: .security, on: Town.today) } == [
                .decidedAlready(.ended)
            ])
    }

    @Test("of two kinds beneath two units are two posts, and the one unit above all is the town") func posts() throws {
        let town = try Town()
        let account = try town.account("P1", person: "P1", (.unitClerk, "U2"), (.leader, "U2"), (.inspector, "U1"))
        let posts = try town.database.read { try $0.posts(of: "P1", on: Town.today) }
        #expect(posts == [Post(unit: "", roles: [.inspector]), Post(unit: "U2", roles: [.unitClerk, .leader])])
        let reader = Reader(account, in: posts[1])
        #expect(reader.unit == "U2" && reader.rights == [.own, .see, .report, .lead] && !reader.may(.inspect))
        #expect(Reader(account, in: nil) == Reader(account: "P1", person: "P1", rights: [.own]))
    }

    @Test("nobody is two of the three administrators, nor one of them and anything else, by whatever account of theirs")
    func three() throws {
        let town = try Town()
        try town.account("adm", person: "P1", (.systemAdministrator, ""))
        let second = try town.account("P1", person: "P1")
        #expect(second.person == "P1", "an administrator looks at their own file by a second account")
        for name in ["adm", "P1"] {
            for role in Role.allCases where role != .systemAdministrator {
                let found = try problems {
                    try town.grant(role, role.isAdministrator ? "" : "U2", to: name)
                }
                #expect(found == [.excludes(role, held: .systemAdministrator)], "\(name) \(role)")
            }
        }
        // Two requests that were each right when asked for: the second is refused when it is agreed to.
        try town.account("P2", person: "P2")
        let requests = try [Role.auditAdministrator, .securityAdministrator].map { role -> RoleGrant in
            try town.database.write(by: "test") { writing in
                let grant = RoleGrant(
                    code: "W2026-9\(role == .auditAdministrator ? "00001" : "00002")", account: "P2",
                    asked: RoleRequest(role: role, unit: "", from: Town.today, until: nil, purpose: "试"), stage: .asked,
                    askedBy: "sysadmin", askedDay: Town.today, decidedBy: "", decidedDay: nil, remark: "")
                try writing.connection.execute(
                    """
                    insert into role_grants (code, account, granted_role, from_day, purpose, stage, asked_by, asked_day)
                    values ($1, 'P2', $2, 1, '试', 'asked', 'sysadmin', 1)
                    """, [SQLValue(grant.code), SQLValue(role.rawValue)])
                return grant
            }
        }
        let found = try problems {
            try town.database.perform(
                DecideRole(grant: requests[0].code, isAgreed: true, remark: ""), by: .security, on: Town.today)
        }
        #expect(found == [.excludes(.auditAdministrator, held: .securityAdministrator)])
        #expect(try problems { try town.grant(.unitClerk, "U2", to: "adm") }.count == 1)
        #expect(try problems { try town.account("A9", (.auditAdministrator, "U2")) } == [.administersEverything])
    }

    @Test("no administrator comes by another's account: not by a code for it, nor by a role for one nobody has yet")
    func takeover() throws {
        let town = try Town()
        try town.account("sec", (.securityAdministrator, ""))
        func handOut(_ name: String) throws -> [AccountProblem] {
            try problems {
                _ = try town.database.perform(HandOutCode(account: name), by: .system, on: Town.today)
            }
        }
        #expect(try handOut("sec") == [.administratorsByConsole])
        try town.account("aud")
        #expect(try handOut("aud").isEmpty)
        #expect(try problems { try town.grant(.auditAdministrator, to: "aud") } == [.hasNoPassword])
        #expect(try handOut("aud").isEmpty, "what could not be agreed to was not asked for, and blocks nothing")
        try town.account("asked")
        let request = RoleRequest(role: .auditAdministrator, unit: "", from: Town.today, until: nil, purpose: "试")
        try town.database.perform(AskRole(account: "asked", request: request), by: .system, on: Town.today)
        #expect(try handOut("asked") == [.administratorsByConsole], "nor between the two steps")
        try town.account("next")
        try town.grant(.auditAdministrator, to: "next", from: Town.today + 1)
        #expect(try handOut("next") == [.administratorsByConsole], "nor before the day it begins")
        let reset = try town.database.perform(ResetAccount(name: "sec"), by: .console(named: "root"), on: Town.today)
        #expect(try town.signIn("sec", reset.code).token != nil)
    }

    @Test("the last of each administrators cannot be disabled, nor have the role taken back") func last() throws {
        let town = try Town()
        for (name, role) in [
            ("sys", Role.systemAdministrator), ("sec", .securityAdministrator), ("aud", .auditAdministrator),
        ] {
            try town.account(name, (role, ""))
            let grant = try #require(try town.database.read { try $0.grants(of: name) }.first)
            #expect(
                try problems {
                    try town.database.perform(DisableAccount(account: name, reason: "试"), by: .system, on: Town.today)
                } == [.lastOfTheirKind(role)])
            #expect(
                try problems {
                    try town.database.perform(EndRole(grant: grant.code, reason: "试"), by: .security, on: Town.today)
                } == [.lastOfTheirKind(role)])
            try town.account("\(name)2", (role, ""))
            try town.database.perform(DisableAccount(account: name, reason: "试"), by: .system, on: Town.today)
            try town.database.perform(EnableAccount(account: name), by: .system, on: Town.today)
        }
    }

    @Test("a clerk hands out codes to officials of their unit, to nobody who holds a role") func officials() throws {
        let town = try Town()
        func handOut(_ person: String) throws -> HandedOut {
            try town.database.perform(HandOutOfficialCode(person: person), by: .clerk, on: Town.today)
        }
        let handed = try handOut("P1")
        #expect(handed.account.name == "P1" && handed.account.displayName == "甲一")
        #expect(try town.signIn("P1", handed.code).token != nil)
        #expect(try problems { _ = try handOut("P3") } == [.notWithinReach])
        #expect(try problems { _ = try handOut("P9") } == [.notWithinReach])
        try town.account("P2", person: "P2", (.leader, "U2"))
        #expect(try problems { _ = try handOut("P2") } == [.holdsRoles])
        try town.account("aud", person: "P1", (.auditAdministrator, ""))
        #expect(try handOut("P1").account.name == "P1", "never to the account that holds the role")
        #expect(try problems { try town.account("third", person: "P1") } == [.hasAccounts(["P1", "aud"])])
    }

    @Test("accounts are opened so many in one change, until everybody has one") func inPieces() throws {
        let town = try Town()
        func open() throws -> Int {
            try town.database.perform(OpenAccountsOfUnit(unit: "U1", most: 2), by: .system, on: Town.today)
        }
        #expect(try [open(), open()] == [2, 1])
        #expect(try problems { _ = try open() } == [.nobodyToOpenFor])
        #expect(try town.database.faults() == [])
    }

    @Test("accounts are opened for everybody of a unit who has none, once") func wholeUnit() throws {
        let town = try Town()
        try town.account("wang", person: "P1")
        #expect(try town.database.perform(OpenAccountsOfUnit(unit: "U1"), by: .system, on: Town.today) == 2)
        #expect(
            try problems { try town.database.perform(OpenAccountsOfUnit(unit: "U1"), by: .system, on: Town.today) } == [
                .nobodyToOpenFor
            ])
        #expect(try problems { try town.account("p2") } == [.isTaken("P2")])
        for name in ["", "a", "王芳", "a b", "x'y", String(repeating: "a", count: 41)] {
            #expect(try problems { try town.account(name) } == [.notAName], "\(name)")
        }
    }

    @Test("a site begins with two codes, each of which opens one account, once") func first() throws {
        let town = try Town()
        let codes = try #require(try town.database.makeFirstCodes(by: "root", on: Town.today)).codes
        #expect(codes.map(\.role) == [.systemAdministrator, .securityAdministrator])
        func begin(_ name: String, _ code: String) throws -> [AccountProblem] {
            try problems {
                _ = try town.database.begin(
                    AccountDraft(name: name, displayName: name), code: code,
                    password: NewPassword(current: "", new: Town.password, again: Town.password), cost: .least,
                    on: Town.today, at: town.clock.now)
            }
        }
        #expect(try begin("sys", "AAAA-AAAA-AAAA-AAAA") == [.wrongCode])
        #expect(try begin("sys", codes[0].code).isEmpty && begin("sys2", codes[0].code) == [.wrongCode])
        #expect(
            try town.database.makeFirstCodes(by: "root", on: Town.today)?.codes.map(\.role) == [.securityAdministrator])
        #expect(try begin("sec", codes[1].code) == [.wrongCode], "made anew, the old one is void")
        let again = try #require(try town.database.makeFirstCodes(by: "root", on: Town.today)).codes
        #expect(try begin("sec", again[0].code).isEmpty)
        #expect(try town.database.makeFirstCodes(by: "root", on: Town.today) == nil)
        #expect(
            try town.database.read { try $0.posts(of: "sec", on: Town.today) } == [
                Post(unit: "", roles: [.securityAdministrator])
            ])
    }

    @Test("who tries first codes locks them for a while, and not for ever") func lockedCodes() throws {
        let town = try Town()
        func codes() throws -> [(role: Role, code: String)] {
            try #require(try town.database.makeFirstCodes(by: "root", on: Town.today)).codes
        }
        func begin(_ name: String, _ code: String) throws -> [AccountProblem] {
            try problems {
                _ = try town.database.begin(
                    AccountDraft(name: name, displayName: name), code: code,
                    password: NewPassword(current: "", new: Town.password, again: Town.password), cost: .least,
                    on: Town.today, at: town.clock.now)
            }
        }
        let first = try codes()
        for _ in 0..<5 { #expect(try begin("x", "no") == [.wrongCode]) }
        for minute in 0..<14 {
            #expect(
                try begin("x", "no") == [.isLocked(minutes: 15 - minute)], "what is tried meanwhile counts for nothing")
            town.clock.go(minutes: 1)
        }
        #expect(try begin("sys", first[0].code) == [.isLocked(minutes: 1)])
        town.clock.go(minutes: 2)
        #expect(try begin("sys", first[0].code).isEmpty)
        for _ in 0..<5 { _ = try begin("x", "no") }
        #expect(try begin("sec", try codes()[0].code).isEmpty, "made anew at the console, they are not locked")
    }
}
