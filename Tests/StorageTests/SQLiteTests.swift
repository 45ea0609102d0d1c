import Foundation
import House
import Records
import TestEngines
import Testing
import Vocabulary

@testable import Storage
@testable import Store

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
