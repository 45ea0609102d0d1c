import Foundation
import HTTPTypes
import Pages
import Records
import Storage
import Store
import Synchronization
import TestEngines
import Testing
import Training
import Vocabulary

@testable import DrillDesk
@testable import Web

/// Drills click by click: a unit's clerk, the office, an official on a telephone.
@Suite("Pages of drills", .onEveryEngine) struct DrillPageTests {
    private let desk = DeskPageTests()
    private static let official = Reader(account: "P3", person: "P3", rights: [.own])

    private static let plan = """
        河畔县练兵方案
        一、任务
        1.开展岗位练兵。各单位每月开展业务交流不少于1次，每季度组织知识测试不少于1次，每年组织技能比武不少于1次（牵头单位：县委组织部）。
        """

    private func site(_ reader: Reader = DeskPageTests.clerk) throws -> SmallSite {
        var small = try SmallSite(plan: Self.plan)
        small.reader = { _ in reader }
        return small
    }

    private func press(_ small: SmallSite, _ address: String) async throws -> Answer {
        let code = try desk.draft(try await small.get(address))
        return try await small.post(address, [("draft", code), ("step", "save")])
    }

    private static let exam = [
        ("unit", "U2"), ("title", "水务局三季度考试"), ("year", "2026"), ("quarter", "q3"), ("day", "2026-09-25"),
        ("heldAt", "考场"), ("way", "closed"), ("hours", "1.5"), ("fullScore", "100"), ("outline", "水法\n河道管理条例"),
    ]

    @Test("a unit's year shows what was held; a month's exchange is reported from there and counted at once")
    func year() async throws {
        let small = try site()
        let before = try await small.get("/drills")
        #expect(before.status == 200 && before.text.contains("县水务局") && before.text.contains("没有举办"))
        #expect(before.text.contains("每月") && before.text.contains("方案的要求"))
        let form = try await small.get("/drills/exchanges/new?unit=U2")
        #expect(form.text.contains("县水务局2026年9月业务交流") && form.text.contains("P1 甲一"), "everybody is proposed at first")
        let exchange = try await desk.fill(
            small, "/drills/exchanges/new",
            [
                ("unit", "U2"), ("title", "九月业务交流"), ("theme", "取水许可"), ("way", "demonstration"), ("day", "2026-09-20"),
                ("hours", "2"), ("heldAt", "会议室"), ("leads", "甲一"), ("people", "甲三"), ("content", ""),
            ])
        #expect(exchange == "/drills/exchanges/JL2026-000001")
        let page = try await small.get(exchange)
        for words in ["取水许可", "示范演示", "已登记", "签到表", "A2026-000001"] { #expect(page.text.contains(words), "\(words)") }
        let after = try await small.get("/drills")
        #expect(after.text.contains("九月业务交流") && after.links.contains("/activities/A2026-000001"))
        let elsewhere = try await small.get("/activities/A2026-000001/correct")
        #expect(elsewhere.status == 409 && elsewhere.links.contains(exchange), "it is corrected with its record")
        #expect(try await small.get("/drills/exchanges.csv").text.contains("九月业务交流"))
        var other = small
        other.reader = { _ in DeskPageTests.neighbour }
        #expect(try await other.get(exchange).status == 404)
        #expect(try await other.get("/drills?unit=U2").text.contains("九月业务交流") == false)
    }

    @Test(
        "results come from a sheet: each problem by its row, then the same sheet put right, then another in its place")
    func results() async throws {
        var small = try site()
        let exam = try await desk.fill(small, "/drills/exams/new", Self.exam)
        #expect(exam == "/drills/exams/KS2026-000001")
        #expect(try await small.get("/desk").links.contains("\(exam)/results"))
        let template = try await small.get("\(exam)/results.xlsx")
        #expect(template.status == 200 && template.text.hasPrefix("PK"))
        let code = try desk.draft(try await small.get("\(exam)/results"))
        func check(_ cells: String) async throws -> Answer {
            try await small.post("\(exam)/results", [("draft", code), ("cells", cells), ("step", "check")])
        }
        let wrong = try await check("姓名\t成绩\n甲一\t九十\n甲三\t101\n甲三\t80\n无名\t60")
        #expect(wrong.status == 422)
        for words in ["第2行", "无法识别“九十”", "第3行：成绩101超过满分100", "第4行：与前面的一行是同一人", "第5行"] {
            #expect(wrong.text.contains(words), "\(words)")
        }
        let right = try await check("姓名\t成绩\n甲一\t88.5\n甲三\t因公")
        #expect(right.status == 200 && right.text.contains("名册2人，应考1人，实考1人，缺考0人"))
        #expect(right.text.contains("还有1人不在表中") && right.text.contains("甲&lt;二&gt;"))
        #expect(try await small.post("\(exam)/results", [("draft", code), ("step", "save")]).status == 303)
        let page = try await small.get(exam)
        #expect(page.text.contains("已出成绩") && page.text.contains("100%"))
        #expect(!page.text.contains("88.5"), "a score is its person's own")
        #expect(try await small.get("\(exam)/results").status == 409)
        let again = try desk.draft(try await small.get("\(exam)/replace"))
        let cells = "姓名\t成绩\n甲一\t88.5\n甲三\t91\nP2\t缺考"
        let second = try await small.post(
            "\(exam)/replace", [("draft", again), ("cells", cells), ("reason", "补考"), ("step", "check")])
        #expect(second.status == 200 && second.text.contains("应考3人，实考2人，缺考1人"), "\(second.text.prefix(1500))")
        #expect(try await small.post("\(exam)/replace", [("draft", again), ("step", "save")]).status == 303)
        #expect(try await small.get(exam).text.contains("66.7%"))
        small.reader = { _ in Self.official }
        let own = try await small.get("/me/drills")
        #expect(own.status == 200 && own.text.contains("91分") && !own.text.contains("88.5") && !own.text.contains("甲一"))
        #expect(try await small.get("/me").text.contains("91"))
        #expect(try await small.get(exam).status == 403)
    }

    private static let contest = [
        ("unit", "U1"), ("title", "全县业务比武"), ("year", "2026"), ("registerBy", "2026-09-20"), ("from", "2026-09-25"),
        ("to", "2026-09-26"), ("heldAt", "党校"), ("hours", "6"), ("notice", ""), ("events.0.name", "情景处置"),
        ("events.0.theory", "0"), ("events.0.team", "1"), ("events.0.perUnit", "2"), ("events.0.firsts", "1"),
        ("events.0.seconds", "1"),
        ("events.0.thirds", "1"), ("trimFrom", "5"), ("tieRule", "shared"), ("firstPoints", "8"), ("secondPoints", "4"),
        ("thirdPoints", "2"),
    ]

    @Test("a contest goes from its announcement to its award, each step by a page")
    func contest() async throws {
        let later = Later()
        var small = try SmallSite(plan: Self.plan, clock: TownClock(now: { later.now }))
        small.site.now = { later.now }
        small.reader = { _ in DeskPageTests.office }
        let contest = try await desk.fill(small, "/drills/contests/new", Self.contest)
        #expect(contest == "/drills/contests/BW2026-000001")
        small.reader = { _ in DeskPageTests.clerk }
        #expect(try await small.get(contest).status == 200, "everybody sees contests")
        #expect(try await small.get("\(contest)/draw").status == 409)
        try await desk.fill(
            small, "\(contest)/enter",
            [
                ("contest", "BW2026-000001"), ("unit", "U2"), ("lines.0.person", "甲一"), ("lines.0.event", "1"),
                ("lines.1.person", "甲三"), ("lines.1.event", "1"),
            ])
        small.reader = { _ in DeskPageTests.neighbour }
        #expect(try await !small.get(contest).text.contains("甲三"), "a roster is its unit's own until the draw")
        small.reader = { _ in DeskPageTests.office }
        #expect(try await small.get("/desk").links.contains("\(contest)/draw"))
        try await desk.fill(small, "\(contest)/draw", [("seed", "3-17")])
        // The only people there are of one unit: nobody may judge them, and the page says so.
        try await desk.fill(
            small, "\(contest)/judges",
            [("contest", "BW2026-000001"), ("judges.0.person", "P2"), ("judges.0.event", "0")])
        #expect(try await small.get(contest).text.contains("评委全部需要回避"))
        #expect(try await small.get("\(contest)/publish").status == 409)
        try small.database.write(by: "test") { writing in
            let dated = Dated(from: day("2024-01-01"), recorded: day("2024-01-01"))
            var edits = PeopleEdits()
            edits.persons = [
                .init(Person(code: "P4", name: "乙四", sex: .male, birthMonth: "1979-01", recorded: day("2024-01-01")))
            ]
            edits.appointments = [
                .init(Appointment(code: "AP4", person: "P4", unit: "U3", post: "镇长", rank: "", dated: dated))
            ]
            try writing.write(edits, act: "addPerson", kind: "person", code: "P4", on: day("2026-09-28"))
        }
        try await desk.fill(
            small, "\(contest)/judges",
            [("contest", "BW2026-000001"), ("judges.0.person", "P4"), ("judges.0.event", "0")])
        let sheet = try await small.get("\(contest)/sheets/1/P4")
        #expect(sheet.status == 200 && sheet.text.contains("甲一"))
        #expect(try await small.get("\(contest)/sheets/1/P2").status == 404)
        // From a sheet: every problem by its row, nothing kept until it is right and was looked at.
        let event = "\(contest)/events/1/sheet"
        #expect(try await small.get("\(event).xlsx").text.hasPrefix("PK"))
        let upload = try desk.draft(try await small.get(event))
        func sent(_ cells: String) async throws -> Answer {
            try await small.post(event, [("draft", upload), ("cells", cells), ("step", "check")])
        }
        let wrong = try await sent("报名编号\t评委乙四\nBM2026-000001\t120\nBM2026-000009\t80")
        #expect(wrong.status == 422 && wrong.text.contains("第2行") && wrong.text.contains("没有报名编号BM2026-000009"))
        let right = try await sent("报名编号\t评委乙四\nBM2026-000001\t90\nBM2026-000002\t")
        #expect(right.status == 200 && right.text.contains("表中2名选手，1名的成绩有变化") && right.text.contains("乙四 90"))
        #expect(try await small.post(event, [("draft", upload), ("step", "save")]).status == 303)
        // Whoever had the judge's sheet open before does not overwrite that unawares.
        let old = sheet.text.firstMatch(of: /name="shown" value="([0-9a-f]+)"/).map { String($0.1) } ?? ""
        let late = try await small.post(
            "\(contest)/sheets/1/P4",
            [
                ("draft", try desk.draft(sheet)), ("shown", old), ("marks.BM2026-000001", "70"),
                ("marks.BM2026-000002", ""), ("step", "check"),
            ])
        #expect(!old.isEmpty && late.status == 422 && late.text.contains("已被别人改动"))
        try await desk.fill(
            small, "\(contest)/sheets/1/P4", [("marks.BM2026-000001", "92.5"), ("marks.BM2026-000002", "88")])
        #expect(try await small.get("\(contest)/parts/1").status == 200)
        let scored = try await small.get(contest)
        #expect(scored.text.contains("92.5") && scored.text.contains("尚未公示"))
        small.reader = { _ in DeskPageTests.clerk }
        #expect(try await !small.get(contest).text.contains("92.5"), "marks are the holder's until they are published")
        small.reader = { _ in DeskPageTests.office }
        #expect(try await press(small, "\(contest)/publish").status == 303)
        small.reader = { _ in DeskPageTests.clerk }
        let results = try await small.get(contest)
        #expect(results.text.contains("92.5") && results.text.contains("一等奖"))
        let objection = try await desk.fill(
            small, "\(contest)/object",
            [("contest", "BW2026-000001"), ("unit", "U2"), ("event", "1"), ("about", "第二名计分有误")])
        #expect(try await !small.get(objection).links.contains("\(objection)/answer"))
        small.reader = { _ in DeskPageTests.office }
        #expect(try await small.get("/desk").links.contains("\(objection)/answer"))
        // Nobody is awarded while somebody may object, or waits for an answer.
        #expect(try await small.get("\(contest)/award").text.contains("期满后表彰"))
        later.days.withLock { $0 = 30 }
        #expect(try await small.get("\(contest)/award").text.contains("还有1件异议没有答复"))
        try await desk.fill(small, "\(objection)/answer", [("answer", "dismissed"), ("text", "经核对无误")])
        let award = [
            ("body", "县委组织部"), ("documentNumber", "河组发〔2026〕7号"), ("day", "2026-09-30"), ("titled", "skilled"),
            ("level", "county"), ("places", "1"),
        ]
        let code = try desk.draft(try await small.get("\(contest)/award"))
        let check = try await small.post("\(contest)/award", [("draft", code)] + award + [("step", "check")])
        #expect(check.text.contains("甲一"))
        #expect(try await small.post("\(contest)/award", [("draft", code), ("step", "save")]).status == 303)
        #expect(try await small.get("\(contest)/award.docx").text.hasPrefix("PK"))
        #expect(try await small.get("/drills/titles").text.contains("甲一"))
        #expect(try await small.get("/people/P1").text.contains("岗位能手"))
        small.reader = { _ in Self.official }
        let winners = try await small.get("/me/winners")
        #expect(winners.text.contains("甲一") && winners.text.contains("河组发〔2026〕7号"))
        // One that was taken away stays among them, and is told as such.
        small.reader = { _ in DeskPageTests.office }
        try await desk.fill(
            small, "/drills/titles/CH2026-000001/revoke",
            [("cause", "mistake"), ("documentNumber", "河组发〔2026〕9号"), ("day", "2026-10-01"), ("returned", "yes")])
        small.reader = { _ in Self.official }
        let after = try await small.get("/me/winners")
        #expect(after.text.contains("甲一") && after.text.contains("已撤销") && after.text.contains("共1条"))
        #expect(try await small.get("/me/drills").text.contains("第2名"))
    }

    @Test("an official reads the text of their handbook on a telephone and says so") func handbook() async throws {
        var small = try site()
        let handbook = try await desk.fill(
            small, "/drills/handbooks/new", [("unit", "U2"), ("title", "巡河手册"), ("family", "河道管理")])
        #expect(try await small.get("/desk").links.contains("\(handbook)/issue"))
        var draft = VersionDraft(validFrom: day("2026-09-01"), summary: "首版", approvedBy: "局党组")
        draft.file = EvidenceFile(
            name: "手册.pdf", type: "application/pdf", bytes: 10, hash: String(repeating: "a", count: 64))
        try small.database.perform(
            IssueVersion(record: "SC2026-000001", draft: draft), by: DeskPageTests.clerk, on: day("2026-09-01"))
        small.reader = { _ in Self.official }
        #expect(try await small.get("/desk").text.contains("巡河手册"))
        let own = try await small.get("/me/drills")
        #expect(own.text.contains("2026-09-16前学完"))
        #expect(try await small.get("/me/drills/handbooks/SC2026-000001.1/text").status == 404, "its file is not there")
        #expect(try await small.post("/me/drills/handbooks/SC2026-000001.1", []).status == 303)
        #expect(try await small.get("/me/drills").text.contains("2026-09-30已学"))
        #expect(try await small.post("/me/drills/handbooks/SC2026-000001.9", []).status == 404)
        small.reader = { _ in DeskPageTests.clerk }
        #expect(try await small.get(handbook).text.contains("1 / 3人"))
    }
}

/// Noon of the day, or so many days after it.
private final class Later: Sendable {
    let days = Mutex(0)

    var now: Date { Date(timeIntervalSince1970: 1_790_740_800 + Double(days.withLock { $0 }) * 86_400) }
}
