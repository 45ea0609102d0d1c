import Formats
import Foundation
import HTTPTypes
import PageTrial
import Pages
import Store
import Testing
import Vocabulary

@testable import ClassDesk
@testable import Web

/// The timetable of a class: moved by a form or by dragging, replaced in the morning, filled in by two people.
@Suite("Pages of a timetable") struct TimetablePageTests {
    private static let school = Reader(account: "县委党校", rights: [.see, .teach])
    private static let clerk = Reader(account: "柳湾镇联络员", rights: [.see, .report], unit: "U3")

    /// A class of one day with one lesson in its afternoon.
    private func site() throws -> (small: SmallSite, address: String) {
        var small = try SmallSite()
        let (made, _) = try HallPageTests.teach(in: small.database)
        small.reader = { _ in Self.school }
        return (small, "/classes/\(made.code)")
    }

    private func session(_ small: SmallSite, _ address: String) async throws -> String {
        let page = try await small.get("\(address)/timetable")
        let link = try #require(page.links.first { $0.contains("/timetable/move?session=") })
        return String(link.split(separator: "=")[1])
    }

    @Test("a session is moved by its form, which tells what is wrong there; the page has it elsewhere") func moved()
        async throws
    {
        let (small, address) = try site()
        let name = try await session(small, address)
        let form = try await small.get("\(address)/timetable/move?session=\(name)")
        #expect(form.status == 200 && form.text.contains("2026-09-30下午　河道巡护（甲教授）"))
        let fields = [("session", name), ("day", "2026-09-30"), ("half", "morning")]
        let check = try await small.post("\(address)/timetable/move", fields + [("step", "check")])
        #expect(check.status == 200 && check.text.contains("合计4学时"))
        let done = try await small.post("\(address)/timetable/move", fields + [("step", "save")])
        #expect(done.status == 303 && done.headers[.location] == "\(address)/timetable")
        let again = try await small.post("\(address)/timetable/move", fields + [("step", "save")])
        #expect(again.status == 422 && again.text.contains("这节课已被他人改动"))
        let outside = [("session", try await session(small, address)), ("day", "2026-10-09"), ("half", "morning")]
        let refused = try await small.post("\(address)/timetable/move", outside + [("step", "save")])
        #expect(refused.status == 422 && refused.text.contains("不在报到"))
    }

    @Test("whoever plans may drag rows by the one script; others read the page without it") func dragged() async throws
    {
        var (small, address) = try site()
        let page = try await small.get("\(address)/timetable")
        #expect(page.text.contains("<script src=\"\(Dragging.address)\" defer></script>"))
        #expect(page.headers[.contentSecurityPolicy]?.hasSuffix("script-src 'self'") == true)
        #expect(page.headers[.cacheControl] == "no-store")
        #expect(page.text.components(separatedBy: "<script").count == 2)
        // What a drop sends is what the form asks for.
        #expect(page.text.contains("action=\"\(address)/timetable/move\""))
        for field in ["session", "day", "half"] { #expect(page.text.contains("name=\"\(field)\" value=\"\"")) }
        #expect(page.text.contains("data-drop=\"day=2026-09-30&amp;half=morning\""), "the free half-day")
        let name = try await session(small, address)
        #expect(page.text.contains("data-drag=\"session=\(name)\""))
        small.reader = { _ in Self.clerk }
        let read = try await small.get("\(address)/timetable")
        #expect(!read.text.contains("<script") && !read.text.contains("data-drag"))
        #expect(read.headers[.contentSecurityPolicy]?.contains("script-src") == false)
        let fields = [("session", name), ("day", "2026-09-30"), ("half", "morning"), ("step", "save")]
        #expect(try await small.post("\(address)/timetable/move", fields).status == 403)
    }

    @Test("a lesson that was replaced stays on the page, in the document and in the workbook, struck through")
    func replaced() async throws {
        let (small, address) = try site()
        let name = try await session(small, address)
        let form = try await small.get("\(address)/timetable/replace?session=\(name)")
        #expect(form.text.contains("value=\"河道巡护\"") && form.text.contains("value=\"甲教授\""), "as it stands")
        let fields = [
            ("session", name), ("course", "河道巡护"), ("way", "classroom"), ("trainer", "乙教授"), ("room", "301"),
            ("reason", "甲教授临时不能到"),
        ]
        #expect(try await small.post("\(address)/timetable/replace", fields + [("step", "check")]).status == 200)
        #expect(try await small.post("\(address)/timetable/replace", fields + [("step", "save")]).status == 303)
        let page = try await small.get("\(address)/timetable")
        #expect(page.text.contains("乙教授") && page.text.contains("<del class=\"was\">甲教授</del>"))
        #expect(page.text.contains("2026-09-30更换：甲教授临时不能到"))
        let file = try WorkbookFile(try await small.get("\(address)/timetable.xlsx").bytes)
        var rows: [[String]] = []
        try file.read(file.sheets[0]) { row in
            rows.append(row.cells.map(\.seen))
            return .more
        }
        #expect(rows.contains { $0.contains("甲教授") && $0.contains("2026-09-30更换：甲教授临时不能到") })
        #expect(try await small.get("\(address)/timetable.docx").status == 200)
        let calendar = try await small.get("\(address)/timetable.ics").text.replacing("\r\n ", with: "")
        #expect(calendar.contains("SEQUENCE:1") && calendar.contains("调整：原为2026-09-30下午 河道巡护（甲教授）"))
    }

    @Test(
        "the form begins with a row for each free half-day, and whoever changed another half-day meanwhile loses nothing"
    )
    func together() async throws {
        let (small, address) = try site()
        let form = try await small.get("\(address)/timetable/edit")
        let base = try #require(form.text.firstMatch(of: /name="base" value="([0-9]+)"/).map { String($0.1) })
        #expect(try form.values(of: "value").filter { $0 == "2026-09-30" }.count == 2, "morning and afternoon")
        func rows(_ morning: String, _ afternoon: String) -> [(String, String)] {
            [
                ("base", base), ("sessions.0.day", "2026-09-30"), ("sessions.0.half", "morning"),
                ("sessions.0.course", morning), ("sessions.0.way", "classroom"),
                ("sessions.0.hours", morning.isEmpty ? "0" : "2"), ("sessions.1.day", "2026-09-30"),
                ("sessions.1.half", "afternoon"), ("sessions.1.course", afternoon), ("sessions.1.way", "classroom"),
                ("sessions.1.trainer", "甲教授"), ("sessions.1.room", "301"), ("sessions.1.hours", "4"),
            ]
        }
        let first = rows("", "河道巡护实务") + [("step", "save")]
        #expect(try await small.post("\(address)/timetable/edit", first).status == 303)
        let second = rows("开班式", "河道巡护")
        let check = try await small.post("\(address)/timetable/edit", second + [("step", "check")])
        #expect(check.status == 200 && check.text.contains("在您填写期间改了2026-09-30下午，已一并保留"))
        #expect(try await small.post("\(address)/timetable/edit", second + [("step", "save")]).status == 303)
        let page = try await small.get("\(address)/timetable")
        #expect(page.text.contains("开班式") && page.text.contains("河道巡护实务"))
        let third = rows("开班式", "河道巡护案例") + [("step", "save")]
        let refused = try await small.post("\(address)/timetable/edit", third)
        #expect(refused.status == 422 && refused.text.contains("现在是：河道巡护实务（甲教授）"))
    }

    private static let pdf = Array("%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n".utf8)

    @Test("papers of a class and receipts of its money are for those who run it") func papers() async throws {
        var (small, address) = try site()
        let runner = Reader(account: "水务局联络员", rights: [.see, .report], unit: "U2")
        small.reader = { _ in runner }
        let spent = [
            ("item", "meals"), ("day", "2026-09-30"), ("amount", "1200"), ("receipt", "餐饮-1"), ("note", ""),
            ("step", "save"),
        ]
        let made = try await small.post("\(address)/money/new", spent)
        let expense = try #require(made.headers[.location])
        #expect(made.status == 303 && expense.hasPrefix("/classes/expenses/FY"))
        #expect(try await small.get("\(address)/money").text.contains("1笔支出缺票据"))
        #expect(try await small.get("/classes/expenses?receipts=missing").text.contains("餐饮-1"))
        for place in [address, expense] {
            let form = try await small.get("\(place)/papers/new")
            #expect(form.status == 200)
            let draft = try EvidencePageTests().draft(form)
            let document = place == address ? "scheme" : "receipt"
            let typed = [
                ("draft", draft), ("document", document), ("proves", "2026-09-20"), ("note", ""), ("step", "check"),
            ]
            let check = try await EvidencePageTests().send(small, "\(place)/papers/new", typed, file: Self.pdf)
            #expect(check.status == 200)
            let done = try await small.post("\(place)/papers/new", [("draft", draft), ("step", "save")])
            #expect(done.status == 303 && done.headers[.location] == "\(place)#papers")
        }
        let page = try await small.get(expense)
        let paper = try #require(page.links.first { $0.hasPrefix("\(expense)/papers/E") })
        #expect(try await small.get(paper).status == 200)
        #expect(try await !small.get("\(address)/money").text.contains("缺票据"))
        // Another unit's clerk sees class and expense, and neither their papers nor a way to put any in or take any out.
        small.reader = { _ in Self.clerk }
        for place in [address, expense] {
            let seen = try await small.get(place)
            #expect(seen.status == 200 && !seen.text.contains("方案.pdf") && seen.text.contains("材料由主办单位保管"))
            #expect(try await small.get("\(place)/papers/new").status == 403)
            let sent = [("document", "other"), ("proves", "2026-09-20"), ("note", ""), ("step", "save")]
            #expect(try await small.post("\(place)/papers/new", sent).status >= 400)
        }
        #expect(try await small.get(paper).status == 403)
        #expect(try await small.post("\(paper)/withdraw", [("reason", "删"), ("step", "save")]).status == 403)
        #expect(try small.database.faults().isEmpty)
    }
}
