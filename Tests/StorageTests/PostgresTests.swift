import Foundation
import House
import Records
import TestEngines
import Testing

@testable import Storage
@testable import Store

/// What only a server can do wrong.
@Suite(.enabled(if: TestEngine.server != nil, "no PostgreSQL server is named in XINGZHI_TEST_SERVER"))
struct PostgresTests {
    @Test("two processes write at once: every change is kept, and the journal holds as one chain")
    func twoWriters() async throws {
        let address = try TestEngine.makeEmpty(on: TestEngine.server ?? "")
        let first = try Database.open(server: address)
        let second = try Database.open(server: address)
        try first.write(by: "甲") { try $0.insert(.small) }
        await withTaskGroup(of: Void.self) { group in
            for (name, database) in [("甲", first), ("乙", second)] {
                group.addTask {
                    for _ in 0..<20 {
                        #expect(throws: Never.self) {
                            try database.write(by: name) { transaction in
                                let code = try transaction.nextCode(.activity, on: day("2026-09-30"))
                                try transaction.add(.study(code, title: "\(name)\(code)"), with: [])
                            }
                        }
                    }
                }
            }
        }
        #expect(try first.read { try $0.activityCount() } == 41)
        guard case .intact(rows: 41, _) = try second.verifyJournal() else {
            Issue.record("the journal does not hold")
            return
        }
    }

    @Test("a row that is refused among many is told, and none of them is kept")
    func refusedAmongMany() throws {
        let database = try TestEngine.postgres.openSmall()
        let failure = #expect(throws: SQLFailure.self) {
            try database.write(by: "甲") { transaction in
                let insert = try transaction.insertingParticipations()
                for number in 1...600 { try insert(.part("R2026-\(200_000 + number)", in: "A2026-000041")) }
                try insert(.part("R2026-200001", in: "A2026-000041"))
            }
        }
        #expect(failure?.kind == .unique)
        #expect(try database.read { try $0.participationCount() } == 1)
    }

    @Test("rows that are only sent are there for the next question of the same change")
    func sentThenAsked() throws {
        let database = try TestEngine.postgres.openSmall()
        try database.write(by: "甲") { transaction in
            let insert = try transaction.insertingParticipations()
            for number in 1...300 { try insert(.part("R2026-\(300_000 + number)", in: "A2026-000041")) }
            #expect(try transaction.participationCount() == 301)
        }
        #expect(try database.read { try $0.participationCount() } == 301)
    }

    @Test("a session that the server ended is replaced at the next question")
    func endedSessions() throws {
        let database = try TestEngine.postgres.openSmall()
        let server = try PostgresSession(address: TestEngine.server ?? "")
        let name = try database.nameOnServer()
        try server.run("select pg_terminate_backend(pid) from pg_stat_activity where datname = '\(name)'")
        #expect(try database.read { try $0.recordBook() } == .small)
        try database.write(by: "甲") { try $0.add(.study("A2026-000900", title: "再学"), with: []) }
        #expect(try database.read { try $0.activityCount() } == 2)
    }

    @Test("a session that the server ended is replaced for every kind of transaction, and one refusal costs none")
    func keptSessions() throws {
        let database = try TestEngine.postgres.openSmall()
        let server = try PostgresSession(address: TestEngine.server ?? "")
        let name = try database.nameOnServer()
        func sessions() throws -> [String] {
            let found = try server.run("select pid from pg_stat_activity where datname = '\(name)' order by pid")
            return (0..<found.rowCount).map { found.text($0, 0) }
        }
        let before = try sessions()
        for _ in 0..<3 {
            #expect(throws: SQLFailure.self) {
                try database.write(by: "甲") { try $0.insert(.small) }
            }
            #expect(throws: CancellationError.self) { try database.read { _ in throw CancellationError() } }
        }
        #expect(try sessions() == before, "a refused change does not cost the session")
        for _ in 0..<3 {
            try server.run("select pg_terminate_backend(pid) from pg_stat_activity where datname = '\(name)'")
            try database.write(by: "甲") { try $0.raiseCounters(past: ["A2026-000950"]) }
            #expect(try database.read { try $0.recordBook() } == .small)
        }
    }

    @Test("a journal that is read in parts is read whole, and what is asked meanwhile is answered")
    func journalInParts() throws {
        let database = try TestEngine.postgres.openSmall()
        for number in 100..<123 {
            try database.write(by: "甲") { try $0.add(.study("A2026-000\(number)"), with: []) }
        }
        for atOnce in [1, 5, 8, 24, 100] {
            var seen: [Int] = []
            try database.read { reading in
                try reading.eachJournalRow(
                    { row in
                        seen.append(row.seq)
                        let hash = try reading.journalHash(of: row.seq)
                        #expect(hash == row.hash)
                    }, atOnce: atOnce)
            }
            #expect(seen == Array(1...24))
        }
    }

    @Test("a database with somebody else's tables is left alone, and so is one of a later program")
    func foreign() throws {
        let address = try TestEngine.makeEmpty(on: TestEngine.server ?? "")
        let session = try PostgresSession(address: address)
        try session.run("create table accounts (name text)")
        for open in [Database.open(server:), Database.openForReading(server:)] {
            let damage = #expect(throws: DatabaseDamaged.self) { try open(address) }
            #expect(damage?.faults == [.foreign(tables: ["accounts"])])
        }
        try session.run("drop table accounts")
        #expect(try !DatabasePlace.server(address).exists())
        try Database.open(server: address).close()
        #expect(try DatabasePlace.server(address).exists())
        try session.run("insert into schema_migrations (number, name) values (99, 'later')")
        #expect(throws: SchemaTooNew.self) { try Database.open(server: address) }
    }

    @Test("a database that orders names by language is refused, with what it should be")
    func unfitOrder() throws {
        let server = TestEngine.server ?? ""
        let session = try PostgresSession(address: server)
        let name = "test_unfit_" + UUID().uuidString.prefix(8).lowercased()
        try session.run("create database \(name) template template0 encoding 'SQL_ASCII' lc_collate 'C' lc_ctype 'C'")
        #expect(throws: UnfitDatabase(collation: "C", encoding: "SQL_ASCII")) {
            try Database.open(server: server.replacingOccurrences(of: "/postgres?", with: "/\(name)?"))
        }
    }

    @Test("a server that is not there is a failure with its own words")
    func noServer() {
        let failure = #expect(throws: SQLFailure.self) { try Database.open(server: "postgres:///none?host=/nowhere") }
        #expect(failure?.kind == .unreachable)
    }
}

extension Database {
    fileprivate func nameOnServer() throws -> String {
        try read { reading in
            try reading.connection.first("select current_database()::text as name") { try $0.text("name") } ?? ""
        }
    }
}
