import Exchange
import Formats
import Foundation
import HTTPTypes
import Seats
import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import Web

/// What a registrar does with a year of classes, step by step.
@Suite("Seats of the year", .onEveryEngine)
struct SeatPageTests {
    /// Four classes of ten seats and sixty people in four units; six of them are due this year.
    static let year: String = {
        func list(_ value: (Int) -> String) -> String { "[" + (0..<60).map(value).joined(separator: ",") + "]" }
        let classes = (0..<4).map {
            """
            {"id": \($0 + 1), "start": \($0 * 13 + 2), "weeks": 2, "quarter": \($0), "cap": 10,
             "cats": [0\($0 == 3 ? "" : ",1")], "bands": [0], "women_pct": 20, "kind_pct": [0, 0]}
            """
        }
        return """
            {"away_pct": 40, "unit_kind": [0,0,1,1],
             "persons": {"unit": \(list { String($0 % 4) }), "category": \(list { $0 % 2 == 0 ? "0" : "1" }),
             "band": \(list { _ in "0" }), "woman": \(list { $0 % 3 == 0 ? "true" : "false" }),
             "weight": \(list { $0 % 10 == 0 ? "20" : $0 % 10 < 5 ? "3" : "1" })},
             "classes": [\(classes.joined(separator: ","))]}
            """
    }()

    private func site(withYear: Bool = true) async throws -> SmallSite {
        let small = try SmallSite()
        guard withYear else { return small }
        let answer = try await small.handIn(Self.year, named: "2027年度")
        #expect(answer.status == 303 && answer.headers[.location] == "/seats/1")
        return small
    }

    private func seats(_ small: SmallSite) async throws -> Set<Seat> {
        let answer = try await small.get("/seats/1/assignment.json")
        return Set(try SeatFile.seats(Array(answer.text.utf8)))
    }

    /// Somebody whose figure in the lists is 3 meets no 30 in a reason: a first class counts ten times inside only.
    @Test("reasons speak in the scale of people's own priorities")
    func oneScale() {
        let zh = SeatText(.zh)
        let en = SeatText(.en)
        #expect(zh.reason(.need(weight: 3, leastSeated: 1)) == "安排优先值3，班内最低为1")
        #expect(zh.reason(.full(price: 200, worth: 30, pinned: 0)) == "名额已满：班内学员的优先值均不低于20，本人为3")
        #expect(zh.reason(.full(price: 200, worth: 30, pinned: 2)).contains("班内未指定的学员"))
        #expect(zh.reason(.secondClass(weight: 3)) == "第二次调训（优先值0.3）：没有更需要安排的未参训人员")
        #expect(zh.reason(.fullOfEquals(worth: 30)).contains("（3）"))
        #expect(zh.reason(.possible(gain: 30)) == "可以安排，优先值增加3")
        #expect(en.reason(.full(price: 200, worth: 3, pinned: 0)).hasSuffix("20 or more, this person 0.3"))
        for reason in [SeatReason.full(price: 30, worth: 3, pinned: 1), .possible(gain: 10), .secondClass(weight: 20)] {
            #expect(!zh.reason(reason).contains("价值") && !zh.reason(reason).contains("权重"))
        }
    }

    @Test("with no year yet, the page says what to do")
    func empty() async throws {
        let page = try await site(withYear: false).get("/seats")
        #expect(page.status == 200 && page.text.contains("还没有年度班次"))
        #expect(try page.values(of: "action").contains("/seats/sample") && page.links.contains("/seats/new"))
    }

    @Test("a file that cannot be used says where and why, and what was pasted is not lost")
    func badUploads() async throws {
        let small = try await site(withYear: false)
        let broken = try await small.handIn("{\"unit_kind\": [0,\n x]}", named: "")
        #expect(broken.status == 422 && broken.text.contains("第2行") && broken.text.contains(" x]}"))
        let wrong = try await small.handIn(Self.year.replacing("\"weeks\": 2", with: "\"weeks\": 60"), named: "")
        #expect(wrong.status == 422 && wrong.text.contains("classes[0].weeks"))
        #expect(try await small.handIn("", named: "").text.contains("请选择文件"))
        #expect(try await small.get("/seats/1").status == 404, "nothing was kept")
    }

    @Test("a file comes as a form sends it, and names the year") func file() async throws {
        let small = try await site(withYear: false)
        let body =
            "--xx\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\n\r\n--xx\r\n"
            + "Content-Disposition: form-data; name=\"step\"\r\n\r\ncheck\r\n--xx\r\n"
            + "Content-Disposition: form-data; name=\"draft\"\r\n\r\nabcdefghijklmnop\r\n--xx\r\n"
            + "Content-Disposition: form-data; name=\"file\"; filename=\"2027.json\"\r\nContent-Type: application/json\r\n\r\n"
            + Self.year + "\r\n--xx--\r\n"
        let check = try await small.postBytes(
            "/seats/new", Array(body.utf8), type: "multipart/form-data; boundary=xx")
        #expect(check.status == 200 && check.text.contains("60人、4个班、40个名额，其中今年到期6人"))
        let draft = try #require(try check.values(of: "value").first { FormDraft.isCode($0) })
        let done = try await small.post("/seats/new", [("draft", draft), ("step", "save")])
        #expect(done.headers[.location] == "/seats/1")
        try await small.settle()
        #expect(try await small.get("/seats").text.contains(">2027<"))
    }

    @Test("the page tells what the proposal comes to, and every place on it leads somewhere")
    func figures() async throws {
        let small = try await site()
        let page = try await small.get("/seats/1")
        let instance = try SeatFile.instance(Array(Self.year.utf8))
        let seats = try await seats(small)
        let figures = SeatFigures(of: Array(seats), in: instance)
        #expect(SeatCheck(Array(seats), in: instance).isFeasible && figures.dueCovered == 6)
        #expect(page.text.contains("今年到期的6人全部有名额"))
        #expect(page.text.contains("\(figures.debtBefore) → \(figures.debtAfter)"))
        #expect(page.text.contains(">\(figures.seats)<i>/ 40</i>"))
        #expect(page.text.contains("这是首次安排"))
        for address in Set(page.links) where address.hasPrefix("/seats") {
            #expect(try await small.get(String(address.prefix { $0 != "#" })).status == 200, "\(address)")
        }
    }

    @Test("what is pinned stays through the next run, few others move, and the change is shown")
    func pinning() async throws {
        let small = try await site()
        let before = try await seats(small)
        // Somebody with little need, who has no seat in a class open to them.
        let person = try #require((0..<60).last { person in !before.contains { $0.person == person } })
        let pin = Seat(person: person, classID: 2)
        #expect(
            try await small.post(
                "/seats/1/wishes", [("act", "pin"), ("person", String(person)), ("class", "2")]
            ).status == 303)
        #expect(try await small.get("/seats/1").text.contains("下面仍是改动前的安排"))
        #expect(try await small.post("/seats/1/run", []).status == 303)
        try await small.settle()
        let after = try await seats(small)
        #expect(after.contains(pin))
        #expect(after.subtracting(before).count <= 4)
        let page = try await small.get("/seats/1")
        #expect(page.text.contains("新增\(after.subtracting(before).count)个"))
        #expect(page.text.contains("人工指定") && !page.text.contains("下面仍是改动前的安排"))
        #expect(try await small.get("/seats/1/people/\(person)").text.contains("人工指定"))
    }

    @Test("a wish that is refused keeps what was filled in; a number that is none is said to be none")
    func mistakes() async throws {
        let small = try await site()
        let refused = try await small.post("/seats/1/wishes", [("act", "pin"), ("person", "77"), ("class", "3")])
        #expect(refused.status == 422 && refused.text.contains("没有这样的人员或班次"))
        #expect(refused.text.contains("value=\"77\"") && refused.text.contains("value=\"3\" selected"))
        for (query, said) in [
            ("person=60", "没有“60”这样的人员序号"), ("person=abc", "“abc”"), ("unit=99", "没有“99”这样的单位序号"),
            ("class=9", "没有“9”这样的班次"), ("show=x", "没有“x”这样的范围"), ("show=eligible", "这样的班次"),
        ] {
            let page = try await small.get("/seats/1/people?\(query)")
            #expect(page.text.contains(said) && !page.text.contains("人员0<"), "\(query)")
        }
        #expect(try await small.get("/seats/1/people?person=%2059").links.contains("/seats/1/people/59"))
    }

    @Test("a year is renamed, taken away and had back; its number is not given again")
    func upkeep() async throws {
        let small = try await site()
        let nameless = try await small.post("/seats/1/name", [("name", "  "), ("step", "save")])
        #expect(nameless.status == 422 && nameless.text.contains("请填写名称"))
        #expect(try await small.post("/seats/1/name", [("name", "2028年度"), ("step", "save")]).status == 303)
        #expect(try await small.get("/seats").text.contains("2028年度"))
        let before = try await seats(small)

        #expect(try await small.post("/seats/1/remove", []).status == 303)
        let removed = try await small.get("/seats/1")
        #expect(removed.status == 404 && removed.text.contains("移回列表"))
        #expect(try await !small.get("/seats").text.contains("2028年度"))
        #expect(try await small.get("/seats?show=removed").text.contains("2028年度"))
        let second = try await small.post("/seats/1/remove", [])
        #expect(second.headers[.location] == "/seats?show=removed", "\(second.status) \(second.text)")
        let other = try await small.handIn(Self.year, named: "另一年")
        #expect(other.headers[.location] == "/seats/2")

        #expect(try await small.post("/seats/1/restore", []).status == 303)
        #expect(try await small.get("/seats/1").text.contains("2028年度"))
        #expect(try await seats(small) == before)
        #expect(try await small.get("/seats?show=removed").text.contains("没有移除的年度"))
    }

    @Test("who is forbidden is gone after the next run; let go, the wish is gone too")
    func forbidding() async throws {
        let small = try await site()
        let seat = try #require(try await seats(small).min())
        let wish = [("person", String(seat.person)), ("class", String(seat.classID))]
        #expect(try await small.post("/seats/1/wishes", [("act", "forbid")] + wish).status == 303)
        _ = try await small.post("/seats/1/run", [])
        try await small.settle()
        #expect(try await !seats(small).contains(seat))
        #expect(try await small.get("/seats/1/people/\(seat.person)").text.contains("人工设为不安排"))
        #expect(try await small.post("/seats/1/wishes", [("act", "letGo")] + wish).status == 303)
        #expect(try await small.get("/seats/1").text.contains("暂无。指定的人员必在该班"))
    }

    @Test("wishes that contradict each other, or a limit, are refused with the reason")
    func contradictions() async throws {
        let small = try await site()
        func wish(_ act: String, _ person: String, _ classID: String) async throws -> Answer {
            try await small.post("/seats/1/wishes", [("act", act), ("person", person), ("class", classID)])
        }
        #expect(try await wish("pin", "2", "1").status == 303)
        let both = try await wish("forbid", "2", "1")
        #expect(both.status == 422 && both.text.contains("既指定又设为不安排"))
        let other = try await wish("pin", "1", "4")
        #expect(other.status == 422 && other.text.contains("不属于调训对象"))
        let nobody = try await wish("pin", "999", "1")
        #expect(nobody.status == 422 && nobody.text.contains("没有这样的人员或班次"))
        #expect(try await wish("pin", "", "1").status == 422)
        #expect(try await wish("pin", "2", "2").status == 303)
        #expect(try await wish("pin", "2", "3").status == 422, "more classes than one may have in a year")
    }

    @Test("a class tells its limits, who sits there and why, and why not the others")
    func classPage() async throws {
        let small = try await site()
        let page = try await small.get("/seats/1/classes/1")
        #expect(page.status == 200 && page.text.contains("第3至4周") && page.text.contains("至少20%"))
        #expect(page.text.contains("轮训期限在今年") || page.text.contains("安排优先值"))
        #expect(page.text.contains("名额已满"))
        let seated = try await small.get("/seats/1/people?class=1")
        let waiting = try await small.get("/seats/1/people?class=1&show=eligible&unit=3")
        #expect(seated.text.contains("安排优先值") && waiting.text.contains("单位3") && waiting.text.contains("名额已满"))
        #expect(try await small.get("/seats/1/people.csv?class=1").text.contains("\n"))
        #expect(try await small.get("/seats/1/classes/9").status == 404)
        let english = try await small.get("/seats/1/classes/1?lang=en")
        #expect(english.text.contains("full: ") && english.text.contains("Why not"))
    }

    @Test("a form of another site is refused")
    func crossSite() async throws {
        let small = try await site()
        let site = try #require(HTTPField.Name("Sec-Fetch-Site"))
        for address in ["/seats/new", "/seats/sample", "/seats/1/run", "/seats/1/wishes"] {
            #expect(try await small.post(address, [], headers: [site: "cross-site"]).status == 403)
        }
    }

    @Test("a year is kept in the database, and can be had as a file that the command line reads")
    func kept() async throws {
        let small = try await site()
        _ = try await small.post("/seats/1/wishes", [("act", "pin"), ("person", "2"), ("class", "1")])
        let written = try #require(try small.database.read { try $0.seatPlan(number: 1) })
        #expect(written.proposal?.seats.isEmpty == false)
        #expect(written.wishes.pins == [Seat(person: 2, classID: 1)])
        let file = try await small.get("/seats/1/year.json")
        #expect(try SeatFile.instance(Array(file.text.utf8)) == written.instance)
        #expect(try small.database.faults() == [])
    }

    @Test("two who change one year at once lose nothing of each other's")
    func twoAtOnce() async throws {
        let small = try await site()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for person in 0..<8 {
                group.addTask {
                    let wish = [("act", "forbid"), ("person", String(person)), ("class", "1")]
                    let status = try await small.post("/seats/1/wishes", wish).status
                    #expect(status == 303)
                }
            }
            group.addTask { _ = try await small.post("/seats/1/run", []) }
            group.addTask { _ = try await small.post("/seats/1/name", [("name", "新名"), ("step", "save")]) }
            try await group.waitForAll()
        }
        try await small.settle()
        let plan = try #require(try small.database.read { try $0.seatPlan(number: 1) })
        #expect(Set(plan.wishes.forbids) == Set((0..<8).map { Seat(person: $0, classID: 1) }))
        #expect(plan.name == "新名" && plan.previous != nil)
        #expect(try small.database.faults() == [])
    }
}
