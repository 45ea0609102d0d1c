import Foundation
import House
import Records
import Testing
import Vocabulary

@testable import Storage
@testable import Store

/// What was acknowledged is there after the process is gone, whatever it was doing.
@Suite struct DurabilityTests {
    /// A child process reports activities without pause, notes each one after it was acknowledged, and is killed.
    @Test func acknowledgedWritesSurviveAKilledProcess() async throws {
        let directory = temporaryDirectory()
        try await #require(processExitsWith: .signal(SIGKILL)) { [directory = directory as String] in
            let database = try Database.open(directory: directory)
            try database.write(by: "测试") { try $0.insert(.small) }
            Thread.detachNewThread {
                usleep(400_000)
                kill(getpid(), SIGKILL)
            }
            let notes = open(directory + "/acknowledged", O_WRONLY | O_CREAT | O_APPEND, 0o600)
            while true {
                let code = try database.write(by: "测试") { transaction in
                    let code = try transaction.nextCode(.activity, on: day("2026-09-30"))
                    let part = try transaction.nextCode(.participation, on: day("2026-09-30"))
                    try transaction.add(.study(code), with: [.part(part, in: code)])
                    return code
                }
                let line = Array("\(code)\n".utf8)
                _ = write(notes, line, line.count)
            }
        }
        try checkSurvivors(in: directory)
    }

    private func checkSurvivors(in directory: String) throws {
        let acknowledged = try String(contentsOfFile: directory + "/acknowledged", encoding: .utf8)
            .split(separator: "\n").map(String.init)
        try #require(acknowledged.count > 3)

        let database = try Database.open(directory: directory)
        let book = try database.read { try $0.recordBook() }
        let codes = Set(book.activities.map(\.code))
        #expect(acknowledged.allSatisfy(codes.contains))
        // At most the one that was being acknowledged when the process died.
        #expect(book.activities.count - 1 - acknowledged.count <= 1)
        #expect(book.participations.count == book.activities.count)
        #expect(book.brokenInvariants() == [])
        guard case .intact(let rows, _) = try database.verifyJournal() else {
            Issue.record("the journal is broken")
            return
        }
        #expect(rows == book.activities.count)
    }

    /// The files as they lie on disk while the owner is still at work, taken away and opened elsewhere.
    @Test func theFilesAloneHoldEveryAcknowledgedWrite() throws {
        let directory = temporaryDirectory()
        let database = try Database.open(directory: directory)
        try database.write(by: "测试") { try $0.insert(.small) }
        for number in 42...60 {
            try database.write(by: "测试") { try $0.add(.study("A2026-0000\(number)"), with: []) }
        }
        let copy = try copied(directory)
        #expect(try copy.read { try $0.recordBook().activities.count } == 20)
    }

    /// A torn write at the end of the log loses the change that it belonged to, whole, and nothing before it.
    @Test func aTornLastWriteIsDroppedWhole() throws {
        let directory = temporaryDirectory()
        let database = try Database.open(directory: directory)
        try database.write(by: "测试") { try $0.insert(.small) }
        try database.write(by: "测试") { try $0.add(.study("A2026-000042"), with: []) }
        try database.write(by: "测试") { try $0.add(.study("A2026-000043"), with: []) }
        let copy = try copied(directory) { log in Data(log.dropLast(1000)) }
        #expect(try copy.read { try $0.recordBook().activities.map(\.code) } == ["A2026-000041", "A2026-000042"])
        guard case .intact(rows: 2, _) = try copy.verifyJournal() else {
            Issue.record("the journal is broken")
            return
        }
    }

    private func copied(_ directory: String, log: (Data) -> Data = { $0 }) throws -> Database {
        let target = temporaryDirectory()
        try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
        let (from, to) = (Database.file(in: directory), Database.file(in: target))
        try FileManager.default.copyItem(atPath: from, toPath: to)
        let bytes = try Data(contentsOf: URL(filePath: from + "-wal"))
        try log(bytes).write(to: URL(filePath: to + "-wal"))
        return try Database.open(directory: target)
    }
}
