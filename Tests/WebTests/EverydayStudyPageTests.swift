import HTTPTypes
import Pages
import Records
import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import StudyDesk
@testable import Web

/// Everyday study click by click: somebody's own plan on a telephone, the clerk's articles, rooms and reports, the office.
@Suite("Pages of everyday study", .onEveryEngine) struct EverydayStudyPageTests {
    private let desk = DeskPageTests()
    private static let member = Reader(account: "P3", person: "P3", rights: [.own])

    private static let plan = """
        河畔县学习方案
        一、任务
        1.健全经常性学习机制。各单位每年发表理论文章不少于2篇，各单位每年共读一本经典书籍（牵头单位：县委宣传部）。
        """

    private func site(_ reader: Reader = DeskPageTests.clerk) throws -> SmallSite {
        var small = try SmallSite(plan: Self.plan)
        small.reader = { _ in reader }
        return small
    }

    /// A form of one step.
    @discardableResult
    private func send(_ small: SmallSite, _ address: String, _ fields: [(String, String)] = []) async throws -> Answer {
        let code = try desk.draft(try await small.get(address))
        return try await small.post(address, [("draft", code)] + fields + [("step", "save")])
    }

    private static let article = [
        ("unit", "U2"), ("team", "T1"), ("title", "谈河道管护"), ("authors", "甲一"), ("outlet", "paper"),
        ("publishedIn", "本县日报"), ("day", "2026-09-01"), ("link", "https://news.example.cn/a?b=1&c=2"),
    ]

    @Test("somebody draws up their plan, ticks it and says how many notes they wrote; others have numbers alone")
    func own() async throws {
        var small = try site(Self.member)
        let empty = try await small.get("/me/study")
        #expect(empty.text.contains("还没有制定") && empty.links.contains("/me/study/plan/2026"))
        #expect(
            try await send(
                small, "/me/study/plan/2026",
                [("lines.0.subject", "治水三字经"), ("lines.0.source", "自购")]
            ).status == 303)
        #expect(try await small.get("/me/study").text.contains("已学0/1项"))
        let ticked = try await small.post(
            "/me/study/lines", [("year", "2026"), ("subject", "治水三字经"), ("done", "1")])
        #expect(ticked.status == 303)
        #expect(try await small.get("/me/study").text.contains("已学1/1项"))
        #expect(
            try await small.post("/me/study/lines", [("year", "2026"), ("subject", "别的"), ("done", "1")]).status == 404)
        let form = try await small.get("/me/study/notes?year=2026&half=first")
        #expect(form.status == 200)
        let notes = [("year", "2026"), ("half", "first"), ("amount", "7")]
        #expect(try await send(small, "/me/study/notes", notes).status == 303)
        #expect(try await small.get("/me/study").text.contains("7篇"))
        let early = notes.map { $0.0 == "year" ? ("year", "2027") : $0 }
        #expect(try await send(small, "/me/study/notes", early).status == 422)
        #expect(try await small.get("/study/units/U2").status == 403)
        #expect(try await !small.get("/me/study").text.contains("共3人"), "numbers are the secretary's")
        small.reader = { _ in Reader(account: "P1", person: "P1", rights: [.own]) }
        let secretary = try await small.get("/me/study")
        #expect(secretary.text.contains("1人（共3人）") && !secretary.text.contains("甲三"))
        for reader in [DeskPageTests.clerk, DeskPageTests.office] {
            small.reader = { _ in reader }
            for address in ["/study/units/U2", "/study/groups/T1"] {
                let page = try await small.get(address)
                #expect(page.text.contains("1人（共3人）") && page.text.contains("达到6篇的1人"), "\(address)")
                #expect(!page.text.contains("治水三字经"), "what somebody chose to read is theirs: \(address)")
            }
            #expect(
                try await small.get("/me/study/plan/2026").status == 409, "whose account is no person's has no plan")
        }
        #expect(try await !small.get("/study/units/U2").text.contains("甲三"), "nobody is told by name")
        small.reader = { _ in DeskPageTests.neighbour }
        #expect(try await small.get("/study/units/U2").status == 404)
    }

    @Test("an article is entered with a link that leads out safely, and counted at once") func article() async throws {
        var small = try site()
        let form = "/study/articles/new"
        let wrong = Self.article.map { $0.0 == "link" ? ("link", "javascript:alert(1)") : $0 }
        let code = try desk.draft(try await small.get("\(form)?unit=U2&team=T1"))
        let refused = try await small.post(form, [("draft", code)] + wrong + [("step", "check")])
        #expect(refused.status == 422 && refused.text.contains("不是可用的链接"))
        let article = try await desk.fill(small, form, Self.article)
        #expect(article == "/study/articles/WZ2026-000001")
        let page = try await small.get(article)
        #expect(page.text.contains("href=\"https://news.example.cn/a?b=1&amp;c=2\""))
        #expect(page.text.contains("noopener") && page.text.contains("剪报"))
        let activity = try #require(page.links.first { $0.hasPrefix("/activities/A2026-") })
        #expect(
            try await small.get("\(activity)/correct").links.contains(article), "it is corrected where it was entered")
        #expect(try await small.get("/study/units/U2").text.contains("1 / 2篇"))
        #expect(try await small.get("/study/groups/T1").text.contains("谈河道管护"))
        #expect(try await small.get("/study/articles.csv").text.contains("谈河道管护"))
        let walk = FigureWalk(small)
        try await walk.pages(from: "/study/units", atMost: 1)
        #expect(walk.problems.isEmpty, "\(walk.problems.joined(separator: "\n"))")
        small.reader = { _ in Reader(account: "P1", person: "P1", rights: [.own]) }
        #expect(try await small.get("/me/study").text.contains("谈河道管护"))
        small.reader = { _ in DeskPageTests.neighbour }
        #expect(try await small.get(article).status == 404)
        #expect(try await !small.get("/study/articles").text.contains("谈河道管护"))
    }

    @Test("a book is read together at its line of a list, and the ledger has it") func together() async throws {
        let small = try site()
        let item = try await desk.fill(
            small, "/study/items/new",
            [
                ("list", "unit"), ("unit", "U2"), ("year", "2026"), ("subject", "水经注"), ("source", ""),
                ("audience", ""),
            ])
        #expect(try await small.get("/study/units/U2").text.contains("0 / 1本"))
        let reading = try await desk.fill(
            small, "\(item)/read",
            [("unit", "U2"), ("day", "2026-09-10"), ("hours", "2"), ("heldAt", "书屋"), ("people", "12")])
        #expect(reading == "/study/readings/GS2026-000001")
        let unit = try await small.get("/study/units/U2")
        #expect(unit.text.contains("1 / 1本") && unit.links.contains(reading))
        #expect(try await small.get(item).links.contains(reading))
        try await desk.fill(small, "\(reading)/take-back", [("reason", "误报")])
        #expect(try await small.get("/study/units/U2").text.contains("0 / 1本"))
    }

    @Test("a reading room is entered, asks for its photograph and waits to be looked at") func room() async throws {
        let small = try site()
        let scheme = [
            ("unit", "U2"), ("name", "职工书屋"), ("place", "机关二楼"), ("since", "2025-03-01"), ("books", "800"),
            ("opened", "工作日"), ("keeper", ""),
        ]
        let room = try await desk.fill(small, "/study/rooms/new?unit=U2", scheme)
        #expect(room == "/study/rooms/SW2026-000001")
        let page = try await small.get(room)
        #expect(page.text.contains("书屋以照片为证") && page.text.contains("还没有核查过"))
        #expect(try await small.get("/desk").links.contains("\(room)/look"))
        try await desk.fill(
            small, "\(room)/look", [("day", "2026-09-29"), ("books", "860"), ("finding", "asSaid"), ("remark", "")])
        #expect(try await !small.get("/desk").links.contains("\(room)/look"))
        #expect(try await small.get("/study/rooms?state=looked").text.contains("860"))
        #expect(try await small.get("/study/rooms?state=toLook").text.contains("没有符合条件的记录"))
    }

    @Test("a report goes from its group to the office and back, with figures that nobody types") func report()
        async throws
    {
        var small = try site()
        let form = "/study/groups/T1/report"
        let report = try await desk.fill(
            small, form, [("year", "2026"), ("part", "half"), ("done", "每月一学"), ("problems", ""), ("next", "")])
        #expect(report == "/study/reports/XB2026-000001")
        #expect(try await small.get("/desk").links.contains("\(report)/hand-in"))
        let draft = try await small.get(report)
        #expect(draft.text.contains("逾期未报送") && draft.text.contains("集中学习次数"))
        let file = try await small.get("\(report)/report.docx")
        #expect(file.status == 200 && file.text.hasPrefix("PK"))
        #expect(try await send(small, "\(report)/hand-in").status == 303)
        #expect(try await small.get("\(report)/change").status == 409)
        small.reader = { _ in DeskPageTests.office }
        #expect(try await small.get("/desk").links.contains("\(report)/note"))
        try await desk.fill(small, "\(report)/note", [("answer", "returned"), ("remark", "补充研讨情况")])
        small.reader = { _ in DeskPageTests.clerk }
        #expect(try await small.get("/desk").text.contains("补充研讨情况"))
        #expect(try await small.get("/study/groups/T1").links.contains(report))
        small.reader = { _ in DeskPageTests.neighbour }
        for address in [report, "\(report)/report.docx"] { #expect(try await small.get(address).status == 404) }
    }

    @Test("last year's report stands with the plan before it is filed") func package() async throws {
        let small = try site()
        let plan = try await desk.fill(
            small, "/study/groups/T1/plan",
            [
                ("team", "T1"), ("year", "2026"), ("topics.0.month", "m9"), ("topics.0.kind", "collectiveStudy"),
                ("topics.0.topic", "河道治理"), ("topics.0.reading", ""), ("topics.0.form", "reading"),
                ("topics.0.lead", "P1"), ("topics.0.expert", ""),
            ])
        let missing = try await small.get(plan)
        #expect(missing.text.contains("2025年的报告没有在这里起草") && missing.text.contains("/study/groups/T1/report"))
        let report = try await desk.fill(
            small, "/study/groups/T1/report",
            [("year", "2025"), ("part", "whole"), ("done", ""), ("problems", ""), ("next", "")])
        let page = try await small.get(plan)
        #expect(page.links.contains(report) && page.text.contains("报备时一并报送"))
        #expect(try await small.get("\(plan)/plan.docx").text.hasPrefix("PK"))
    }
}
