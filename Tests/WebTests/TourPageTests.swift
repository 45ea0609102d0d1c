import Foundation
import HTTPTypes
import Store
import TestEngines
import Testing
import Vocabulary

@testable import Web

/// What a clerk and the office read on the pages of a tour, beyond its way from form to measures.
@Suite("Pages of a study tour", .onEveryEngine) struct TourPageTests {
    private let desk = DeskPageTests()
    private static let clock = "2026-09-30"

    /// A site whose day can be changed.
    private final class Days: @unchecked Sendable {
        var today = SmallSite.today
    }

    private func on(_ days: Days, _ small: SmallSite) -> SmallSite {
        var later = small
        later.site = Web.Site(database: small.database, today: { days.today })
        later.site.evidence = small.site.evidence
        later.reader = { _ in DeskPageTests.clerk }
        return later
    }

    private func filed() async throws -> (small: SmallSite, tour: String) {
        let small = try desk.site(DeskPageTests.clerk)
        return (small, try await desk.fill(small, "/tours/new", DeskPageTests.scheme))
    }

    private func decide(_ small: SmallSite, _ tour: String, _ answer: String, _ remark: String = "") async throws {
        var small = small
        small.reader = { _ in DeskPageTests.office }
        try await desk.fill(small, "\(tour)/decide", [("answer", answer), ("remark", remark)])
    }

    private func section(_ id: String, _ answer: Answer) throws -> String {
        String(try #require(answer.text.firstMatch(of: try Regex("id=\"\(id)\".*?</section>"))?.0))
    }

    @Test("a tour is returned with a reason only, which stands on its page, its form, the desk and its history")
    func returned() async throws {
        var (small, tour) = try await filed()
        small.reader = { _ in DeskPageTests.office }
        let code = try desk.draft(try await small.get("\(tour)/decide"))
        let silent = try await small.post(
            "\(tour)/decide", [("draft", code), ("answer", "returned"), ("remark", " "), ("step", "check")])
        #expect(silent.status == 422 && silent.text.contains("请写明要改什么"))
        try await decide(small, tour, "returned", "人数偏多，请减到五人")
        small.reader = { _ in DeskPageTests.clerk }
        for address in [tour, "\(tour)/change", "/desk"] {
            #expect(try await small.get(address).text.contains("人数偏多，请减到五人"), "\(address)")
        }
        #expect(try await small.get("/tours").text.contains("退回修改"))
        try await desk.fill(
            small, "\(tour)/change", DeskPageTests.scheme.map { $0.0 == "fundedBy" ? ($0.0, "专项经费") : $0 })
        try await decide(small, tour, "approved", "同意")
        let page = try await small.get(tour)
        let history = try section("history", page)
        for words in ["退回修改", "人数偏多，请减到五人", "重新报备", "培训经费", "专项经费", "批准", "同意", "县委组织部"] {
            #expect(history.contains(words), "\(words)")
        }
        let order = ["同意", "专项经费", "人数偏多"].map { history.range(of: $0)?.lowerBound }
        #expect(order[0] ?? history.endIndex < order[1] ?? history.startIndex)
        #expect(order[1] ?? history.endIndex < order[2] ?? history.startIndex, "the last first")
    }

    @Test("the decision shows the tour, chooses nothing beforehand, and counts the lead from the day it was filed")
    func decision() async throws {
        var (small, tour) = try await filed()
        small.reader = { _ in DeskPageTests.office }
        let form = try await small.get("\(tour)/decide")
        for words in ["河道治理学习考察", "9,600.50", "谁来管护", "请选择"] { #expect(form.text.contains(words), "\(words)") }
        #expect(!form.text.contains("value=\"approved\" selected") && !form.text.contains("提前"))
        let code = try desk.draft(form)
        let none = try await small.post(
            "\(tour)/decide", [("draft", code), ("answer", ""), ("remark", ""), ("step", "check")])
        #expect(none.status == 422 && none.text.contains("请选择意见"))
        let check = try await small.post(
            "\(tour)/decide", [("draft", code), ("answer", "returned"), ("remark", "缺接待函"), ("step", "check")])
        #expect(check.status == 200 && !check.text.contains("这次改动") && check.text.contains("缺接待函"))
    }

    @Test("the lead is counted from the day of filing, whenever it is decided") func lead() async throws {
        let days = Days()
        days.today = day("2026-10-14")
        var small = on(days, try desk.site(DeskPageTests.clerk))
        let tour = try await desk.fill(small, "/tours/new", DeskPageTests.scheme)
        days.today = day("2026-10-25")
        small.reader = { _ in DeskPageTests.office }
        let form = try await small.get("\(tour)/decide")
        #expect(form.text.contains("应提前15天报备，实际提前6天"), "\(form.text.matches(of: /应提前[^<]*/).map { $0.0 })")
        let code = try desk.draft(form)
        let check = try await small.post(
            "\(tour)/decide", [("draft", code), ("answer", "returned"), ("remark", "已过期"), ("step", "check")])
        #expect(check.text.contains("实际提前6天") && !check.text.contains("提前-"))
    }

    @Test("a step that would be refused is refused before its form is opened") func closed() async throws {
        var (small, tour) = try await filed()
        #expect(try await small.get("\(tour)/report").status == 409)
        #expect(try await small.get("\(tour)/measures/new").text.contains("请先报送考察报告"))
        try await decide(small, tour, "approved")
        let change = try await small.get("\(tour)/change")
        #expect(change.status == 409 && change.text.contains("撤回后重新报备") && change.links.contains(tour))
        small.reader = { _ in DeskPageTests.office }
        #expect(try await small.get("\(tour)/decide").status == 409)
        small.reader = { _ in DeskPageTests.clerk }
        try await desk.fill(small, "\(tour)/withdraw", [("reason", "改期")])
        let again = try await small.get("\(tour)/withdraw")
        #expect(again.status == 409 && again.text.contains("已经撤回"))
        #expect(try await small.get(tour).text.contains("撤回原因"))
    }

    @Test("whoever gives a form up comes to the page that it was begun from") func givenUp() async throws {
        var (small, tour) = try await filed()
        try await decide(small, tour, "approved")
        small.reader = { _ in DeskPageTests.clerk }
        for (form, place) in [("/tours/new", "/tours"), ("\(tour)/withdraw", tour), ("\(tour)/papers/new", tour)] {
            let code = try desk.draft(try await small.get(form))
            let answer = try await small.post(form, [("draft", code), ("step", "discard")])
            #expect(answer.status == 303 && answer.headers[.location] == place, "\(form)")
            #expect(try await small.get(place).status == 200)
        }
    }

    @Test("rules that somebody else set meanwhile are not overwritten by a form from before") func rules() async throws
    {
        let small = try desk.site(DeskPageTests.office)
        func fields(_ days: String) -> [(String, String)] {
            [
                ("leadDays", "15"), ("mostPeople", "5"), ("mostDays", days), ("reportDays", "10"),
                ("lookBackMonths", "6"),
            ]
        }
        try await desk.fill(small, "/tours/rules", fields("6"))
        let stale = try await small.get("/tours/rules")
        let seen = try #require(stale.text.firstMatch(of: /name="seen" value="([0-9]+)"/).map { String($0.1) })
        try await desk.fill(small, "/tours/rules", fields("7"))
        let late = try await small.post(
            "/tours/rules",
            [("draft", try desk.draft(stale)), ("seen", seen)] + fields("8") + [("step", "check")])
        #expect(late.status == 422 && late.text.contains("已在您填写期间改动"))
    }

    @Test("lists narrow by the day that is known, in files too, and say that the state is today's")
    func known() async throws {
        let (small, _) = try await filed()
        for address in ["/tours?knownAt=2026-09-01", "/tours?asOf=2026-09-01"] {
            let page = try await small.get(address)
            #expect(!page.text.contains("河道治理学习考察"), "\(address)")
            #expect(page.text.contains("2026-09-01及以前报备") && page.text.contains(Self.clock), "\(address)")
        }
        #expect(try await !small.get("/tours.csv?knownAt=2026-09-01").text.contains("河道治理学习考察"))
        let csv = try await small.get("/tours.csv?knownAt=\(Self.clock)")
        #expect(csv.text.contains("待审批（\(Self.clock)）"))
        #expect(try await small.get("/tours").text.contains("河道治理学习考察"))
        #expect(try await !small.get("/tours").text.contains("及以前报备"))
    }

    @Test("all that is wrong with route and days is told in the first round; the check page adds the budget up")
    func firstRound() async throws {
        let small = try desk.site(DeskPageTests.clerk)
        let form = try await small.get("/tours/new")
        #expect(form.text.contains("value=\"U2\" selected"), "their own unit is chosen")
        let changed = DeskPageTests.scheme.filter { !["title", "route.0.day"].contains($0.0) }
        let wrong = try await small.post(
            "/tours/new",
            [("draft", try desk.draft(form)), ("title", ""), ("route.0.day", "2026-11-20")] + changed
                + [("step", "check")])
        #expect(wrong.status == 422 && wrong.text.contains("请填写考察名称"))
        #expect(wrong.text.contains("行程第1行的日期2026-11-20不在出发和返回之间"))
        let code = try desk.draft(try await small.get("/tours/new"))
        let budget = DeskPageTests.scheme.map { $0.0 == "budget.1.amount" ? ($0.0, "400") : $0 }
        let check = try await small.post("/tours/new", [("draft", code)] + budget + [("step", "check")])
        #expect(check.status == 200 && check.text.contains("经费预算合计10,000.50元"))
    }

    @Test(
        "a report says what differs and what was overspent; the page counts who went, and shows what proves a measure")
    func report() async throws {
        let days = Days()
        var (small, tour) = try await filed()
        try await decide(small, tour, "approved")
        small = on(days, small)
        days.today = day("2026-10-28")
        let form = try await small.get("\(tour)/report")
        #expect(!form.text.contains("与批准方案不一致的原因（可不填）") && form.text.contains("与批准方案不一致的原因"))
        var fields = [
            ("from", "2026-10-20"), ("to", "2026-10-22"), ("members", "甲一"), ("hours", "18"),
            ("costs.0.item", "travel"), ("costs.0.amount", "10000.50"), ("differences", ""), ("findings", ""),
        ]
        let code = try desk.draft(form)
        let silent = try await small.post("\(tour)/report", [("draft", code)] + fields + [("step", "check")])
        #expect(silent.status == 422)
        #expect(silent.text.contains("请说明原因") && silent.text.contains("请填写外地做法"), "all in one round")
        fields[6].1 = "一人因病未去"
        fields[7].1 = "先算账后动工"
        let check = try await small.post("\(tour)/report", [("draft", code)] + fields + [("step", "check")])
        #expect(
            check.status == 200 && check.text.contains("超支400元"), "\(check.text.matches(of: /超支[^<]*/).map { $0.0 })"
        )
        _ = try await small.post("\(tour)/report", [("draft", code), ("step", "save")])
        let page = try await small.get(tour)
        #expect(page.text.contains("县水务局1人赴南州市") && page.text.contains("T2026-000001") && page.text.contains("超支"))
        let measure = [
            ("measure", "建立资金平衡机制"), ("origin", ""), ("lead", "U2"), ("owner", "甲三"), ("due", "2026-12-31"),
        ]
        let beyond = try await small.post(
            "\(tour)/measures/new",
            [("draft", try desk.draft(try await small.get("\(tour)/measures/new")))]
                + measure.map { $0.0 == "lead" ? ($0.0, "U3") : $0 } + [("step", "check")])
        #expect(beyond.status == 422 && beyond.text.contains("牵头单位不在您的管理范围内"))
        try await desk.fill(small, "\(tour)/measures/new", measure)
        try await desk.fill(small, "/tours/measures/M2026-000001/done", [("proof", "已印发办法〔2026〕9号")])
        let done = try await small.get(tour)
        let history = try section("history", done)
        #expect(try section("measures", done).contains("已印发办法〔2026〕9号"))
        for words in ["报送考察报告", "一人因病未去", "增加措施", "建立资金平衡机制", "措施办结", "已印发办法〔2026〕9号"] {
            #expect(history.contains(words), "\(words)")
        }
        #expect(try await small.get("/tours/measures.csv").text.contains("已印发办法〔2026〕9号"))
        #expect(try await small.get("/tours/measures/M2026-000001/done").status == 409)
    }
}
