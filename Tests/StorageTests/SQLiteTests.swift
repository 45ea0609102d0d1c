import Foundation
import GRDB
import Records
import Testing
import Vocabulary

@testable import Storage

/// What holds for the embedded engine alone: its settings, its owner, its file.
@Suite struct SQLiteTests {
    @Test func acknowledgedMeansOnDisk() throws {
        let directory = temporaryDirectory()
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        let driver = try SQLiteDriver(
            path: Database.file(in: directory), lock: DirectoryLock(directory: directory))
        let settings = try driver.settings()
        #expect(settings["journal_mode"] == "wal")
        #expect(settings["synchronous"] == "2")
        #expect(settings["foreign_keys"] == "1")
        #expect(settings["wal_autocheckpoint"].flatMap { Int($0) }.map { $0 > 0 } == true)
        let reader = try driver.readerSettings()
        #expect(reader["query_only"] == "1")
        #expect(reader["wal_autocheckpoint"] == "0")
        try driver.close()
    }

    @Test func parametersAreRewritten() {
        #expect(
            Dialect.sqlite.placeholders(in: "select a from b where c = $1 and d > $12")
                == "select a from b where c = ?1 and d > ?12")
    }

    @Test func aSecondWriterIsRefusedAndToldWhoOwnsTheDirectory() throws {
        let directory = temporaryDirectory()
        let database = try Database.open(directory: directory)
        let refusal = #expect(throws: DirectoryInUse.self) { try Database.open(directory: directory) }
        #expect(refusal?.owner == getpid())
        #expect(refusal?.description.contains(String(getpid())) == true)
        try database.close()
        try Database.open(directory: directory).close()
    }

    @Test func aReaderMayJoinAWriterButNotWrite() throws {
        let directory = temporaryDirectory()
        let writer = try Database.open(directory: directory)
        try writer.write(by: "测试") { try $0.insert(.small) }
        let reader = try Database.openForReading(directory: directory)
        #expect(try reader.read { try $0.recordBook() } == .small)
        try writer.write(by: "测试") { try $0.add(.study("A2026-000042"), with: []) }
        #expect(try reader.read { try $0.recordBook().activities.count } == 2)
        let failure = #expect(throws: SQLFailure.self) {
            try reader.write(by: "测试") { try $0.add(.study("A2026-000043"), with: []) }
        }
        #expect(failure?.kind == .readOnly)
    }

    /// Some tools write with foreign keys off and replace rows instead of changing them.
    @Test(arguments: [
        "insert or replace into units (code, name, kind, parent, from_day, recorded_day) values ('Z00', 'n', 'city', 'D01', 1, 1)",
        "update or ignore units set parent = 'D01' where code = 'Z00'",
    ])
    func aRingIsRefusedWithForeignKeysOffToo(_ sql: String) throws {
        let directory = temporaryDirectory()
        let database = try Database.open(directory: directory)
        try database.write(by: "测试") { try $0.insert(.small) }
        try database.close()
        let other = try DatabaseQueue(path: Database.file(in: directory))
        let refusal = #expect(throws: DatabaseError.self) {
            try other.inDatabase { try $0.execute(sql: "PRAGMA foreign_keys = OFF; \(sql)") }
        }
        #expect(refusal?.message?.hasPrefix("ring:") == true)
    }

    @Test func aBackupIsACompleteDatabase() throws {
        let database = try TestEngine.sqlite.openSmall()
        let directory = temporaryDirectory()
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        try database.backup(to: Database.file(in: directory))
        try database.write(by: "测试") { try $0.add(.study("A2026-000042"), with: []) }
        let copy = try Database.open(directory: directory)
        #expect(try copy.read { try $0.recordBook() } == .small)
        #expect(try copy.verifyJournal() == .intact(rows: 1, last: try copy.read { try $0.journal(limit: 1) }[0].hash))
        #expect(throws: SQLFailure.self) { try database.backup(to: Database.file(in: directory)) }
    }

    /// The questions that are asked per record must not read the whole table.
    @Test(
        arguments: [
            "select code from participations where activity = $1", "select code from participations where person = $1",
            "select code from activities where organiser = $1 and from_day >= $2",
            "select code from voidings where participation = $1", "select code from corrections where activity = $1",
            "select code from corrections where activity_replacement = $1",
            "select seq from journal where object_kind = $1 and object_code = $2",
            "select code from appointments where person = $1", "select code from team_memberships where team = $1",
        ])
    func questionsAboutOneRecordUseAnIndex(_ sql: String) throws {
        let database = try TestEngine.sqlite.open()
        let plan = try database.read { transaction in
            try transaction.connection.rows(
                "explain query plan \(sql)", ["x", "y"].dropLast(sql.contains("$2") ? 0 : 1)
            ) {
                try $0.text("detail")
            }
        }
        #expect(plan.allSatisfy { $0.hasPrefix("SEARCH") }, "\(plan)")
    }
}
