import Pages
import Seats
import Store
import TestEngines
import Testing

@testable import SeatDesk
@testable import Web

/// Who plans the year's seats, and what the others read.
@Suite("Who plans seats") struct SeatRightsTests {
    private static let registrar = Reader(account: "党校教务", rights: [.see, .report, .teach])
    private static let office = Reader(account: "县委组织部", rights: [.see, .report, .plan])
    private static let onlooker = Reader(account: "县领导", rights: [.see])
    private static let teacher = Reader(account: "水务局教务", rights: [.see, .teach], unit: "U2")

    private func planned(by reader: Reader) async throws -> SmallSite {
        var small = try SmallSite()
        small.reader = { _ in reader }
        let answer = try await small.handIn(SeatPageTests.year, named: "2027年度")
        #expect(answer.status == 303, "\(reader.account): \(answer.text.prefix(1000))")
        try await small.settle()
        return small
    }

    @Test("the registrar and the office plan alike, from the file to another proposal", arguments: [registrar, office])
    func planning(reader: Reader) async throws {
        let small = try await planned(by: reader)
        let page = try await small.get("/seats/1")
        #expect(page.text.contains("全部重排") && page.text.contains("已安排人数"))
        #expect(
            try await small.post("/seats/1/wishes", [("act", "forbid"), ("person", "0"), ("class", "1")]).status == 303)
        #expect(try await small.post("/seats/1/run", []).status == 303)
        try await small.settle()
        #expect(try await small.post("/seats/1/name", [("name", "2027"), ("step", "save")]).status == 303)
        #expect(try await small.post("/seats/1/remove", []).status == 303)
        #expect(try await small.post("/seats/1/restore", []).status == 303)
    }

    @Test("who may not plan reads the same pages, and is offered nothing that would be refused")
    func looking() async throws {
        var small = try await planned(by: Self.registrar)
        small.reader = { _ in Self.onlooker }
        for address in ["/seats", "/seats/1", "/seats/1/classes/1", "/seats/1/people/1"] {
            let page = try await small.get(address)
            #expect(page.status == 200 && !page.text.contains("method=\"post\""), "\(address)")
        }
        for words in ["用示例试用", "上传年度班次"] { #expect(try await !small.get("/seats").text.contains(words)) }
        #expect(try await !small.get("/seats/1").links.contains("/seats/1/name"))
    }

    @Test("a refusal has a way back, and the right to teach in one unit is none for the whole town")
    func refused() async throws {
        var small = try await planned(by: Self.registrar)
        for reader in [Self.onlooker, Self.teacher] {
            small.reader = { _ in reader }
            let page = try await small.post("/seats/1/run", [])
            #expect(page.status == 403 && page.text.contains("返回首页") && page.links.contains("/"), "\(reader.account)")
        }
        // Planning seats opens nothing else.
        small.reader = { _ in Self.registrar }
        for address in ["/tours/rules", "/plan/clauses/2.1"] {
            #expect(try await small.post(address, [("step", "save")]).status == 403, "\(address)")
        }
    }

    @Test("on paper all units stand, and a swatch stays with its word") func paper() async throws {
        var small = try SmallSite()
        small.reader = { _ in Self.registrar }
        #expect(try await small.post("/seats/sample", []).status == 303)
        try await small.settle()
        let page = try await small.get("/seats/1")
        let paper = try #require(page.text.firstMatch(of: /<div class="paper">.*?<\/div>/)?.0)
        for unit in 0..<SampleYear.units { #expect(paper.contains(">单位\(unit)（"), "\(unit)") }
        // What is printed is as wide as the paper; what stands within a line is not.
        #expect(Stylesheet.text.contains(".chart:not(.inline) { width: 100%"))
    }
}
