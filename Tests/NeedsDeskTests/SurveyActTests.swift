import Pages
import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import NeedsDesk

@Suite("Needs surveys: from draft to closing") struct SurveyActTests {
    private static let today = NeedsTown.today

    @Test("a survey is drafted, written, opened, answered and closed", arguments: TestEngine.allCases)
    func life(engine: TestEngine) throws {
        let town = try NeedsTown(engine)
        let survey = try town.openSurvey()
        let asked = try town.database.read { try $0.all(SurveyAsked.self, for: .office) }
        #expect(asked.count == 16, "everybody in service is asked, each once")
        #expect(
            try town.database.read { try $0.count(SurveyAsked.self, for: .neighbour) } == 3, "a clerk sees their own")
        try town.answer(survey, "P1")
        #expect(try town.database.read { try $0.asked(of: survey.code, "P1")?.answered } == Self.today)
        try town.database.perform(CloseSurvey(record: survey.code), by: .office, on: day("2026-10-21"))
        #expect(try town.answers(survey).count == 1)
        let late = refused { try town.answer(survey, "P2", on: day("2026-10-21")) }
        #expect(late.map { $0.words.zh } == ["这次调研已截止（2026-10-20）"])
        #expect(try town.database.faults() == [], "what is kept is what the journal tells")
    }

    @Test("only those of the categories or units asked are on its list", arguments: TestEngine.allCases)
    func audience(engine: TestEngine) throws {
        let town = try NeedsTown(engine)
        let survey = try town.openSurvey {
            $0.asked = .units
            $0.units = [AskedUnit(unit: "U3")]
        }
        let asked = try town.database.read { try $0.all(SurveyAsked.self, for: .office).map(\.person) }
        #expect(Set(asked) == ["P21", "P22", "P23"])
        #expect(refused { try town.answer(survey, "P1") }.map { $0.words.zh } == ["这次调研没有列入您"])
        let nobody = refused {
            try town.openSurvey {
                $0.asked = .categories
                $0.categories = [.villageSecretary]
            }
        }
        #expect(nobody.first as? SurveyProblem == .nobodyAsked)
    }

    @Test("once open, questions and people stay; a draft without questions is not opened")
    func fixed() throws {
        let town = try NeedsTown(.sqlite)
        let draft = try town.database.perform(DraftSurvey(scheme: .sample), by: .office, on: Self.today)
        let bare = refused { try town.database.perform(OpenSurvey(record: draft.code), by: .office, on: Self.today) }
        #expect(bare.first as? SurveyProblem == .noQuestions)
        let survey = try town.openSurvey()
        let late = refused {
            try town.database.perform(
                WriteQuestions(record: survey.code, questions: SurveyQuestion.usual), by: .office, on: Self.today)
        }
        #expect(late.first as? SurveyProblem == .isFixed(.open))
        var scheme = survey.scheme
        scheme.title = "另一个标题"
        let changed = refused {
            try town.database.perform(ChangeSurvey(record: survey.code, scheme: scheme), by: .office, on: Self.today)
        }
        #expect(changed.first as? SurveyProblem == .isFixed(.open))
        #expect(throws: NotAllowed.self) {
            try town.database.perform(DraftSurvey(scheme: .sample), by: .clerk, on: Self.today)
        }
    }

    @Test("what is no question is told by its row; the usual form is one whole")
    func questions() {
        #expect(SurveyQuestion.usual.problems.isEmpty && SurveyQuestion.usual.count <= [SurveyQuestion].most)
        let wrong = [
            SurveyQuestion(title: "甲", options: ["一个"]), SurveyQuestion(title: "甲", kind: .text, options: ["多余"]),
            SurveyQuestion(title: "乙", kind: .several, options: ["一", "一"], most: 3),
            SurveyQuestion(title: "丙", kind: .text, purpose: .topics),
        ]
        #expect(
            Set(wrong.problems.map(\.field)) == [
                "questions.0.options", "questions.1.title", "questions.1.options", "questions.2.options",
                "questions.2.most", "questions.3.purpose",
            ])
    }

    @Test("a question goes where its number says, without a mouse")
    func order() {
        var written = SurveyQuestions(SurveyQuestion.three)
        #expect(written.rows.map(\.place) == [10, 20, 30])
        written.rows[2].place = 15
        written.rows.append(QuestionRow(question: SurveyQuestion(title: "最后")))
        #expect(written.questions.map(\.title) == ["近三年参加过几次培训", "建议", "最需要的主题", "最后"])
    }

    private static let misfits: [([AnswerValue], String)] = [
        ([AnswerValue(question: 2, choice: 1)], "q1"),
        ([AnswerValue(question: 1, choice: 4), AnswerValue(question: 2, choice: 1)], "q1"),
        (
            [
                AnswerValue(question: 1, choice: 1), AnswerValue(question: 1, choice: 2),
                AnswerValue(question: 2, choice: 1),
            ], "q1"
        ),
        ([AnswerValue(question: 1, choice: 1)] + (1...3).map { AnswerValue(question: 2, choice: $0) }, "q2"),
        (.usual + [AnswerValue(question: 3, said: String(repeating: "长", count: 501))], "q3"),
        (.usual + [AnswerValue(question: 9, choice: 1)], ""),
    ]

    @Test("an answer that does not fit is refused at its question", arguments: misfits)
    func misfit(values: [AnswerValue], field: String) throws {
        let town = try NeedsTown(.sqlite)
        let survey = try town.openSurvey()
        #expect(refused { try town.answer(survey, "P1", values) }.map { $0.field } == [field])
        #expect(try town.answers(survey).isEmpty)
        #expect(try town.database.read { try $0.asked(of: survey.code, "P1")?.answered } == nil)
    }

    @Test("more time is given, and never less")
    func extend() throws {
        let town = try NeedsTown(.sqlite)
        let survey = try town.openSurvey()
        let longer = try town.database.perform(
            ExtendSurvey(record: survey.code, to: day("2026-10-27")), by: .office, on: day("2026-10-22"))
        #expect(longer.scheme.to == day("2026-10-27"))
        let less = refused {
            try town.database.perform(
                ExtendSurvey(record: survey.code, to: day("2026-10-25")), by: .office, on: day("2026-10-22"))
        }
        #expect(less.first as? SurveyProblem == .notEarlier(day("2026-10-25")))
    }
}
