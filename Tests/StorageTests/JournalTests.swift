import Foundation
import House
import Records
import TestEngines
import Testing
import Vocabulary

@testable import Storage
@testable import Store

@Suite struct JournalTests {
    /// A journal of four rows: the import, two reports, one voiding.
    private func journaled(_ engine: TestEngine) throws -> Database {
        let database = try engine.openSmall()
        for code in ["A2026-000042", "A2026-000043"] {
            try database.write(by: "李文员") { try $0.add(.study(code), with: [.part("R\(code.dropFirst())", in: code)]) }
        }
        let voiding = Voiding(
            code: "V2026-000001", record: .init(.activity, "A2026-000043"), reason: "误录", by: "王文员",
            recorded: day("2026-09-30"))
        try database.write(by: "王文员") { try $0.add(voiding) }
        return database
    }

    @Test(arguments: TestEngine.allCases)
    func everyChangeHasARowThatNamesWhoWhenAndWhat(_ engine: TestEngine) throws {
        let rows = try journaled(engine).read { try $0.journal(limit: 10) }
        #expect(rows.map(\.seq) == [4, 3, 2, 1])
        #expect(rows.map(\.by) == ["王文员", "李文员", "李文员", "测试"])
        #expect(rows.map(\.act) == ["void", "report", "report", "importBook"])
        #expect(rows.map(\.objectCode) == ["A2026-000043", "A2026-000043", "A2026-000042", "all"])
        #expect(rows.allSatisfy { $0.at == "2026-09-30T08:15:30.125Z" })
        #expect(rows[0].before?.contains(#""title":"集中学习""#) == true)
        #expect(rows[0].after?.contains(#""reason":"误录""#) == true)
        #expect(rows[1].before == nil)
        #expect(rows[1].after?.contains(#""person":"P1""#) == true)
    }

    @Test(arguments: TestEngine.allCases)
    func theHistoryOfOneObject(_ engine: TestEngine) throws {
        let rows = try journaled(engine).read { try $0.journal(ofKind: "activity", code: "A2026-000043") }
        #expect(rows.map(\.act) == ["report", "void"])
    }

    @Test(arguments: TestEngine.allCases)
    func anUntouchedJournalIsIntact(_ engine: TestEngine) throws {
        let database = try journaled(engine)
        let newest = try database.read { try $0.journal(limit: 1) }.first
        #expect(try database.verifyJournal() == .intact(rows: 4, last: newest?.hash ?? ""))
        #expect(try engine.open().verifyJournal() == .intact(rows: 0, last: JournalRow.origin))
    }

    /// Somebody with the file in hand can drop the triggers; the chain still names the row they touched.
    @Test(
        arguments: [
            "made_at = '2026-09-30T08:15:30.126Z'", "made_by = 'nobody'", "act = 'void'", "object_kind = 'site'",
            "object_code = 'A2026-000044'", "state_before = '{}'", "state_after = null",
        ])
    func anAlteredRowIsNamed(_ change: String) throws {
        for seq in 1...4 {
            let database = try journaled(.sqlite)
            try tamper(database, "update journal set \(change) where seq = \(seq)")
            guard case .broken(let faults) = try database.verifyJournal() else {
                // What was there before is no change.
                #expect(seq == 4 && change.contains("void"), "\(seq) \(change)")
                continue
            }
            #expect(faults == [JournalFault(seq: seq, why: .altered)], "\(seq) \(change)")
        }
    }

    /// Whoever makes the altered row's hash fit as well is found out by the row after it; of the last row, by the head.
    @Test(arguments: [(2, JournalFault(seq: 3, why: .unchained)), (4, JournalFault(seq: 4, why: .notTheHead))])
    func aRehashedRowIsFound(_ seq: Int, _ fault: JournalFault) throws {
        let database = try journaled(.sqlite)
        guard var row = try database.read({ try $0.journal(limit: 10) }).first(where: { $0.seq == seq }) else { return }
        row.by = "nobody"
        try tamper(database, "update journal set made_by = 'nobody', hash = '\(row.expectedHash)' where seq = \(seq)")
        #expect(try database.verifyJournal() == .broken([fault]))
    }

    /// At the beginning, in the middle, several, and at the end.
    @Test(
        arguments: [
            ("seq = 1", JournalFault(seq: 2, why: .gap(from: 1))),
            ("seq = 2", JournalFault(seq: 3, why: .gap(from: 2))),
            ("seq in (2, 3)", JournalFault(seq: 4, why: .gap(from: 2))),
            ("seq = 4", JournalFault(seq: 4, why: .cutOff(to: 4))),
            ("seq > 1", JournalFault(seq: 2, why: .cutOff(to: 4))),
            ("seq > 0", JournalFault(seq: 1, why: .cutOff(to: 4))),
        ])
    func rowsTakenOutAreMissed(_ which: String, _ fault: JournalFault) throws {
        let database = try journaled(.sqlite)
        try tamper(database, "delete from journal where \(which)")
        #expect(try database.verifyJournal() == .broken([fault]))
    }

    @Test func rowsThatChangedPlacesAreNamedWithWhereTheyWere() throws {
        let database = try journaled(.sqlite)
        try tamper(
            database,
            "update journal set seq = 99 where seq = 2", "update journal set seq = 2 where seq = 3",
            "update journal set seq = 3 where seq = 99")
        #expect(
            try database.verifyJournal()
                == .broken([JournalFault(seq: 2, why: .moved(from: 3)), JournalFault(seq: 3, why: .moved(from: 2))]))
    }

    /// A row put in at the end, however well it is made, is not the head's.
    @Test func aRowPutInAtTheEndIsFound() throws {
        let database = try journaled(.sqlite)
        let last = try #require(try database.read { try $0.journal(limit: 1) }.first)
        var row = JournalRow(
            seq: 5, at: "t", by: "b", act: "void", objectKind: "activity", objectCode: "x", before: nil, after: nil,
            previousHash: last.hash)
        row.hash = row.expectedHash
        try tamper(
            database,
            """
            insert into journal (seq, made_at, made_by, act, object_kind, object_code, previous_hash, hash)
            values (5, 't', 'b', 'void', 'activity', 'x', '\(row.previousHash)', '\(row.hash)')
            """)
        #expect(try database.verifyJournal() == .broken([JournalFault(seq: 5, why: .beyondHead)]))
    }

    /// Moving text from one field to its neighbour changes the hash: each field counts with its length.
    @Test func fieldsDoNotRunIntoEachOther() {
        func row(_ kind: String, _ code: String) -> JournalRow {
            JournalRow(
                seq: 1, at: "t", by: "b", act: "a", objectKind: kind, objectCode: code, before: nil, after: nil,
                previousHash: JournalRow.origin)
        }
        #expect(row("ab", "c").expectedHash != row("a", "bc").expectedHash)
    }

    /// FIPS 180-4 example: the digest of "abc".
    @Test func theHashIsSHA256() {
        #expect(
            SHA256.hex(Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(SHA256.hex([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }
}
