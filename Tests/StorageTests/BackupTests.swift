import Foundation
import GRDB
import House
import Records
import Testing
import Vocabulary

@testable import Storage
@testable import Store

@Suite struct BackupTests {
    private func madeSmall() throws -> (database: Store.Database, directory: String) {
        let directory = temporaryDirectory()
        let database = try Store.Database.open(directory: directory)
        try database.write(by: "测试") { transaction in
            try transaction.insert(.small)
            // Codes that the tests choose themselves.
            try transaction.raiseCounters(past: ["A2026-000999"])
        }
        return (database, directory)
    }

    private func elsewhere() throws -> String {
        let directory = temporaryDirectory()
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        return directory
    }

    private func names(in directory: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
    }

    @Test func aBackupIsACompleteDatabaseOfItsOwn() throws {
        let (database, _) = try madeSmall()
        let directory = try elsewhere()
        let copied = try database.backup(to: directory + "/copy")
        try database.write(by: "测试") { try $0.add(.study("A2026-000042"), with: []) }
        #expect(try names(in: directory) == ["copy"])
        #expect(copied.journalRows == 1 && copied.bytes == DatabaseFile.size(of: directory + "/copy"))
        let copy = try Store.Database.openBackup(directory + "/copy")
        #expect(try copy.read { try $0.recordBook() } == .small)
        #expect(try copy.verifyJournal() == .intact(rows: 1, last: copied.head))
    }

    @Test func aBackupHoldsWhatWasWrittenWhileItWasTakenOrNot() async throws {
        let (database, _) = try madeSmall()
        let directory = try elsewhere()
        async let writing: Void = Task.detached {
            for number in 100..<140 {
                try database.write(by: "测试") { try $0.add(.study("A2026-000\(number)"), with: []) }
            }
        }.value
        for number in 0..<8 {
            let copied = try database.backup(to: directory + "/\(number)")
            let copy = try Store.Database.openBackup(directory + "/\(number)")
            #expect(try copy.read { try $0.activityCount() } == copied.journalRows)
            #expect(try copy.faults() == [])
        }
        try await writing
    }

    @Test func whereItMayNotGoItSaysSoAndLeavesNothing() throws {
        let (database, data) = try madeSmall()
        let directory = try elsewhere()
        let file = directory + "/there"
        try Data("mine".utf8).write(to: URL(filePath: file))
        let link = directory + "/link"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: directory + "/nowhere")
        let linkedData = directory + "/data"
        try FileManager.default.createSymbolicLink(atPath: linkedData, withDestinationPath: data)
        let before = try names(in: directory)
        let dataBefore = try names(in: data)
        for (place, replacing, refusal) in [
            (file, false, CopyRefused.exists(file)), (directory, true, .isDirectory(directory)),
            (directory + "/new/", true, .isDirectory(directory + "/new/")), ("/dev/null", true, .notAFile("/dev/null")),
            (link, true, .notAFile(link)), (data + "/copy", true, .insideData(data + "/copy")),
            (linkedData + "/copy", false, .insideData(linkedData + "/copy")),
            (Store.Database.file(in: data), true, .insideData(Store.Database.file(in: data))),
            (directory + "/missing/copy", false, .noDirectory(directory + "/missing")),
        ] {
            #expect(throws: refusal) { try database.backup(to: place, replacing: replacing) }
        }
        #expect(try names(in: directory) == before)
        #expect(try names(in: data) == dataBefore)
        #expect(try Data(contentsOf: URL(filePath: file)) == Data("mine".utf8))
        try database.backup(to: file, replacing: true)
        #expect(try Store.Database.openBackup(file).read { try $0.recordBook() } == .small)
    }

    @Test func aDamagedDatabaseIsNotPassedOnAsABackup() throws {
        let (database, data) = try madeSmall()
        let directory = try elsewhere()
        try database.close()
        let queue = try DatabaseQueue(path: Store.Database.file(in: data))
        try queue.inDatabase { try $0.execute(sql: "update persons set name = '乙'") }
        try queue.close()
        #expect(throws: DatabaseDamaged.self) {
            try Store.Database.backup(ofDirectory: data, to: directory + "/copy")
        }
        #expect(try names(in: directory) == [])
    }

    @Test func aCleanStopLeavesEverythingInTheFileAlone() throws {
        let (database, data) = try madeSmall()
        for number in 100..<150 {
            try database.write(by: "测试") { try $0.add(.study("A2026-000\(number)"), with: []) }
            _ = try database.read { try $0.activityCount() }
        }
        try database.close()
        #expect(DatabaseFile.size(of: Store.Database.file(in: data) + "-wal") == 0)
        let other = try elsewhere()
        try FileManager.default.copyItem(
            atPath: Store.Database.file(in: data), toPath: Store.Database.file(in: other))
        #expect(try Store.Database.openForReading(directory: other).read { try $0.activityCount() } == 51)
    }

    @Test func aBackupTakesThePlaceOfWhatWasThereWhichIsKept() throws {
        let (database, data) = try madeSmall()
        let copy = try elsewhere() + "/copy"
        let copied = try database.backup(to: copy)
        try database.write(by: "测试") { try $0.add(.study("A2026-000042"), with: []) }
        #expect(throws: DirectoryInUse.self) { try Store.Database.restore(copy, to: data, replacing: true) }
        try database.close()
        #expect(throws: RestoreRefused.exists(Store.Database.file(in: data))) {
            try Store.Database.restore(copy, to: data)
        }
        try Data("image".utf8).write(to: URL(filePath: data + "/columns.image"))
        try Data("log of the old one".utf8).write(to: URL(filePath: Store.Database.file(in: data) + "-wal"))
        let (restored, aside) = try Store.Database.restore(
            copy, to: data, replacing: true, at: "2026-09-30T08:15:30.125Z")
        #expect(restored.head == copied.head)
        #expect(aside == Store.Database.file(in: data) + ".replaced-20260930081530")
        #expect(
            try names(in: data) == [
                "owner.lock", "xingzhi.sqlite", "xingzhi.sqlite.replaced-20260930081530",
                "xingzhi.sqlite.replaced-20260930081530-wal",
            ])
        let again = try Store.Database.open(directory: data)
        #expect(try again.read { try $0.recordBook() } == .small)
        try again.close()
    }

    @Test func whatIsNoBackupIsRefusedAndChangesNothing() throws {
        let (database, data) = try madeSmall()
        let directory = try elsewhere()
        let copy = directory + "/copy"
        try database.backup(to: copy)
        try database.close()
        var bytes = try Data(contentsOf: URL(filePath: copy))
        for place in stride(from: 5000, to: bytes.count, by: 997) { bytes[place] ^= 0xFF }
        let half = try Data(contentsOf: URL(filePath: copy)).prefix(20_000)
        for (name, content) in [
            ("damaged", bytes), ("half", half), ("empty", Data()), ("text", Data(repeating: 65, count: 9000)),
        ] {
            try content.write(to: URL(filePath: directory + "/" + name))
            #expect(throws: DatabaseDamaged.self, "\(name)") {
                try Store.Database.restore(directory + "/" + name, to: data, replacing: true)
            }
        }
        #expect(throws: DatabaseDamaged.self) {
            try Store.Database.restore(directory, to: data, replacing: true)
        }
        #expect(throws: RestoreRefused.isItself(Store.Database.file(in: data))) {
            try Store.Database.restore(Store.Database.file(in: data), to: data, replacing: true)
        }
        #expect(try names(in: data) == ["owner.lock", "xingzhi.sqlite"])
        #expect(try Store.Database.openForReading(directory: data).read { try $0.recordBook() } == .small)
    }

    /// The files of a server that was killed, log and all, are a backup too.
    @Test func aCopyOfFileAndLogIsRestoredWhole() throws {
        let (database, data) = try madeSmall()
        try database.write(by: "测试") { try $0.add(.study("A2026-000042"), with: []) }
        let directory = try elsewhere()
        for suffix in ["", "-wal"] {
            try FileManager.default.copyItem(
                atPath: Store.Database.file(in: data) + suffix, toPath: directory + "/copy" + suffix)
        }
        let target = temporaryDirectory()
        #expect(try Store.Database.restore(directory + "/copy", to: target).copied.journalRows == 2)
        #expect(try Store.Database.openForReading(directory: target).read { try $0.activityCount() } == 2)
        try database.close()
    }
}
