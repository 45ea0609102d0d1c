import HTTPTypes
import PageTrial
import Pages
import Store
import Testing
import Vocabulary

@testable import Web

/// What a class is held against before it opens, where it can still be mended.
@Suite("The check before a class opens") struct ClassCheckPageTests {
    private static let clerk = Reader(account: "水务局联络员", rights: [.see, .report], unit: "U2")
    private static let office = Reader(account: "县委组织部", rights: [.see, .report, .plan])

    private static let plan = """
        河畔县培训方案
        一、任务
        1.开展“靶向”培训。每年举办各类“靶向”专题培训班30余期，培训干部1500人次（牵头单位：县委组织部）。
        2.抓好分类培训。每年在党校举办不少于15天的新任科长培训班（牵头单位：县委组织部）。
        """

    private static let application = [
        ("title", "河道治理专题班"), ("run", "1"), ("kind", "special"), ("standing", "planned"), ("line", ""), ("basis", ""),
        ("organiser", "U2"), ("institution", "县委党校"), ("target", ""), ("heads", "2"),
        ("registration", "2026-11-08"), ("opening", "2026-11-09"), ("closing", "2026-11-16"), ("hours", "50"),
        ("parts.0.from", "2026-11-09"), ("parts.0.to", "2026-11-16"), ("parts.0.place", "县委党校"),
        ("parts.0.way", "classroom"), ("teacher", "P1"), ("budget.0.item", "meals"), ("budget.0.amount", "1200"),
    ]

    private func changed(_ fields: [(String, String)]) -> [(String, String)] {
        Self.application.map { field in fields.first { $0.0 == field.0 } ?? field }
            + fields.filter { field in !Self.application.contains { $0.0 == field.0 } }
    }

    private func send(
        _ small: inout SmallSite, _ address: String, _ fields: [(String, String)], step: String = "save"
    ) async throws -> Answer {
        small.reader = { _ in Self.clerk }
        return try await small.post(address, fields + [("step", step)])
    }

    @Test("what is amiss is told before it is applied for, and on its page with the way to mend it") func amiss()
        async throws
    {
        var small = try SmallSite(plan: Self.plan)
        let check = try await send(&small, "/classes/new", Self.application, step: "check")
        #expect(check.status == 200 && check.text.contains("缺主题：靶向培训，补上其一即可计入"))
        #expect(check.text.contains("单一专题班天数：超过规定（规定：不超过5天；本班：8天）"))
        let made = try await send(&small, "/classes/new", Self.application)
        let address = try #require(made.headers[.location])
        let page = try await small.get(address)
        #expect(page.text.contains("开班核对") && page.text.contains("缺主题：靶向培训"))
        #expect(page.links.contains("\(address)/change"))
        small.reader = { _ in Self.office }
        #expect(try await small.get("\(address)/decide").text.contains("缺主题：靶向培训"))
        let mended = changed([("topics", "targeted"), ("closing", "2026-11-13"), ("parts.0.to", "2026-11-13")])
        let form = try await small.get("\(address)/change")
        let seen = try #require(form.text.firstMatch(of: /name="seen" value="([0-9]+)"/).map { String($0.1) })
        #expect(try await send(&small, "\(address)/change", mended + [("seen", seen)]).status == 303)
        let after = try await small.get(address)
        #expect(after.text.contains("都符合") && !after.text.contains("缺主题"))
    }

    @Test("a class shorter than the plan asks its kind to be, and one of few hours, are pointed out") func short()
        async throws
    {
        var small = try SmallSite(plan: Self.plan)
        let chiefs = changed([("kind", "newChiefs"), ("title", "新任科长培训班"), ("hours", "3")])
        let check = try await send(&small, "/classes/new", chiefs, step: "check")
        #expect(check.text.contains("短于要求") && check.text.contains("本班：8天"))
        #expect(check.text.contains("按会议看待，不算培训"))
        let long = changed([
            ("kind", "newChiefs"), ("title", "新任科长培训班"), ("closing", "2026-11-24"),
        ])
        #expect(try await !send(&small, "/classes/new", long, step: "check").text.contains("短于要求"))
    }

    @Test("a class that differs from its line of the programme says in what") func line() async throws {
        var small = try SmallSite(plan: Self.plan)
        small.reader = { _ in Self.office }
        _ = try await small.post("/programme/open", [("year", "2026"), ("notes", ""), ("step", "save")])
        let line = try await send(
            &small, "/programme/lines/new",
            [
                ("programme", "2026"), ("title", "河道治理专题班"), ("kind", "special"), ("organiser", "U2"), ("runs", "1"),
                ("heads", "1"), ("days", "3"), ("hours", "21"), ("month", "10"), ("part", "whole"), ("amount", "100"),
                ("topics", "targeted"),
            ])
        let address = try #require(line.headers[.location])
        let code = try #require(address.split(separator: "/").last.map(String.init))
        _ = try await send(&small, "\(address)/confirm", [])
        #expect(try await send(&small, "/classes/new", changed([("line", code)])).status == 422, "not included yet")
        small.reader = { _ in Self.office }
        _ = try await small.post(
            "\(address)/decide", [("answer", "included"), ("remark", ""), ("paper", ""), ("step", "save")])
        let check = try await send(&small, "/classes/new", changed([("line", code)]), step: "check")
        for words in ["超出计划，需先调整计划", "晚于计划", "计划必修主题：缺靶向培训"] {
            #expect(check.text.contains(words), "\(words)")
        }
        let added = try await send(&small, "/classes/new", changed([("line", code), ("standing", "added")]))
        #expect(added.status == 422 && added.text.contains("选了计划项目的就是计划内班次"))
        let made = try await send(&small, "/classes/new", changed([("line", code)]))
        #expect(made.status == 303)
        #expect(try await small.get("/classes?line=\(code)").text.contains("河道治理专题班"))
        #expect(try await small.get(address).text.contains("2026-11-09"))
    }
}
