import House
import Records
import TestEngines
import Testing
import Vocabulary

@testable import Storage
@testable import Store

/// Changes of units and people answer to the journal, one by one and by the hundred.
@Suite struct PeopleChangeTests {
    private func edits(_ count: Int, beginningWith first: Int = 0) -> PeopleEdits {
        var edits = PeopleEdits()
        edits.persons = (first..<first + count).map {
            .init(
                Person(code: "Q\($0)", name: "甲\($0)", sex: .male, birthMonth: "1980-01", recorded: day("2026-01-01")))
        }
        return edits
    }

    private func imported(_ engine: TestEngine) throws -> Database {
        let database = try engine.openSmall()
        let file = ImportedFile(kind: "persons", file: "名册.xlsx", hash: "0", rows: 500, new: 500, changed: 0)
        try database.write(by: "甲") {
            try $0.write(
                edits(500), act: "importFile", kind: importedFileKind, code: "I2026-000001", on: day("2026-01-01"),
                file: file)
        }
        return database
    }

    @Test(arguments: TestEngine.allCases)
    func aFileIsOneRowOfTheJournalAndOneOfEachRecord(_ engine: TestEngine) throws {
        let database = try imported(engine)
        #expect(try database.faults().isEmpty)
        let (journal, past, changes) = try database.read {
            (try $0.revision(), try $0.past(of: .person, code: "Q7"), try $0.factChanges(since: 0, limit: 10))
        }
        #expect(journal == 2 && changes.map(\.what) == [.everything, .everything])
        #expect(past.map(\.objectCode) == ["I2026-000001"] && past.first?.by == "甲")
    }

    @Test(arguments: TestEngine.allCases)
    func whatWasAlteredBesideTheJournalIsFound(_ engine: TestEngine) throws {
        let database = try imported(engine)
        try database.write(by: "乙") { try $0.connection.execute("update persons set name = 'x' where code = 'Q7'") }
        #expect(try !database.faults().isEmpty)
    }

    @Test(arguments: TestEngine.allCases)
    func aRecordThatNobodyIsToldToHaveTouchedIsFound(_ engine: TestEngine) throws {
        let database = try imported(engine)
        try database.write(by: "乙") {
            try $0.connection.execute(
                "insert into record_changes (seq, kind, code, recorded_day) values (1, 'person', 'Q1', 1)")
        }
        #expect(try database.faults() == [.facts(.values(table: "record_changes"))])
    }

    @Test(arguments: TestEngine.allCases)
    func aChangeKeepsWhatStoodBefore(_ engine: TestEngine) throws {
        let database = try imported(engine)
        let before = try database.read { try $0.person(code: "Q7") }
        var after = try #require(before)
        after.name = "乙"
        var edits = PeopleEdits()
        edits.persons = [.init(after, before: before)]
        try database.write(by: "乙") {
            try $0.write(edits, act: "changePerson", kind: "person", code: "Q7", on: day("2026-03-01"))
        }
        #expect(try database.read { try $0.formerStates(of: .person) }["Q7"]?.first?["name"] == "甲7")
        #expect(try database.faults().isEmpty)
    }

    @Test(arguments: TestEngine.allCases)
    func aChangeWithAnotherDayThanItsJournalRowTellsIsFound(_ engine: TestEngine) throws {
        let database = try imported(engine)
        try database.write(by: "乙") { transaction in
            switch engine {
            case .sqlite: try transaction.connection.execute("drop trigger record_changes_no_update")
            case .postgres: try transaction.connection.execute("drop trigger record_changes_final on record_changes")
            }
            try transaction.connection.execute("update record_changes set recorded_day = 1 where code = 'Q7'")
            let finality = transaction.connection.dialect.finality(of: "record_changes")
            for statement in finality where statement.contains("_no_update") || statement.contains("_final") {
                try transaction.connection.execute(statement)
            }
        }
        #expect(try database.faults() == [.facts(.values(table: "record_changes"))])
    }

    /// Before the step that gave changes their days.
    @Test(arguments: TestEngine.allCases)
    func changesOfAnEarlierProgramHaveTheDayOfTheirJournalRow(_ engine: TestEngine) throws {
        let database = try imported(engine)
        let rows = try database.read { try $0.past(of: .person, code: "Q7") }
        let made = try Day.made(at: #require(rows.first).at)
        try database.engine.write { connection in
            try connection.execute("create table kept as select seq, kind, code, state_before from record_changes", [])
            try connection.execute("drop table record_changes", [])
            for statement in Migration.recordChanges.statements { try connection.execute(statement, []) }
            for statement in connection.dialect.finality(of: "record_changes") {
                try connection.execute(statement, [])
            }
            try connection.execute("insert into record_changes select seq, kind, code, state_before from kept", [])
            try connection.execute("drop table kept", [])
            // That step alone: what later steps made stands.
            for statement in Migration.daysOfChanges.statements { try connection.execute(statement, []) }
            try Migration.daysOfChanges.fill?(connection)
            for statement in connection.dialect.finality(of: "record_changes") {
                try connection.execute(statement, [])
            }
        }
        let days = try database.read {
            try $0.connection.rows("select distinct recorded_day from record_changes") { try $0.day("recorded_day") }
        }
        #expect(days == [made])
        #expect(try database.read { try $0.past(of: .person, code: "Q7") } == rows)
    }
}
