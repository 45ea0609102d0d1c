import HTTPTypes
import Pages
import Store
import Testing
import Vocabulary

@testable import ClassDesk
@testable import Web

/// Leave click by click: the trainee on a telephone, the class teacher at the desk.
@Suite("Pages of leave") struct LeavePageTests {
    private static let school = Reader(account: "县委党校", rights: [.see, .teach])
    private static let trainee = Reader(account: "P1", person: "P1", rights: [.own])

    @Test("a trainee asks, the class teacher finds it on the desk and grants it, the roll has it") func life()
        async throws
    {
        var small = try SmallSite()
        let (made, place) = try HallPageTests.teach(in: small.database)
        small.reader = { _ in Self.trainee }
        let form = "/me/classes/\(made.code)/leave"
        #expect(try await small.get(form).text.contains("不写病情"))
        let fields = [
            ("kind", "sick"), ("from", place.day.iso), ("fromHalf", "morning"), ("to", place.day.iso),
            ("toHalf", "afternoon"), ("reason", "就医"), ("contact", "13800000000"),
        ]
        let check = try await small.post(form, fields + [("step", "check")])
        #expect(check.status == 200 && check.text.contains("1个半天，由班主任审批"))
        #expect(check.text.contains("超过上限"), "the one half-day is the whole class")
        #expect(try await small.post(form, fields + [("step", "save")]).status == 303)
        var mine = try await small.get("/me/classes/\(made.code)")
        #expect(mine.text.contains("待班主任审批") && mine.text.contains("撤回"))
        #expect(try await small.get("/classes/leave").status == 403)
        let twice = try await small.post(form, fields + [("step", "save")])
        #expect(twice.status == 422 && twice.text.contains("已有请假单"))
        small.reader = { _ in Self.school }
        let desk = try await small.get("/desk")
        #expect(desk.text.contains("请假待班主任审批") && desk.text.contains("甲一"))
        let list = try await small.get("/classes/leave?state=toTeacher")
        let address = try #require(list.links.first { $0.hasPrefix("/classes/leave/QJ") })
        #expect(try await small.get(address).text.contains("13800000000"))
        let decided = try await small.post(
            "\(address)/decide", [("answer", "approved"), ("remark", ""), ("step", "save")])
        #expect(decided.status == 303)
        small.site.now = { Moment.date("2026-09-30T07:00:00.000Z") }
        let roll = try await small.get("/classes/\(made.code)/attendance/\(place.day.iso)/afternoon")
        #expect(roll.text.contains("name=\"roll.P1\" value=\"sick\" checked"))
        #expect(try await small.get("/classes/\(made.code)/attendance").text.contains("（☆）"))
        small.reader = { _ in Self.trainee }
        mine = try await small.get("/me/classes/\(made.code)")
        #expect(mine.text.contains("请假中") && mine.text.contains("销假"))
        let code = try #require(address.split(separator: "/").last)
        #expect(try await small.post("/me/leave/\(code)/return", []).status == 303)
        #expect(try await small.get("/me/classes/\(made.code)").text.contains("已销假"))
        // Nobody else's.
        small.reader = { _ in Reader(account: "P2", person: "P2", rights: [.own]) }
        #expect(try await !small.get("/me/classes/\(made.code)").text.contains("已销假"))
        #expect(try await small.post("/me/leave/\(code)/withdraw", []).status == 404)
        // A clerk of another unit keeps no class: their list is empty, the leave itself is refused.
        small.reader = { _ in Reader(account: "柳湾镇联络员", rights: [.see, .report], unit: "U3") }
        #expect(try await !small.get("/classes/leave").text.contains("甲一"))
        #expect(try await small.get(address).status == 403)
        for file in ["csv", "xlsx", "json"] {
            #expect(try await !small.get("/classes/leave.\(file)").text.contains("13800000000"))
        }
    }

    @Test("leave is entered for somebody by those who keep the class, and by nobody else") func entered() async throws {
        var small = try SmallSite()
        let (made, place) = try HallPageTests.teach(in: small.database)
        small.reader = { _ in Self.school }
        let fields = [
            ("person", "甲一"), ("kind", "official"), ("from", place.day.iso), ("fromHalf", "afternoon"),
            ("to", place.day.iso), ("toHalf", "afternoon"), ("reason", "市里会议"), ("contact", "市政府"),
        ]
        let entered = try await small.post("/classes/\(made.code)/leave/new", fields + [("step", "save")])
        #expect(entered.status == 303 && entered.headers[.location]?.hasPrefix("/classes/leave/QJ") == true)
        small.reader = { _ in Reader(account: "水务局联络员", rights: [.see, .report], unit: "U2") }
        #expect(try await small.get("/classes/\(made.code)/leave/new").status == 403)
    }
}
