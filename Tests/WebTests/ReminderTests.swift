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

/// The office reminds all units that are behind on one obligation; each has it on its desk until it marks it as read.
@Suite("Reminders", .onEveryEngine) struct ReminderTests {
    private static let plan = """
        河畔县交流方案
        一、任务
        1.加强交流。各单位每月开展业务交流不少于1次（牵头单位：县水务局）。
        2.加强巡护。各乡镇每年开展河道巡护不少于6次（牵头单位：县水务局）。
        """
    private static let all = Reader(account: "U1联络员", rights: [.see, .report], unit: "U1")

    /// With a second department, and somebody in it.
    static var book: RecordBook {
        var book = SmallSite.book
        for place in book.appointments.indices where book.appointments[place].person == "P3" {
            book.appointments[place].unit = "U3"
        }
        for place in book.units.indices where book.units[place].code == "U3" { book.units[place].kind = .department }
        return book
    }

    private func site(_ reader: Reader = DeskPageTests.office) throws -> SmallSite {
        var small = try SmallSite(plan: Self.plan, book: Self.book)
        small.reader = { _ in reader }
        return small
    }

    private func held(_ small: SmallSite, by unit: String, _ person: String, on day: Day = SmallSite.today) throws {
        try small.database.perform(
            ReportActivity(
                ActivityDraft(
                    kind: "exchange", title: "\(unit)业务交流", organiser: unit, team: nil, from: day, to: day, hours: 3,
                    topics: [],
                    participants: [ParticipantDraft(person: person, role: .attendee, hours: 3, completed: true)])),
            by: .localOperator(named: "test"), on: day)
    }

    /// Sends one; its address.
    private func sent(_ small: SmallSite, remark: String = "请本周内补报") async throws -> String {
        let form = try await small.get("/reminders/new/1.1")
        let code = try #require(form.text.firstMatch(of: /name="draft" value="([a-z2-7]+)"/).map { String($0.1) })
        let answer = try await small.post(
            "/reminders/new/1.1", [("draft", code), ("remark", remark), ("step", "save")])
        return try #require(answer.headers[.location], "\(answer.status) \(answer.text)")
    }

    @Test("go to exactly the units that are behind, which read the sentence that the office saw") func sending()
        async throws
    {
        var small = try site()
        try held(small, by: "U2", "P1")
        let list = try await small.get("/ledger?obligation=1.1&kind=units&standing=late&window=current")
        #expect(list.links.contains("/reminders/new/1.1"))
        #expect(try await small.get("/reminders/new").links.contains("/reminders/new/1.1"))
        let form = try await small.get("/reminders/new/1.1")
        #expect(form.text.contains("柳湾镇") && !form.text.contains("县水务局</a>"))
        let address = try await sent(small)
        let page = try await small.get(address)
        #expect(page.text.contains("柳湾镇") && page.text.contains("请本周内补报") && page.text.contains("未读"))
        small.reader = { _ in DeskPageTests.neighbour }
        let desk = try await small.get("/desk")
        #expect(desk.text.contains("收到的提醒") && desk.text.contains("请本周内补报") && desk.text.contains("县委组织部"))
        let settle = try #require(desk.links.first { $0.hasSuffix("/settle") })
        let form2 = try #require(try await small.get(settle).headers[.location])
        #expect(form2.hasPrefix("/activities/new?") && form2.contains("unit=U3"))
        // The other unit, which is not behind, has none.
        small.reader = { _ in DeskPageTests.clerk }
        #expect(try await !small.get("/desk").text.contains("收到的提醒"))
        #expect(try await small.get("/notices").text.contains("没有收到提醒"))
    }

    @Test("are sent once, however often the button is pressed, and the journal tells of them") func once() async throws
    {
        let small = try site()
        let form = try await small.get("/reminders/new/1.1")
        let code = try #require(form.text.firstMatch(of: /name="draft" value="([a-z2-7]+)"/).map { String($0.1) })
        let fields = [("draft", code), ("remark", ""), ("step", "save")]
        let first = try await small.post("/reminders/new/1.1", fields)
        let again = try await small.post("/reminders/new/1.1", fields)
        #expect(first.status == 303 && first.headers[.location] == again.headers[.location])
        let sent = try small.database.read { try $0.journal(limit: 5) }.filter { $0.act == "sendReminder" }
        #expect(sent.count == 1 && sent[0].by == DeskPageTests.office.account)
        #expect(try await small.get("/reminders/new/1.1").text.contains("已提醒过"))
    }

    @Test("tell how many have settled it since, and each figure opens the units that it counts") func settled()
        async throws
    {
        let small = try site()
        let address = try await sent(small)
        try held(small, by: "U3", "P3")
        let walk = FigureWalk(small)
        try await walk.pages(from: "/reminders", atMost: 1)
        try await walk.pages(from: address, atMost: 1)
        #expect(walk.problems.isEmpty, "\(walk.problems.joined(separator: "\n"))")
        let settled = try await small.get("\(address)?state=settled")
        #expect(settled.text.contains("柳湾镇") && !settled.text.contains("县水务局</a>"))
        #expect(try await small.get("\(address)?state=open").text.contains("县水务局</a>"))
        #expect(try await small.get("\(address)?state=odd").text.contains("没有“odd”这样的状态"))
    }

    @Test("are marked as read by the unit that got them, and leave the desk and the menu's count") func read()
        async throws
    {
        var small = try site()
        _ = try await sent(small)
        small.reader = { _ in DeskPageTests.neighbour }
        func waiting() async throws -> String? {
            try await small.get("/tours").text.firstMatch(of: /href="\/desk"[^>]*>我的工作台(<b>\d+)?/).map { String($0.0) }
        }
        #expect(try await waiting()?.hasSuffix("<b>1") == true)
        let desk = try await small.get("/desk")
        let mark = try #require(desk.text.firstMatch(of: /action="(\/notices\/[^"]+\/read)"/).map { String($0.1) })
        small.reader = { _ in DeskPageTests.clerk }
        #expect(try await small.post(mark, []).status == 404)
        small.reader = { _ in Self.all }
        #expect(try await small.post(mark, []).status == 403)
        #expect(try small.database.read { try $0.journal(limit: 1) }[0].act == "sendReminder", "nobody else marks it")
        small.reader = { _ in DeskPageTests.neighbour }
        for _ in 1...2 { #expect(try await small.post(mark, []).headers[.location] == "/desk") }
        #expect(try await !small.get("/desk").text.contains("收到的提醒"))
        #expect(try await waiting()?.hasSuffix("工作台") == true)
        #expect(try await small.get("/notices?state=read").text.contains("业务交流"))
        small.reader = { _ in DeskPageTests.office }
        #expect(try await small.get("/reminders").links.contains { $0.contains("/reminders/N2026-000001") })
        #expect(try await small.get("/reminders/N2026-000001").text.contains("1个单位"))
    }

    @Test("are refused to whoever may not plan, and where nobody is behind none is sent") func refused() async throws {
        var small = try site(DeskPageTests.clerk)
        for address in ["/reminders/new", "/reminders/new/1.1"] {
            #expect(try await small.get(address).status == 403, "\(address)")
        }
        #expect(try await small.post("/reminders/new/1.1", [("step", "save")]).status == 403)
        #expect(
            try await !small.get("/ledger/entry?obligation=1.1&kind=rollUp&subject=U2").links.contains(
                "/reminders/new/1.1"))
        small.reader = { _ in DeskPageTests.office }
        #expect(try await small.get("/reminders/new/9.9").status == 404)
        for (unit, person) in [("U2", "P1"), ("U3", "P3")] { try held(small, by: unit, person) }
        #expect(try await small.get("/reminders/new/1.1").text.contains("没有单位滞后"))
        #expect(try await small.post("/reminders/new/1.1", [("step", "save")]).status == 422)
        #expect(try await small.get("/reminders").text.contains("还没有发过提醒"))
    }

    @Test("within a part of the town go to units of that part only") func reach() async throws {
        let part = Reader(account: "柳湾镇组织办", rights: [.see, .report, .plan], unit: "U3")
        var small = try site(part)
        let address = try await sent(small)
        let page = try await small.get(address)
        #expect(page.text.contains("柳湾镇") && !page.text.contains("县水务局</a>"))
        // The whole town's office sees it; another part does not.
        small.reader = { _ in Reader(account: "水务", rights: [.see, .plan], unit: "U2") }
        #expect(try await small.get(address).status == 404)
        small.reader = { _ in DeskPageTests.office }
        #expect(try await small.get(address).status == 200)
    }
}
