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

/// A study group's year click by click: the clerk, the head of the unit, the office, a member on a telephone.
@Suite("Pages of study groups", .onEveryEngine) struct StudyPageTests {
    private let desk = DeskPageTests()
    private static let leader = Reader(account: "水务局负责人", rights: [.see, .lead], unit: "U2")
    private static let member = Reader(account: "P3", person: "P3", rights: [.own])

    private static let plan = """
        河畔县学习方案
        一、任务
        1.健全经常性学习机制。党委（党组）理论学习中心组每年集中学习不少于12次，党委（党组）书记重点发言2次以上，其他成员重点发言1次以上（牵头单位：县委宣传部）。
        """

    private func site(_ reader: Reader = DeskPageTests.clerk) throws -> SmallSite {
        var small = try SmallSite(plan: Self.plan)
        small.reader = { _ in reader }
        return small
    }

    /// A step that asks for nothing but its button.
    private func press(_ small: SmallSite, _ address: String) async throws -> Answer {
        let code = try desk.draft(try await small.get(address))
        return try await small.post(address, [("draft", code), ("step", "save")])
    }

    private static let draft = [
        ("team", "T1"), ("year", "2026"), ("topics.0.month", "m9"), ("topics.0.kind", "collectiveStudy"),
        ("topics.0.topic", "河道治理"), ("topics.0.reading", "水法选读"), ("topics.0.form", "reading"),
        ("topics.0.lead", "P1"), ("topics.0.expert", ""), ("topics.1.month", "m8"), ("topics.1.kind", "seminar"),
        ("topics.1.topic", "防汛研讨"), ("topics.1.reading", ""), ("topics.1.form", "discussion"),
        ("topics.1.lead", ""), ("topics.1.expert", "王教授"),
    ]

    private static let scheme = [
        ("title", "水务局中心组集中学习"), ("kind", "collectiveStudy"), ("form", "reading"), ("from", "2026-09-28"),
        ("to", "2026-09-28"), ("heldAt", "三楼会议室"), ("agenda", "领学\n讨论"), ("readings", "水法选读"),
        ("questions", "怎么管护"), ("expert", ""), ("contact", "李文"),
    ]

    private static let outcome = [
        ("from", "2026-09-28"), ("to", "2026-09-28"), ("hours", "3"), ("chair", "P1"), ("observers", "2"),
        ("roll.P1", "here"), ("roll.P2", "official"), ("roll.P3", "here"), ("keynotes.0.person", "P1"),
        ("keynotes.0.title", "谈河道治理"),
    ]

    @Test("a plan goes from the clerk to the head, to the city and back, each step by a page") func plan() async throws
    {
        var small = try site()
        let form = try await small.get("/study/groups/T1/plan")
        #expect(form.text.contains("甲一") && form.text.contains("甲三"), "its members are chosen from")
        let plan = try await desk.fill(small, "/study/groups/T1/plan", Self.draft)
        #expect(plan == "/study/plans/XJ2026-000001")
        #expect(try await small.get("/desk").links.contains("\(plan)/submit"))
        #expect(try await press(small, "\(plan)/submit").headers[.location] == plan)
        #expect(try await small.get("\(plan)/change").status == 409)
        #expect(try await small.get("\(plan)/approve").status == 403)
        small.reader = { _ in Self.leader }
        #expect(try await small.get("/desk").links.contains("\(plan)/approve"))
        #expect(try await small.get("\(plan)/approve").text.contains("河道治理"))
        try await desk.fill(small, "\(plan)/approve", [("answer", "approved"), ("remark", "同意")])
        small.reader = { _ in DeskPageTests.clerk }
        let filing = try await small.get("\(plan)/file")
        for words in ["已逾期", "上一年度学习报告", "甲一"] { #expect(filing.text.contains(words), "\(words)") }
        #expect(try await press(small, "\(plan)/file").status == 303)
        small.reader = { _ in DeskPageTests.office }
        #expect(try await small.get("/desk").links.contains("\(plan)/note"))
        try await desk.fill(small, "\(plan)/note", [("answer", "returned"), ("remark", "缺法治专题")])
        small.reader = { _ in DeskPageTests.clerk }
        let back = try await small.get(plan)
        #expect(back.text.contains("缺法治专题") && back.links.contains("\(plan)/change"))
        #expect(try await small.get("/desk").text.contains("缺法治专题"))
        let file = try await small.get("\(plan)/plan.docx")
        #expect(file.status == 200 && file.text.hasPrefix("PK"))
        #expect(try await small.get("/study/plans.csv").text.contains("县水务局理论学习中心组"))
        small.reader = { _ in DeskPageTests.neighbour }
        #expect(try await small.get(plan).status == 404)
        #expect(try await small.get("\(plan)/plan.docx").status == 404)
    }

    @Test(
        "a session is announced, recorded by ticking, and counted at once; every figure opens what it was counted from")
    func session() async throws {
        let small = try site()
        try await desk.fill(small, "/study/groups/T1/plan", Self.draft)
        let proposed = try await small.get("/study/groups/T1/session?month=9")
        #expect(proposed.text.contains("2026年第1次集中学习：河道治理") && proposed.text.contains("甲一领学"))
        let session = try await desk.fill(small, "/study/groups/T1/session", Self.scheme)
        #expect(session == "/study/sessions/XX2026-000001")
        #expect(try await small.get("\(session)/notice.docx").text.hasPrefix("PK"))
        let desk = try await small.get("/desk")
        #expect(desk.links.contains("\(session)/record"), "it was two days ago")
        let form = try await small.get("\(session)/record")
        #expect(form.text.contains("name=\"roll.P1\" value=\"here\" checked"))
        var wrong = Self.outcome
        wrong[8].1 = "P2"
        let code = try self.desk.draft(form)
        let refused = try await small.post("\(session)/record", [("draft", code)] + wrong + [("step", "check")])
        #expect(refused.status == 422 && refused.text.contains("没有出席，请核对"))
        let check = try await small.post("\(session)/record", [("draft", code)] + Self.outcome + [("step", "check")])
        #expect(check.status == 200 && check.text.contains("应到3人，实到2人，重点发言1人"))
        #expect(try await small.post("\(session)/record", [("draft", code), ("step", "save")]).status == 303)
        let page = try await small.get(session)
        for words in ["因公请假", "谈河道治理", "已纪实", "签到表"] { #expect(page.text.contains(words), "\(words)") }
        let activity = try #require(page.links.first { $0.hasPrefix("/activities/A2026-") })
        let elsewhere = try await small.get("\(activity)/correct")
        #expect(elsewhere.status == 409 && elsewhere.links.contains(session), "it is corrected with its record")
        let group = try await small.get("/study/groups/T1")
        #expect(group.text.contains("1 / 12次") && group.text.contains("缺1次"))
        // Of keynotes so many of so many are told, and those that were given: nobody is listed who gave none.
        #expect(group.text.contains("谈河道治理") && group.text.contains("0 / 2"))
        #expect(group.links.contains { $0.hasPrefix("/ledger/entry") && $0.contains("kind=rollUp") })
        let walk = FigureWalk(small)
        try await walk.pages(from: "/study/groups", atMost: 1)
        #expect(walk.problems.isEmpty, "\(walk.problems.joined(separator: "\n"))")
        #expect(walk.figures.count > 0)
    }

    @Test("a correction shows what it changes, taking back takes the figure back") func corrected() async throws {
        let small = try site()
        let session = try await desk.fill(small, "/study/groups/T1/session", Self.scheme)
        try await desk.fill(small, "\(session)/record", Self.outcome)
        let form = "\(session)/correct"
        let code = try desk.draft(try await small.get(form))
        let changed = Self.outcome.map { $0.0 == "roll.P2" ? ($0.0, "here") : $0 } + [("reason", "签到表补正")]
        let check = try await small.post(form, [("draft", code)] + changed + [("step", "check")])
        #expect(check.status == 200 && check.text.contains("因公请假") && check.text.contains("出席"))
        #expect(try await small.post(form, [("draft", code), ("step", "save")]).status == 303)
        let page = try await small.get(session)
        #expect(page.text.contains("应到3人，实到3人") && page.text.contains("签到表补正"))
        #expect(try await small.get("/study/groups/T1").text.contains("1 / 12次"))
        try await desk.fill(small, "\(session)/take-back", [("reason", "误报")])
        #expect(try await small.get("/study/groups/T1").text.contains("0 / 12次"))
        #expect(try await small.get(session).links.contains("\(session)/record"))
    }

    @Test("who filed nothing by the day is told to unit and office, once plans are kept here") func missing()
        async throws
    {
        var small = try site()
        #expect(try await !small.get("/desk").text.contains("年度学习计划逾期"))
        try small.database.perform(
            DraftStudyPlan(
                record: "T1",
                draft: StudyPlanDraft(team: "T1", year: 2025, topics: [PlannedTopic(topic: "去年的主题", lead: "P1")])),
            by: DeskPageTests.clerk, on: day("2025-01-06"))
        #expect(try await small.get("/desk").links.contains("/study/groups/T1/plan"))
        #expect(try await small.get("/study/groups/T1/plan").text.contains("去年的主题"), "the year before is a start")
        small.reader = { _ in DeskPageTests.office }
        let office = try await small.get("/desk")
        #expect(office.text.contains("中心组逾期没有计划") && office.links.contains("/study/groups?state=missing"))
        #expect(try await small.get("/study/groups?state=missing").text.contains("县水务局理论学习中心组"))
        #expect(try await small.get("/study/groups?state=filed").text.contains("没有符合条件的记录"))
    }

    @Test("a member reads their own group, what comes and their own keynotes, and no more") func own() async throws {
        var small = try site()
        try await desk.fill(
            small, "/study/groups/T1/session",
            Self.scheme.map { ["from", "to"].contains($0.0) ? ($0.0, "2026-10-12") : $0 })
        small.reader = { _ in Self.member }
        let page = try await small.get("/me/study")
        for words in ["水务局中心组集中学习", "水法选读", "怎么管护", "每年重点发言不少于1次"] { #expect(page.text.contains(words), "\(words)") }
        #expect(!page.text.contains("每年重点发言不少于2次"), "the secretary's are the secretary's")
        #expect(try await small.get("/desk").links.contains("/me/study"))
        #expect(try await small.get("/study/groups/T1").status == 403)
        small.reader = { _ in Reader(account: "P9", person: "P9", rights: [.own]) }
        #expect(try await !small.get("/me/study").text.contains("水法选读"))
        small.reader = { _ in DeskPageTests.neighbour }
        #expect(try await small.get("/study/groups/T1").status == 404)
        #expect(try await !small.get("/study/sessions").text.contains("水务局中心组"))
        #expect(try await !small.get("/study/groups").text.contains("县水务局"))
    }

    @Test("a visit of observers goes from the office to its host and back") func visit() async throws {
        var small = try site(DeskPageTests.office)
        let visit = try await desk.fill(
            small, "/study/groups/T1/visit",
            [("day", "2026-10-09"), ("lead", "P3"), ("observers", ""), ("contact", "李文"), ("focus", "研讨质量")])
        #expect(visit == "/study/visits/PT2026-000001")
        #expect(try await small.get("\(visit)/report").status == 409)
        small.reader = { _ in DeskPageTests.clerk }
        #expect(try await small.get("/desk").links.contains("\(visit)/papers-sent"))
        #expect(try await press(small, "\(visit)/papers-sent").status == 303)
        #expect(try await small.get(visit).text.contains("待旁听"))
        #expect(try await small.get("/study/groups/T1").links.contains(visit))
    }

    @Test("somebody ticks what is on their lists, and the list tells how many have") func items() async throws {
        var small = try site(DeskPageTests.office)
        let item = try await desk.fill(
            small, "/study/items/new",
            [
                ("list", "city"), ("unit", "U1"), ("year", "2026"), ("subject", "干部教育培训工作条例"), ("source", "第三章"),
                ("audience", "全体干部"),
            ])
        let code = try #require(item.split(separator: "/").last)
        small.reader = { _ in Self.member }
        #expect(try await small.get("/desk").text.contains("干部教育培训工作条例"))
        #expect(try await small.get("/me/study").text.contains("已学0/1项"))
        #expect(try await small.post("/me/study/items/\(code)", [("done", "1")]).status == 303)
        #expect(try await small.get("/me/study").text.contains("已学1/1项"))
        #expect(try await small.get(item).status == 403)
        small.reader = { _ in DeskPageTests.neighbour }
        let told = try await small.get(item)
        #expect(told.text.contains("已学1人") && !told.text.contains("甲三"))
        #expect(try await small.get("\(item)/change").status == 409)
    }

    @Test("rules out of any calendar are refused beside their field") func rules() async throws {
        let small = try site(DeskPageTests.office)
        let fields = [
            ("fileBy", "231"), ("noticeDays", "3"), ("recordDays", "3"), ("leastHours", "3"), ("keynotes", "2"),
            ("visitSendDays", "5"), ("visitReportDays", "10"), ("visitCharacters", "500"), ("halfReportBy", "715"),
            ("notesPerHalf", "6"), ("roomLookBy", "1130"),
        ]
        let code = try desk.draft(try await small.get("/study/rules"))
        let answer = try await small.post("/study/rules", [("draft", code)] + fields + [("step", "check")])
        #expect(answer.status == 422 && answer.text.contains("没有这一天"))
        #expect(
            try await desk.fill(small, "/study/rules", fields.map { $0.0 == "fileBy" ? ($0.0, "228") : $0 })
                == "/study/groups")
        #expect(try small.database.read { try $0.siteRules(StudyRules.self).fileBy } == 228)
    }
}
