import Foundation
import House
import Pages
import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import PracticeDesk

/// A database's copies have its papers' files, each as it was handed in.
@Suite("Papers in copies") struct PapersInCopiesTests {
    private let directory = NSTemporaryDirectory() + "papers-\(UUID().uuidString)"
    private var store: EvidenceStore { EvidenceStore(directory: directory + "/own") }

    /// A tour with its scheme, whose file is in the store.
    private func filed(_ engine: TestEngine, _ text: String = "%PDF-1.7 方案") throws -> (Database, EvidenceFile) {
        let town = try DeskTown(engine)
        let today = day("2026-09-01")
        let tour = try town.database.perform(FileTour(scheme: .sample()), by: .clerk, on: today)
        let draft = try store.begin()
        try Data(text.utf8).withUnsafeBytes { try draft.write($0) }
        let file = EvidenceFile(
            name: "方案.pdf", type: "application/pdf", bytes: text.utf8.count, hash: try draft.keep())
        try town.database.perform(
            AttachEvidence<StudyTour>(record: tour.code, document: .scheme, file: file, proves: today, note: ""),
            by: .clerk, on: today)
        return (town.database, file)
    }

    @Test("a backup has the files, a restored directory too, and both are found sound", arguments: TestEngine.allCases)
    func backup(_ engine: TestEngine) throws {
        let (database, file) = try filed(engine)
        let (copy, restored) = (directory + "/copy", directory + "/restored")
        try database.backup(to: copy, evidence: store)
        #expect(EvidenceStore(besideBackup: copy).holds(file))
        _ = try Database.restore(copy, to: restored)
        let again = try Database.open(directory: restored)
        let files = EvidenceStore(inDirectory: restored)
        #expect(try again.evidenceFaults(files) == [])
        #expect(try Data(contentsOf: URL(filePath: files.path(of: file.hash))) == Data("%PDF-1.7 方案".utf8))
        try again.close()
    }

    @Test("a backup without one of its files is not restored; what was there stays", arguments: TestEngine.allCases)
    func damaged(_ engine: TestEngine) throws {
        let (database, file) = try filed(engine)
        let (copy, restored) = (directory + "/copy", directory + "/restored")
        try database.backup(to: copy, evidence: store)
        let path = EvidenceStore(besideBackup: copy).path(of: file.hash)
        // As long as before, and another.
        try Data("%PDF-1.7 方粲".utf8).write(to: URL(filePath: path))
        #expect(throws: DatabaseDamaged.self) { try Database.restore(copy, to: restored) }
        try FileManager.default.removeItem(atPath: path)
        #expect(throws: DatabaseDamaged.self) { try Database.restore(copy, to: restored) }
        #expect(!FileManager.default.fileExists(atPath: restored), "a restore that came to nothing leaves nothing")
    }

    @Test("a restore puts right what was damaged where it goes", arguments: TestEngine.allCases)
    func mended(_ engine: TestEngine) throws {
        let (database, file) = try filed(engine)
        let (copy, restored) = (directory + "/copy", directory + "/restored")
        try database.backup(to: copy, evidence: store)
        _ = try Database.restore(copy, to: restored)
        let files = EvidenceStore(inDirectory: restored)
        // As long as before, and another.
        try Data("%PDF-1.7 方粲".utf8).write(to: URL(filePath: files.path(of: file.hash)))
        _ = try Database.restore(copy, to: restored, replacing: true)
        #expect(try files.isSound(file))
        // The same of a backup in the place of one that was damaged.
        let beside = EvidenceStore(besideBackup: copy)
        try Data("%PDF-1.7 方粲".utf8).write(to: URL(filePath: beside.path(of: file.hash)))
        try database.backup(to: copy, replacing: true, evidence: store)
        #expect(try beside.isSound(file))
    }

    @Test("a copy that is not made leaves no files either", arguments: TestEngine.allCases)
    func notMade(_ engine: TestEngine) throws {
        let (database, _) = try filed(engine)
        let files = EvidenceStore(directory: directory + "/other/files/evidence")
        #expect(throws: CocoaError.self) {
            try database.copyEvidence(from: store, to: files) { throw CocoaError(.fileWriteOutOfSpace) }
        }
        #expect(!FileManager.default.fileExists(atPath: directory + "/other"))
    }

    @Test("a record whose file is gone is not backed up as if it were whole", arguments: TestEngine.allCases)
    func gone(_ engine: TestEngine) throws {
        let (database, file) = try filed(engine)
        try FileManager.default.removeItem(atPath: store.path(of: file.hash))
        #expect(try database.evidenceFaults(store) == [.evidence(hash: file.hash, isThere: false)])
        let copy = directory + "/copy"
        #expect(throws: DatabaseDamaged.self) { try database.backup(to: copy, evidence: store) }
        #expect(!FileManager.default.fileExists(atPath: copy))
        #expect(!FileManager.default.fileExists(atPath: copy + ".files"), "nor an empty place for its files")
    }

    @Test("a copy in the other engine's database names the same files, which go along", arguments: TestEngine.allCases)
    func copied(_ engine: TestEngine) throws {
        let (database, file) = try filed(engine)
        for other in TestEngine.allCases where other != engine {
            let place = try other.emptyPlace()
            try Database.copy(database, to: place)
            let files = EvidenceStore(directory: directory + "/other")
            try database.copyEvidence(from: store, to: files) {}
            #expect(files.holds(file))
            let there = try place.openForReading()
            #expect(try there.evidenceFaults(files) == [])
        }
    }
}
