import HTTPTypes
import Pages
import Records
import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import LectureDesk
@testable import Web

/// A lecture and a talk click by click: the office, its head, a unit's clerk, an official on a telephone.
@Suite("Pages of lectures and talks", .onEveryEngine) struct LecturePageTests {
    private let desk = DeskPageTests()
    private static let head = Reader(account: "县委组织部负责人", rights: [.see, .lead])
    private static let official = Reader(account: "P1", person: "P1", rights: [.own])

    private static let plan = """
        河畔县讲堂方案
        一、任务
        1.办好大讲堂。理论大讲堂全年举办6期，请专家学者作辅导（牵头单位：县委组织部）。
        """

    private static let series = [
        ("unit", "U2"), ("year", "2026"), ("title", "理论大讲堂"), ("lectures.0.topic", "河道治理"),
        ("lectures.0.day", "2026-09-25"), ("lectures.0.speaker", "沈老师（学院教授）"), ("lectures.0.heldAt", "报告厅"),
        ("lectures.0.audience", "干部"), ("lectures.0.places", "60"),
    ]

    private func site() throws -> SmallSite {
        var small = try SmallSite(plan: Self.plan)
        small.reader = { _ in DeskPageTests.office }
        return small
    }

    /// A step that asks for nothing but its button.
    private func press(_ small: SmallSite, _ address: String) async throws -> Answer {
        let code = try desk.draft(try await small.get(address))
        return try await small.post(address, [("draft", code), ("step", "save")])
    }

    @Test("a series is planned and approved, a lecture announced, units name, it is recorded and counted")
    func hall() async throws {
        var small = try site()
        #expect(try await small.get("/lectures").text.contains("2026年还没有大讲堂年度安排"))
        let series = try await desk.fill(small, "/lectures/series-new", Self.series)
        #expect(series == "/lectures/series/DX2026-000001")
        #expect(try await press(small, "\(series)/submit").status == 303)
        #expect(try await small.get("\(series)/approve").status == 409, "whoever sent it does not approve it")
        small.reader = { _ in Self.head }
        #expect(try await small.get("/desk").links.contains("\(series)/approve"))
        try await desk.fill(small, "\(series)/approve", [("answer", "approved"), ("remark", "")])
        #expect(try await small.get("\(series)/series.docx").text.hasPrefix("PK"))
        small.reader = { _ in DeskPageTests.office }
        let lecture = "/lectures/hall/DJ2026-000001"
        #expect(try await small.get("/desk").links.contains("\(lecture)/apply"), "its day of application is past")
        let scheme = [
            ("topic", "河道治理"), ("speaker", "沈老师（学院教授）"), ("origin", "mainland"), ("outline", "水法"),
            ("day", "2026-09-25"),
            ("time", "14:30"), ("heldAt", "报告厅"), ("way", "room"), ("audience", "干部"), ("places", "60"),
            ("contact", "李文"),
        ]
        try await desk.fill(small, "\(lecture)/apply", scheme)
        #expect(try await small.get(lecture).text.contains("主讲人不在师资库"))
        small.reader = { _ in Self.head }
        try await desk.fill(small, "\(lecture)/decide", [("answer", "approved"), ("remark", "")])
        small.reader = { _ in DeskPageTests.office }
        let proposed = try await small.get("\(lecture)/announce")
        #expect(proposed.text.contains("柳湾镇"), "units right beneath the county")
        try await desk.fill(
            small, "\(lecture)/announce", [("lines.0.unit", "U2"), ("lines.0.places", "4")])
        for file in ["application", "invitation", "notice"] {
            #expect(try await small.get("\(lecture)/\(file).docx").text.hasPrefix("PK"), "\(file)")
        }
        let seats = "/lectures/seats/DM2026-000001"
        small.reader = { _ in DeskPageTests.clerk }
        #expect(try await small.get("/desk").links.contains("\(seats)/name"))
        try await desk.fill(small, "\(seats)/name", [("people", "甲一\n甲三"), ("others", "1")])
        #expect(try await small.get("\(lecture)/record").status == 403)
        small.reader = { _ in DeskPageTests.neighbour }
        #expect(try await small.get(seats).status == 404)
        let seen = try await small.get(lecture)
        #expect(seen.status == 200 && !seen.text.contains("甲三"), "a lecture is everybody's, names are not")
        small.reader = { _ in Self.official }
        let invited = try await small.get("/me/lectures")
        #expect(invited.text.contains("河道治理") && invited.text.contains("报告厅"))
        small.reader = { _ in DeskPageTests.office }
        #expect(try await small.get("/desk").links.contains("\(lecture)/record"))
        let form = try await small.get("\(lecture)/record")
        #expect(form.text.contains("甲一") && form.text.contains("甲三"), "who was named stands in it")
        try await desk.fill(
            small, "\(lecture)/record",
            [
                ("day", "2026-09-25"), ("hours", "2"), ("chair", "甲一"), ("units.0.unit", "U2"), ("units.0.came", "3"),
                ("guests", "5"), ("online", "0"), ("people", "甲一"),
            ])
        let done = try await small.get(lecture)
        for words in ["已纪实", "到会8人", "签到表", "照片"] { #expect(done.text.contains(words), "\(words)") }
        let home = try await small.get("/lectures")
        #expect(home.text.contains("方案的要求") && home.links.contains(lecture))
        let activity = try #require(done.links.first { $0.hasPrefix("/activities/A") })
        #expect(try await small.get(activity).text.contains("理论大讲堂第1期：河道治理"))
        #expect(try await small.get("/lectures/hall.csv").text.contains("河道治理"))
        let attendance = try await small.get("/lectures/seats.csv")
        #expect(attendance.text.contains("县水务局"))
        let own = try await small.get(seats)
        #expect(
            own.text.contains("甲一") && !own.text.contains("甲三"), "who was named and who came is not told side by side")
    }

    @Test("a trainer is recommended and appointed, a topic booked, the talk recorded and ticked")
    func talks() async throws {
        var small = try site()
        small.reader = { _ in DeskPageTests.clerk }
        let trainer = try await desk.fill(
            small, "/lectures/trainers-new",
            [
                ("unit", "U2"), ("person", "甲一"), ("kind", "inHouse"), ("topics.0.title", "河道保护"),
                ("topics.0.hours", "1.5"), ("topics.0.audience", "村民"),
            ])
        #expect(trainer == "/lectures/trainers/NX2026-000001")
        #expect(!(try await small.get("/lectures/topics").text.contains("河道保护")), "not before they are appointed")
        small.reader = { _ in DeskPageTests.office }
        #expect(try await small.get("/desk").links.contains("\(trainer)/appoint"))
        try await desk.fill(
            small, "\(trainer)/appoint", [("answer", "appoint"), ("until", "2029-09-30"), ("remark", "")])
        small.reader = { _ in DeskPageTests.neighbour }
        let topics = try await small.get("/lectures/topics")
        #expect(topics.text.contains("河道保护") && topics.text.contains("甲一"))
        let talk = try await desk.fill(
            small, "\(trainer)/book?topic=\(Query.encoded("河道保护"))",
            [
                ("trainer", "NX2026-000001"), ("topic", "河道保护"), ("host", "U3"), ("place", "village"),
                ("heldAt", "柳湾村"),
                ("audience", "村民"), ("expected", "40"), ("day", "2026-09-29"), ("contact", "王文 6012345"),
            ])
        #expect(talk == "/lectures/talks/XH2026-000001")
        #expect(try await small.get("\(talk)/answer").status == 409, "the other side answers")
        small.reader = { _ in DeskPageTests.clerk }
        #expect(try await small.get("/desk").links.contains("\(talk)/answer"))
        try await desk.fill(small, "\(talk)/answer", [("answer", "agree"), ("remark", "")])
        #expect(try await small.get("/desk").links.contains("\(talk)/record"), "it was yesterday")
        try await desk.fill(small, "\(talk)/record", [("day", "2026-09-29"), ("hours", "1.5"), ("heard", "38")])
        small.reader = { _ in DeskPageTests.neighbour }
        #expect(try await small.get("/desk").links.contains("\(talk)/feedback"))
        try await desk.fill(small, "\(talk)/feedback", [("ticks", "clear"), ("ticks", "useful")])
        #expect(try await small.get(talk).text.contains("通俗易懂"))
        small.reader = { _ in DeskPageTests.onlooker }
        #expect(try await small.get(talk).text.contains("6012345"), "whoever sees the county")
        let units = try await small.get("/lectures/units")
        #expect(units.text.contains("县水务局") && units.text.contains("还差3场"))
        #expect(try await small.get("/lectures/talks?unit=U2&done=given&year=2026").text.contains("河道保护"))
        #expect(try await small.get("/lectures/trainers.csv").text.contains("河道保护"))
        small.reader = { _ in Self.official }
        let own = try await small.get("/me/lectures")
        #expect(own.text.contains("我的宣讲") && own.text.contains("今年1场"))
    }

    @Test("rules are the site's, and a wrong day is told at its field") func rules() async throws {
        let small = try site()
        let code = try desk.draft(try await small.get("/lectures/rules"))
        let fields = [
            ("perYear", "8"), ("planBy", "230"), ("applyDays", "7"), ("outsideDays", "15"), ("noticeDays", "5"),
            ("nameDays", "2"), ("safetyFrom", "200"), ("recordDays", "3"), ("photographs", "2"), ("leastHours", "1.5"),
            ("termYears", "3"), ("renewDays", "60"), ("talksPerTrainer", "2"), ("talksPerUnit", "4"),
            ("answerDays", "3"), ("talkRecordDays", "5"),
        ]
        let wrong = try await small.post("/lectures/rules", [("draft", code)] + fields + [("step", "check")])
        #expect(wrong.status == 422 && wrong.text.contains("没有这一天"))
        var right = fields
        right[1].1 = "228"
        try await desk.fill(small, "/lectures/rules", right)
        #expect(try await small.get("/lectures").text.contains("每年规定8期"))
    }
}
