import HTTPTypes
import Pages
import Records
import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import SecondmentDesk
@testable import Web

/// A secondment click by click: the township that offers a post, the bureau that recommends, the office that places.
@Suite("Pages of secondments", .onEveryEngine) struct SecondmentPageTests {
    private let desk = DeskPageTests()
    private static let (host, home, office) = (
        DeskPageTests.neighbour, DeskPageTests.clerk, DeskPageTests.office
    )

    private static let post = [
        ("kind", "down"), ("unit", "U3"), ("outside", ""), ("title", "副镇长"), ("work", "协助抓项目"), ("places", "1"),
        ("from", "2026-09-01"), ("months", "12"), ("skills", "规划"), ("terms", "周转房"), ("contact", "党政办"),
    ]

    private static func nomination(_ post: String) -> [(String, String)] {
        [
            ("person", "P1"), ("unit", "U2"), ("kind", "down"), ("wish1", post), ("wish2", ""), ("wish3", ""),
            ("yields", "any"), ("degree", "bachelor"), ("appraised", "yes"), ("township", "no"), ("skills", "规划"),
            ("opinion", "扎实"),
        ]
    }

    private func site(_ reader: Reader) throws -> SmallSite {
        var small = try SmallSite()
        small.reader = { _ in reader }
        return small
    }

    /// Offered by the host, opened by the office, recommended for, placed and approved: its address.
    private func approved(_ small: inout SmallSite) async throws -> String {
        small.reader = { _ in Self.host }
        let post = try await desk.fill(small, "/secondments/posts/new", Self.post)
        small.reader = { _ in Self.office }
        try await desk.fill(small, "\(post)/review", [("answer", "approved"), ("remark", "")])
        small.reader = { _ in Self.home }
        let nomination = try await desk.fill(
            small, "/secondments/nominations/new", Self.nomination("GW2026-000001"))
        small.reader = { _ in Self.office }
        let secondment = try await desk.fill(small, "\(nomination)/place", [("post", "GW2026-000001")])
        try await desk.fill(
            small, "\(secondment)/approve",
            [("answer", "approved"), ("reportBy", "2026-09-01"), ("letter", "组通〔2026〕1号"), ("remark", "")])
        return secondment
    }

    @Test("a post is offered, opened and wished for; each condition has its reason, and the matching says why not")
    func placing() async throws {
        var small = try site(Self.host)
        let post = try await desk.fill(small, "/secondments/posts/new", Self.post)
        #expect(post == "/secondments/posts/GW2026-000001")
        #expect(try await small.get("\(post)/review").status == 403)
        small.reader = { _ in Self.office }
        #expect(try await small.get("/desk").links.contains("\(post)/review"))
        try await desk.fill(small, "\(post)/review", [("answer", "approved"), ("remark", "")])
        small.reader = { _ in Self.home }
        #expect(try await small.get(post).links.contains { $0.hasPrefix("/secondments/nominations/new?") })
        let form = "/secondments/nominations/new"
        let code = try desk.draft(try await small.get("\(form)?kind=down&wish1=GW2026-000001"))
        let check = try await small.post(
            form, [("draft", code)] + Self.nomination("GW2026-000001") + [("step", "check")])
        for words in ["年龄不超过40岁", "开始时46岁", "不符合", "本科以上学历"] { #expect(check.text.contains(words), "\(words)") }
        let saved = try await small.post(form, [("draft", code), ("step", "save")])
        let nomination = try #require(saved.headers[.location])
        #expect(try await small.get("/secondments/matching?kind=down").status == 403)
        small.reader = { _ in Self.host }
        #expect(try await small.get(nomination).status == 404, "what a unit says of its people is not the host's")
        small.reader = { _ in Self.office }
        let matching = try await small.get("/secondments/matching?kind=down")
        #expect(matching.text.contains("条件不符：开始时46岁") && matching.text.contains("没有符合条件的人选"))
        try small.database.perform(SetSecondmentRules(rules: Self.older), by: Self.office, on: SmallSite.today)
        let second = try await small.get("/secondments/matching?kind=down")
        #expect(second.text.contains("第一志愿，特长相符：规划"))
        let placed = try await desk.fill(
            small, "/secondments/matching/place?kind=down",
            [("rows.0.nomination", "GT2026-000001"), ("rows.0.post", "GW2026-000001")])
        #expect(placed == "/secondments/records?state=toApprove")
        #expect(try await small.get(placed).text.contains("甲一"))
    }

    private static let older: SecondmentRules = {
        var rules = SecondmentRules()
        rules.ageDown = 50
        return rules
    }()

    @Test("the host notes start, plan and month, home and office see them; the letter goes out as a document")
    func running() async throws {
        var small = try site(Self.host)
        let secondment = try await approved(&small)
        let letter = try await small.get("\(secondment)/letter.docx")
        #expect(letter.status == 200 && letter.headers[.contentType]?.contains("wordprocessingml") == true)
        #expect(try await small.get("\(secondment)/appraisal.docx").status == 404)
        small.reader = { _ in Self.host }
        #expect(try await small.get("/desk").links.contains("\(secondment)/start"))
        try await desk.fill(small, "\(secondment)/start", [("day", "2026-09-01")])
        try await desk.fill(small, "\(secondment)/note", [("month", "202609"), ("days", "21"), ("line", "熟悉项目")])
        let list = try await small.get("/secondments/records?duty=workPlan&side=host")
        #expect(list.text.contains("甲一"))
        small.reader = { _ in Self.home }
        let page = try await small.get(secondment)
        #expect(page.text.contains("熟悉项目") && page.text.contains("21") && page.text.contains("组通〔2026〕1号"))
        #expect(!page.links.contains("\(secondment)/note"), "the line is the host's to write")
        #expect(try await small.get("\(secondment)/note").status == 409)
        let leave = try await desk.fill(
            small, "\(secondment)/leave",
            [("from", "2026-10-08"), ("to", "2026-10-12"), ("kind", "annual"), ("place", "省城"), ("cover", "")])
        #expect(try await small.get("/desk").links.contains("\(leave)/decide"))
        small.reader = { _ in Self.host }
        #expect(try await small.get("\(leave)/decide").status == 409)
        small.reader = { _ in Reader(account: "别镇", rights: [.see, .report], unit: "U9") }
        #expect(try await small.get(secondment).status == 404)
        #expect(try await !small.get("/secondments/records").text.contains("甲一"))
    }

    @Test("flow and year: each figure opens what it was counted from") func figures() async throws {
        var small = try site(Self.host)
        let secondment = try await approved(&small)
        small.reader = { _ in Self.host }
        try await desk.fill(small, "\(secondment)/start", [("day", "2026-09-01")])
        small.reader = { _ in Self.office }
        let flow = try await small.get("/secondments/flow")
        #expect(flow.text.contains("市直部门 1人") && flow.text.contains("乡镇（街道） 1人"))
        #expect(try await small.get("/secondments/flow?kind=out").text.contains("没有这样的挂职"))
        let addresses = ["/secondments/flow", "/secondments/year", "/secondments/posts"]
        // As of a day on which they were not there yet, in English, and by what was known then.
        let travelling = ["?asOf=2026-08-31&lang=en", "?knownAt=2026-08-31"]
        for address in addresses + addresses.flatMap({ address in travelling.map { address + $0 } }) {
            let walk = FigureWalk(small)
            try await walk.pages(from: address, atMost: 1)
            #expect(walk.problems.isEmpty, "\(walk.problems.joined(separator: "\n"))")
            #expect(walk.figures.count > 0, "\(address)")
            let asked = address.split(separator: "?").dropFirst().first.map { $0.split(separator: "&") } ?? []
            let lost = walk.figures.keys.filter { figure in !asked.allSatisfy { figure.contains($0) } }
            #expect(lost.isEmpty, "\(address): \(lost)")
        }
        let before = try await small.get("/secondments/flow?asOf=2026-08-31")
        #expect(before.text.contains("没有这样的挂职"), "they reported for work on 1 September")
        // The plan of a year is set there, and is that year's.
        try await desk.fill(
            small, "/secondments/year/2026/plan", [("out", "0"), ("up", "0"), ("down", "37"), ("special", "0")])
        #expect(try await small.get("/secondments/year?year=2026").text.contains(">37<"))
        #expect(try await !small.get("/secondments/year?year=2025").text.contains(">37<"))
        #expect(try await small.get("/secondments/year/1800/plan").status == 404)
    }

    @Test("an end is put on record among the activities, and is taken back there where it was made") func ended()
        async throws
    {
        var small = try site(Self.host)
        let secondment = try await approved(&small)
        small.reader = { _ in Self.host }
        try await desk.fill(small, "\(secondment)/start", [("day", "2026-09-01")])
        small.reader = { _ in Self.office }
        try await desk.fill(small, "\(secondment)/end", [("day", "2026-09-20"), ("reason", "recalled")])
        let code = try #require(
            try small.database.read { try $0.all(Secondment.self, for: .everybody) }.first?.ended?.activity)
        #expect(try await small.get("/activities/\(code)").text.contains("挂职锻炼"))
        #expect(try await small.get(secondment).links.contains("/activities/\(code)"))
        small.reader = { _ in Self.host }
        #expect(try await small.get("/desk").links.contains("\(secondment)/appraise"))
    }

    @Test("somebody reads their own, asks for leave and hands in their summary, which the host takes over") func own()
        async throws
    {
        var small = try site(Self.host)
        let secondment = try await approved(&small)
        let code = try #require(secondment.split(separator: "/").last)
        small.reader = { _ in Self.host }
        try await desk.fill(small, "\(secondment)/start", [("day", "2026-09-01")])
        let official = Reader(account: "P1", person: "P1", rights: [.own])
        small.reader = { _ in official }
        #expect(try await small.get("/desk").links.contains("/me/secondments"))
        let own = try await small.get("/me/secondments")
        #expect(own.text.contains("柳湾镇 副镇长") && !own.links.contains("/me/secondments/\(code)/summary"))
        #expect(
            try await desk.fill(
                small, "/me/secondments/\(code)/leave",
                [("from", "2026-10-08"), ("to", "2026-10-09"), ("kind", "annual"), ("place", ""), ("cover", "")])
                == "/me/secondments")
        #expect(try await small.get(secondment).status == 403)
        small.reader = { _ in Reader(account: "P2", person: "P2", rights: [.own]) }
        #expect(try await small.get("/me/secondments/\(code)/leave").status == 404)
        #expect(try await !small.get("/me/secondments").text.contains("柳湾镇"))
        small.reader = { _ in Self.host }
        #expect(try await small.get("/desk").text.contains("挂职请假待批（接收单位）"))
        small.reader = { _ in Self.office }
        try await desk.fill(small, "\(secondment)/end", [("day", "2026-09-20"), ("reason", "recalled")])
        small.reader = { _ in official }
        let form = "/me/secondments/\(code)/summary"
        let draft = try desk.draft(try await small.get(form))
        #expect(
            try await small.post(form, [("draft", draft), ("summary", "学会了做群众工作"), ("step", "save")]).status == 303)
        small.reader = { _ in Self.host }
        #expect(try await small.get("\(secondment)/appraise").text.contains("学会了做群众工作"))
        // The home unit signs what it has seen: an opinion that was changed meanwhile is looked at again.
        func appraise(_ opinion: String) async throws {
            small.reader = { _ in Self.host }
            try await desk.fill(
                small, "\(secondment)/appraise",
                [("duties", "项目"), ("summary", "学会了做群众工作"), ("opinion", opinion), ("grade", "fit")])
        }
        try await appraise("扎实")
        small.reader = { _ in Self.home }
        let confirm = try await small.get("\(secondment)/confirm")
        #expect(confirm.text.contains("扎实"))
        try await appraise("一般")
        small.reader = { _ in Self.home }
        let seen = try #require(confirm.text.firstMatch(of: /name="seen" value="([0-9]+)"/).map { String($0.1) })
        let late = try await small.post(
            "\(secondment)/confirm",
            [("draft", try desk.draft(confirm)), ("seen", seen), ("opinion", "同意"), ("step", "check")])
        #expect(late.status == 422 && late.text.contains("在您填写期间改动了这条记录"))
        #expect(try await small.get("\(secondment)/confirm").text.contains("一般"))
    }

    @Test("rules that turn the ladder round are refused beside their field") func rules() async throws {
        let small = try site(Self.office)
        let answer = try await small.get("/secondments/rules")
        let code = try desk.draft(answer)
        let fields = try small.database.read { reading in
            try SecondmentRules.form.typed(
                SecondmentRules(), Naming(reading, on: SmallSite.today, in: .zh)
            ).items.map { ($0.name, $0.name == "leaveHomeDays" ? "2" : $0.value) }
        }
        let check = try await small.post("/secondments/rules", [("draft", code)] + fields + [("step", "check")])
        #expect(check.status == 422 && check.text.contains("派出单位批的天数不能少于接收单位批的天数"))
    }
}
