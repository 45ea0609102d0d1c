import House
import Records
import TestEngines
import Testing
import Vocabulary

@testable import Storage
@testable import Store

/// Whoever is looked for is found, however it was typed, on every engine.
@Suite struct FoldedSearchTests {
    private func town(_ engine: TestEngine) throws -> Database {
        let database = try engine.open()
        let start = try #require(Day(iso: "2024-01-01"))
        var book = RecordBook()
        book.units = [
            OrgUnit(code: "U1", name: "县", kind: .city, parent: nil, span: DaySpan(from: start), recorded: start)
        ]
        let names = [("P00718", "张三"), ("P00719", "古丽·某某"), ("P00720", "Anna Ｌee"), ("P00721", "张三丰")]
        book.persons = names.map { Person(code: $0, name: $1, sex: .female, birthMonth: "1980-01", recorded: start) }
        book.appointments = names.map {
            Appointment(
                code: "A\($0.0)", person: $0.0, unit: "U1", post: "", rank: "",
                dated: Dated(from: start, recorded: start))
        }
        book.activities = [("A1", "“党课”（一）第3期"), ("A2", "集中学习")].map {
            Activity(
                code: $0, kind: .partyLecture, title: $1, organiser: "U1", from: start, to: start, hours: 1,
                recorded: start)
        }
        try database.write(by: "test") { try $0.insert(book) }
        return database
    }

    @Test(arguments: TestEngine.allCases)
    func peopleAreFoundByPartAndByBeginning(_ engine: TestEngine) throws {
        let database = try town(engine)
        let day = try #require(Day(iso: "2025-01-01"))
        let cases: [(typed: String, part: [String], beginning: [String])] = [
            ("p00718", ["P00718"], ["P00718"]), ("Ｐ００７１８", ["P00718"], ["P00718"]),
            (" 张 ", ["P00718", "P00721"], ["P00718", "P00721"]), ("张　三", ["P00718", "P00721"], ["P00718", "P00721"]),
            ("古丽•某某", ["P00719"], ["P00719"]), ("古丽．某某", ["P00719"], ["P00719"]), ("丽某", ["P00719"], []),
            ("ANNA", ["P00720"], ["P00720"]), ("annalee", ["P00720"], ["P00720"]), ("三丰", ["P00721"], []),
            ("·", [], []),
            ("\u{0}", [], []), ("'", [], []), ("%", [], []), ("nobody", [], []),
        ]
        for (typed, part, beginning) in cases {
            for (match, expected) in [(StaffQuestion.NameMatch.contains(typed), part), (.begins(typed), beginning)] {
                var question = StaffQuestion(on: day)
                question.name = match
                let found = try database.read { try $0.staff(question, offset: 0, limit: 10) }
                #expect(found.map(\.person.code) == expected, "\(match)")
                #expect(try database.read { try $0.staffCount(question, upTo: 10) } == expected.count, "\(match)")
            }
        }
        for typed in ["张 三", "张三", "古丽某某", "古丽‧某某", "ANNA lee"] {
            #expect(try database.read { try $0.persons(named: typed, limit: 5) }.count == 1, "\(typed)")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func activitiesAreFoundByPartOfTheirTitle(_ engine: TestEngine) throws {
        let database = try town(engine)
        for (typed, expected) in [
            ("(一)", ["A1"]), ("第３期", ["A1"]), ("「党课」", ["A1"]), ("学 习", ["A2"]), ("a2", ["A2"]), ("（二）", []),
        ] {
            var question = ActivityQuestion(begunBy: try #require(Day(iso: "2025-01-01")))
            question.title = typed
            let found = try database.read { try $0.activities(question, offset: 0, limit: 10) }
            #expect(found.map(\.code) == expected, "\(typed)")
        }
    }

    /// Names that stood before the tables of folded ones are found too.
    @Test(arguments: TestEngine.allCases)
    func whatStoodBeforeIsFoldedByTheMigration(_ engine: TestEngine) throws {
        let database = try town(engine)
        try database.engine.write { connection in
            try connection.execute("drop table folded_names")
            try connection.execute("drop table folded_titles")
            try connection.execute("delete from schema_migrations where name = 'foldedNames'")
        }
        let last = Migration.foldedNames
        try database.engine.write { connection in
            for statement in last.statements { try connection.execute(statement) }
            try last.fill?(connection)
        }
        #expect(try database.read { try $0.persons(named: "古丽某某", limit: 5) }.map(\.code) == ["P00719"])
        #expect(
            try database.read {
                try $0.connection.rows("select activity from folded_titles") { try $0.text("activity") }
            } == ["A1"])
    }
}
