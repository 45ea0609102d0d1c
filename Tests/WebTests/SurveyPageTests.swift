import Foundation
import HTTPTypes
import PageTrial
import Pages
import Store
import Testing
import Vocabulary

@testable import Web

/// Needs surveys, click by click: the office, a clerk, and those who answer on a telephone.
@Suite("Pages of needs surveys") struct SurveyPageTests {
    private static let office = Reader(account: "县委组织部", rights: [.see, .report, .plan])
    private static let clerk = Reader(account: "水务局联络员", rights: [.see, .report], unit: "U2")
    private static let neighbour = Reader(account: "柳湾镇联络员", rights: [.see, .report], unit: "U3")
    private static func person(_ code: String) -> Reader { Reader(account: code, person: code, rights: [.own]) }

    private static let scheme = [
        ("title", "2027年培训需求调研"), ("year", "2027"), ("about", "约需5分钟"), ("from", "2026-09-25"), ("to", "2026-10-05"),
        ("asked", "all"), ("naming", "anonymous"), ("returns", "asked"),
    ]

    private static let questions = [
        ("questions.0.place", "20"), ("questions.0.title", "最需要的主题"), ("questions.0.kind", "several"),
        ("questions.0.options", "法治思维\n数字政府\n基层治理"), ("questions.0.most", "2"), ("questions.0.purpose", "topics"),
        ("questions.0.part", "内容"), ("questions.1.place", "10"), ("questions.1.title", "近三年参加过几次培训"),
        ("questions.1.kind", "single"), ("questions.1.options", "没有\n1次\n2次以上"), ("questions.1.most", "0"),
        ("questions.1.purpose", "required"), ("questions.1.part", "现状"), ("questions.2.place", "30"),
        ("questions.2.title", "能力排序"), ("questions.2.kind", "rank"), ("questions.2.options", "调研\n落实\n群众工作"),
        ("questions.2.most", "2"), ("questions.2.purpose", "optional"), ("questions.2.part", "内容"),
        ("questions.3.place", "40"), ("questions.3.title", "建议"), ("questions.3.kind", "text"),
        ("questions.3.options", ""), ("questions.3.most", "0"), ("questions.3.purpose", "optional"),
        ("questions.3.part", ""),
    ]

    private static let answers = [
        ("q1", "2"), ("q2", "1"), ("q2", "3"), ("q3.1", "2"), ("q3.2", "1"), ("q4", "多办现场教学"),
    ]

    private func send(
        _ small: inout SmallSite, as reader: Reader, _ address: String, _ fields: [(String, String)] = []
    ) async throws -> Answer {
        small.reader = { _ in reader }
        return try await small.post(address, fields + [("step", "save")])
    }

    /// A survey that is open; its address.
    private func opened(_ small: inout SmallSite, naming: String = "anonymous") async throws -> String {
        let scheme = Self.scheme.map { $0.0 == "naming" ? ($0.0, naming) : $0 }
        let made = try await send(&small, as: Self.office, "/surveys/new", scheme)
        let address = try #require(made.headers[.location], "\(made.text.prefix(1500))")
        let written = try await send(&small, as: Self.office, "\(address)/questions", Self.questions)
        #expect(written.status == 303, "\(written.text.prefix(1500))")
        #expect(try await send(&small, as: Self.office, "\(address)/open").status == 303)
        return address
    }

    private func said(_ small: SmallSite, _ address: String) async throws -> String {
        var text = ""
        for language in ["zh", "en"] {
            let mark = address.contains("?") ? "&" : "?"
            let page = HTML(parsing: try await small.get("\(address)\(mark)lang=\(language)").text)
            text += "==== \(language)\n"
            text += try #require(page.first("header", class: "top"), "\(address)").text()
            text += try #require(page.first("main"), "\(address)").text()
        }
        return text.replacing(/\d{4}-\d\d-\d\d \d\d:\d\d/, with: "(moment)").replacing(
            /\(once=[a-z0-9]+\)/, with: "(once)")
    }

    @Test("drafted from the usual form, opened, answered without a name, changed by a code, and closed")
    func life() async throws {
        var small = try SmallSite()
        small.reader = { _ in Self.office }
        let usual = try await send(&small, as: Self.office, "/surveys/new", Self.scheme)
        let draft = try #require(usual.headers[.location])
        let form = try await small.get("\(draft)/questions?from=usual")
        #expect(form.text.contains("您最需要的培训主题") && form.text.contains("name=\"questions.13.title\""))
        #expect(try await small.get("\(draft)/open").status == 409, "it has no questions")
        #expect(try await send(&small, as: Self.office, "\(draft)/withdraw", [("reason", "重复")]).status == 303)
        small.reader = { _ in Self.clerk }
        #expect(try await small.get(draft).status == 404, "a draft is the office's own")

        let address = try await opened(&small)
        let mine = "/me" + address
        small.reader = { _ in Self.person("P1") }
        #expect(try await small.get("/desk").links.contains(mine))
        #expect(try await small.get("/me/surveys").links.contains(mine))
        let page = try await small.get(mine)
        for words in ["1. 近三年参加过几次培训", "2. 最需要的主题", "最多选2项", "第1位", "4. 建议（可不填）", "不记名"] {
            #expect(page.text.contains(words), "\(words)")
        }
        #expect(try CommittedText("my-survey").difference(from: try await said(small, mine)) == nil)
        let bare = try await small.post(mine, [("q2", "1"), ("q2", "2"), ("q2", "3"), ("q4", "留着")])
        #expect(bare.status == 422 && bare.text.contains("这一题必答") && bare.text.contains("最多选2项"))
        #expect(bare.text.contains("留着"), "what was typed stays")
        let done = try await small.post(mine, Self.answers)
        let code = try #require(done.text.firstMatch(of: /[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}/).map { String($0.0) })
        #expect(done.status == 200 && done.headers[.cacheControl] == "no-store")
        #expect(
            try small.database.read { try $0.formDraftCount(of: Self.person("P1")) } == 0,
            "no draft lies beside the name")
        #expect(!(try await small.get("/desk").links.contains(mine)))
        let again = try await small.get(mine)
        #expect(again.text.contains("您已填写") && !again.text.contains("多办现场教学"))
        #expect(try await small.post(mine, [("step", "open"), ("code", "AAAA-BBBB-CCCC")]).text.contains("修改码不对"))
        let opened = try await small.post(mine, [("step", "open"), ("code", code)])
        #expect(opened.text.contains("多办现场教学") && opened.text.contains("value=\"\(code)\""))
        #expect(try await small.post(mine, Self.answers + [("code", code)]).status == 303)
        #expect(try await small.post(mine, Self.answers).status == 422, "once for each person")

        small.reader = { _ in Self.clerk }
        #expect(try await small.get("/desk").links.contains { $0.hasPrefix("/surveys/returns/new?survey=") })
        let told = try await small.get(address)
        #expect(told.text.contains("已填") && !told.text.contains("多办现场教学"))
        let code2 = address.split(separator: "/").last ?? ""
        #expect(try await small.get("/surveys/asked.csv?survey=\(code2)").text.contains("甲一"))
        small.reader = { _ in Self.neighbour }
        #expect(!(try await small.get("/surveys/asked.csv?survey=\(code2)").text.contains("甲一")))

        small.reader = { _ in Self.office }
        #expect(try CommittedText("survey").difference(from: try await said(small, address)) == nil)
        #expect(try CommittedText("surveys").difference(from: try await said(small, "/surveys")) == nil)
        #expect(try await small.get("/desk").links.contains("\(address)/extend"))
        #expect(try await small.get("\(address)/results").text.contains("关闭以后才显示结果"))
        #expect(try await send(&small, as: Self.office, "\(address)/close").status == 303)
        let results = try await small.get("\(address)/results")
        #expect(results.text.contains("答卷少于5份") && !results.text.contains("多办现场教学"))
        #expect(!(try await small.get("/surveys/figures.csv?survey=\(code2)").text.contains("法治思维")))
        #expect(try await small.get("/surveys/answers.json?survey=\(code2)").text.filter { !$0.isWhitespace } == "[]")
        small.reader = { _ in Self.person("P2") }
        #expect(try await small.post(mine, Self.answers).status == 422, "closed")
    }

    @Test("by name the results are figures, sheets and a report, for the office alone")
    func results() async throws {
        var small = try SmallSite()
        let address = try await opened(&small, naming: "named")
        let code = String(address.split(separator: "/").last ?? "")
        for (person, topic) in [("P1", "1"), ("P2", "1"), ("P3", "3")] {
            small.reader = { _ in Self.person(person) }
            let sent = try await small.post("/me\(address)", [("q1", "2"), ("q2", topic), ("q4", "")])
            #expect(sent.status == 303)
        }
        #expect(try await small.get("/me\(address)").text.contains("checked"), "by name the answers stand there")
        small.reader = { _ in Self.office }
        #expect(try await send(&small, as: Self.office, "\(address)/close").status == 303)
        let page = try await small.get("\(address)/results?by=unit")
        #expect(page.text.contains("66.7%") && page.text.contains("培训主题排序") && page.text.contains("县水务局"))
        #expect(page.links.contains { $0.hasPrefix("/programme/lines/new?") && $0.contains("programme=2027") })
        #expect(
            try CommittedText("survey-results").difference(from: try await said(small, "\(address)/results")) == nil)
        let figures = try await small.get("/surveys/figures.csv?survey=\(code)&by=unit")
        #expect(figures.text.contains("县水务局,法治思维,2") && figures.text.contains("全部,法治思维,2,66.7"))
        for file in ["xlsx", "json"] {
            #expect(try await small.get("/surveys/figures.\(file)?survey=\(code)").status == 200)
        }
        #expect(try await small.get("/surveys/figures?survey=XQ1").text.contains("XQ1"))
        #expect(try await small.get("\(address)/report.docx").status == 200)
        #expect(try await small.get("/surveys/answers.csv?survey=\(code)").text.contains("甲一"))
        small.reader = { _ in Self.clerk }
        let own = try await small.get("\(address)/results")
        #expect(
            own.status == 200 && own.text.contains("答卷少于5份"), "a clerk sees no figure by which a name could be guessed")
        #expect(!(try await small.get("/surveys/answers.csv?survey=\(code)").text.contains("甲一")))
        let report = try await small.get("\(address)/report.docx")
        #expect(report.text.contains("报告由组织部门出具"))
    }

    @Test("paper comes in from pasted cells, and what is wrong is told by its row")
    func paper() async throws {
        var small = try SmallSite()
        let address = try await opened(&small)
        small.reader = { _ in Self.office }
        #expect(try await small.get("\(address)/papers.xlsx").status == 200)
        let head = "单位类型\t干部类别\t近三年参加过几次培训\t最需要的主题\t能力排序\t建议"
        func papers(_ rows: String) -> [(String, String)] {
            [("handedOut", "10"), ("spoiled", "1"), ("cells", "\(head)\n\(rows)")]
        }
        let bad = try await send(&small, as: Self.office, "\(address)/papers", papers("\t\t五次\tA\t\t"))
        #expect(bad.status == 422 && bad.text.contains("第2行") && bad.text.contains("没有“五次”这一选项"))
        let good = try await send(
            &small, as: Self.office, "\(address)/papers", papers("\t\t1次\t法治思维；基层治理\t\t\n\t\t2\tB\t\t好"))
        #expect(good.status == 303)
        let page = try await small.get("\(address)/results")
        #expect(page.text.contains("发出13份，收回3份，有效2份"))
    }

    @Test("a unit says what it needs, from the survey into the programme; the gap stands beside it")
    func returns() async throws {
        var small = try SmallSite()
        let address = try await opened(&small)
        let code = String(address.split(separator: "/").last ?? "")
        let need = [
            ("survey", code), ("unit", "U2"), ("topic", "河道巡护"), ("target", "巡河员"), ("heads", "30"), ("days", "2"),
            ("month", "4"), ("trainer", ""), ("reason", "新进人员多"), ("contact", "甲一"),
        ]
        let made = try await send(&small, as: Self.clerk, "/surveys/returns/new", need)
        let line = try #require(made.headers[.location], "\(made.text.prefix(1500))")
        let page = try await small.get(line)
        let plan = try #require(page.links.first { $0.hasPrefix("/programme/lines/new?") })
        let form = try await small.get(plan)
        #expect(form.text.contains("value=\"河道巡护\"") && form.text.contains("value=\"30\""))
        small.reader = { _ in Self.neighbour }
        #expect(try await small.get(line).status == 404)
        let own = need.filter { !["unit", "contact"].contains($0.0) } + [("source", "县委常委会会议")]
        #expect(try await send(&small, as: Self.clerk, "/surveys/returns/office", own).status == 403)
        #expect(try await send(&small, as: Self.office, "/surveys/returns/office", own).status == 303)
        #expect(try await small.get("/surveys/returns.csv?survey=\(code)").text.contains("县委常委会会议"))
        #expect(try await send(&small, as: Self.office, "\(address)/close").status == 303)
        #expect(try CommittedText("needs-gap").difference(from: try await said(small, "/surveys/gap")) == nil)
        let gap = try await small.get("/surveys/gap")
        #expect(gap.links.contains("/programme") && gap.links.contains("/surveys/gap/people?why=never"))
        let people = try await small.get("/surveys/gap/people.csv?why=never")
        #expect(people.text.contains("甲一"))
        let walk = FigureWalk(small)
        try await walk.pages(from: "/surveys/gap", atMost: 6)
        #expect(walk.problems.isEmpty, "\(walk.problems)")
    }
}
