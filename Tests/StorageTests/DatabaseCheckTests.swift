import Foundation
import GRDB
import House
import Plans
import Records
import Testing
import Vocabulary

@testable import Storage
@testable import Store

@Suite struct DatabaseCheckTests {
    /// A database with a little of everything, closed.
    private func made() throws -> String {
        let directory = temporaryDirectory()
        let database = try Store.Database.open(directory: directory, clock: { "2026-09-30T08:15:30.125Z" })
        try database.write(by: "测试") { try $0.insert(.small) }
        try database.write(by: "测试") {
            try $0.add(.study("A2026-000042"), with: [.part("R2026-000101", in: "A2026-000042")])
        }
        let voiding = Voiding(
            code: "V2026-000001", record: .init(.participation, "R2026-000101"), reason: "误录", by: "甲",
            recorded: day("2026-09-30"))
        let correction = Correction(
            code: "K2026-000001", record: .init(.activity, "A2026-000042"), replacement: "A2026-000043", reason: "学时有误",
            by: "甲", recorded: day("2026-09-30"))
        let edition = PlanEdition(
            number: 1, title: "方案", inForce: day("2026-01-01"), publishedOn: day("2026-01-01"), text: "文", tasks: [])
        let site = Site(
            code: "S1", name: "教学点", unit: "D01", topics: [.theory],
            dated: Dated(from: day("2026-01-01"), recorded: day("2026-01-02")))
        try database.write(by: "测试") { transaction in
            try transaction.raiseCounters(past: ["A2026-000043", "R2026-000101", "V2026-000001", "K2026-000001"])
            try transaction.add(voiding)
            try transaction.add(correction, replacing: .study("A2026-000043"))
            try transaction.add(StoredEdition(edition))
            try transaction.add(site)
            try transaction.set(.timeZone, to: "Asia/Urumqi")
            try transaction.set(.timeZone, to: "Asia/Shanghai")
            for holiday in ["2027-01-01", "2027-01-04"] {
                try transaction.add(
                    CalendarYear(
                        year: 2027, source: "通知", recorded: day("2026-09-30"), holidays: [day(holiday)], workdays: []))
            }
        }
        try database.close()
        return directory
    }

    private func alter(_ directory: String, _ statements: String...) throws {
        let queue = try DatabaseQueue(path: Store.Database.file(in: directory))
        try queue.inDatabase { other in
            try other.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
            let triggers = try Row.fetchAll(other, sql: "select name, sql from sqlite_master where type = 'trigger'")
            for trigger in triggers { try other.execute(sql: "drop trigger \(trigger["name"] as String)") }
            for statement in statements { try other.execute(sql: statement) }
            // Whoever wants to hide it puts them back.
            for trigger in triggers { try other.execute(sql: trigger["sql"]) }
        }
        try queue.close()
    }

    @Test func whatThisProgramWroteIsSound() throws {
        let directory = try made()
        #expect(try Store.Database.faults(inDirectory: directory) == [])
        let report = try Store.Database.verifyJournal(inDirectory: directory)
        #expect(report.rows == 10 && report.faults == [])
        #expect(try Store.Database.verifyJournal(inDirectory: directory, head: report.last).faults == [])
        #expect(
            try Store.Database.verifyJournal(inDirectory: directory, head: "ab").faults == [.headUnknown("ab")])
    }

    struct Tampering: CustomTestStringConvertible, Sendable {
        var sql: String
        var found: DatabaseFault
        var testDescription: String { sql }
    }

    /// What a program that is not ours may have done to the records.
    static let tamperings: [Tampering] = [
        Tampering(
            sql: "update activities set title = 'x' where code = 'A2026-000042'",
            found: .facts(.altered(table: "activities", code: "A2026-000042", seq: 2))),
        Tampering(
            sql: "update activity_topics set topic = 'x' where activity = 'A2026-000042'",
            found: .facts(.altered(table: "activities", code: "A2026-000042", seq: 2))),
        Tampering(
            sql: "update activities set title = 'x' where code = 'A2026-000041'",
            found: .facts(.alteredInBook(table: "activities", code: "A2026-000041"))),
        Tampering(
            sql: "update persons set birth_month = '1981-01'",
            found: .facts(.alteredInBook(table: "persons", code: "P1"))),
        Tampering(
            sql: "update units set until_day = 30000 where code = 'D01'",
            found: .facts(.alteredInBook(table: "units", code: "D01"))),
        Tampering(
            sql: """
                insert into activities (code, kind, title, organiser, from_day, to_day, half_hours, recorded_day)
                values ('X1', 'exam', 't', 'D01', 1, 1, 1, 1)
                """, found: .facts(.unjournaled(table: "activities", code: "X1"))),
        Tampering(
            sql: """
                insert into activities (code, kind, title, organiser, from_day, to_day, half_hours, recorded_day)
                values ('X1', 'exam', 't', 'D01', 1, 1, 1, 1), ('X2', 'exam', 't', 'D01', 1, 1, 1, 1)
                """, found: .facts(.unjournaled(table: "activities", code: "X2"))),
        Tampering(
            sql: """
                insert into participations (code, activity, person, part, half_hours, completed, recorded_day)
                values ('X1', 'A2026-000041', 'P1', 'attendee', 1, 1, 1)
                """, found: .facts(.unjournaled(table: "participations", code: "X1"))),
        Tampering(
            sql: """
                insert into participations (code, activity, person, part, half_hours, completed, recorded_day)
                values ('X1', 'A2026-000042', 'P1', 'attendee', 1, 1, 1)
                """, found: .facts(.unjournaled(table: "participations", code: "X1"))),
        Tampering(
            sql: "update participations set half_hours = 99 where code = 'R2026-000101'",
            found: .facts(.altered(table: "participations", code: "R2026-000101", seq: 2))),
        Tampering(
            sql: "delete from participations where code = 'R2026-000100'",
            found: .facts(.count(table: "participations", rows: 1, expected: 2))),
        Tampering(
            sql: "delete from voidings", found: .facts(.missing(table: "voidings", code: "V2026-000001", seq: 3))),
        Tampering(
            sql: "update voidings set reason = 'x'",
            found: .facts(.altered(table: "voidings", code: "V2026-000001", seq: 3))),
        Tampering(
            sql: "update corrections set made_by = 'x'",
            found: .facts(.altered(table: "corrections", code: "K2026-000001", seq: 4))),
        Tampering(
            sql: "update editions set in_force_day = 1", found: .facts(.altered(table: "editions", code: "1", seq: 5))),
        Tampering(
            sql: "update editions set body = replace(body, '文', '武')",
            found: .facts(.altered(table: "editions", code: "1", seq: 5))),
        Tampering(
            sql: "insert into editions select 2, title, 1, 1, text_hash, answers, body from editions",
            found: .facts(.unjournaled(table: "editions", code: "2"))),
        Tampering(
            sql: "update site_topics set topic = 'x'", found: .facts(.altered(table: "sites", code: "S1", seq: 6))),
        Tampering(
            sql: "update settings set value = 'UTC'",
            found: .facts(.altered(table: "settings", code: "timeZone", seq: 8))),
        Tampering(
            sql: "delete from settings", found: .facts(.missing(table: "settings", code: "timeZone", seq: 8))),
        Tampering(
            sql: "insert into settings (name, value) values ('x', 'y')",
            found: .facts(.unjournaled(table: "settings", code: "x"))),
        Tampering(
            sql: "update calendar_years set holidays = '2027-01-05' where version = 2",
            found: .facts(.altered(table: "calendar_years", code: "2027", seq: 10))),
        Tampering(
            sql: "update calendar_years set workdays = 'soon' where version = 1",
            found: .facts(.altered(table: "calendar_years", code: "2027", seq: 10))),
        Tampering(
            sql: "delete from calendar_years where version = 1",
            found: .facts(.altered(table: "calendar_years", code: "2027", seq: 10))),
        Tampering(
            sql: "delete from calendar_years",
            found: .facts(.missing(table: "calendar_years", code: "2027", seq: 10))),
        Tampering(
            sql: "insert into calendar_years select 2028, 1, source, recorded_day, '', '' from calendar_years limit 1",
            found: .facts(.unjournaled(table: "calendar_years", code: "2028"))),
        Tampering(sql: "update fact_changes set code = 'x' where seq = 3", found: .facts(.feed(seq: 3))),
        Tampering(sql: "delete from fact_changes where seq = 3", found: .facts(.feed(seq: 3))),
        Tampering(
            sql: "update counters set last_number = 1 where name = 'A2026'", found: .facts(.counter(name: "A2026"))),
        Tampering(sql: "update units set parent = 'D01'", found: .facts(.ring(unit: "D01"))),
        Tampering(
            sql: "delete from persons", found: .reference(table: "participations", parent: "persons", rows: 2)),
        Tampering(
            sql: "drop index participations_by_person",
            found: .schema(SchemaFault(object: "participations_by_person", why: .missing))),
        Tampering(
            sql: "update journal set made_by = 'x' where seq = 3", found: .journal(JournalFault(seq: 3, why: .altered))),
        Tampering(
            sql: "delete from journal where seq = 10", found: .journal(JournalFault(seq: 10, why: .cutOff(to: 10)))),
    ]

    @Test(arguments: tamperings)
    func whatAnotherProgramDidIsNamed(_ tampering: Tampering) throws {
        let directory = try made()
        try alter(directory, tampering.sql)
        let faults = try Store.Database.faults(inDirectory: directory)
        #expect(faults.contains(tampering.found), "\(faults)")
        if case .reference = tampering.found { return }
        #expect(try Store.Database.verifyJournal(inDirectory: directory).faults.contains(tampering.found))
    }

    /// Whatever a few bytes do to the file: what can still be read is what was written, or the check tells of it.
    @Test func randomDamageIsFoundOrOfNoConsequence() throws {
        let sound = try made()
        let whole = try Data(contentsOf: URL(filePath: Store.Database.file(in: sound)))
        let right = try everything(in: sound)
        var unnoticed = 0
        for seed in 0..<120 {
            var random = Seeded(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1)
            var damaged = whole
            // From a single byte to hundreds.
            for _ in 0..<[1, 2, 5, 20, 100, 400][seed % 6] {
                damaged[Int.random(in: 0..<damaged.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            let directory = temporaryDirectory()
            try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
            try damaged.write(to: URL(filePath: Store.Database.file(in: directory)))
            defer { try? FileManager.default.removeItem(atPath: directory) }
            let faults: [DatabaseFault]
            do { faults = try Store.Database.faults(inDirectory: directory) } catch {
                // Told in the engine's words, or as another program's file: told.
                continue
            }
            guard faults.isEmpty else { continue }
            unnoticed += 1
            #expect(try everything(in: directory) == right, "seed \(seed)")
        }
        // Much of a small file is room for growth.
        #expect(unnoticed < 100)
    }

    private struct Everything: Equatable {
        var book: RecordBook
        var editions: [EditionSummary]
        var body: StoredEdition?
        var journal: [JournalRow]
    }

    private func everything(in directory: String) throws -> Everything {
        let database = try Store.Database.openForReading(directory: directory)
        defer { try? database.close() }
        return try database.read {
            Everything(
                book: try $0.recordBook(), editions: try $0.editions(), body: try $0.latestEdition(),
                journal: try $0.journal(limit: 100))
        }
    }

    private struct Seeded: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    // MARK: What is no database of ours

    private func directory(with bytes: Data, named name: String = "xingzhi.sqlite") throws -> String {
        let directory = temporaryDirectory()
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        try bytes.write(to: URL(filePath: directory + "/" + name))
        return directory
    }

    private func refusal(_ directory: String) -> DatabaseFault? {
        do {
            try Store.Database.open(directory: directory).close()
            return nil
        } catch let damage as DatabaseDamaged { return damage.faults.first } catch { return .structure("\(error)") }
    }

    @Test func anEmptyFileIsNotTakenForAFreshStart() throws {
        let directory = try directory(with: Data())
        #expect(refusal(directory) == .emptyFile)
        #expect(DatabaseFile.size(of: Store.Database.file(in: directory)) == 0, "it is left as it is")
        #expect(throws: DatabaseDamaged.self) { try Store.Database.openForReading(directory: directory) }
    }

    @Test func whatIsNoDatabaseIsSaidToBeNone() throws {
        #expect(refusal(try directory(with: Data("hello".utf8))) == .notADatabase)
        #expect(refusal(try directory(with: Data(repeating: 7, count: 10_000))) == .notADatabase)
        let odd = temporaryDirectory()
        try FileManager.default.createDirectory(
            atPath: Store.Database.file(in: odd), withIntermediateDirectories: true)
        #expect(refusal(odd) == .notADatabase)
    }

    @Test func aFileCutShortIsNamedWithItsSize() throws {
        let whole = try Data(contentsOf: URL(filePath: Store.Database.file(in: made())))
        #expect(
            refusal(try directory(with: whole.dropLast(4096)))
                == .cutShort(bytes: whole.count - 4096, expected: whole.count))
    }

    @Test func anotherProgramsDatabaseIsLeftAlone() throws {
        let directory = try directory(with: Data(), named: "other")
        let path = Store.Database.file(in: directory)
        let queue = try DatabaseQueue(path: path)
        try queue.inDatabase { try $0.execute(sql: "create table moz_places (id integer)") }
        try queue.close()
        let before = try Data(contentsOf: URL(filePath: path))
        #expect(refusal(directory) == .foreign(tables: ["moz_places"]))
        #expect(try Data(contentsOf: URL(filePath: path)) == before)
        try FileManager.default.removeItem(atPath: path)
        let bare = try DatabaseQueue(path: path)
        try bare.inDatabase { try $0.execute(sql: "PRAGMA user_version = 3") }
        try bare.close()
        #expect(refusal(directory) == .foreign(tables: []))
    }

    @Test func aDatabaseThatIsGoneIsMissed() throws {
        #expect(
            refusal(try directory(with: Data("log".utf8), named: "xingzhi.sqlite-wal"))
                == .fileMissing(beside: ["xingzhi.sqlite-wal"]))
        #expect(
            refusal(try directory(with: Data("image".utf8), named: "columns.image"))
                == .fileMissing(beside: ["columns.image"]))
        #expect(refusal(try directory(with: Data("note".utf8), named: "readme.txt")) == nil)
    }

    @Test func aTriggerThatWasDroppedKeepsTheDatabaseFromOpening() throws {
        let directory = try made()
        let queue = try DatabaseQueue(path: Store.Database.file(in: directory))
        try queue.inDatabase {
            try $0.execute(sql: "drop trigger activities_no_update; create table notes (x integer)")
        }
        try queue.close()
        #expect(refusal(directory) == .schema(SchemaFault(object: "activities_no_update", why: .missing)))
    }

    /// An index that a keeper of the machine added is told by the check, and is no reason not to open.
    @Test func whatWasAddedToTheSchemaIsTold() throws {
        let directory = try made()
        let queue = try DatabaseQueue(path: Store.Database.file(in: directory))
        try queue.inDatabase { try $0.execute(sql: "create index mine on persons (birth_month)") }
        try queue.close()
        #expect(refusal(directory) == nil)
        #expect(
            try Store.Database.faults(inDirectory: directory)
                == [.schema(SchemaFault(object: "mine", why: .unknown))])
    }

    @Test func everyFaultHasItsWords() {
        let faults =
            Self.tamperings.map(\.found) + [
                .emptyFile, .fileMissing(beside: ["a"]), .notADatabase, .foreign(tables: []), .foreign(tables: ["a"]),
                .cutShort(bytes: 1, expected: 2), .unreadable("x"), .structure("x"), .headUnknown("x"),
                .journal(JournalFault(seq: 2, why: .moved(from: 3))), .journal(JournalFault(seq: 2, why: .unchained)),
                .journal(JournalFault(seq: 2, why: .gap(from: 1))), .journal(JournalFault(seq: 2, why: .beyondHead)),
                .journal(JournalFault(seq: 2, why: .notTheHead)), .facts(.untold(seq: 2)),
            ]
        for language in Language.allCases {
            let sentences = faults.map { $0.sentence(in: language) }
            #expect(Set(sentences).count == Set(faults).count)
            #expect(sentences.allSatisfy { language == .zh ? $0.hasSuffix("。") : $0.hasSuffix(".") })
        }
        let message = DatabaseDamaged(path: "d/xingzhi.sqlite", faults: faults).message(in: .zh)
        #expect(message.contains("xingzhi restore") && message.contains("另有"))
    }
}
