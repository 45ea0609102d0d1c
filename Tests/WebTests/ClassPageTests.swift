import Foundation
import HTTPTypes
import PageTrial
import Pages
import Store
import Testing
import Vocabulary

@testable import Web

/// A class click by click: the clerk, the office and the school, each on their own pages.
@Suite("Pages of training classes") struct ClassPageTests {
    private static let clerk = Reader(account: "水务局联络员", rights: [.see, .report], unit: "U2")
    private static let office = Reader(account: "县委组织部", rights: [.see, .report, .plan])
    private static let school = Reader(account: "县委党校", rights: [.see, .teach])

    private static let application = [
        ("title", "河道治理专题班"), ("run", "1"), ("kind", "special"), ("standing", "planned"), ("basis", "年度计划第3项"),
        ("organiser", "U2"), ("institution", "县委党校"), ("target", "各乡镇分管负责人"), ("heads", "2"),
        ("registration", "2026-10-08"), ("opening", "2026-10-09"), ("closing", "2026-10-09"), ("hours", "4"),
        ("parts.0.from", "2026-10-09"), ("parts.0.to", "2026-10-09"), ("parts.0.place", "县委党校"),
        ("parts.0.way", "classroom"), ("teacher", "P1"), ("budget.0.item", "meals"), ("budget.0.amount", "1200"),
        // A row that nobody typed in stands on some choice of its list.
        ("budget.1.item", "trainers"), ("budget.1.amount", ""),
    ]

    private func send(
        _ small: inout SmallSite, as reader: Reader, _ address: String, _ fields: [(String, String)]
    ) async throws -> Answer {
        small.reader = { _ in reader }
        return try await small.post(address, fields + [("step", "save")])
    }

    @Test("from the application to the names of a unit, every step on its page") func steps() async throws {
        var small = try SmallSite()
        let made = try await send(&small, as: Self.clerk, "/classes/new", Self.application)
        #expect(made.status == 303)
        let address = try #require(made.headers[.location])
        var page = try await small.get(address)
        #expect(page.text.contains("办班事项") && page.text.contains("待组织部审批"))
        #expect(page.text.contains("应提前15天申请"), "late is shown")
        #expect(try await send(&small, as: Self.clerk, "\(address)/decide", []).status == 403)
        #expect(
            try await send(&small, as: Self.office, "\(address)/decide", [("answer", "approved"), ("remark", "")])
                .status == 303)
        let notice = [
            ("contact", "李文 6012345"), ("quotas.0.unit", "U2"), ("quotas.0.seats", "2"),
        ]
        let late = try await send(
            &small, as: Self.office, "\(address)/call-up", notice + [("deadline", "2026-10-09")])
        #expect(late.status == 422 && late.text.contains("报名截止日期晚于报到日期"))
        let issued = try await send(
            &small, as: Self.office, "\(address)/call-up", notice + [("deadline", "2026-10-06")])
        #expect(issued.status == 303)
        small.reader = { _ in Self.clerk }
        #expect(try await small.get("/desk").links.contains("\(address)/nominate"))
        let named = try await send(&small, as: Self.clerk, "\(address)/nominate", [("people", "P1")])
        let roster = try #require(named.headers[.location])
        page = try await small.get(roster)
        #expect(page.text.contains("甲一") && page.text.contains("待审核"))
        small.reader = { _ in Self.office }
        #expect(try await small.get(address).text.contains("已确认0人，待审核1人"))
        for (name, place) in [("class", address), ("classes", "/classes"), ("trainees", roster)] {
            var text = ""
            for language in ["zh", "en"] {
                let mark = place.contains("?") ? "&" : "?"
                let page = HTML(parsing: try await small.get("\(place)\(mark)lang=\(language)").text)
                text += "==== \(language)\n"
                text += try #require(page.first("header", class: "top")).text()
                text += try #require(page.first("main")).text()
            }
            text = text.replacing(/\d{4}-\d\d-\d\d \d\d:\d\d/, with: "(moment)")
            #expect(try CommittedText(name).difference(from: text) == nil)
        }
    }

    @Test("what cannot be done now says why, in the form's place") func closed() async throws {
        var small = try SmallSite()
        let made = try await send(&small, as: Self.clerk, "/classes/new", Self.application)
        let address = try #require(made.headers[.location])
        small.reader = { _ in Self.school }
        let close = try await small.get("\(address)/close")
        #expect(close.status == 409 && close.text.contains("批准后才能办理"))
        #expect(try await small.get("\(address)/attendance").text.contains("还不能登记考勤"))
        #expect(try await small.get("\(address)/attendance/2026-02-30/morning").status == 404)
        #expect(try await small.get("/classes/B2026-999999").status == 404)
        small.reader = { _ in Self.clerk }
        #expect(try await small.get("\(address)/attendance").status == 403)
    }

    @Test("hostile and overlong text is kept as text or refused beside its field") func hostile() async throws {
        var small = try SmallSite()
        var fields = Self.application
        fields[0] = ("title", "<script>alert(1)</script>")
        let made = try await send(&small, as: Self.clerk, "/classes/new", fields)
        let page = try await small.get(try #require(made.headers[.location]))
        #expect(!page.text.contains("<script>alert"))
        fields[0] = ("title", String(repeating: "长", count: 5000))
        fields[8] = ("heads", String(repeating: "9", count: 40))
        let refused = try await send(&small, as: Self.clerk, "/classes/new", fields)
        #expect(
            refused.status == 422 && refused.text.contains("href=\"#heads\"")
                && refused.text.contains("href=\"#title\""))
    }

    @Test("the figures above the list open the lists that they were counted from") func figures() async throws {
        var small = try SmallSite()
        _ = try await send(&small, as: Self.clerk, "/classes/new", Self.application)
        small.reader = { _ in Self.office }
        let list = try await small.get("/classes")
        for link in list.links where link.hasPrefix("/classes?state=") {
            #expect(try await small.get(link).status == 200)
        }
        #expect(try await small.get("/classes?state=toApprove").text.contains("河道治理专题班"))
        #expect(try await !small.get("/classes?state=running").text.contains("河道治理专题班"))
        for file in ["csv", "xlsx", "json"] { #expect(try await small.get("/classes.\(file)").status == 200) }
        #expect(try await small.get("/desk").text.contains("班次待审批"))
    }

    @Test("what the plan asks of the year stands beside what is under way, each figure with its list") func year()
        async throws
    {
        let plan = """
            河畔县培训方案
            一、任务
            1.办好专题班。全县每年举办专题班不少于3期，培训干部100人次（牵头单位：县委组织部）。
            """
        var small = try SmallSite(plan: plan)
        small.reader = { _ in Self.office }
        let before = try await small.get("/classes/year")
        #expect(before.status == 200 && before.text.contains("专题班"))
        _ = try await send(&small, as: Self.clerk, "/classes/new", Self.application)
        small.reader = { _ in Self.office }
        let page = try await small.get("/classes/year")
        let link = try #require(page.links.first { $0.hasPrefix("/classes?obligation=1.1") })
        let list = try await small.get(link)
        #expect(list.status == 200 && list.text.contains("河道治理专题班") && list.text.contains("在办班次，计入"))
        #expect(try await small.get("/classes?obligation=9.9").text.contains("河道治理专题班") == false)
    }

    @Test("the call-up is a document for each unit within reach") func document() async throws {
        var small = try SmallSite()
        let made = try await send(&small, as: Self.clerk, "/classes/new", Self.application)
        let address = try #require(made.headers[.location])
        #expect(try await small.get("\(address)/call-up.docx").status == 404, "nothing was issued yet")
        _ = try await send(&small, as: Self.office, "\(address)/decide", [("answer", "approved"), ("remark", "")])
        _ = try await send(
            &small, as: Self.office, "\(address)/call-up",
            [
                ("contact", "李文 6012345"), ("quotas.0.unit", "U2"), ("quotas.0.seats", "2"),
                ("deadline", "2026-10-06"),
            ])
        small.reader = { _ in Self.clerk }
        #expect(try await small.get("\(address)/call-up.docx").status == 200)
        small.reader = { _ in Reader(account: "柳湾镇联络员", rights: [.see, .report], unit: "U3") }
        #expect(try await small.get("\(address)/call-up.docx").status == 404, "it has no seats")
    }

    @Test("the timetable goes into a calendar; what is struck off is cancelled there") func calendar() async throws {
        var small = try SmallSite()
        let made = try await send(&small, as: Self.clerk, "/classes/new", Self.application)
        let address = try #require(made.headers[.location])
        _ = try await send(&small, as: Self.office, "\(address)/decide", [("answer", "approved"), ("remark", "")])
        #expect(try await small.get("\(address)/timetable.ics").status == 404)
        func session(_ row: Int, _ half: String, _ course: String) -> [(String, String)] {
            [
                ("sessions.\(row).day", "2026-10-09"), ("sessions.\(row).half", half),
                ("sessions.\(row).course", course), ("sessions.\(row).way", "classroom"),
                ("sessions.\(row).hours", "2"),
            ]
        }
        let first = try await send(
            &small, as: Self.school, "\(address)/timetable/edit",
            session(0, "morning", "防汛, 形势") + session(1, "afternoon", "研讨"))
        #expect(first.status == 303)
        var text = try await small.get("\(address)/timetable.ics").text
        #expect(text.contains("DTSTART;TZID=Asia/Shanghai:20261009T083000") && text.contains("T100000"))
        #expect(text.contains("SUMMARY:防汛\\, 形势") && !text.contains("STATUS:CANCELLED"))
        let form = try await small.get("\(address)/timetable/edit")
        let seen = try #require(form.text.firstMatch(of: /name="base" value="([0-9]+)"/).map { String($0.1) })
        let second = try await send(
            &small, as: Self.school, "\(address)/timetable/edit", session(0, "morning", "防汛") + [("base", seen)])
        #expect(second.status == 303)
        text = try await small.get("\(address)/timetable.ics").text
        #expect(text.contains("SUMMARY:防汛\r\n") && text.contains("SEQUENCE:1"))
        #expect(text.components(separatedBy: "STATUS:CANCELLED").count == 2, "the afternoon")
    }
}
