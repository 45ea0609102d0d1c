import Books
import Formats
import Foundation
import HTTPTypes
import LedgerEngine
import PageTrial
import Pages
import Plans
import Store
import Testing
import Vocabulary

@testable import Web

/// The programme of a year click by click: the clerk files, the office decides and issues, the clerk applies for a class.
@Suite("Pages of the annual programme") struct ProgrammePageTests {
    private static let clerk = Reader(account: "水务局联络员", rights: [.see, .report], unit: "U2")
    private static let neighbour = Reader(account: "柳湾镇联络员", rights: [.see, .report], unit: "U3")
    private static let office = Reader(account: "县委组织部", rights: [.see, .report, .plan])

    private static let plan = """
        河畔县培训方案
        一、任务
        1.办好专题班。全县每年举办专题班不少于3期，培训干部100人次（牵头单位：县委组织部）。
        """

    private static let line = [
        ("programme", "2026"), ("title", "河道治理专题班"), ("kind", "special"), ("organiser", "U2"),
        ("institution", "县委党校"), ("purpose", ""), ("target", "各乡镇分管负责人"), ("runs", "2"), ("heads", "40"), ("days", "3"),
        ("hours", "21"), ("month", "11"), ("part", "middle"), ("place", "县委党校"), ("amount", "48,000"),
        ("fundedBy", "培训经费"), ("contact", "李文"), ("notes", ""),
    ]

    private func send(
        _ small: inout SmallSite, as reader: Reader, _ address: String, _ fields: [(String, String)],
        step: String = "save"
    ) async throws -> Answer {
        small.reader = { _ in reader }
        return try await small.post(address, fields + [("step", step)])
    }

    @Test("a year ahead is worked out for the classes that it owes alone, and comes to the same") func ahead() throws {
        let small = try SmallSite(plan: Self.plan)
        let last = day("2027-12-31")
        func owed(alone: Bool) throws -> [Double?] {
            try small.site.state.read { town in
                let view =
                    alone
                    ? try town.ledger(asOf: last, part: "classes") { $0.id == "1.1" } : try town.ledger(asOf: last)
                return ["1.1", "1.2"].map { view?.whole($0)?.required }
            }
        }
        #expect(try owed(alone: false) == [3, 100] && owed(alone: true) == [3, nil])
    }

    /// A year that is open, with one line that was filed; its page.
    private func filed(_ small: inout SmallSite) async throws -> String {
        #expect(
            try await send(&small, as: Self.office, "/programme/open", [("year", "2026"), ("notes", "")]).status == 303)
        let made = try await send(&small, as: Self.clerk, "/programme/lines/new", Self.line)
        let address = try #require(made.headers[.location])
        #expect(try await send(&small, as: Self.clerk, "\(address)/confirm", []).status == 303)
        return address
    }

    @Test("from the line to the issue and the class, each step on its page, every figure with its list") func steps()
        async throws
    {
        var small = try SmallSite(plan: Self.plan)
        #expect(try await send(&small, as: Self.clerk, "/programme/open", [("year", "2026")]).status == 403)
        _ = try await send(&small, as: Self.office, "/programme/open", [("year", "2026"), ("notes", "")])
        let check = try await send(&small, as: Self.clerk, "/programme/lines/new", Self.line, step: "check")
        #expect(check.status == 200 && check.text.contains("上报截止日期是2026-03-31，按迟报显示"))
        #expect(check.text.contains("对方案要求的作用") && check.text.contains("+2"), "what it adds stands on the check page")
        let made = try await send(&small, as: Self.clerk, "/programme/lines/new", Self.line)
        let address = try #require(made.headers[.location])
        small.reader = { _ in Self.neighbour }
        #expect(try await small.get(address).status == 404, "a draft is its unit's own")
        #expect(try await send(&small, as: Self.clerk, "\(address)/confirm", []).status == 303)
        small.reader = { _ in Self.office }
        #expect(try await small.get("/desk").text.contains("河道治理专题班"))
        let decide = try await small.get("\(address)/decide")
        #expect(decide.status == 200 && decide.text.contains("+2"))
        let said = [("answer", "included"), ("remark", ""), ("paper", "")]
        #expect(try await send(&small, as: Self.office, "\(address)/decide", said).status == 303)
        let year = try await small.get("/programme/2026")
        #expect(year.text.contains("与方案对照") && year.text.contains("尚未印发"))
        for link in year.links where link.hasPrefix("/programme/lines?") {
            #expect(try await small.get(link).status == 200, "\(link)")
        }
        let counted = try #require(year.links.first { $0.hasPrefix("/programme/lines?obligation=1.1") })
        #expect(try await small.get(counted).text.contains("河道治理专题班"))
        #expect(try await small.get("/classes/year?year=2026").text.contains("计划列入"))
        #expect(try await small.get("/classes/year?year=2031").status == 200)

        let issue = [("number", "县组通〔2026〕3号"), ("issued", "2026-09-30"), ("issuer", "县委组织部"), ("notes", "")]
        let future = issue.map { $0.0 == "issued" ? ("issued", "2026-10-01") : $0 }
        #expect(try await send(&small, as: Self.office, "/programme/2026/issue", future).status == 422)
        let issued = try await send(&small, as: Self.office, "/programme/2026/issue", issue)
        let version = try #require(issued.headers[.location])
        small.reader = { _ in Self.neighbour }
        #expect(try await small.get(version).text.contains("河道治理专题班"), "what is issued everybody reads")
        #expect(try await small.get("\(version)/programme.docx").status == 200)
        let others = Self.line.map {
            switch $0.0 {
            case "organiser": ("organiser", "U3")
            case "title": ("title", "村干部专题班")
            default: $0
            }
        }
        let beside = try await send(&small, as: Self.neighbour, "/programme/lines/new", others, step: "check")
        #expect(beside.text.contains("+2") && !beside.text.contains("st behind"), "what others plan is counted with it")
        let moved = [
            ("month", "12"), ("part", "whole"), ("runs", "2"), ("heads", "40"), ("days", "3"), ("place", "县委党校"),
            ("amount", "48000"), ("remark", "与会议冲突"),
        ]
        let bare = try await send(&small, as: Self.office, "\(address)/adjust", moved + [("paper", "")])
        #expect(bare.status == 422 && bare.text.contains("请填写依据的文号"))
        let paper = moved + [("paper", "县组〔2026〕5号")]
        #expect(try await send(&small, as: Self.office, "\(address)/adjust", paper).status == 303)
        #expect(try await small.get("/programme/2026").text.contains("之后调整1项"))
        let again = issue.map { $0.0 == "number" ? ("number", "县组通〔2026〕9号") : $0 }
        let second = try await send(&small, as: Self.office, "/programme/2026/issue", again)
        let told = try await small.get(try #require(second.headers[.location]))
        #expect(told.text.contains("与第1版相比") && told.text.contains("11月中旬") && told.text.contains("县组〔2026〕5号"))

        small.reader = { _ in Self.clerk }
        let page = try await small.get(address)
        let apply = try #require(page.links.first { $0.hasPrefix("/classes/new?line=") })
        let form = try await small.get(apply)
        #expect(form.text.contains("河道治理专题班") && form.text.contains("value=\"40\""), "filled from the line")
        for (name, place) in [
            ("programme-year", "/programme/2026"), ("programme-lines", "/programme/lines"), ("programme-line", address),
            ("programmes", "/programme"),
        ] {
            var text = ""
            for language in ["zh", "en"] {
                let page = HTML(parsing: try await small.get("\(place)?lang=\(language)").text)
                text += "==== \(language)\n"
                text += try #require(page.first("header", class: "top")).text()
                text += try #require(page.first("main")).text()
            }
            text = text.replacing(/\d{4}-\d\d-\d\d \d\d:\d\d/, with: "(moment)")
            #expect(try CommittedText(name).difference(from: text) == nil)
        }
    }

    @Test("many lines are filed, included and copied at once") func bulk() async throws {
        var small = try SmallSite()
        let address = try await filed(&small)
        let code = try #require(address.split(separator: "/").last.map(String.init))
        small.reader = { _ in Self.office }
        let chosen = try await small.post("/programme/lines/bulk/include", [("pick", code), ("shown", code)])
        #expect(chosen.status == 200 || chosen.status == 303)
        let list = try await small.get("/programme/lines?programme=2026&state=filed")
        #expect(list.text.contains("列入计划") && list.text.contains("退回修改") && list.text.contains("带入另一年度"))
        for file in ["csv", "xlsx", "json"] { #expect(try await small.get("/programme/lines.\(file)").status == 200) }
    }

    @Test("the document has the notice upright and the table on its side, with a sum for each kind") func document()
        async throws
    {
        var small = try SmallSite()
        let address = try await filed(&small)
        let said = [("answer", "included"), ("remark", ""), ("paper", "")]
        _ = try await send(&small, as: Self.office, "\(address)/decide", said)
        let answer = try await small.get("/programme/2026/programme.docx")
        #expect(answer.status == 200)
        small.reader = { _ in Self.neighbour }
        #expect(try await small.get("/programme/2026/programme.docx").status == 200)
        #expect(try await small.get("/programme/2031/programme.docx").status == 404)
    }

    @Test("lines come from a sheet with its heads, all or none, each fault with its row and column") func sheet()
        async throws
    {
        var small = try SmallSite()
        _ = try await send(&small, as: Self.office, "/programme/open", [("year", "2026"), ("notes", "")])
        let head = "班次名称\t类别\t主办单位\t对象\t期数\t每期人数\t天数\t学时\t拟办月份\t旬\t经费（元）"
        let good = "河道治理专题班\t专题班\t县水务局\t各乡镇\t2\t40\t3\t21\t5\t中旬\t48000"
        let bad = "防汛专题班\t专题班\t县水务局\t各乡镇\t0\t40\t3\t21\t13\t中旬\t48000"
        let foreign = "财政专题班\t专题班\t柳湾镇\t村干部\t1\t40\t3\t21\t6\t全月\t48000"
        func paste(_ lines: String...) -> [(String, String)] {
            [("programme", "2026"), ("text", ([head] + lines).joined(separator: "\n"))]
        }
        let refused = try await send(&small, as: Self.clerk, "/programme/lines/take", paste(good, bad, foreign))
        #expect(refused.status == 422)
        #expect(refused.text.contains("第3行E列（期数）") && refused.text.contains("第3行I列（拟办月份）"))
        #expect(refused.text.contains("第4行：主办单位不在您的管理范围内"))
        #expect(try await !small.get("/programme/lines").text.contains("河道治理专题班"), "all or none")
        let taken = try await send(&small, as: Self.clerk, "/programme/lines/take", paste(good))
        let list = try #require(taken.headers[.location])
        #expect(taken.status == 303)
        let page = try await small.get(list)
        #expect(page.text.contains("河道治理专题班") && page.text.contains("5月中旬") && !page.text.contains("防汛专题班"))
        #expect(
            try await send(&small, as: Self.clerk, "/programme/lines/take", [("programme", "2026"), ("text", "")])
                .status == 422)
        #expect(try await small.get("/programme/lines/template.xlsx").status == 200)
    }

    @Test("hostile and overlong text is kept as text or refused beside its field") func hostile() async throws {
        var small = try SmallSite()
        _ = try await send(&small, as: Self.office, "/programme/open", [("year", "2026"), ("notes", "")])
        var fields = Self.line
        fields[1] = ("title", "<script>alert(1)</script>")
        let made = try await send(&small, as: Self.clerk, "/programme/lines/new", fields)
        #expect(try await !small.get(try #require(made.headers[.location])).text.contains("<script>alert"))
        fields[1] = ("title", String(repeating: "长", count: 5000))
        fields[0] = ("programme", "1999")
        fields[11] = ("month", "13")
        let refused = try await send(&small, as: Self.clerk, "/programme/lines/new", fields)
        #expect(refused.status == 422)
        for field in ["title", "programme", "month"] {
            #expect(refused.text.contains("href=\"#\(field)\""), "\(field)")
        }
        let other = fields.map { $0.0 == "organiser" ? ("organiser", "U3") : $0 }
        #expect(try await send(&small, as: Self.clerk, "/programme/lines/new", other).status == 422)
    }
}
