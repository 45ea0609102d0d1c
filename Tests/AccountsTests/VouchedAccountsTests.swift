import House
import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import Accounts

@Suite("Accounts and roles answer to the journal", .onEveryEngine) struct VouchedAccountsTests {
    private func made() throws -> (town: Town, grant: String) {
        let town = try Town()
        try town.account("clerk1", person: "P1", (.unitClerk, "U2"))
        try town.account("boss", (.securityAdministrator, ""))
        _ = try town.signIn("clerk1")
        _ = try town.signIn("clerk1", "falsch")
        try town.database.perform(
            WishDigest(address: "a@example.cn"), by: Reader(account: "boss", rights: [.own]), on: Town.today)
        try town.database.perform(DisableAccount(account: "clerk1", reason: "调离"), by: .system, on: Town.today)
        let grant = try town.database.read {
            try $0.all(RoleGrant.self, for: .everything, where: "account = 'clerk1'")
        }.first
        return (town, try #require(grant).code)
    }

    @Test("what the program wrote is sound") func sound() throws {
        let town = try made().town
        #expect(try town.database.faults() == [])
        #expect(try town.place.verifyJournal().faults == [])
        try town.database.perform(WishDigest(address: ""), by: Reader(account: "boss", rights: [.own]), on: Town.today)
        #expect(try town.database.faults() == [], "a wish that was taken back is no row")
    }

    @Test("whoever gives himself a role in the database is told by both checks, and so is what was taken out of it")
    func tampered() throws {
        let cases: [(sql: String, found: String)] = [
            ("update role_grants set granted_role = 'securityAdministrator' where code = 'W'", "altered role_grants W"),
            ("update role_grants set unit = null where code = 'W'", "altered role_grants W"),
            ("delete from role_grants where code = 'W'", "missing role_grants W"),
            (
                """
                insert into role_grants (code, account, granted_role, unit, from_day, purpose, stage, asked_by, asked_day,
                    decided_by, decided_day)
                select 'X1', account, granted_role, unit, from_day, purpose, stage, asked_by, asked_day, decided_by, decided_day
                from role_grants where code = 'W'
                """, "unjournaled role_grants X1"
            ),
            (
                "update accounts set disabled_day = null, reason = null where name = 'clerk1'",
                "altered accounts clerk1"
            ),
            ("update accounts set folded = 'boss1' where name = 'boss'", "altered accounts boss"),
            ("update credentials set set_day = set_day + 1000 where account = 'boss'", "altered credentials boss"),
            ("delete from digest_wishes", "missing digest_wishes boss"),
        ]
        for (sql, expected) in cases {
            let (town, grant) = try made()
            try town.database.write(by: "x") {
                try $0.connection.execute(sql.replacing("'W'", with: "'\(grant)'"))
            }
            let found = try town.database.faults()
            #expect(found.map(told) == [expected.replacing(" W", with: " \(grant)")], "\(sql)")
            #expect(try town.place.verifyJournal().faults == found)
        }
    }

    private func told(_ fault: DatabaseFault) -> String {
        switch fault {
        case .facts(.altered(let table, let code, _)): "altered \(table) \(code)"
        case .facts(.missing(let table, let code, _)): "missing \(table) \(code)"
        case .facts(.unjournaled(let table, let code)): "unjournaled \(table) \(code)"
        default: "\(fault)"
        }
    }
}
