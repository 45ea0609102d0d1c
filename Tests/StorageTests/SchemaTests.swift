import Foundation
import House
import Records
import TestEngines
import Testing
import Vocabulary

@testable import Storage
@testable import Store

@Suite struct SchemaTests {
    /// The committed picture of the schema. With RESET_CASES set it is written anew, and `git diff` is the review.
    @Test func anEmptyDatabaseMigratesToTheCommittedSchema() throws {
        let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "docs/schema.sqlite.sql")
        let database = try TestEngine.sqlite.open()
        let dump = try database.schema()
        if ProcessInfo.processInfo.environment["RESET_CASES"] != nil {
            try dump.write(to: path, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: path, encoding: .utf8) == dump)
    }

    @Test(arguments: TestEngine.allCases)
    func migratingAgainChangesNothing(_ engine: TestEngine) throws {
        let database = try engine.openSmall()
        let before = try database.schema()
        try Schema.xingzhi.apply(to: database.engine)
        #expect(try database.schema() == before)
        #expect(try database.read { try $0.recordBook() } == .small)
    }

    @Test func migrationsAreNumberedInOrder() {
        #expect(Schema.xingzhi.migrations.map(\.number) == Array(1...Schema.xingzhi.migrations.count))
    }

    /// A step that was shipped is never altered: each stands in the committed lock with the hash of all that it does. With
    /// RESET_CASES set new steps are added to it, and no other line is touched.
    @Test func shippedMigrationsStandAsTheyWere() throws {
        let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "docs/migrations.lock")
        var locked = try String(contentsOf: path, encoding: .utf8).split(separator: "\n").map(String.init)
        let lines = Schema.xingzhi.migrations.map { step in
            let text = [step.name] + step.statements + ["final: \(step.final)", "trees: \(step.trees)"]
            return "\(step.number) \(step.name) \(SHA256.hex(Array(text.joined(separator: "\n").utf8)))"
        }
        if ProcessInfo.processInfo.environment["RESET_CASES"] != nil {
            locked += lines.dropFirst(locked.count)
            try (locked.joined(separator: "\n") + "\n").write(to: path, atomically: true, encoding: .utf8)
        }
        #expect(locked == lines)
    }

    /// Words that some engine does not have, or understands otherwise (docs/storage.md, "Portable SQL").
    @Test(arguments: [
        "autoincrement", "serial", "identity", "without rowid", "strict", "on conflict", "or replace", "boolean",
        "timestamp", "varchar", "json", "\"", "`",
    ])
    func migrationsKeepToThePortableSubset(_ word: String) {
        for migration in Schema.xingzhi.migrations {
            for statement in migration.statements { #expect(!statement.lowercased().contains(word), "\(statement)") }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func aLaterSchemaIsRefused(_ engine: TestEngine) throws {
        let database = try engine.open()
        try database.engine.write {
            try $0.execute("insert into schema_migrations (number, name) values (99, 'later')", [])
        }
        #expect(throws: SchemaTooNew(found: 99, known: Schema.xingzhi.migrations.count)) {
            try Schema.xingzhi.apply(to: database.engine)
        }
    }

    struct Bad: CustomTestStringConvertible, Sendable {
        var why: String
        var kind: SQLFailure.Kind
        var sql: String
        var testDescription: String { why }
    }

    static let bad: [Bad] = [
        Bad(
            why: "a unit without a name", kind: .notNull,
            sql: "insert into units (code, name, kind, from_day, recorded_day) values ('u', null, 'city', 1, 1)"),
        Bad(
            why: "a unit of an unknown kind", kind: .check,
            sql: "insert into units (code, name, kind, from_day, recorded_day) values ('u', 'n', 'guild', 1, 1)"),
        Bad(
            why: "a unit beneath none", kind: .foreignKey,
            sql:
                "insert into units (code, name, kind, parent, from_day, recorded_day) values ('u', 'n', 'city', 'x', 1, 1)"
        ),
        Bad(
            why: "a second unit with the same code", kind: .unique,
            sql: "insert into units (code, name, kind, from_day, recorded_day) values ('Z00', 'n', 'city', 1, 1)"),
        Bad(
            why: "a new unit beneath itself", kind: .ring,
            sql:
                "insert into units (code, name, kind, parent, from_day, recorded_day) values ('u', 'n', 'city', 'u', 1, 1)"
        ),
        Bad(
            why: "two new units beneath one another", kind: .ring,
            sql: """
                insert into units (code, name, kind, parent, from_day, recorded_day)
                values ('u', 'n', 'city', 'v', 1, 1), ('v', 'n', 'city', 'u', 1, 1)
                """),
        Bad(
            why: "three new units in a ring", kind: .ring,
            sql: """
                insert into units (code, name, kind, parent, from_day, recorded_day)
                values ('u', 'n', 'city', 'v', 1, 1), ('v', 'n', 'city', 'w', 1, 1), ('w', 'n', 'city', 'u', 1, 1)
                """),
        Bad(why: "a unit moved beneath itself", kind: .ring, sql: "update units set parent = 'D01' where code = 'D01'"),
        Bad(
            why: "a unit moved beneath one of its own", kind: .ring,
            sql: "update units set parent = 'D01' where code = 'Z00'"),
        Bad(
            why: "all units moved beneath one", kind: .ring, sql: "update units set parent = 'D01'"),
        Bad(
            why: "a unit that takes the code of the one above it", kind: .ring,
            sql: "update units set code = 'Z00' where code = 'D01'"),
        Bad(
            why: "an appointment that ends before it begins", kind: .check,
            sql: """
                insert into appointments (code, person, unit, from_day, until_day, recorded_day)
                values ('j', 'P1', 'D01', 10, 9, 10)
                """),
        Bad(
            why: "an activity that ends before it begins", kind: .check,
            sql: """
                insert into activities (code, kind, title, organiser, from_day, to_day, half_hours, recorded_day)
                values ('a', 'exam', 't', 'D01', 10, 9, 1, 10)
                """),
        Bad(
            why: "an activity of negative hours", kind: .check,
            sql: """
                insert into activities (code, kind, title, organiser, from_day, to_day, half_hours, recorded_day)
                values ('a', 'exam', 't', 'D01', 10, 10, -1, 10)
                """),
        Bad(
            why: "a participation in nothing", kind: .foreignKey,
            sql: """
                insert into participations (code, activity, person, part, half_hours, completed, recorded_day)
                values ('r', 'x', 'P1', 'attendee', 1, 1, 1)
                """),
        Bad(
            why: "a participation half completed", kind: .check,
            sql: """
                insert into participations (code, activity, person, part, half_hours, completed, recorded_day)
                values ('r', 'A2026-000041', 'P1', 'attendee', 1, 2, 1)
                """),
        Bad(
            why: "a voiding of nothing", kind: .check,
            sql: "insert into voidings (code, reason, made_by, recorded_day) values ('v', 'r', 'b', 1)"),
        Bad(
            why: "a voiding of two records", kind: .check,
            sql: """
                insert into voidings (code, activity, participation, reason, made_by, recorded_day)
                values ('v', 'A2026-000041', 'R2026-000100', 'r', 'b', 1)
                """),
        Bad(
            why: "a voiding without a reason", kind: .notNull,
            sql: """
                insert into voidings (code, activity, reason, made_by, recorded_day)
                values ('v', 'A2026-000041', null, 'b', 1)
                """),
        Bad(
            why: "a correction by a record of another kind", kind: .check,
            sql: """
                insert into corrections (code, activity, participation_replacement, reason, made_by, recorded_day)
                values ('k', 'A2026-000041', 'R2026-000100', 'r', 'b', 1)
                """),
        Bad(
            why: "a correction by itself", kind: .check,
            sql: """
                insert into corrections (code, activity, activity_replacement, reason, made_by, recorded_day)
                values ('k', 'A2026-000041', 'A2026-000041', 'r', 'b', 1)
                """),
        Bad(
            why: "an edition without a body", kind: .notNull,
            sql: """
                insert into editions (number, title, in_force_day, published_day, text_hash)
                values (1, 't', 1, 1, '0123456789012345678901234567890123456789012345678901234567890123')
                """),
        Bad(
            why: "an altered activity", kind: .final,
            sql: "update activities set title = 'other' where code = 'A2026-000041'"),
        Bad(why: "a deleted activity", kind: .final, sql: "delete from activities where code = 'A2026-000041'"),
        Bad(
            why: "an altered participation", kind: .final,
            sql: "update participations set half_hours = 99 where code = 'R2026-000100'"),
        Bad(why: "a shortened journal", kind: .final, sql: "delete from journal where seq = 1"),
        Bad(why: "an altered journal", kind: .final, sql: "update journal set made_by = 'nobody' where seq = 1"),
    ]

    @Test(arguments: bad, TestEngine.allCases)
    func theSchemaRefuses(_ bad: Bad, on engine: TestEngine) throws {
        let database = try engine.openSmall()
        let failure = #expect(throws: SQLFailure.self) {
            try database.engine.write { _ = try $0.execute(bad.sql, []) }
        }
        #expect(failure?.kind == bad.kind, "\(failure.map(String.init(describing:)) ?? "")")
        #expect(try database.read { try $0.recordBook() } == .small)
    }

    @Test(arguments: TestEngine.allCases)
    func aRecordIsVoidedOnce(_ engine: TestEngine) throws {
        let database = try engine.openSmall()
        func void(_ code: String) throws {
            let voiding = Voiding(
                code: code, record: .init(.activity, "A2026-000041"), reason: "误录", by: "甲", recorded: day("2026-09-30")
            )
            try database.write(by: "甲") { try $0.add(voiding) }
        }
        try void("V2026-000001")
        let failure = #expect(throws: SQLFailure.self) { try void("V2026-000002") }
        #expect(failure?.kind == .unique)
    }
}

extension Database {
    /// The schema as text, one statement after the other.
    fileprivate func schema() throws -> String {
        try read { transaction in
            try transaction.connection.rows(engine.dialect.schemaQuery) { try $0.text("definition") + ";\n" }
        }.joined()
    }
}
