import HTTPTypes
import Records
import Store
import TestEngines
import Testing
import Vocabulary

@testable import Web

/// Changes of units and people by hand.
@Suite("Pages of changes", .onEveryEngine)
struct ChangePageTests {
    @Test("somebody is found by name, transferred on a day, and their page tells who did it") func transfer()
        async throws
    {
        let small = try SmallSite()
        #expect(try await small.get("/").links.contains("/changes"))
        let way = try await small.get("/changes/person?person=%E7%94%B2%E4%B8%80")
        #expect(way.headers[.location] == "/changes/people/P1")
        let person = try await small.get("/changes/people/P1")
        #expect(person.links.contains("/changes/people/P1/transfer") && person.text.contains("县水务局"))
        let post = [("unit", "U3"), ("post", "副镇长"), ("rank", ""), ("from", "2026-09-01")]
        let early = post.map { $0.0 == "from" ? ("from", "2023-01-01") : $0 }
        let refused = try await small.post("/changes/people/P1/transfer", early + [("step", "save")])
        #expect(refused.status == 422 && refused.text.contains("2024-01-01"))
        let done = try await small.post("/changes/people/P1/transfer", post + [("step", "save")])
        #expect(done.headers[.location] == "/changes/people/P1", "\(done.text.prefix(2000))")
        let page = try await small.get("/changes/people/P1")
        #expect(page.text.contains("副镇长") && page.text.contains("2026-08-31") && page.text.contains("调动"))
        #expect(try small.recorded().appointments.count { $0.person == "P1" } == 2)
        #expect(try small.database.faults() == [])
    }

    @Test("a unit is added and renamed; one that still has people does not end") func units() async throws {
        let small = try SmallSite()
        let fields = [("name", "县林业局"), ("kind", "department"), ("parent", "U1"), ("code", ""), ("from", "2026-01-01")]
        let done = try await small.post("/changes/units/new", fields + [("step", "save")])
        let address = try #require(done.headers[.location])
        let renamed = try await small.post(
            address + "/change", [("name", "县林草局"), ("kind", "department"), ("parent", "U1"), ("step", "save")])
        #expect(renamed.status == 303)
        #expect(try await small.get(address).text.contains("县林草局"))
        let refused = try await small.post(
            "/changes/units/U2/end", [("until", "2026-09-29"), ("reason", "机构改革"), ("step", "save")])
        #expect(refused.status == 422 && refused.text.contains("任职人员3人"))
        let unknown = try await small.get("/changes/unit?unit=%E6%B2%A1%E6%9C%89")
        #expect(unknown.status == 404 && unknown.text.contains("没有查到“没有”") && unknown.text.contains("查找"))
        let nobody = try await small.get("/changes/people/P77")
        #expect(nobody.status == 404 && nobody.links.contains("/people") && nobody.text.contains("没有编号为“P77”的人员"))
        #expect(try await small.get("/changes/person?person=").text.contains("请填写"))
    }

    @Test("a clerk hears of a namesake elsewhere, that transfers are the office's, and finds no way that ends in 403")
    func namesake() async throws {
        var small = try SmallSite()
        small.reader = { _ in Reader(account: "柳湾镇", rights: [.see, .report], unit: "U3") }
        let person = try #require(try small.recorded().persons.first { $0.code == "P1" })
        let fields = [
            ("name", person.name), ("sex", "female"), ("birthMonth", person.birthMonth.replacing("-", with: "")),
            ("code", ""),
            ("unit", "U3"), ("post", "科员"), ("rank", ""), ("from", "2026-01-01"), ("step", "check"),
        ]
        let check = try await small.post("/changes/people/new", fields)
        #expect(check.status == 200, "\(check.text.prefix(3000))")
        #expect(check.text.contains("已有1名同名人员") && check.text.contains("县水务局，出生年月相同"))
        #expect(check.text.contains("由组织部管理员办理") && !check.text.contains("P1"))
        let home = try await small.get("/changes")
        #expect(home.text.contains("由组织部管理员办理") && !home.links.contains("/import"))
        small.reader = { _ in Reader(account: "县水务局", rights: [.see, .report], unit: "U2") }
        #expect(try await small.get("/changes/people/P3/transfer").text.contains("由组织部管理员办理"))
        #expect(try await small.get("/people/P3").links.contains("/people/P3/sign-in-code"))
        let office = try SmallSite()
        #expect(try await office.post("/changes/people/new", fields).text.contains("\(person.name) P1"))
        #expect(try await office.get("/changes").links.contains("/import"))
    }

    @Test("a clerk finds those of their own unit, and reaches nobody else") func clerk() async throws {
        var small = try SmallSite()
        small.reader = { _ in Reader(account: "柳湾镇", rights: [.see, .report], unit: "U3") }
        #expect(try await small.get("/changes/people/P1").status == 404)
        #expect(try await small.get("/changes/units/U2").status == 404)
        #expect(try await small.get("/changes/units/U3").status == 200)
        let post = [("unit", "U3"), ("post", "副镇长"), ("from", "2026-09-01"), ("step", "save")]
        #expect(try await small.post("/changes/people/P1/transfer", post).status == 404)
        #expect(try await small.post("/changes/units/new", [("step", "save")]).status == 403)
        #expect(try small.recorded().appointments.count { $0.person == "P1" } == 1)
    }

    @Test("the check page of a transfer tells what today's ledger changes, and nothing is kept") func foreseen()
        async throws
    {
        let small = try SmallSite()
        let end = [("until", "2026-09-29"), ("reason", "退休"), ("step", "check")]
        let page = try await small.post("/changes/people/P1/end", end)
        #expect(page.status == 200 && page.text.contains("台账的变化"), "\(page.text.prefix(3000))")
        let merge = [
            ("units", "县水务局\n柳湾镇"), ("into", "U2"), ("name", ""), ("kind", "department"), ("code", ""),
            ("from", "2026-09-01"), ("step", "check"),
        ]
        let merged = try await small.post("/changes/units/U3/merge", merge)
        // Nothing is asked of the town before its clause is settled: the ledger stays as it is.
        #expect(merged.status == 200 && merged.text.contains("柳湾镇"))
        #expect(merged.text.contains("今天的台账没有变化"))
        #expect(try small.recorded() == SmallSite.book)
    }

    @Test("two records of one name are compared, merged, and the old number leads on; it is taken back")
    func duplicates()
        async throws
    {
        var book = SmallSite.book
        book.persons.append(
            Person(code: "P9", name: "甲 一", sex: .female, birthMonth: "1980-01", recorded: book.persons[0].recorded))
        let small = try SmallSite(book: book)
        let list = try await small.get("/changes/duplicates")
        #expect(list.links.contains("/changes/duplicates/P1/P9") && list.text.contains("同名、同出生年月"))
        let pair = try await small.get("/changes/duplicates/P1/P9")
        #expect(pair.text.contains("县水务局") && pair.links.contains("/changes/duplicates/P1/P9/distinct"))
        let fields = [("one", "P1"), ("other", "P9"), ("kept", "P1"), ("posts", "undecided")]
        let check = try await small.post("/changes/duplicates/P1/P9", fields + [("step", "check")])
        #expect(check.status == 200 && check.text.contains("这个编号以后查到的是P1"), "\(check.text.prefix(3000))")
        let done = try await small.post("/changes/duplicates/P1/P9", fields + [("step", "save")])
        #expect(done.headers[.location] == "/changes/people/P1")
        #expect(try await small.get("/people/P9").headers[.location] == "/people/P1")
        #expect(try await small.get("/changes/people/P9").text.contains("已并入的编号"))
        let merged = try await small.get("/changes/duplicates/merged")
        let address = try #require(merged.links.first { $0.hasPrefix("/changes/done/") })
        #expect(try await small.get(address).links.contains(address + "/take-back"))
        let back = try await small.post(address + "/take-back", [("reason", "不是一人"), ("step", "save")])
        #expect(back.headers[.location] == address)
        #expect(try await small.get(address).text.contains("不是一人"))
        #expect(try await small.get("/people/P9").status == 200)
    }

    @Test("a unit is split on its page, everybody in a place") func split() async throws {
        let small = try SmallSite()
        let form = try await small.get("/changes/units/U2/split")
        #expect(form.text.contains("places.P1") && form.text.contains("places.T1"))
        let fields = [
            ("from", "2026-09-01"), ("remains", "stays"), ("name1", "县河湖局"), ("name2", ""), ("name3", ""),
            ("name4", ""), ("kind", "department"), ("rest", "stays"), ("places.P1", "first"), ("places.P2", ""),
            ("places.P3", ""), ("places.T1", ""),
        ]
        let check = try await small.post("/changes/units/U2/split", fields + [("step", "check")])
        #expect(check.status == 200 && check.text.contains("县河湖局"), "\(check.text.prefix(3000))")
        let done = try await small.post("/changes/units/U2/split", fields + [("step", "save")])
        #expect(done.headers[.location] == "/changes/units/U2")
        let new = try #require(try small.recorded().units.first { $0.name == "县河湖局" })
        #expect(try small.recorded().appointments.count { $0.unit == new.code } == 1)
    }
}
