import Formats
import Foundation
import Pages
import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import Web

/// A list as a file holds what the page shows for the same address, in every form of file.
@Suite("Lists as files", .onEveryEngine) struct ListFileTests {
    private let pages = DeskPageTests()

    /// Tours whose names would be formulas, numbers or several lines to a spreadsheet.
    private func site() async throws -> SmallSite {
        let small = try pages.site(DeskPageTests.office)
        for (title, unit) in [("=1+1的考察", "U2"), ("007", "U2"), ("河道治理学习考察", "U3"), ("-灌区管理", "U2")] {
            let scheme = DeskPageTests.scheme.filter { !["title", "unit"].contains($0.0) }
            try await pages.fill(small, "/tours/new", scheme + [("title", title), ("unit", unit)])
        }
        return small
    }

    private func sheets(_ answer: Answer) throws -> [[[SheetValue]]] {
        let file = try WorkbookFile(answer.bytes)
        return try file.sheets.filter { !$0.isHidden }.map { sheet in
            var rows: [[SheetValue]] = []
            try file.read(sheet) { row in
                rows.append((1...max(1, row.cells.last?.column ?? 1)).map { row[$0] })
                return .more
            }
            return rows
        }
    }

    private func titles(_ page: Answer) -> [String] {
        page.text.matches(of: /T2026-00000[0-9]">([^<]+)</).map { String($0.1) }
    }

    @Test(
        "the same rows in the same order as the page of the same address",
        arguments: ["", "?unit=U2", "?sort=-code", "?sort=title&unit=U2", "?q=灌区", "?state=toApprove&size=20&page=1"])
    func sameRows(query: String) async throws {
        let small = try await site()
        let shown = titles(try await small.get("/tours\(query)"))
        #expect(!shown.isEmpty)
        let rows = try sheets(try await small.get("/tours.xlsx\(query)"))[0]
        #expect(rows[0].prefix(2) == ["出发", "名称"])
        #expect(rows.dropFirst().map { $0[1] } == shown.map { SheetValue.text($0) })
        var listed: [String] = []
        try TextTable(try await small.get("/tours.csv\(query)").bytes).read { row in
            if row.number > 1, case .text(let title) = row[2] { listed.append(FormulaGuard.unguarded(title)) }
            return .more
        }
        #expect(listed.map { $0 == "'007" ? "007" : $0 } == shown)
        let json = try JSONSerialization.jsonObject(with: Data(try await small.get("/tours.json\(query)").bytes))
        #expect((json as? [[String: Any]])?.map { $0["title"] as? String } == shown)
    }

    @Test("figures are numbers, days are days, and what begins as a formula is a text")
    func kinds() async throws {
        let small = try await site()
        let rows = try sheets(try await small.get("/tours.xlsx?sort=title"))[0]
        let head = rows[0].map { value in if case .text(let text) = value { text } else { "" } }
        let row = try #require(rows.first { $0[1] == "=1+1的考察" })
        func cell(_ heading: String) throws -> SheetValue { row[try #require(head.firstIndex(of: heading))] }
        #expect(try cell("出发") == .day(try #require(CalendarDay(year: 2026, month: 10, day: 20))))
        #expect(try cell("报备") == .day(try #require(CalendarDay(year: 2026, month: 9, day: 30))))
        #expect(try cell("天数") == 3)
        #expect(try cell("派出单位") == "县水务局")
        let json = try JSONSerialization.jsonObject(with: Data(try await small.get("/tours.json?sort=title").bytes))
        let first = try #require((json as? [[String: Any]])?.first { $0["title"] as? String == "=1+1的考察" })
        #expect(first["days"] as? Int == 3)
        #expect(first["from"] as? String == "2026-10-20")
    }

    @Test("a second sheet says whose the rows are, which, in which order and of which day")
    func about() async throws {
        let small = try await site()
        let about = try sheets(try await small.get("/tours.xlsx?unit=U2&sort=-code"))[1].map { $0[0] }
        #expect(
            about == [
                "学习考察", "河畔县", "条件：单位：县水务局", "排序：编号（降序）", "共3条", "导出日期：2026-09-30", "导出人：县委组织部",
            ])
        let english = try sheets(try await small.get("/tours.xlsx?lang=en"))
        #expect(english[0][0].prefix(2) == ["First day", "Name"])
        #expect(english[1].map { $0[0] }.contains("Conditions: all"))
    }

    @Test("whoever sees no row gets none in a file, and an address that cannot be followed gives no file")
    func reach() async throws {
        var small = try await site()
        small.reader = { _ in DeskPageTests.neighbour }
        #expect(try sheets(try await small.get("/tours.xlsx"))[0].count == 2)
        for file in ["xlsx", "csv", "json"] {
            #expect(try await small.get("/tours.\(file)?state=odd").status == 400)
            #expect(try await small.get("/tours.\(file)?sort=odd").status == 400)
        }
        small.reader = { _ in DeskPageTests.nobody }
        #expect(try await small.get("/tours.xlsx").status == 403)
    }

    @Test("the ledger as a workbook: figures are numbers, and the second sheet tells of which days they are")
    func ledger() async throws {
        let small = try SmallSite()
        let answer = try await small.get("/ledger.xlsx?standing=late&asOf=2026-09-01")
        #expect(answer.status == 200)
        let sheets = try sheets(answer)
        let csv = try await small.get("/ledger.csv?standing=late&asOf=2026-09-01")
        #expect(sheets[0].count > 1 && sheets[0].count == csv.text.split(separator: "\r\n").count)
        #expect(sheets[0][1][9] == 12 && sheets[0][1][1] == "第1.1条")
        if case .day = sheets[0][1][7] {} else { Issue.record("\(sheets[0][1])") }
        let about = sheets[1].map { $0[0] }
        #expect(about.contains("截至：2026-09-01") && about.contains("条件：进度状态：滞后和逾期；周期：本期"))
        #expect(try await small.get("/ledger.xlsx?standing=odd").status == 400)
    }

    @Test("units and people as workbooks hold whom the page lists")
    func unitsAndPeople() async throws {
        let small = try SmallSite()
        let people = try sheets(try await small.get("/people.xlsx?unit=U2&sort=-name"))
        let names = try await small.get("/people?unit=U2&sort=-name").text
            .matches(of: /href="\/people\/P[0-9]">([^<]+)</).map {
                String($0.1).replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            }
        #expect(names.count == 3 && people[0].dropFirst().map { $0[0] } == names.map { SheetValue.text($0) })
        #expect(people[1].map { $0[0] }.contains("条件：单位：县水务局"))
        let units = try sheets(try await small.get("/units.xlsx?q=水务"))
        #expect(units[0].count == 2 && units[0][1].prefix(2) == ["县水务局", "U2"])
        if case .number = units[0][1][3] {} else { Issue.record("\(units[0][1])") }
        #expect(try await small.get("/people.xlsx?unit=U9").status == 400)
        #expect(try await small.get("/units.xlsx?name=x").status == 400)
    }

    @Test(
        "people, units, entries and what an entry is made of: every form of file has as many rows as the page counts",
        arguments: [
            "/people", "/people?unit=U2&scope=own", "/units", "/ledger?window=all",
            "/ledger/entry/list?obligation=1.1&kind=rollUp&subject=U1&show=parts",
        ])
    func allForms(address: String) async throws {
        let small = try SmallSite()
        let count = try #require(try await small.get(address).list(named: nil)?.all)
        #expect(count > 0)
        func file(_ ending: String) async throws -> Answer {
            let halves = address.split(separator: "?", maxSplits: 1)
            return try await small.get("\(halves[0]).\(ending)" + (halves.count > 1 ? "?\(halves[1])" : ""))
        }
        #expect(try sheets(try await file("xlsx"))[0].count == count + 1)
        #expect(try await file("csv").text.split(separator: "\r\n").count == count + 1)
        let json = try JSONSerialization.jsonObject(with: Data(try await file("json").bytes))
        #expect((json as? [[String: Any]])?.count == count)
    }

    @Test("what a page shows of several columns of its file is no column of the file")
    func onlyOnPage() async throws {
        let small = try SmallSite()
        #expect(try await small.get("/ledger").text.contains("周期</a>"))
        let head = try sheets(try await small.get("/ledger.xlsx"))[0][0]
        #expect(head.contains("起") && head.contains("止") && !head.contains("周期"))
    }
}
