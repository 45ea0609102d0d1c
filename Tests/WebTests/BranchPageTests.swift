import HTTPTypes
import Pages
import Records
import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import BranchDesk
@testable import Web

/// A branch's year click by click: the clerk, the head of the unit above, the office, a leading official on a telephone.
@Suite("Pages of branches", .onEveryEngine) struct BranchPageTests {
    private let desk = DeskPageTests()
    private static let head = Reader(account: "水务局负责人", rights: [.see, .lead], unit: "U2")
    private static let deputy = Reader(account: "水务局副职", rights: [.see, .lead], unit: "U2")
    private static let leader = Reader(account: "P3", person: "P3", rights: [.own])

    /// With a branch of the office for water, of which all three are members and P3 is a leading official.
    private func site(_ reader: Reader = DeskPageTests.clerk) throws -> SmallSite {
        var book = SmallSite.book
        let start = try #require(Day(iso: "2024-01-01"))
        let always = Dated(from: start, recorded: start)
        book.units.append(
            OrgUnit(
                code: "B1", name: "县水务局第一党支部", kind: .branch, parent: "U2", span: DaySpan(from: start), recorded: start)
        )
        book.teams += [
            Team(code: "T8", name: "县水务局第一党支部", kind: .branch, unit: "B1", dated: always),
            Team(code: "T9", name: "县水务局领导班子", kind: .leadershipTeam, unit: "U2", dated: always),
        ]
        book.memberships += [
            ("P1", "T8", TeamRole.secretary), ("P2", "T8", .member), ("P3", "T8", .member), ("P3", "T9", .member),
        ]
        .map { TeamMembership(code: "M\($1)\($0)", team: $1, person: $0, role: $2, dated: always) }
        var small = try SmallSite(withPlan: false, book: book)
        small.reader = { _ in reader }
        return small
    }

    private func press(_ small: SmallSite, _ address: String) async throws -> Answer {
        let code = try desk.draft(try await small.get(address))
        return try await small.post(address, [("draft", code), ("step", "save")])
    }

    private static let scheme = [
        ("kind", "lecture"), ("title", "支部书记讲党课"), ("day", "2026-09-28"), ("heldAt", "党员活动室"), ("form", "inPerson"),
        ("themed", "general"), ("agenda", "授课\n讨论"), ("topics", "theory"),
    ]

    private static let lecture = [
        ("day", "2026-09-28"), ("hours", "1.5"), ("heldAt", "党员活动室"), ("chair", "P2"), ("recorder", "P2"),
        ("should", "3"), ("present", "3"), ("observers", "1"), ("purpose", "ordinary"), ("leaders", "P3"),
        ("speakers.0.role", "secretary"), ("speakers.0.who", "甲一"), ("speakers.1.role", "model"),
        ("speakers.1.who", "省劳模张师傅"), ("place", "own"), ("minutes", "60"), ("decisions", ""),
    ]

    @Test("a lecture is announced, put on record and counted; it says which duties it fills") func lecture()
        async throws
    {
        var small = try site()
        let meeting = try await desk.fill(small, "/branches/B1/meeting?kind=lecture&month=9", Self.scheme)
        #expect(meeting == "/branches/meetings/ZB2026-000001")
        #expect(try await small.get("/desk").links.contains("\(meeting)/lecture"), "it was two days ago")
        #expect(try await small.get("\(meeting)/record").status == 409, "a lecture has a form of its own")
        let form = try await small.get("\(meeting)/lecture")
        #expect(form.text.contains("name=\"leaders\" value=\"P3\"") && form.text.contains("P1 甲一"))
        let code = try desk.draft(form)
        let wrong = Self.lecture.map {
            $0.0 == "speakers.0.who" ? ($0.0, "查无此人") : $0.0 == "present" ? ($0.0, "4") : $0
        }
        let refused = try await small.post("\(meeting)/lecture", [("draft", code)] + wrong + [("step", "check")])
        #expect(refused.status == 422 && refused.text.contains("没有查到“查无此人”"))
        #expect(refused.text.contains("实到人数超过应到的3人"), "all that is wrong comes at once")
        let check = try await small.post("\(meeting)/lecture", [("draft", code)] + Self.lecture + [("step", "check")])
        #expect(check.status == 200 && check.text.contains("支部书记讲党课、单位先进典型党课、支部季度党课"))
        #expect(check.text.contains("先进典型党课按“先进典型”主题计入"), "what the ledger would not find is told before")
        #expect(try await small.post("\(meeting)/lecture", [("draft", code), ("step", "save")]).status == 303)
        let page = try await small.get(meeting)
        for words in ["省劳模张师傅", "已纪实", "党课提纲", "甲三"] { #expect(page.text.contains(words), "\(words)") }
        let activity = try #require(page.links.first { $0.hasPrefix("/activities/A2026-") })
        #expect(try await small.get("\(activity)/correct").links.contains(meeting), "it is corrected with its record")
        let branch = try await small.get("/branches/B1")
        #expect(branch.text.contains("以普通党员身份参加") && branch.text.contains("甲三"))
        let list = try await small.get("/branches/meetings?speaker=model")
        #expect(list.text.contains("支部书记讲党课"))
        #expect(try await small.get("/branches/meetings?speaker=expert").text.contains("没有符合条件的记录"))
        let walk = FigureWalk(small)
        try await walk.pages(from: "/branches", atMost: 1)
        #expect(walk.problems.isEmpty, "\(walk.problems.joined(separator: "\n"))")
        #expect(walk.figures.count > 0)
        // Whoever neither keeps the branch nor leads it is told how many, not who.
        small.reader = { _ in DeskPageTests.office }
        let far = try await small.get("/branches/B1")
        #expect(far.status == 200 && far.text.contains("参加1人次") && !far.text.contains("甲三"))
        #expect(try await !small.get(meeting).text.contains("甲三"))
        small.reader = { _ in Self.leader }
        let own = try await small.get("/me/branch")
        #expect(own.status == 200 && own.text.contains("我的双重组织生活") && own.text.contains("1次"))
        #expect(try await small.get("/branches/B1").status == 403)
        small.reader = { _ in DeskPageTests.neighbour }
        for address in [meeting, "/branches/B1", "\(meeting)/correct-lecture"] {
            #expect(try await small.get(address).status == 404, "\(address)")
        }
    }

    @Test("a quarter's plan goes to the unit above and stands on its desk") func plan() async throws {
        var small = try site()
        let form = try await small.get("/branches/B1/quarter")
        #expect(form.text.contains("name=\"quarter\""))
        let lines = [
            ("year", "2026"), ("quarter", "3"), ("lines.0.kind", "themedDay"), ("lines.0.day", "2026-09-18"),
            ("lines.0.topic", "走进河湖"),
        ]
        let plan = try await desk.fill(small, "/branches/B1/quarter", lines)
        #expect(try await small.get("/desk").links.contains("\(plan)/send"))
        #expect(try await press(small, "\(plan)/send").status == 303)
        #expect(try await small.get("\(plan)/note").status == 403)
        small.reader = { _ in Self.head }
        #expect(try await small.get("/desk").links.contains("\(plan)/note"))
        try await desk.fill(small, "\(plan)/note", [("answer", "returned"), ("remark", "支委会没有安排")])
        small.reader = { _ in DeskPageTests.clerk }
        #expect(try await small.get("/desk").text.contains("支委会没有安排"))
        let page = try await small.get(plan)
        #expect(page.text.contains("支委会安排0次，规定3次") && page.text.contains("走进河湖"))
        // A meeting begins with what the plan has for its month.
        let proposed = try await small.get("/branches/B1/meeting?kind=themedDay&month=9&year=2026")
        #expect(proposed.text.contains("走进河湖") && proposed.text.contains("2026-09-18"))
    }

    @Test("the unit above looks at a quarter; what it finds goes to the branch and comes back, on each one's desk")
    func look() async throws {
        var small = try site(Self.head)
        let form = try await small.get("/branches/B1/look")
        #expect(form.text.contains("没有报送季度计划") && form.text.contains("value=\"2\""), "the quarter that is over")
        let look = try await desk.fill(
            small, "/branches/B1/look",
            [("year", "2026"), ("quarter", "2"), ("gaps", "没有报送季度计划\n党课缺1次"), ("due", "2026-10-15"), ("remark", "")])
        #expect(look == "/branches/looks/ZK2026-000001")
        let page = try await small.get(look)
        #expect(page.text.contains("党课缺1次") && page.text.contains("待整改"))
        #expect(try await small.get("\(look)/notice.docx").text.hasPrefix("PK"))
        #expect(try await small.get("/branches/B1").text.contains("季度查看和整改"))
        #expect(try await small.get("\(look)/answer").status == 403)
        small.reader = { _ in DeskPageTests.clerk }
        #expect(try await small.get("/desk").links.contains("\(look)/answer"))
        #expect(try await small.get("/branches/B1/look").status == 403)
        try await desk.fill(small, "\(look)/answer", [("proof", "已补报")])
        small.reader = { _ in DeskPageTests.neighbour }
        for address in [look, "\(look)/notice.docx", "\(look)/answer"] {
            #expect(try await small.get(address).status == 404, "\(address)")
        }
        small.reader = { _ in Self.head }
        #expect(try await small.get("/desk").links.contains("\(look)/close"))
        try await desk.fill(small, "\(look)/close", [("answer", "approved"), ("remark", "")])
        #expect(try await small.get("/branches/looks?state=closed").text.contains("2026年第2季度查看"))
        let walk = FigureWalk(small)
        try await walk.pages(from: "/branches/looks", atMost: 1)
        #expect(walk.problems.isEmpty, "\(walk.problems.joined(separator: "\n"))")
    }

    @Test("a rating goes from its criteria through an appeal to the stars, each step by a page") func stars()
        async throws
    {
        var small = try site(DeskPageTests.office)
        let proposed = try await small.get("/branches/rounds/new?model=m2")
        #expect(proposed.text.contains("班子配备"))
        func points(_ name: String, _ text: String, _ points: [String]) -> [(String, String)] {
            points.enumerated().flatMap { [("lines.\($0).points", $1), ("lines.\($0).text", text)] }
        }
        let bands = [
            ("five", "90"), ("four", "80"), ("three", "70"), ("two", "60"), ("fewest", "1"), ("baseWeight", "100"),
            ("assessmentWeight", "0"), ("bonusMost", "10"), ("quotaFive", "0"), ("quotaFour", "0"), ("quotaThree", "0"),
            ("rounding", "down"), ("tie", "below"), ("needsInnovation", "no"), ("maxStep", "1"), ("ratesNew", "no"),
        ]
        let scheme: [(String, String)] = [
            ("title", "2025年度机关党支部星级评定"), ("year", "2025"), ("field", "office"), ("model", "m1"),
            ("assessBy", "2026-10-10"), ("items.0.area", "制度"), ("items.0.item", "组织生活"),
            ("items.0.standard", "按期开展"), ("items.0.points", "60"), ("items.0.deduction", "缺一次扣1分"),
            ("items.0.proof", "纪实"), ("items.1.area", "作用"), ("items.1.item", "中心工作"),
            ("items.1.standard", "完成任务"), ("items.1.points", "40"), ("items.1.deduction", ""), ("items.1.proof", ""),
            ("vetoes", "弄虚作假"), ("honours", ""),
        ]
        let round = try await desk.fill(small, "/branches/rounds/new", scheme + bands)
        small.reader = { _ in DeskPageTests.clerk }
        #expect(try await small.get("/desk").text.contains("支部星级自评待填"))
        let extra = [("bonus", "0"), ("bonusFor", ""), ("innovation", ""), ("honour", "")]
        let code = try desk.draft(try await small.get("\(round)/assess?branch=B1"))
        let lines = [("lines.round", String(round.split(separator: "/").last ?? ""))]
        let over = try await small.post(
            "\(round)/assess",
            [("draft", code), ("branch", "B1"), ("step", "check")] + lines + points("lines", "见材料", ["60", "41"])
                + extra)
        #expect(over.status == 422 && over.text.contains("第2项“中心工作”的得分"))
        let assessment = try await desk.fill(
            small, "\(round)/assess", [("branch", "B1")] + lines + points("lines", "见材料", ["60", "35.5"]) + extra)
        #expect(assessment == "/branches/assessments/PD2026-000001")
        #expect(try await !small.get("/desk").text.contains("支部星级自评待填"))
        small.reader = { _ in Self.head }
        #expect(try await small.get("/desk").links.contains("\(assessment)/review"))
        let found = [
            ("visited", "2026-09-29"), ("bonus", "0"), ("assessment", "0"), ("hasInnovation", "no"), ("isDirect", "no"),
            ("isOutstanding", "no"), ("veto", ""), ("remark", ""),
        ]
        let reviewing = try await small.get("\(assessment)/review")
        let differs = [
            ("lines.0.points", "50"), ("lines.0.text", ""), ("lines.1.points", "35.5"), ("lines.1.text", ""),
        ]
        let bare = try await small.post(
            "\(assessment)/review",
            [("draft", try desk.draft(reviewing)), ("step", "check")] + lines + differs + found)
        #expect(bare.status == 422 && bare.text.contains("第1项与自评不同，请写明原因"))
        try await desk.fill(
            small, "\(assessment)/review",
            lines + differs.map { $0.0 == "lines.0.text" ? ($0.0, "主题党日缺十次") : $0 } + found)
        small.reader = { _ in DeskPageTests.office }
        #expect(try await small.get("/desk").links.contains("\(round)/decide"))
        let deciding = try desk.draft(try await small.get("\(round)/decide"))
        let meeting = [
            ("meeting", "部务会"), ("day", "2026-09-30"), ("noticeFrom", "2026-09-30"), ("leavesOut", "no"),
        ]
        let foreseen = try await small.post("\(round)/decide", [("draft", deciding), ("step", "check")] + meeting)
        #expect(foreseen.text.contains("拟定星级") && foreseen.text.contains("四星") && foreseen.text.contains("85.5"))
        #expect(try await small.post("\(round)/decide", [("draft", deciding), ("step", "save")]).status == 303)
        #expect(try await small.get("\(round)/notice.docx").text.hasPrefix("PK"))
        #expect(try await small.get("/branches/assessments.xlsx?round=\(lines[0].1)").text.hasPrefix("PK"))
        #expect(try await small.get("\(round)/announce").status == 409, "the notice runs")
        small.reader = { _ in DeskPageTests.clerk }
        let appeal = try await desk.fill(
            small, "\(assessment)/appeal", [("item", "1"), ("claim", "缺的已补开"), ("proof", "纪实九份")])
        small.reader = { _ in Self.head }
        #expect(try await small.get("\(appeal)/answer").status == 409, "who scored does not answer")
        small.reader = { _ in Self.deputy }
        try await desk.fill(small, "\(appeal)/answer", [("isUpheld", "yes"), ("points", "58"), ("answer", "采纳")])
        let page = try await small.get(assessment)
        #expect(page.text.contains("五星") && page.text.contains("主题党日缺十次"))
    }
}
