import Foundation
import House
import Records
import Testing
import Vocabulary

@testable import Storage
@testable import Store

/// A database brought in whole, as a file of its own that takes its place when it is done.
@Suite struct MakingTests {
    @Test func whatWasMadeWholeIsAnOrdinaryDatabase() throws {
        let directory = temporaryDirectory()
        try Database.make(directory: directory, by: "测试") { try $0.insert(.small) }
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: directory).sorted() == ["owner.lock", "xingzhi.sqlite"])

        let database = try Database.open(directory: directory)
        defer { try? database.close() }
        #expect(try database.read { try $0.recordBook() } == .small)
        #expect(try #require(database.engine as? SQLiteDriver).settings()["journal_mode"] == "wal")
        try database.write(by: "测试") { transaction in
            try transaction.add(.study(try transaction.nextCode(.activity, on: day("2026-09-30"))), with: [])
        }
        #expect(try database.read { try $0.recordBook().activities.map(\.code) } == ["A2026-000041", "A2026-000042"])
        guard case .intact(rows: 2, _) = try database.verifyJournal() else {
            Issue.record("the journal does not hold")
            return
        }
    }

    @Test func whatFailsLeavesNothing() throws {
        struct Interrupted: Error {}
        let directory = temporaryDirectory()
        #expect(throws: Interrupted.self) {
            try Database.make(directory: directory, by: "测试") { transaction in
                try transaction.insert(.small)
                throw Interrupted()
            }
        }
        #expect(!Database.exists(directory: directory))
        #expect(try FileManager.default.contentsOfDirectory(atPath: directory) == ["owner.lock"])
        // A draft that a crash left behind is in nobody's way.
        try Data("half a file".utf8).write(to: URL(fileURLWithPath: Database.file(in: directory) + ".new"))
        try Database.make(directory: directory, by: "测试") { try $0.insert(.small) }
        #expect(Database.exists(directory: directory))
    }

    @Test func aDatabaseIsNeverReplaced() throws {
        let directory = temporaryDirectory()
        try Database.make(directory: directory, by: "测试") { try $0.insert(.small) }
        #expect(throws: CocoaError.self) { try Database.make(directory: directory, by: "测试") { _ in } }
        let database = try Database.open(directory: directory)
        #expect(throws: DirectoryInUse.self) { try Database.make(directory: directory, by: "测试") { _ in } }
        #expect(try database.read { try $0.recordBook() } == .small)
        try database.close()
    }
}
