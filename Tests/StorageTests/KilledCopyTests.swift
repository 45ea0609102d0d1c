import Foundation
import House
import Records
import Testing

@testable import Storage
@testable import Store

/// A backup or a restore that is killed after any of its steps: the next start has one database or the other, whole.
@Suite(.serialized) struct KilledCopyTests {
    private static let restoreSteps: [CopyStep] = [
        .copied(""), .copied("-wal"), .stoodAlone, .inspected, .decided, .putAside("-wal"), .putAside(""), .cleared,
        .done,
    ]
    private static let backupSteps: [CopyStep] = [.copied(""), .inspected, .done]
    private static let moment = "2026-09-30T08:15:30.125Z"

    /// The files of a database that is being written to: what was saved last stands in its log alone.
    private func filesWithLog(_ titles: [String]) throws -> String {
        let (live, directory) = (temporaryDirectory(), temporaryDirectory())
        let database = try Database.open(directory: live)
        try database.write(by: "测试") { transaction in
            try transaction.insert(.small)
            try transaction.raiseCounters(past: ["A2026-000999"])
        }
        for (number, title) in titles.enumerated() {
            try database.write(by: "测试") { try $0.add(.study("A2026-00010\(number)", title: title), with: []) }
        }
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        for suffix in ["", "-wal"] {
            try FileManager.default.copyItem(
                atPath: Database.file(in: live) + suffix, toPath: Database.file(in: directory) + suffix)
        }
        try #require(DatabaseFile.size(of: Database.file(in: directory) + "-wal") > 0)
        try database.close()
        return directory
    }

    private func titles(in directory: String) throws -> [String] {
        let database = try Database.openForReading(directory: directory)
        defer { try? database.close() }
        #expect(try database.faults() == [])
        return try database.read { try $0.recordBook().activities.map(\.title) }.sorted()
    }

    private static let old = ["集中学习", "旧一", "旧二"].sorted()
    private static let new = ["集中学习", "新"].sorted()

    @Test("every step of a restore is on the list")
    func allSteps() throws {
        let (backup, directory) = (try filesWithLog(["新"]), try filesWithLog(["旧一", "旧二"]))
        var steps: [CopyStep] = []
        _ = try Database.restore(
            Database.file(in: backup), to: directory, schema: .xingzhi, replacing: true, at: Self.moment,
            after: { steps.append($0) })
        #expect(steps == Self.restoreSteps)
        #expect(try titles(in: directory) == Self.new)
    }

    @Test(
        "a restore that is killed leaves the old database, or the new one and the old one aside",
        arguments: restoreSteps.indices)
    func restore(step: Int) async throws {
        let (backup, directory) = (try filesWithLog(["新"]), try filesWithLog(["旧一", "旧二"]))
        await #expect(processExitsWith: .signal(SIGKILL)) {
            [backup = backup as String, directory = directory as String, step = step as Int] in
            var steps = 0
            _ = try Database.restore(
                Database.file(in: backup), to: directory, schema: .xingzhi, replacing: true,
                at: "2026-09-30T08:15:30.125Z",
                after: { _ in
                    if steps == step { kill(getpid(), SIGKILL) }
                    steps += 1
                })
        }
        let isDecided = Self.restoreSteps.firstIndex(of: .decided).map { step >= $0 } ?? false
        #expect(Database.damage(inDirectory: directory) == nil && Database.exists(directory: directory))
        #expect(try titles(in: directory) == (isDecided ? Self.new : Self.old))
        let aside = Database.file(in: directory) + ".replaced-20260930081530"
        if isDecided {
            let kept = temporaryDirectory()
            _ = try Database.restore(aside, to: kept)
            #expect(try titles(in: kept) == Self.old, "what stood there is whole, with its log")
        } else {
            #expect(!FileManager.default.fileExists(atPath: aside))
        }
        // Nothing is left over, and it is an ordinary database again.
        try Database.open(directory: directory).close()
        let names = try FileManager.default.contentsOfDirectory(atPath: directory)
        #expect(!names.contains { $0.contains(".new") || $0.contains(".restored") }, "\(names)")
        _ = try Database.restore(Database.file(in: backup), to: directory, replacing: true)
        #expect(try titles(in: directory) == Self.new)
    }

    @Test(
        "a restore into an empty directory that is killed leaves none, or the new one", arguments: restoreSteps.indices)
    func restoreFresh(step: Int) async throws {
        let (backup, directory) = (try filesWithLog(["新"]), temporaryDirectory())
        await #expect(processExitsWith: .signal(SIGKILL)) {
            [backup = backup as String, directory = directory as String, step = step as Int] in
            var steps = 0
            _ = try Database.restore(
                Database.file(in: backup), to: directory, schema: .xingzhi, replacing: false, at: nil,
                after: { _ in
                    if steps == step { kill(getpid(), SIGKILL) }
                    steps += 1
                })
        }
        let isDecided = Self.restoreSteps.firstIndex(of: .decided).map { step >= $0 } ?? false
        #expect(Database.damage(inDirectory: directory) == nil)
        #expect(Database.exists(directory: directory) == isDecided)
        if !isDecided { _ = try Database.restore(Database.file(in: backup), to: directory) }
        #expect(try titles(in: directory) == Self.new)
    }

    @Test(
        "a backup that is killed leaves the one before it, or the new one; the next takes the rest away",
        arguments: backupSteps.indices)
    func backup(step: Int) async throws {
        let data = try filesWithLog(["旧一", "旧二"])
        let before = try filesWithLog(["新"])
        let place = temporaryDirectory() + "/copy"
        try FileManager.default.createDirectory(
            atPath: (place as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        _ = try Database.backup(ofDirectory: before, to: place)
        await #expect(processExitsWith: .signal(SIGKILL)) {
            [data = data as String, place = place as String, step = step as Int] in
            let database = try Database.open(directory: data)
            var steps = 0
            _ = try database.backup(
                to: place, replacing: true,
                after: { _ in
                    if steps == step { kill(getpid(), SIGKILL) }
                    steps += 1
                })
        }
        let found = temporaryDirectory()
        _ = try Database.restore(place, to: found)
        #expect(try titles(in: found) == (Self.backupSteps[step] == .done ? Self.old : Self.new))
        _ = try Database.backup(ofDirectory: data, to: place, replacing: true)
        let names = try FileManager.default.contentsOfDirectory(atPath: (place as NSString).deletingLastPathComponent)
        #expect(names == ["copy"])
    }
}
