import Exchange
import Formats
import Plans
import Testing
import Vocabulary

@Suite("The compile contract")
struct CompileJSONTests {
    @Test("keys stand in the contract's order; whole numbers have no fraction; absent values are null")
    func shape() {
        let studies = Obligation(
            id: "2.1", task: "2", quote: "每年不少于12次", place: .init(start: 40, end: 48, line: 3, column: 5),
            rule: .init(
                measure: .count, value: 12, unit: .session, window: .years(1), recurs: true, bearer: .team),
            lead: ["宣传部"], responsible: ["各单位"], activity: .collectiveStudy, population: "studyGroups",
            question: .answerable, sentenceZh: "甲", sentenceEn: "a \"b\"")
        let text = ByteOutput.text {
            CompileJSON(
                title: "方案",
                tasks: [
                    PlanTask(
                        number: "2", title: "学习", place: .init(start: 30, end: 60, line: 2, column: 1), lead: ["宣传部"],
                        obligations: [studies])
                ],
                findings: [
                    Finding(.note, "unsure", at: .init(start: 41, end: 42, line: 3, column: 6)),
                    Finding(.warning, "whole"),
                ],
                passedOver: [
                    .init(quote: "5年", place: .init(start: 70, end: 72, line: 4, column: 1), reason: "validity")
                ],
                message: { "看\($0.key)" }
            ).write(to: $0)
        }
        #expect(
            text == """
                {
                  "title": "方案",
                  "tasks": [
                    {"number":"2", "title":"学习", "lead":["宣传部"], "responsible":[], "obligations":[
                      {"id":"2.1", "quote":"每年不少于12次", "start":40, "end":48, "measure":"count", "op":">=", "value":12, "upper":null, "unit":"session", "window":"1 year", "recurs":true, "bearer":"team", "group":null, "lead":["宣传部"], "responsible":["各单位"], "activity":"collectiveStudy", "population":"studyGroups", "sentenceZh":"甲", "sentenceEn":"a \\"b\\"", "executable":false, "question":"由哪个单位负责？"}
                    ]}
                  ],
                  "findings": [
                    {"severity":"note", "line":3, "column":6, "key":"unsure", "message":"看unsure"},
                    {"severity":"warning", "line":null, "column":null, "key":"whole", "message":"看whole"}
                  ],
                  "passedOver": [
                    {"quote":"5年", "start":70, "end":72, "reason":"validity"}
                  ]
                }

                """)
    }

    @Test("a plan without tasks is still an object with empty lists")
    func empty() {
        let text = ByteOutput.text { CompileJSON(title: "", tasks: [], findings: [], message: \.key).write(to: $0) }
        #expect(text == "{\n  \"title\": \"\",\n  \"tasks\": [],\n  \"findings\": [],\n  \"passedOver\": []\n}\n")
    }
}
