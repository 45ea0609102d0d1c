import Foundation
import House
import Plans
import Records
import TestEngines
import Testing
import Vocabulary

@testable import Storage
@testable import Store

/// The ledger follows its own feed, whatever the acts of the journal are called.
@Suite struct FactChangeTests {
    @Test(arguments: TestEngine.allCases)
    func whateverChangesFactsStandsInTheFeed(_ engine: TestEngine) throws {
        let database = try engine.openSmall()
        let site = Site(
            code: "S2026-000001", name: "教学点", unit: "D01", topics: [],
            dated: Dated(from: day("2026-01-01"), recorded: day("2026-01-02")))
        try database.write(by: "甲") { transaction in
            try transaction.add(.study("A2026-000042"), with: [])
            try transaction.add(site)
        }
        let voiding = Voiding(
            code: "V2026-000001", record: .init(.participation, "R2026-000100"), reason: "误录", by: "甲",
            recorded: day("2026-09-30"))
        let correction = Correction(
            code: "K2026-000001", record: .init(.activity, "A2026-000041"), replacement: "A2026-000043", reason: "学时有误",
            by: "甲", recorded: day("2026-09-30"))
        try database.write(by: "甲") { transaction in
            try transaction.add(voiding)
            try transaction.add(correction, replacing: .study("A2026-000043"))
        }
        let changes = try database.read { try $0.factChanges(since: 0, limit: 100) }
        #expect(
            changes == [
                FactChange(seq: 1, what: .everything), FactChange(seq: 2, what: .activity("A2026-000042")),
                FactChange(seq: 3, what: .site("S2026-000001")), FactChange(seq: 4, what: .voiding("V2026-000001")),
                FactChange(seq: 5, what: .correction("K2026-000001")),
            ])
        try database.read { (reading: ReadTransaction) throws -> Void in
            #expect(try reading.factRevision() == 5)
            #expect(try reading.factChanges(since: 3, limit: 1).map(\.seq) == [4])
            #expect(try reading.factChangeCount(since: 2) == 3)
            #expect(try reading.voiding(code: "V2026-000001") == voiding)
            #expect(try reading.correction(code: "K2026-000001") == correction)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func whatConcernsNoFactIsNotInIt(_ engine: TestEngine) throws {
        let database = try engine.openSmall()
        let before = try database.read { try $0.factRevision() }
        try database.write(by: "甲") { try $0.journal(act: "makeAccount", kind: "account", code: "u1", after: "{}") }
        let edition = PlanEdition(
            number: 1, title: "方案", inForce: day("2026-01-01"), publishedOn: day("2026-01-01"), text: "文", tasks: [])
        try database.write(by: "甲") { try $0.add(StoredEdition(edition)) }
        #expect(try database.read { try $0.factRevision() } == before)
        #expect(try database.read { try $0.revision() } == before + 2)
    }

    @Test(arguments: TestEngine.allCases)
    func aRefusedChangeLeavesNoTraceInTheFeed(_ engine: TestEngine) throws {
        let database = try engine.openSmall()
        #expect(throws: SQLFailure.self) {
            try database.write(by: "甲") { transaction in
                try transaction.add(.study("A2026-000042"), with: [])
                try transaction.add(.study("A2026-000042"), with: [])
            }
        }
        #expect(try database.read { try $0.factRevision() } == 1)
        let newest = try database.read { try $0.journal(limit: 1) }.first
        #expect(try database.verifyJournal() == .intact(rows: 1, last: newest?.hash ?? ""))
    }

    /// A database that an earlier program wrote: its journal goes on where it stood, and its facts count as new once.
    @Test func aPastIsTakenOver() throws {
        let directory = temporaryDirectory()
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        let engine = try SQLiteDriver(path: Database.file(in: directory), lock: DirectoryLock(directory: directory))
        try Schema(migrations: Array(Schema.xingzhi.migrations.prefix(5))).apply(to: engine)
        var row = JournalRow(
            seq: 1, at: "t", by: "b", act: "importBook", objectKind: "book", objectCode: "all", before: nil,
            after: "{}",
            previousHash: JournalRow.origin)
        row.hash = row.expectedHash
        try engine.write { connection in
            try connection.execute(
                """
                insert into journal (seq, made_at, made_by, act, object_kind, object_code, state_after, previous_hash, hash)
                values (1, 't', 'b', 'importBook', 'book', 'all', '{}', '\(row.previousHash)', '\(row.hash)')
                """)
            try connection.execute("insert into counters (name, last_number) values ('journal', 1)")
        }
        try engine.close()
        let database = try Database.open(directory: directory)
        #expect(try database.read { try $0.factChanges(since: 0, limit: 9) } == [FactChange(seq: 1, what: .everything)])
        try database.write(by: "甲") { try $0.journal(act: "x", kind: "y", code: "z", after: nil) }
        let rows = try database.read { try $0.journal(limit: 9) }
        // The book of the earlier program has no sums: they are put into the journal once.
        #expect(rows.map(\.act) == ["x", "seal", "importBook"])
        #expect(rows[1].previousHash == row.hash)
        #expect(try database.verifyJournal() == .intact(rows: 3, last: rows[0].hash))
        #expect(try database.faults() == [])
        try database.close()
        #expect(try Database.open(directory: directory).read { try $0.revision() } == 3)
    }

    @Test func aKindOfALaterProgramMeansEverything() {
        #expect(FactChange.What(kind: "trainer", code: "T1") == .everything)
    }
}
