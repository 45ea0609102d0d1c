import Records
import Testing
import Vocabulary

@testable import Storage

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
        let database = try journaled(.sqlite)
        try tamper(database, "update journal set \(change) where seq = 2")
        #expect(try database.verifyJournal() == .broken(seq: 2, why: .altered))
    }

    /// Whoever makes the altered row's hash fit as well is found out by the row after it.
    @Test func aRehashedRowBreaksTheChainAtTheNext() throws {
        let database = try journaled(.sqlite)
        guard var row = try database.read({ try $0.journal(limit: 10) }).first(where: { $0.seq == 2 }) else { return }
        row.by = "nobody"
        try tamper(database, "update journal set made_by = 'nobody', hash = '\(row.expectedHash)' where seq = 2")
        #expect(try database.verifyJournal() == .broken(seq: 3, why: .unchained))
    }

    @Test func aRowTakenOutLeavesAGap() throws {
        let database = try journaled(.sqlite)
        try tamper(database, "delete from journal where seq = 2")
        #expect(try database.verifyJournal() == .broken(seq: 3, why: .gap))
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

    private func tamper(_ database: Database, _ sql: String) throws {
        try database.engine.write { connection in
            try connection.execute("drop trigger journal_no_update", [])
            try connection.execute("drop trigger journal_no_delete", [])
            // Other tools do not look at references.
            try connection.execute("drop table fact_changes", [])
            try connection.execute(sql, [])
        }
    }
}
