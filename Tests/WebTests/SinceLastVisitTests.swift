import HTTPTypes
import Pages
import Records
import Storage
import Store
import TestEngines
import Testing
import Training
import Vocabulary

@testable import Web

/// What changed since a reader was last at their desk, and how much waits there, as the menu says it.
@Suite("Since the last visit", .onEveryEngine) struct SinceLastVisitTests {
    private static let plan = """
        河畔县交流方案
        一、任务
        1.加强交流。各单位每月开展业务交流不少于1次（牵头单位：县水务局）。
        """
    private static let leader = Reader(account: "县领导", rights: [.see, .lead])
    private static let chief = Reader(account: "水务局局长", rights: [.see, .lead], unit: "U2")

    private func site(_ reader: Reader, minutes: Int = 0) throws -> SmallSite {
        var small = try SmallSite(plan: Self.plan, book: ReminderTests.book)
        small.reader = { _ in reader }
        small.site.minutesBetweenVisits = minutes
        return small
    }

    private func held(_ small: SmallSite, title: String, by account: String, unit: String = "U2") throws {
        try small.database.perform(
            ReportActivity(
                ActivityDraft(
                    kind: "exchange", title: title, organiser: unit, team: nil, from: SmallSite.today,
                    to: SmallSite.today, hours: 3, topics: [],
                    participants: [ParticipantDraft(person: "P1", role: .attendee, hours: 3, completed: true)])),
            by: Reader(account: account, rights: [.see, .report]), on: SmallSite.today)
    }

    /// The section of the desk alone.
    private func section(_ small: SmallSite) async throws -> String? {
        let page = try await small.get("/desk")
        #expect(page.status == 200)
        return page.text.firstMatch(of: /<section id="since">(.*?)<\/section>/.dotMatchesNewlines()).map {
            String($0.1)
        }
    }

    @Test("the first time nothing is told; the next time what others did, and what stands otherwise") func told()
        async throws
    {
        let small = try site(DeskPageTests.clerk)
        #expect(try await section(small) == nil)
        try held(small, title: "组织部补录的交流", by: "县委组织部")
        let section = try #require(try await section(small))
        #expect(section.contains("组织部补录的交流") && section.contains("县委组织部"))
        #expect(section.contains("已完成") && section.contains("原为"), "\(section)")
    }

    @Test("one's own acts, and other units', are no news, and what was told is not told again") func own() async throws
    {
        let small = try site(DeskPageTests.clerk)
        _ = try await section(small)
        try held(small, title: "自己报的", by: DeskPageTests.clerk.account)
        try held(small, title: "柳湾镇的", by: "县委组织部", unit: "U3")
        let first = try #require(try await section(small))
        #expect(!first.contains("自己报的") && !first.contains("柳湾镇的"))
        try held(small, title: "又一场", by: "县委组织部")
        #expect(try #require(try await section(small)).contains("又一场"))
        let last = try #require(try await section(small))
        #expect(last.contains("没有变化") && !last.contains("又一场"))
    }

    @Test("looking again within half an hour is the same visit: what was told stays") func sameVisit() async throws {
        var small = try site(DeskPageTests.clerk)
        _ = try await section(small)
        try held(small, title: "组织部补录的交流", by: "县委组织部")
        #expect(try #require(try await section(small)).contains("组织部补录的交流"))
        small.site.minutesBetweenVisits = 30
        for _ in 1...2 { #expect(try #require(try await section(small)).contains("组织部补录的交流")) }
    }

    @Test("a tour that came back is told as returned") func returned() async throws {
        var small = try site(DeskPageTests.clerk)
        let tests = DeskPageTests()
        let tour = try await tests.fill(small, "/tours/new", DeskPageTests.scheme)
        _ = try await section(small)
        small.reader = { _ in DeskPageTests.office }
        try await tests.fill(small, "\(tour)/decide", [("answer", "returned"), ("remark", "缺经费测算")])
        small.reader = { _ in DeskPageTests.clerk }
        #expect(try #require(try await section(small)).contains("退回修改"))
    }

    @Test("the menu's count is what the desk counts, on pages that are kept too") func counted() async throws {
        var small = try site(DeskPageTests.office)
        func count() async throws -> Int? {
            try await small.get("/tours").text.firstMatch(of: /href="\/desk"[^>]*>我的工作台<b>(\d+)/).flatMap { Int($0.1) }
        }
        #expect(try await count() == nil)
        let tests = DeskPageTests()
        small.reader = { _ in DeskPageTests.clerk }
        let tour = try await tests.fill(small, "/tours/new", DeskPageTests.scheme)
        #expect(try await count() == nil)
        small.reader = { _ in DeskPageTests.office }
        #expect(try await count() == 1)
        #expect(try await small.get("/desk").text.contains("有<b>1</b>件等您办"))
        try await tests.fill(small, "\(tour)/decide", [("answer", "returned"), ("remark", "缺经费测算")])
        #expect(try await count() == nil)
        small.reader = { _ in DeskPageTests.clerk }
        #expect(try await count() == 1)
    }

    @Test("a leader sees the figures, what changed in a month and who was reminded; each figure opens its list")
    func leader() async throws {
        var small = try site(DeskPageTests.office)
        let form = try await small.get("/reminders/new/1.1")
        let code = try DeskPageTests().draft(form)
        _ = try await small.post("/reminders/new/1.1", [("draft", code), ("remark", ""), ("step", "save")])
        small.reader = { _ in Self.leader }
        let desk = try await small.get("/desk")
        for words in ["本期应完成", "一个月来的变化", "一个月内的提醒", "提醒2个单位"] {
            #expect(desk.text.contains(words), "\(words)")
        }
        #expect(!desk.links.contains { $0.hasPrefix("/reminders/new") })
        let walk = FigureWalk(small)
        try await walk.pages(from: "/desk", atMost: 1)
        #expect(walk.problems.isEmpty, "\(walk.problems.joined(separator: "\n"))")
        small.reader = { _ in Self.chief }
        let unit = try await small.get("/desk")
        #expect(unit.text.contains("一个月来的变化") && unit.text.contains("一个月内的提醒") && !unit.text.contains("柳湾镇"))
    }
}
