import Pages
import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import NeedsDesk

@Suite("Anonymous surveys: who has answered, and never what") struct AnonymityTests {
    private static let today = NeedsTown.today

    /// Every text and number of a table, row by row.
    private func rows(_ town: NeedsTown, _ table: String, _ columns: [String]) throws -> [[String]] {
        try town.database.read { reading in
            try reading.connection.rows("select \(columns.joined(separator: ", ")) from \(table)") { row in
                try columns.map { column in
                    switch try row.value(column) {
                    case .text(let text): text
                    case .integer(let number): String(number)
                    case .null: ""
                    }
                }
            }
        }
    }

    @Test(
        "no column of an answer is found beside a person, in the tables or in the journal",
        arguments: TestEngine.allCases)
    func join(engine: TestEngine) throws {
        let town = try NeedsTown(engine)
        let survey = try town.openSurvey()
        let said = "希望多安排现场教学"
        for number in 1...12 {
            try town.answer(survey, "P\(number)", .usual + [AnswerValue(question: 3, said: "\(said)\(number)")])
        }
        try town.database.perform(CloseSurvey(record: survey.code), by: .office, on: Self.today)
        let answers = try rows(town, "survey_answers", SurveyAnswer.table.columns)
        #expect(answers.count == 12)
        let asked = try rows(town, "survey_asked", SurveyAsked.table.columns)
        let ofPeople = Set(asked.flatMap { [$0[0], $0[2]] })
        for answer in answers {
            #expect(ofPeople.isDisjoint(with: answer), "\(answer)")
            #expect(answer[2].isEmpty, "no person")
        }
        // Nothing tells the day or the moment of an answer: beside its key and its survey stand only its group and its way.
        #expect(
            SurveyAnswer.table.columns == [
                "code", "survey", "person", "unit", "unit_kind", "category", "way", "is_named",
            ])
        let journal = try rows(town, "journal", ["made_by", "act", "object_code", "state_before", "state_after"])
        let keys = Set(answers.map { $0[0] })
        for line in journal {
            #expect(!line.contains { $0.contains(said) }, "what was said stands in no line of the journal")
            #expect(!line.contains { text in keys.contains { text.contains($0) } })
        }
        #expect(journal.count { $0[1] == "answerSurvey" } == 12, "that each answered is told")
        // The keys' order is nobody's.
        #expect(answers.map { $0[0] }.sorted() == answers.map { $0[0] } || engine != .sqlite)
    }

    @Test("the database itself refuses a name beside an anonymous answer", arguments: TestEngine.allCases)
    func constraint(engine: TestEngine) throws {
        let town = try NeedsTown(engine)
        let survey = try town.openSurvey()
        #expect(throws: (any Error).self) {
            try town.database.write(by: "test") {
                try $0.connection.execute(
                    "insert into survey_answers (code, survey, person, way, is_named) values ('x', $1, 'P1', 'account', 0)",
                    [survey.code.stored])
            }
        }
    }

    @Test(
        "somebody answers once; the code that only they were told opens the answer again",
        arguments: TestEngine.allCases)
    func once(engine: TestEngine) throws {
        let town = try NeedsTown(engine)
        let survey = try town.openSurvey()
        let receipt = try #require(try town.answer(survey, "P1").receipt)
        #expect(refused { try town.answer(survey, "P1") }.first as? AnswerProblem == .answeredAlready)
        let other = [AnswerValue(question: 1, choice: 3), AnswerValue(question: 2, choice: 3)]
        #expect(
            refused { try town.answer(survey, "P1", other, receipt: "AAAA-BBBB-CCCC") }.first as? AnswerProblem
                == .noSuchCode)
        try town.answer(survey, "P1", other, receipt: receipt.lowercased().replacing("-", with: " "))
        let answers = try town.answers(survey)
        #expect(answers.count == 1 && answers[0].values == other)
        #expect(!answers[0].code.contains(receipt), "the code itself is kept nowhere")
    }

    @Test("by name an answer is changed in its place", arguments: TestEngine.allCases)
    func named(engine: TestEngine) throws {
        let town = try NeedsTown(engine)
        let survey = try town.openSurvey(.named)
        #expect(try town.answer(survey, "P1").receipt == nil)
        let other = [AnswerValue(question: 1, choice: 3), AnswerValue(question: 2, choice: 3)]
        try town.answer(survey, "P1", other)
        let answers = try town.answers(survey)
        #expect(answers.map(\.person) == ["P1"] && answers[0].values == other)
    }

    @Test("an answer tells of its giver only what five of those asked share")
    func groups() {
        let office = AnswerGroup(unit: "U2", kind: "department", category: "civilServant")
        let town = AnswerGroup(unit: "U3", kind: "township", category: "civilServant")
        let told = AnswerGroup.told(of: [AnswerGroup](repeating: office, count: 6) + [town, town, town], fewest: 5)
        #expect(told.suffix(3).allSatisfy { $0 == AnswerGroup() })
        // Three without a group would be known by that: the six join them.
        #expect(told.prefix(6).allSatisfy { $0 == AnswerGroup() })
        let many = AnswerGroup.told(
            of: [AnswerGroup](repeating: office, count: 6) + [AnswerGroup](repeating: town, count: 5), fewest: 5)
        #expect(many == [AnswerGroup](repeating: office, count: 6) + [AnswerGroup](repeating: town, count: 5))
        let mixed = (0..<6).map { AnswerGroup(unit: "U2", kind: "department", category: "C\($0)") }
        #expect(
            AnswerGroup.told(of: mixed, fewest: 5)
                == [AnswerGroup](repeating: AnswerGroup(unit: "U2", kind: "department"), count: 6))
    }

    @Test("whatever the groups, each that is told has five at least, and so have those without one")
    func groupsAtRandom() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<300 {
            let groups = (0..<Int.random(in: 0...60, using: &random)).map { _ in
                AnswerGroup(
                    unit: "U\(Int.random(in: 0...6, using: &random))",
                    kind: "K\(Int.random(in: 0...2, using: &random))",
                    category: "C\(Int.random(in: 0...3, using: &random))")
            }
            let told = AnswerGroup.told(of: groups, fewest: 5)
            for (group, members) in Dictionary(grouping: told, by: \.self) where groups.count >= 5 {
                #expect(members.count >= 5, "\(group)")
            }
            for (told, group) in zip(told, groups) {
                #expect(told.unit.isEmpty || told.unit == group.unit)
                #expect(told.kind.isEmpty || told.kind == group.kind)
                #expect(told.category.isEmpty || told.category == group.category)
            }
        }
    }

    @Test("a unit of three is told by nothing once the survey is closed", arguments: TestEngine.allCases)
    func smallUnit(engine: TestEngine) throws {
        let town = try NeedsTown(engine)
        let survey = try town.openSurvey()
        for person in (1...12).map({ "P\($0)" }) + ["P21", "P22", "P23", "P31"] { try town.answer(survey, person) }
        try town.database.perform(CloseSurvey(record: survey.code), by: .office, on: Self.today)
        let groups = Dictionary(grouping: try town.answers(survey), by: \.group).mapValues(\.count)
        #expect(groups.values.allSatisfy { $0 >= 5 }, "\(groups)")
        #expect(!groups.keys.contains { $0.unit == "U3" })
    }
}
