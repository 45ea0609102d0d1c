import Foundation
import Testing

@testable import Store

/// Files of papers, as they lie on disk.
@Suite("The store of papers")
struct EvidenceStoreTests {
    private let store = EvidenceStore(directory: NSTemporaryDirectory() + "evidence-\(UUID().uuidString)")

    private func keep(_ text: String) throws -> EvidenceFile {
        let draft = try store.begin()
        try Data(text.utf8).withUnsafeBytes { try draft.write($0) }
        let size = draft.size
        return EvidenceFile(name: "a.pdf", type: "application/pdf", bytes: size, hash: try draft.keep())
    }

    private func all() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: store.directory).filter { $0.contains("/") }
    }

    @Test("a file lies under the SHA-256 of what it holds; the same content lies there once")
    func byContent() throws {
        let file = try keep("abc")
        // FIPS 180-4's own example.
        #expect(file.hash == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(try keep("abc") == file && store.holds(file))
        #expect(try all() == ["ba/\(file.hash)"])
        #expect(try String(contentsOfFile: store.path(of: file.hash), encoding: .utf8) == "abc")
        #expect(try store.faults(of: [file.hash: 3]) == [])
    }

    @Test("what is given up, or let go of, leaves nothing") func givenUp() throws {
        try store.begin().discard()
        do {
            let draft = try store.begin()
            try Data("x".utf8).withUnsafeBytes { try draft.write($0) }
        }
        #expect(try all() == [])
    }

    @Test("a file that is gone, cut short or altered is told; the same content handed in again mends it")
    func faults() throws {
        let files = [try keep("one"), try keep("two"), try keep("three")]
        let named = Dictionary(uniqueKeysWithValues: files.map { ($0.hash, $0.bytes) })
        try FileManager.default.removeItem(atPath: store.path(of: files[0].hash))
        try Data("tw".utf8).write(to: URL(filePath: store.path(of: files[1].hash)))
        try Data("thrEe".utf8).write(to: URL(filePath: store.path(of: files[2].hash)))
        #expect(!store.holds(files[0]) && !store.holds(files[1]))
        let expected: [DatabaseFault] = [
            .evidence(hash: files[0].hash, isThere: false), .evidence(hash: files[1].hash, isThere: true),
            .evidence(hash: files[2].hash, isThere: true),
        ]
        #expect(Set(try store.faults(of: named)) == Set(expected))
        for text in ["one", "two", "three"] { _ = try keep(text) }
        #expect(try store.faults(of: named) == [])
    }

    @Test("what nothing names is swept once it is old; what is named, or young, stays")
    func swept() throws {
        let (named, young, old) = (try keep("named"), try keep("young"), try keep("old"))
        let broken = "\(store.directory)/incoming/left-by-a-killed-process"
        try Data("x".utf8).write(to: URL(filePath: broken))
        let long = Date(timeIntervalSinceNow: -200_000)
        for path in [store.path(of: named.hash), store.path(of: old.hash), broken] {
            try FileManager.default.setAttributes([.modificationDate: long], ofItemAtPath: path)
        }
        try store.sweep(keeping: [named.hash])
        #expect(store.holds(named) && store.holds(young) && !store.holds(old))
        #expect(!FileManager.default.fileExists(atPath: broken))
        #expect(try all().count == 2)
    }

    @Test("another store takes over what is named, checked; a damaged one is told and leaves nothing half")
    func takenOver() throws {
        let (one, two) = (try keep("one"), try keep("two"))
        let other = EvidenceStore(directory: NSTemporaryDirectory() + "evidence-\(UUID().uuidString)")
        try other.take([one.hash: 3], from: store)
        #expect(other.holds(one) && !other.holds(two))
        try Data("tvo".utf8).write(to: URL(filePath: store.path(of: two.hash)))
        #expect(throws: DatabaseDamaged.self) { try other.take([one.hash: 3, two.hash: 3], from: store) }
        #expect(!other.holds(two))
        #expect(try FileManager.default.contentsOfDirectory(atPath: other.directory + "/incoming") == [])
    }

    @Test("what is of the right size and other content is taken over anew, and what fails leaves nothing")
    func takenOverAnew() throws {
        let (one, two) = (try keep("one"), try keep("two"))
        let other = EvidenceStore(directory: NSTemporaryDirectory() + "evidence-\(UUID().uuidString)/a/b")
        try other.take([one.hash: 3], from: store)
        try Data("0ne".utf8).write(to: URL(filePath: other.path(of: one.hash)))
        #expect(try other.holds(one) && !other.isSound(one))
        try other.take([one.hash: 3], from: store)
        #expect(try other.isSound(one))
        try FileManager.default.removeItem(atPath: store.path(of: two.hash))
        let third = EvidenceStore(directory: NSTemporaryDirectory() + "evidence-\(UUID().uuidString)/a/b")
        #expect(throws: DatabaseDamaged.self) { try third.take([one.hash: 3, two.hash: 3], from: store) }
        let outermost = String(third.directory.dropLast(4))
        #expect(!FileManager.default.fileExists(atPath: outermost))
        // What was there before is not taken away with what was not.
        #expect(throws: DatabaseDamaged.self) { try other.take([one.hash: 3, two.hash: 3], from: store) }
        #expect(try other.isSound(one))
    }
}
