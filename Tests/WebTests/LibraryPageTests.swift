import HTTPTypes
import PageTrial
import Pages
import Store
import Testing
import Vocabulary

@testable import Web

/// The libraries of a school and the timetable that is made from them, click by click.
@Suite("Pages of the teaching libraries") struct LibraryPageTests {
    private static let clerk = Reader(account: "水务局联络员", rights: [.see, .report], unit: "U2")
    private static let office = Reader(account: "县委组织部", rights: [.see, .report, .plan])
    private static let school = Reader(account: "县委党校", rights: [.see, .report, .teach])

    private func send(
        _ small: inout SmallSite, as reader: Reader, _ address: String, _ fields: [(String, String)],
        step: String = "save"
    ) async throws -> Answer {
        small.reader = { _ in reader }
        return try await small.post(address, fields + [("step", step)])
    }

    private static let trainer = [
        ("name", "沈砚秋"), ("origin", "outside"), ("unit", "市行政学院"), ("post", "教授"), ("band", "professor"),
        ("field", "公共管理"), ("phone", "0951-6012345"), ("pay", "paid"), ("topics.0.title", "数字政府"),
        ("topics.0.hours", "3"), ("away.0.from", "2026-10-12"), ("away.0.to", "2026-10-13"),
    ]

    @Test("a trainer is entered, found, stopped with a reason and taken up again; only the school reads the telephone")
    func trainer() async throws {
        var small = try SmallSite()
        #expect(try await send(&small, as: Self.clerk, "/trainers/new", Self.trainer).status == 403)
        let made = try await send(&small, as: Self.school, "/trainers/new", Self.trainer)
        let address = try #require(made.headers[.location])
        #expect(address == "/trainers/SZ2026-000001")
        #expect(try await small.get(address).text.contains("0951-6012345"))
        for list in ["/trainers?q=市行政", "/trainers?band=professor&state=kept", "/trainers?origin=outside"] {
            #expect(try await small.get(list).text.contains("沈砚秋"), "\(list)")
        }
        #expect(try await !small.get("/trainers?band=leader").text.contains("沈砚秋"))
        let twin = try await send(&small, as: Self.school, "/trainers/new", Self.trainer, step: "check")
        #expect(twin.status == 200 && twin.text.contains("师资库已有同单位的沈砚秋"), "shown, not refused")
        let wrong = Self.trainer.map { $0.0 == "away.0.to" ? ($0.0, "2026-10-01") : $0 }
        #expect(try await send(&small, as: Self.school, "/trainers/new", wrong, step: "check").status == 422)
        #expect(try await send(&small, as: Self.school, "\(address)/stop", [("reason", "已退休")]).status == 303)
        #expect(try await small.get("/trainers?state=stopped").text.contains("沈砚秋"))
        #expect(try await small.get(address).text.contains("停用：已退休"))
        #expect(try await small.get("\(address)/stop").status == 409)
        #expect(try await send(&small, as: Self.office, "\(address)/resume", [("confirmed", "")]).status == 303)
        small.reader = { _ in Self.clerk }
        let seen = try await small.get(address)
        #expect(seen.status == 200 && !seen.text.contains("0951-6012345"))
        #expect(try await !small.get("/trainers.csv").text.contains("0951-6012345"))
        #expect(try await small.get("/search?q=沈砚秋").text.contains(address))
        for ending in ["csv", "xlsx", "json"] { #expect(try await small.get("/trainers.\(ending)").status == 200) }
    }

    @Test("a case comes into the library by two reviewers") func cases() async throws {
        var small = try SmallSite()
        let fields = [
            ("title", "老旧小区改造的资金账"), ("field", "城市更新"), ("level", "micro"), ("medium", "text"), ("author", "案例组"),
        ]
        let made = try await send(&small, as: Self.school, "/cases/new", fields)
        let address = try #require(made.headers[.location])
        for name in ["甲", "乙"] {
            let review = [("reviewer", name), ("verdict", "accept"), ("remark", "")]
            #expect(try await send(&small, as: Self.school, "\(address)/review", review).status == 303)
        }
        #expect(try await small.get("/cases?state=inLibrary").text.contains("老旧小区改造的资金账"))
        #expect(try await small.get("\(address)/review").status == 409)
    }

    /// An approved class of two days.
    private func approved(_ small: inout SmallSite, title: String = "河道治理专题班") async throws -> String {
        let application = [
            ("title", title), ("run", "1"), ("kind", "main"), ("standing", "planned"), ("organiser", "U2"),
            ("heads", "80"),
            ("registration", "2026-10-11"), ("opening", "2026-10-12"), ("closing", "2026-10-20"), ("hours", "8"),
            ("parts.0.from", "2026-10-12"), ("parts.0.to", "2026-10-13"), ("parts.0.place", "县委党校"),
            ("parts.0.way", "classroom"), ("teacher", "P1"),
        ]
        let made = try await send(&small, as: Self.clerk, "/classes/new", application)
        let address = try #require(made.headers[.location])
        _ = try await send(&small, as: Self.office, "\(address)/decide", [("answer", "approved"), ("remark", "")])
        return address
    }

    private func session(_ row: Int, _ half: String, _ course: String, _ trainer: String, _ room: String)
        -> [(String, String)]
    {
        [
            ("sessions.\(row).day", "2026-10-12"), ("sessions.\(row).half", half), ("sessions.\(row).course", course),
            ("sessions.\(row).way", "classroom"), ("sessions.\(row).trainer", trainer), ("sessions.\(row).room", room),
            ("sessions.\(row).hours", "4"),
        ]
    }

    @Test("a timetable is chosen from the library or typed, says what is wrong, is counted and handed out")
    func timetable() async throws {
        var small = try SmallSite()
        _ = try await send(&small, as: Self.school, "/trainers/new", Self.trainer)
        _ = try await send(
            &small, as: Self.school, "/rooms/new", [("name", "301报告厅"), ("place", "二号楼"), ("capacity", "60")])
        _ = try await send(
            &small, as: Self.school, "/courses/new",
            [
                ("title", "形势与任务"), ("kind", "theory"), ("way", "classroom"), ("hours", "4"),
                ("trainers.0.trainer", "沈砚秋"),
            ])
        let unknown = try await send(
            &small, as: Self.school, "/courses/new",
            [
                ("title", "另一门"), ("kind", "theory"), ("way", "classroom"), ("hours", "4"),
                ("trainers.0.trainer", "查无此人"),
            ])
        #expect(unknown.status == 422 && unknown.text.contains("师资库没有“查无此人”"))
        let address = try await approved(&small)
        small.reader = { _ in Self.school }
        let form = try await small.get("\(address)/timetable/edit")
        #expect(form.text.contains("沈砚秋（市行政学院教授）") && form.text.contains("list=\"library-trainers\""))
        let rows =
            session(0, "morning", "形势与任务", "沈砚秋", "301报告厅") + session(1, "afternoon", "研讨", "外请一位", "别处的会议室")
        let check = try await send(&small, as: Self.school, "\(address)/timetable/edit", rows, step: "check")
        for words in ["沈砚秋这一天不能授课", "容纳60人，上课80人", "理论教育和党性教育占50%", "不知类别"] {
            #expect(check.text.contains(words), "\(words)")
        }
        #expect(try await send(&small, as: Self.school, "\(address)/timetable/edit", rows).status == 303)
        let page = try await small.get("\(address)/timetable")
        for words in ["沈砚秋这一天不能授课", "沈砚秋（市行政学院教授）", "二号楼301报告厅", "外请一位", "2026-10-12 周一", "1节有冲突"] {
            #expect(page.text.contains(words), "\(words)")
        }
        #expect(page.links.contains("/trainers/SZ2026-000001") && page.links.contains("/rooms/JS2026-000001"))
        // Counted by code, each figure with its list.
        let used = try await small.get("/classes/sessions?trainer=SZ2026-000001")
        #expect(used.text.contains("形势与任务") && !used.text.contains("外请一位"))
        #expect(try await small.get("/classes/sessions?trainer=SZ2026-000001&when=held").text.contains("没有符合条件的课程"))
        #expect(try await small.get("/trainers/SZ2026-000001").text.contains("河道治理专题班"))
        #expect(try await small.get("/classes/sessions?trainer=SZ2026-000009").text.contains("形势与任务") == false)
        for ending in ["xlsx", "docx", "ics"] {
            #expect(try await small.get("\(address)/timetable.\(ending)").status == 200, "\(ending)")
        }
        let calendar = try await small.get("/trainers/SZ2026-000001/timetable.ics").text
        #expect(calendar.contains("SUMMARY:形势与任务") && !calendar.contains("研讨"))
        // A week copied: the form has both, and nothing is kept yet.
        let copied = try await small.get("\(address)/timetable/edit?copy=2026-10-12&to=2026-10-19")
        #expect(copied.text.contains("value=\"2026-10-19\"") && copied.text.contains("value=\"2026-10-12\""))
        let kept = try await small.get("\(address)/timetable.ics").text
        #expect(kept.contains("20261012") && !kept.contains("20261019"))
    }

    @Test("what went to another trainer is cancelled in the first one's calendar") func replaced() async throws {
        var small = try SmallSite()
        _ = try await send(&small, as: Self.school, "/trainers/new", Self.trainer)
        let address = try await approved(&small)
        _ = try await send(
            &small, as: Self.school, "\(address)/timetable/edit", session(0, "morning", "形势", "沈砚秋", "301"))
        let form = try await small.get("\(address)/timetable/edit")
        let seen = try #require(form.text.firstMatch(of: /name="base" value="([0-9]+)"/).map { String($0.1) })
        let other = try await send(
            &small, as: Self.school, "\(address)/timetable/edit",
            session(0, "morning", "形势", "外请一位", "301") + [("base", seen)])
        #expect(other.status == 303)
        let calendar = try await small.get("/trainers/SZ2026-000001/timetable.ics").text
        #expect(calendar.contains("SUMMARY:形势") && calendar.contains("STATUS:CANCELLED"))
    }

    @Test("namesakes are told apart in the form; the text says which was meant") func namesakes() async throws {
        var small = try SmallSite()
        _ = try await send(&small, as: Self.school, "/trainers/new", Self.trainer)
        let second = Self.trainer.map { $0.0 == "unit" ? ($0.0, "省委党校") : $0 }
        _ = try await send(&small, as: Self.school, "/trainers/new", second)
        let address = try await approved(&small)
        let vague = try await send(
            &small, as: Self.school, "\(address)/timetable/edit", session(0, "morning", "形势", "沈砚秋", "301"))
        #expect(vague.status == 422 && vague.text.contains("有2个，请写明"))
        let exact = try await send(
            &small, as: Self.school, "\(address)/timetable/edit", session(0, "morning", "形势", "沈砚秋（省委党校教授）", "301"))
        #expect(exact.status == 303)
        #expect(try await small.get("\(address)/timetable").links.contains("/trainers/SZ2026-000002"))
    }

    @Test("fees are set on the class's sheet, counted in its money, and told the school alone") func fees() async throws
    {
        var small = try SmallSite()
        _ = try await send(&small, as: Self.school, "/trainers/new", Self.trainer)
        let address = try await approved(&small)
        small.reader = { _ in Self.school }
        #expect(try await small.get("\(address)/fees").text.contains("还没有讲课费"))
        _ = try await send(
            &small, as: Self.school, "\(address)/timetable/edit", session(0, "morning", "形势", "沈砚秋", "301"))
        let page = try await small.get("\(address)/fees")
        #expect(page.text.contains("4,000") && page.text.contains("尚未核定") && page.text.contains("签名"))
        let form = try await small.get("\(address)/fees/edit")
        let key = "fees.SZ2026-000001.2026-10-12.morning"
        #expect(form.text.contains("name=\"\(key)\"") && form.text.contains("value=\"4000\""))
        let wrong = try await send(&small, as: Self.school, "\(address)/fees/edit", [(key, "很多")])
        #expect(wrong.status == 422 && wrong.text.contains("应为金额"))
        let high = try await send(&small, as: Self.school, "\(address)/fees/edit", [(key, "5000")], step: "check")
        #expect(high.status == 200 && high.text.contains("超过上限4,000元"), "shown, not refused")
        #expect(try await send(&small, as: Self.school, "\(address)/fees/edit", [(key, "3,500")]).status == 303)
        #expect(try await small.get("\(address)/fees").text.contains("3,500"))
        #expect(try await small.get("\(address)/fees.xlsx").status == 200)
        small.reader = { _ in Self.clerk }
        #expect(try await small.get("\(address)/fees").status == 403)
        let expense = [("item", "meals"), ("day", "2026-09-30"), ("amount", "1,200.50"), ("receipt", "0951-77")]
        #expect(try await send(&small, as: Self.clerk, "\(address)/money/new", expense).status == 303)
        let money = try await small.get("\(address)/money")
        for words in ["1,200.50", "3,500", "4,700.50", "0951-77"] { #expect(money.text.contains(words), "\(words)") }
        let link = try #require(money.links.first { $0.hasPrefix("/classes/expenses?class=") && $0.contains("meals") })
        #expect(try await small.get(link).text.contains("0951-77"))
        let void = try #require(money.links.first { $0.hasSuffix("/void") })
        #expect(try await send(&small, as: Self.clerk, void, [("reason", "重复")]).status == 303)
        #expect(try await !small.get("\(address)/money").text.contains("4,700.50"))
        let year = try await small.get("/classes/money?year=2026")
        #expect(year.text.contains("河道治理专题班") && year.text.contains("没有考勤"))
        #expect(try await small.get("/classes/money.csv").text.contains("3500"))
    }

    @Test("a school's own list comes in at once, or not at all: each wrong row is told with its cure") func sheet()
        async throws
    {
        var small = try SmallSite()
        small.reader = { _ in Self.school }
        #expect(try await small.get("/trainers").links.contains("/trainers/import"))
        #expect(try await small.get("/trainers/template.xlsx").status == 200)
        func take(_ rows: String..., step: String = "save") async throws -> Answer {
            let head = "姓名\t来源\t单位\t职称档次\t讲课费\t可授专题"
            let cells = ([head] + rows).joined(separator: "\n")
            return try await small.post("/trainers/import", [("cells", cells), ("step", step)])
        }
        let wrong = try await take(
            "沈砚秋\t外聘\t市行政学院\t正高\t付讲课费\t", "顾怀川\t借用\t市委党校\t副高\t不付\t",
            "沈砚秋\t外聘\t市行政学院\t正高\t付讲课费\t")
        #expect(wrong.status == 422 && wrong.text.contains("第3行B列（来源）：“借用”不在可选范围内"))
        #expect(wrong.text.contains("第4行：“沈砚秋”已有（第2行）"))
        #expect(try await !small.get("/trainers").text.contains("沈砚秋"), "nothing of it")
        let good = ["沈砚秋\t外聘\t市行政学院\t正高\t付讲课费\t\"数字政府 | 3 | 领导干部\"", "顾怀川\t本校\t市委党校\t副高\t付讲课费\t"]
        let check = try await take(good[0], good[1], step: "check")
        #expect(check.status == 200 && check.text.contains("将入库2条") && check.text.contains("本校教师填了付讲课费"))
        #expect(try await take(good[0], good[1]).status == 303)
        #expect(try await small.get("/trainers/SZ2026-000001").text.contains("数字政府"))
        let again = try await take(good[0])
        #expect(again.status == 422 && again.text.contains("“沈砚秋”已有（SZ2026-000001）"))
        small.reader = { _ in Self.clerk }
        #expect(try await take(good[0]).status == 403)
        small.reader = { _ in Self.school }
        for kind in ["courses", "rooms", "sites", "cases"] {
            #expect(try await small.get("/\(kind)/template.xlsx").status == 200, "\(kind)")
            #expect(try await small.get("/\(kind)/import").status == 200, "\(kind)")
        }
    }
}
