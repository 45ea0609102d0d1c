import Foundation
import House
import Plans
import Records
import TestEngines
import Testing
import Vocabulary

@testable import Storage
@testable import Store

/// A database is copied from one engine to the other, whole or not at all.
@Suite struct CopyingTests {
    static let pairs = TestEngine.allCases.flatMap { from in TestEngine.allCases.map { (from, $0) } }

    /// A database in which most tables have rows: texts that are missing, numbers beyond four bytes, children before parents.
    private func filled(_ engine: TestEngine) throws -> (database: Database, place: DatabasePlace) {
        let place = try engine.emptyPlace()
        let database = try place.open()
        var book = RecordBook.small
        let start = day("2024-01-01")
        for (code, parent) in [("A01", "B01"), ("B01", "D01")] {
            book.units.append(
                OrgUnit(
                    code: code, name: "单位\(code)", kind: .institution, parent: parent, span: DaySpan(from: start),
                    recorded: start))
        }
        book.units.sort { $0.code < $1.code }
        book.persons.append(Person(code: "P2", name: "ＡＢ Ｃ", sex: .male, birthMonth: "1970-12", recorded: start))
        try database.write(by: "测试") { transaction in
            try transaction.insert(book)
            try transaction.raiseCounters(past: ["A2026-000999", "R2026-000999", "V2026-000999"])
        }
        for number in 100..<120 {
            try database.write(by: "测试") { transaction in
                let part = Participation.part("R2026-000\(number + 100)", in: "A2026-000\(number)")
                try transaction.add(.study("A2026-000\(number)", title: "学习\(number)"), with: [part])
            }
        }
        let voiding = Voiding(
            code: "V2026-000001", record: .init(.activity, "A2026-000101"), reason: "重复", by: "甲",
            recorded: day("2026-09-12"))
        try database.write(by: "测试") { transaction in
            try transaction.add(voiding)
            try transaction.set(.timeZone, to: "Asia/Tokyo")
        }
        return (database, place)
    }

    @Test("every table has the rows that it had, the journal is the same, and work goes on there", arguments: pairs)
    func copied(_ from: TestEngine, _ to: TestEngine) throws {
        let (source, _) = try filled(from)
        let place = try to.emptyPlace()
        var told: [Int] = []
        let copied = try Database.copy(source, to: place) { done, total in told.append(total - done) }
        #expect(told.last == 0)
        let target = try place.open()
        let (before, after) = (
            try source.read { try TableCounts($0) }, try target.read { try TableCounts($0) }
        )
        #expect(before == after && copied.head == before.last?.hash && copied.rows == before.rows.values.reduce(0, +))
        #expect(try source.read { try $0.recordBook() } == target.read { try $0.recordBook() })
        #expect(try source.read { try $0.factSums() } == target.read { try $0.factSums() })
        #expect(try target.faults() == [])
        try target.write(by: "乙") { transaction in
            let code = try transaction.nextCode(.activity, on: day("2026-09-30"))
            #expect(code == "A2026-001000")
            try transaction.add(.study(code), with: [])
        }
        #expect(try target.faults() == [])
        #expect(try source.read { try TableCounts($0) } == before)
    }

    @Test("there and back again is the same database", arguments: TestEngine.allCases)
    func back(_ engine: TestEngine) throws {
        let (source, _) = try filled(.sqlite)
        let (there, back) = (try engine.emptyPlace(), try TestEngine.sqlite.emptyPlace())
        try Database.copy(source, to: there)
        try Database.copy(there.openForReading(), to: back)
        #expect(try source.read { try TableCounts($0) } == back.openForReading().read { try TableCounts($0) })
        #expect(try back.openForReading().read { try $0.recordBook() } == source.read { try $0.recordBook() })
    }

    @Test("what is not empty is left as it is; a database that was only opened is empty", arguments: pairs)
    func occupied(_ from: TestEngine, _ to: TestEngine) throws {
        let (source, _) = try filled(from)
        let (database, place) = try filled(to)
        let before = try database.read { try TableCounts($0) }
        try database.close()
        #expect(throws: CopyRefused.notEmpty(place.name)) { try Database.copy(source, to: place) }
        #expect(try place.openForReading().read { try TableCounts($0) } == before)
        guard to == .postgres else { return }
        let opened = try to.emptyPlace()
        try opened.open().close()
        try Database.copy(source, to: opened)
        #expect(try opened.openForReading().faults() == [])
    }

    @Test("killed when every row is there, it leaves nothing, and is done again", arguments: TestEngine.allCases)
    func killed(_ engine: TestEngine) async throws {
        let (source, from) = try filled(.sqlite)
        try source.close()
        let to = try engine.emptyPlace()
        let (fromText, toText) = (Self.text(from), Self.text(to))
        await #expect(processExitsWith: .signal(SIGKILL)) {
            [fromText = fromText as String, toText = toText as String] in
            let source = try DatabasePlace(fromText).openForReading()
            try Database.copy(source, to: DatabasePlace(toText)) { done, total in
                if done == total { kill(getpid(), SIGKILL) }
            }
        }
        #expect(try !to.exists())
        try Database.copy(from.openForReading(), to: to)
        #expect(try to.openForReading().faults() == [])
    }

    private static func text(_ place: DatabasePlace) -> String {
        switch place {
        case .directory(let text), .server(let text): text
        }
    }

    @Test("a database that is not as its journal tells is not passed on", arguments: TestEngine.allCases)
    func damaged(_ engine: TestEngine) throws {
        let (source, _) = try filled(.sqlite)
        try source.engine.write { try $0.execute("update persons set name = '丙' where code = 'P1'") }
        let place = try engine.emptyPlace()
        #expect(throws: DatabaseDamaged.self) { try Database.copy(source, to: place) }
        #expect(try !place.exists())
    }

    @Test(
        "a row of a book that was altered is named; where several were, their table is", arguments: TestEngine.allCases)
    func altered(_ engine: TestEngine) throws {
        for (sql, found) in [
            ("update persons set name = '丙' where code = 'P2'", FactFault.alteredInBook(table: "persons", code: "P2")),
            ("update units set until_day = 30000 where code = 'B01'", .alteredInBook(table: "units", code: "B01")),
            ("update persons set birth_month = '1960-01'", .values(table: "persons")),
        ] {
            let (database, _) = try filled(engine)
            try database.engine.write { try $0.execute(sql) }
            #expect(try database.faults().contains(.facts(found)), "\(sql)")
        }
    }

    @Test("a server's database is backed up into a file, and restored from it", .enabled(if: TestEngine.server != nil))
    func backup() throws {
        let (source, _) = try filled(.postgres)
        let file = FileManager.default.temporaryDirectory.appending(path: "backup-\(UUID().uuidString)").path
        let copied = try source.backup(to: file)
        #expect(try copied.head == source.read { try $0.journalHead().hash })
        let (directory, server) = (temporaryDirectory(), try TestEngine.postgres.emptyPlace())
        _ = try Database.restore(file, to: directory)
        try Database.copy(Database.openBackup(file), to: server)
        for place in [DatabasePlace.directory(directory), server] {
            #expect(try place.openForReading().read { try $0.recordBook() } == source.read { try $0.recordBook() })
        }
    }

    @Test(
        "an address is told without its password",
        arguments: [
            ("postgres://a:secret@host/db", "postgres://a@host/db"),
            ("postgres://a@host:5432/db", "postgres://a@host:5432/db"),
            ("postgresql:///db?host=/x&password=secret&user=a", "postgresql:///db?host=/x&password=...&user=a"),
            ("postgres://a:p@ss:w@host/d@b", "postgres://a@host/d@b"),
            ("postgres://host:5432/db", "postgres://host:5432/db"),
        ])
    func password(_ address: String, _ name: String) {
        #expect(DatabasePlace(address).name == name)
        #expect(DatabasePlace(address) == .server(address))
    }
}
