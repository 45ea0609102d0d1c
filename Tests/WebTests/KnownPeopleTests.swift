import HTTPTypes
import Records
import Storage
import Store
import TestEngines
import Testing
import Training
import Vocabulary

@testable import Web

/// Pages of a past day's knowledge, while units and people change.
@Suite("What was known on a day, page by page", .onEveryEngine)
struct KnownPeopleTests {
    private static let addresses = [
        "/", "/obligations", "/entries", "/units", "/units/D01", "/units/K1", "/units/K1T1", "/people",
        "/people?unit=K1", "/people/P010", "/people/P011", "/people/P024",
    ]

    private func pages(_ site: SmallSite, knownAt: String?) async throws -> [String: String] {
        var pages: [String: String] = [:]
        for address in Self.addresses {
            let days = knownAt.map { "asOf=2026-09-30&knownAt=\($0)" } ?? "asOf=2026-09-30"
            let answer = try await site.get(address + (address.contains("?") ? "&" : "?") + days)
            #expect(answer.status == 200 || answer.status == 404)
            pages[address] = answer.text
        }
        return pages
    }

    private func change(_ site: SmallSite, on today: Day) throws {
        let clerk = Reader.localOperator(named: "干部处")
        let town = try site.recorded()
        func unit(_ code: String, name: String? = nil, under parent: String? = nil) throws -> ChangeUnit {
            let now = try #require(town.units.first { $0.code == code })
            return ChangeUnit(
                code, UnitDraft(name: name ?? now.name, kind: now.kind, parent: parent ?? now.parent ?? ""))
        }
        try site.database.perform(try unit("K1", name: "青山县"), by: clerk, on: today)
        try site.database.perform(try unit("K1T1", under: "K2"), by: clerk, on: today)
        let person = try #require(town.persons.first { $0.code == "P010" })
        try site.database.perform(
            ChangePerson("P010", PersonDraft(name: "新名字", sex: person.sex, birthMonth: person.birthMonth)), by: clerk,
            on: today)
        try site.database.perform(
            Transfer("P011", to: PostDraft(unit: "D05", post: "科长", from: today - 5)), by: clerk, on: today)
    }

    @Test("stay as they were; those of today show what changed, whether the ledger was laid out before or after")
    func pages() async throws {
        let site = try BusySite.site()
        let today = SmallSite.today
        let before = try await pages(site, knownAt: "2026-09-29")
        let now = try await pages(site, knownAt: nil)
        try change(site, on: today)
        let after = try await pages(site, knownAt: "2026-09-29")
        for address in Self.addresses { #expect(after[address] == before[address], "\(address)") }
        let current = try await pages(site, knownAt: nil)
        #expect(current["/people/P010"]?.contains("新名字") == true)
        #expect(current["/units/K1"]?.contains("青山县") == true)
        #expect(current["/units/K1T1"] != now["/units/K1T1"] && current["/people/P011"] != now["/people/P011"])
        var anew = site
        anew.site = Web.Site(database: site.database, today: { today }, files: site.filesOfTests)
        #expect(try await pages(anew, knownAt: nil) == current)
        #expect(try await pages(anew, knownAt: "2026-09-29") == before)
    }
}
