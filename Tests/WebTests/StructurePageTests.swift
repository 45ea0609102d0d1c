import HTTPTypes
import PageTrial
import Pages
import Records
import Store
import Testing
import Vocabulary

@testable import Web

/// The structure of the corps, as the office, a clerk and somebody who may see groups alone look at it.
@Suite("Pages of the structure") struct StructurePageTests {
    private static let office = Reader(account: "市委组织部", rights: [.see, .report, .plan])
    private static let clerk = Reader(account: "东河县联络员", rights: [.see, .report], unit: "U3")
    private static let inspector = Reader(account: "督查员", rights: [.see, .inspect])
    private static let trainerOfCounty = Reader(account: "东河县教师", rights: [.see], unit: "U3")

    private func site(_ reader: Reader = office) throws -> SmallSite {
        var small = try SmallSite(book: CorpsTown.book)
        small.reader = { _ in reader }
        return small
    }

    private func said(_ small: SmallSite, _ address: String) async throws -> String {
        let answer = try await small.get(address)
        #expect(answer.status == 200, "\(address): \(answer.status)")
        let page = HTML(parsing: answer.text)
        return try #require(page.first("header", class: "top"), "\(address)").text()
            + #require(page.first("main"), "\(address)").text()
    }

    /// The lines of a table as its CSV tells them, head first.
    private func table(_ small: SmallSite, _ name: String, _ query: String = "") async throws -> [[String]] {
        let answer = try await small.get("/structure/\(name).csv\(query)")
        #expect(answer.status == 200, "\(name)\(query): \(answer.status)")
        return answer.text.replacing("\u{FEFF}", with: "").split(separator: "\r\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    @Test("is what was committed, for the office and for somebody who may see groups alone")
    func committed() async throws {
        let small = try site()
        var text = ""
        for address in ["/structure", "/structure?lang=en", "/structure?asOf=2026-09-30&with=2026-06-30"] {
            text += "==== \(address)\n" + (try await said(small, address))
        }
        #expect(try CommittedText("structure").difference(from: text) == nil)
        let given = try site(Self.inspector)
        let address = "/structure?asOf=2026-06-30"
        let told = try await said(given, address)
        #expect(try CommittedText("structure-given").difference(from: told) == nil)
    }

    @Test(
        "each figure opens exactly the people whom it was counted from",
        arguments: [
            "/structure", "/structure?asOf=2026-06-30", "/structure?unit=U3", "/structure?knownAt=2026-08-31",
            "/structure?with=2025-12-31", "/structure/born", "/structure/kinds?unit=U3",
        ])
    func figures(address: String) async throws {
        let walk = FigureWalk(try site())
        try await walk.pages(from: address, atMost: 1)
        #expect(walk.problems.isEmpty, "\(walk.problems.prefix(8).joined(separator: "\n"))")
        #expect(walk.undeclared.isEmpty, "\(walk.undeclared.prefix(8).joined(separator: "\n"))")
        #expect(walk.figures.count > 5, "followed: \(walk.figures.count)")
    }

    @Test("tells of the day, and of what was known of it")
    func days() async throws {
        let small = try site()
        func deputies(_ query: String) async throws -> String? {
            try await table(small, "born", query).first { $0[0] == "副处级" }?.last
        }
        // Three rose in July, which was learned in September.
        #expect(try await deputies("?asOf=2026-06-30") == "26")
        #expect(try await deputies("?asOf=2026-08-31") == "29")
        #expect(try await deputies("?asOf=2026-08-31&knownAt=2026-08-31") == "26")
        #expect(try await deputies("?asOf=2018-12-31") == nil)
        #expect(try await said(small, "/structure?asOf=2018-12-31").contains("没有在任人员"))
    }

    @Test("compares two days, cell by cell")
    func comparison() async throws {
        let small = try site()
        let lines = try await table(small, "born", "?asOf=2026-08-31&with=2026-06-30")
        let place = try #require(lines[0].firstIndex(of: "80后增减"))
        #expect(lines.first { $0[0] == "副处级" }?[place] == "3")
        #expect(lines.first { $0[0] == "正科级" }?[place] == "-3")
        #expect(lines.first { $0[0] == "合计" }?[place] == "0")
        #expect(try await said(small, "/structure?asOf=2026-08-31&with=2026-06-30").contains("+3"))
        #expect(try await !table(small, "born")[0].contains("80后增减"), "without another day there is no such column")
        #expect(try await small.get("/structure?with=2026-13-01").text.contains("不是有效的日期"))
    }

    @Test("is narrowed to a unit with all beneath it, and never beyond the reader's reach")
    func reach() async throws {
        var small = try site(Self.clerk)
        #expect(try await table(small, "born").last?.last == "45")
        #expect(try await table(small, "born", "?unit=U4").last?.last == "21")
        for address in [
            "/structure?unit=U2", "/structure/born?unit=U1", "/structure/people?unit=U2", "/structure.docx?unit=U1",
        ] {
            #expect(try await small.get(address).status == 403, "\(address)")
        }
        #expect(try await said(small, "/structure/people").contains("某P") == true)
        #expect(try await !small.get("/structure/people.csv").text.contains("市水务局"))
        small.reader = { _ in Self.office }
        #expect(try await table(small, "born").last?.last == "89")
        #expect(try await small.get("/structure?unit=U9").text.contains("U9"))
        #expect(try await small.get("/structure/born.csv?unit=U9").status == 400)
    }

    @Test("whoever may not see the people sees half-years, all of their reach, and no list")
    func groups() async throws {
        var small = try site(Self.inspector)
        for address in [
            "/structure", "/structure?asOf=2026-08-31", "/structure?asOf=2026-06-30&knownAt=2026-07-31",
            "/structure?asOf=2026-06-30&unit=U3", "/structure?asOf=2026-06-30&with=2026-03-31",
        ] {
            let answer = try await small.get(address)
            #expect(answer.status == 303 && answer.headers[.location] == "/structure?asOf=2026-06-30", "\(address)")
        }
        let page = try await small.get("/structure?asOf=2026-06-30&with=2025-12-31")
        #expect(page.status == 200)
        #expect(!page.text.contains("/structure/people") && !page.text.contains("data-count"))
        #expect(page.text.contains("不能查看人员名单"))
        // Two of the oldest division heads, and three young section heads of the department, are nobody's to count.
        let lines = try await table(small, "born", "?asOf=2026-06-30")
        let figures = lines.dropFirst().joined().compactMap { Int($0) }
        #expect(!figures.contains { (1...4).contains($0) }, "\(lines)")
        #expect(lines.joined().contains("*") || lines.joined().contains("^"), "\(lines)")
        for list in ["ages", "grades", "last"] {
            #expect(try await table(small, list, "?asOf=2026-06-30").count == 1, "\(list) is not given")
        }
        let people = try await small.get("/structure/people?asOf=2026-06-30")
        #expect(people.status == 200 && !people.text.contains("某P"))
        #expect(try await !small.get("/structure/people.json?asOf=2026-06-30").text.contains("某P"))
        small.reader = { _ in Self.trainerOfCounty }
        #expect(try await table(small, "sexes", "?asOf=2026-06-30").last?.last == "45")
    }

    @Test("the office can have it as it is given to others, of any unit and day")
    func given() async throws {
        let small = try site()
        let lines = try await table(small, "born", "?unit=U2&cells=published")
        #expect(!lines.dropFirst().joined().compactMap { Int($0) }.contains { (1...4).contains($0) }, "\(lines)")
        let page = try await small.get("/structure?cells=published")
        #expect(page.status == 200 && !page.text.contains("/structure/people"))
        #expect(try await small.get("/structure?cells=odd").text.contains("odd"))
    }

    @Test("a list of people is narrowed by the same classes, and an unknown one lists nobody")
    func people() async throws {
        let small = try site()
        let rows = try await small.get("/structure/people.csv?level=division&born=1970&sex=female").text
        #expect(rows.split(separator: "\r\n").count == 4)
        let none = try await small.get("/structure/people?level=general")
        #expect(none.text.contains("没有可列的内容") && !none.text.contains("某P"))
        #expect(try await small.get("/structure/people.csv?level=general").status == 400)
        let sorted = try await small.get("/structure/people?sort=born").text
        let months = sorted.matches(of: /19\d\d-05/).map { String($0.0) }
        #expect(months == months.sorted() && months.first == "1968-05")
    }

    @Test("a document holds the tables of the page")
    func document() async throws {
        let small = try site()
        let answer = try await small.get("/structure.docx?unit=U2")
        #expect(answer.status == 200 && answer.bytes.starts(with: Array("PK".utf8)))
        #expect(answer.headers[.contentDisposition]?.contains("structure-2026-09-30.docx") == true)
    }
}
