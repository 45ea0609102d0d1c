import Formats
import Pages
import Store
import TestEngines
import Testing
import Vocabulary

@testable import NeedsDesk

@Suite("Answers on paper, from a sheet") struct PaperTests {
    private static let nothingRead = "请选择文件，或粘贴单元格；表中至少要有一行"

    private static let today = NeedsTown.today

    private func read(_ town: NeedsTown, _ survey: Survey, _ cells: String) throws -> (
        answers: [PaperAnswer], problems: [AnswerProblem]
    ) {
        var sheet = PaperSheet()
        sheet.cells = cells
        return try town.database.read { reading in
            try sheet.read(
                for: survey,
                Ask(
                    context: PageContext(
                        language: .zh, asOf: Self.today, today: Self.today, path: "/", query: Query(), town: ""),
                    reader: .office, reading: reading, parts: [:]))
        }
    }

    @Test("options are read by their words, numbers or letters, and wrong rows are told")
    func sheet() throws {
        let town = try NeedsTown(.sqlite)
        let survey = try town.openSurvey()
        let head = "单位类型\t干部类别\t近三年参加过几次培训\t最需要的主题\t建议"
        let good = try read(town, survey, "\(head)\n市直部门\t\t1次\t法治思维；基层治理\t\n\t机关公务员\t3\tA、B\t多办班")
        #expect(good.problems.isEmpty, "\(good.problems)")
        #expect(good.answers.map { $0.values.map(\.choice) } == [[2, 1, 3], [3, 1, 2, nil]])
        #expect(good.answers.map(\.kind) == ["department", ""] && good.answers.last?.category == "civilServant")
        let bad = try read(town, survey, "\(head)\n\t\t四次\t法治思维\t\n\t\t1次\tA、B、C\t\n\t\t\tA\t")
        #expect(bad.problems.count == 3)
        let said = bad.problems.map(\.words.zh)
        #expect(said[0].contains("第2行") && said[0].contains("没有“四次”这一选项"))
        #expect(said[1].contains("第3行") && said[1].contains("最多选2项"))
        #expect(said[2].contains("第4行"))
        #expect(try read(town, survey, "题目\t别的\n1次\t").problems.first?.words.zh.contains("缺少") == true)
        #expect(try read(town, survey, "").problems.map(\.words.zh) == [Self.nothingRead])
    }

    @Test("all rows come in, or none; by name each once", arguments: TestEngine.allCases)
    func enter(engine: TestEngine) throws {
        let town = try NeedsTown(engine)
        let survey = try town.openSurvey(.named)
        let answer = PaperAnswer(person: "P2", values: .usual)
        let tooMany = refused {
            try town.database.perform(
                EnterPapers(record: survey.code, handedOut: 1, spoiled: 1, answers: [answer]), by: .office,
                on: Self.today)
        }
        #expect(tooMany.first as? AnswerProblem == .tooManyPapers(valid: 2, handedOut: 1))
        try town.database.perform(
            EnterPapers(record: survey.code, handedOut: 20, spoiled: 1, answers: [answer]), by: .office, on: Self.today)
        #expect(try town.answers(survey).map(\.way) == [.paper])
        let twice = refused {
            try town.database.perform(
                EnterPapers(record: survey.code, handedOut: 20, spoiled: 0, answers: [answer]), by: .office,
                on: Self.today)
        }
        #expect(twice.first as? AnswerProblem == .answeredAlready)
        #expect(try town.database.read { try $0.count(SurveyPapers.self, for: .office) } == 1)
    }

    @Test("the template is read back, with its example passed over")
    func template() throws {
        let town = try NeedsTown(.sqlite)
        let survey = try town.openSurvey()
        let csv = try town.database.read { reading in
            try survey.paperTemplate.csv(Naming(reading, on: Self.today, in: .zh))
        }
        let text = String(decoding: csv.drop { $0 > 0x7F && $0 != 0xE5 }, as: UTF8.self)
        #expect(text.contains("最需要的主题") && text.contains("建议"))
        let rows = try read(town, survey, text.replacing(",", with: "\t"))
        #expect(rows.problems.map(\.words.zh) == [Self.nothingRead] && rows.answers.isEmpty)
    }
}
