import HTTPTypes
import Pages
import Storage
import Store
import Testing
import Training
import Vocabulary

@testable import Books
@testable import Web

/// What an address asks for and cannot be had is said, never passed over.
@Suite("Addresses that cannot be followed")
struct AddressTests {
    @Test(
        "a bad day is named, and so is the day that is shown instead; no link carries it on",
        arguments: [
            "asOf=2026-13-40", "asOf=gestern", "asOf=9999-12-31", "asOf=26-09-30", "knownAt=2026-02-30", "knownAt=x",
            "knownAt=2026-10-01", "lang=fr",
        ])
    func badDays(parameter: String) async throws {
        let small = try SmallSite()
        let value = parameter.split(separator: "=")[1]
        for address in ["/", "/ledger", "/units/U2", "/people", "/activities", "/plan"] {
            let page = try await small.get("\(address)?\(parameter)")
            #expect(page.status == 200)
            #expect(page.text.contains("role=\"alert\"") && page.main.contains(value), "\(address)?\(parameter)")
            #expect(page.links.allSatisfy { !$0.contains(parameter) }, "\(address)?\(parameter)")
        }
        #expect(try await small.get("/ledger.csv?\(parameter)").status == 400, "a file of another day than asked for")
    }

    @Test("a day to come is shown, and said to be to come")
    func future() async throws {
        let page = try await SmallSite().get("/?asOf=2027-03-01")
        #expect(page.status == 200 && page.text.contains("2027-03-01还没有到"))
        #expect(try await !SmallSite().get("/?asOf=2026-09-30").text.contains("还没有到"))
    }

    @Test(
        "a condition that is none lists nothing, and says why",
        arguments: [
            "/ledger?standing=red", "/ledger?kind=everyone", "/ledger?window=now", "/ledger?task=99",
            "/ledger?obligation=9.9", "/ledger?unit=U99", "/ledger?due=soon", "/ledger?due=-3", "/ledger?from=May",
            "/ledger?yearly=x", "/ledger?ends=99999999999999999999", "/units?group=7", "/units?under=U99",
            "/people?unit=U99", "/people?scope=all", "/people/P1?year=last", "/activities?kind=picnic",
            "/activities?unit=U99", "/activities?year=20x6", "/activities?scope=1",
        ])
    func unknownConditions(address: String) async throws {
        let small = try SmallSite()
        for language in ["zh", "en"] {
            let page = try await small.get("\(address)&lang=\(language)")
            #expect(page.status == 200)
            #expect(page.text.contains("role=\"alert\""), "it says so")
            #expect(page.list(named: nil).map { $0.rows == 0 } ?? true, "nothing is listed")
            let name = address.split(separator: "?")[1].split(separator: "=")[0]
            #expect(
                Anchor.all(in: page.main).contains {
                    ["去掉这一条件", "Leave it out"].contains($0.text) && !$0.address.contains("\(name)=")
                }, "and how to take it out")
        }
        if address.hasPrefix("/ledger") {
            let file = try await small.get(address.replacing("/ledger", with: "/ledger.csv"))
            #expect(file.status == 400)
        }
    }

    @Test(
        "an order, a page and a size that a list does not have are said, and the list is shown as it is",
        arguments: ["sort=colour", "sort=--done", "page=99", "page=x", "page=0", "size=7"])
    func unknownOrders(parameter: String) async throws {
        let small = try SmallSite()
        for address in ["/ledger?window=all", "/units?q=", "/people?q=", "/plan/editions?q="] {
            let page = try await small.get("\(address)&\(parameter)")
            #expect(page.status == 200 && page.text.contains("class=\"warn"), "\(address)&\(parameter)")
            #expect(page.list(named: nil).map { $0.rows > 0 } ?? false)
        }
    }

    @Test(
        "a condition that a list does not know is said, and nothing more than was asked for is listed; a file is refused"
    )
    func unknownConditions() async throws {
        let small = try SmallSite()
        for address in ["/people", "/units", "/activities", "/ledger"] {
            #expect(try await small.get(address).list(named: nil).map { $0.rows > 0 } ?? (address == "/activities"))
            let page = try await small.get(address + "?name=" + Query.encoded("甲一") + "&asOf=2026-09-29")
            #expect(page.status == 200 && page.text.contains("没有“name”这个筛选条件，没有可列的内容"), "\(address)")
            #expect(page.list(named: nil).map { $0.rows == 0 } ?? true)
            #expect(page.links.contains(address + "?asOf=2026-09-29"), "a way to leave it out")
            #expect(!(try await small.get(address + "?name=").text.contains("筛选条件，没有可列")), "a blank is none")
        }
        #expect(try await small.get("/ledger.csv?name=x").status == 400)
        let overview = try await small.get("/?unit=U2")
        #expect(overview.text.contains("没有“unit”这个筛选条件，未予采用") && overview.text.contains("县水务局"))
    }

    @Test("where no entry is kept person by person, the ledger says so and leads to the roll-ups")
    func noPersons() async throws {
        let small = try SmallSite()
        let page = try await small.get("/ledger?kind=person")
        #expect(page.text.contains("没有按个人列出的条目") && page.links.contains("/ledger?kind=rollUp"))
        #expect(try await !small.get("/ledger?kind=team&standing=overdue").text.contains("没有按个人列出的条目"))
    }

    @Test("a condition that has no field in the form stands beside it, and can be taken out")
    func chips() async throws {
        let small = try SmallSite()
        for name in ["due=30", "ends=30", "obligation=1.1", "from=2026-01-01", "yearly=2026"] {
            let page = try await small.get("/ledger?\(name)&standing=owed")
            let chips = Anchor.all(in: page.text).filter {
                $0.attributes["class"] == "chip" && $0.address.contains("standing")
            }
            #expect(chips.count == 1, "\(name)")
            #expect(chips.allSatisfy { !$0.address.contains(name) && $0.address.contains("standing=owed") })
            #expect(page.text.contains("type=\"hidden\" name=\"\(name.prefix { $0 != "=" })\""), "the form keeps it")
        }
    }

    @Test("a page that is not there has no entry of the menu, and keeps language and days")
    func missing() async throws {
        let small = try SmallSite()
        let page = try await small.get("/nowhere?asOf=2026-06-30&knownAt=2026-07-31&lang=en")
        #expect(page.status == 404 && !page.text.contains("aria-current=\"page\"") && page.text.contains("lang=\"en\""))
        #expect(page.links.contains { $0.contains("asOf=2026-06-30") && $0.contains("knownAt=2026-07-31") })
    }
}

@Suite("Editions")
struct EditionPageTests {
    @Test("each opens its own text, with its day and its obligations; the one in force is marked")
    func own() async throws {
        let small = try SmallSite()
        try small.database.perform(
            PublishPlan(
                plan: Array(SmallSite.plan.replacing("不少于12次", with: "不少于9次").utf8), inForce: day("2026-07-01")
            ), by: .localOperator(named: "test"), on: day("2026-06-20"))
        let list = try await small.get("/plan/editions")
        #expect(list.links.contains("/plan/editions/1") && list.links.contains("/plan/editions/2"))
        #expect(list.text.contains("<b>现行</b>") && list.text.contains("已由第2版代替"))
        let before = try await small.get("/plan/editions?asOf=2026-06-25").text
        #expect(before.contains("<b>现行</b>") && before.contains("尚未生效") && !before.contains("代替"))
        let first = try await small.get("/plan/editions/1")
        let second = try await small.get("/plan/editions/2")
        #expect(first.text.contains("不少于12次") && !first.text.contains("不少于9次") && first.text.contains("2026-01-01"))
        #expect(second.text.contains("不少于9次") && !second.text.contains("不少于12次"))
        #expect(second.text.contains("现行（截至") && !first.text.contains("现行（截至"))
        let then = try await small.get("/plan/editions/1?asOf=2026-03-31")
        #expect(then.text.contains("现行（截至"), "on that day it was")
        #expect(try await small.get("/plan/editions/2?knownAt=2026-05-31").status == 404, "not yet published")
        #expect(try await !small.get("/plan/editions?knownAt=2026-05-31").links.contains { $0.contains("editions/2") })
        #expect(try await small.get("/plan/editions/3").status == 404)
        #expect(try await small.get("/plan/editions/x").status == 404)
    }
}
