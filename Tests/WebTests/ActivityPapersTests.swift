import HTTPTypes
import Store
import TestEngines
import Testing

@testable import Web

/// Papers of an activity, through its corrections and to its end.
@Suite("Papers of an activity", .onEveryEngine) struct ActivityPapersTests {
    private let papers = EvidencePageTests()

    private func reported(_ small: SmallSite) async throws -> String {
        let answer = try await small.post("/activities/new", TypedFormTests.study + [("step", "save")])
        return String(try #require(answer.headers[.location]).prefix { $0 != "?" })
    }

    private func attach(_ small: SmallSite, _ record: String) async throws {
        let address = "\(record)/papers/new"
        let code = try papers.draft(try await small.get(address))
        let typed = [("document", "attendance"), ("proves", "2026-08-21"), ("note", ""), ("step", "check")]
        let check = try await papers.send(
            small, address, [("draft", code)] + typed, file: EvidencePageTests.pdf, named: "签到表.pdf")
        #expect(check.status == 200, "\(check.text.prefix(2000))")
        #expect(try await small.post(address, [("draft", code), ("step", "save")]).status == 303)
    }

    private func correct(_ small: SmallSite, _ record: String) async throws -> String {
        let fields = TypedFormTests.study.map { $0.0 == "title" ? ("title", "水资源专题学习") : $0 }
        let answer = try await small.post(
            record + "/correct", fields + [("reason", "名称写错"), ("step", "save")])
        return String(try #require(answer.headers[.location], "\(answer.text.prefix(2000))").prefix { $0 != "?" })
    }

    @Test("a correction takes the papers along; the record that was replaced takes no more")
    func corrected() async throws {
        let small = try SmallSite()
        let first = try await reported(small)
        #expect(try await small.get(first).text.contains("<dt>材料</dt><dd>—</dd>"))
        try await attach(small, first)
        #expect(try await small.get(first).text.contains("1份材料"))
        let second = try await correct(small, first)
        let standing = try await small.get(second)
        let paper = "\(second)/papers/E2026-000001"
        #expect(standing.links.contains(paper) && standing.text.contains("1份材料"))
        #expect(try await small.get(paper).status == 200)
        let replaced = try await small.get(first)
        #expect(replaced.text.contains("签到表.pdf"))
        #expect(!replaced.links.contains { $0.hasPrefix("\(first)/papers/") && !$0.hasSuffix("E2026-000001") })
        for address in ["\(first)/papers/new", "\(first)/papers/E2026-000001/withdraw"] {
            let closed = try await small.get(address)
            #expect(closed.status == 409 && closed.text.contains(second.dropFirst("/activities/".count)), "\(address)")
        }
        let typed = [("document", "notice"), ("proves", "2026-08-21"), ("note", ""), ("step", "check")]
        let late = try await papers.send(
            small, "\(first)/papers/new", [("draft", "abcdefghabcdefgh")] + typed, file: EvidencePageTests.pdf + [10])
        #expect(late.status == 422 && late.text.contains("代替"))
        // The same file is there already, though it came with the record before.
        let same = try await papers.send(
            small, "\(second)/papers/new", [("draft", "abcdefghabcdefga")] + typed, file: EvidencePageTests.pdf)
        #expect(same.status == 422 && same.text.contains("同一份文件已经在材料里"))
        // It is withdrawn from the record that stands.
        let code = try papers.draft(try await small.get("\(paper)/withdraw"))
        _ = try await small.post("\(paper)/withdraw", [("draft", code), ("reason", "传错了"), ("step", "check")])
        let withdrawn = try await small.post("\(paper)/withdraw", [("draft", code), ("step", "save")])
        #expect(withdrawn.headers[.location] == "\(second)#papers")
        // Both records tell of it.
        for address in [first, second] {
            let page = try await small.get(address)
            let history = try #require(page.text.firstMatch(of: /id="history".*?<\/section>/)?.0)
            for words in ["添加材料", "撤下材料", "签到表.pdf", "传错了"] {
                #expect(history.contains(words), "\(address): \(words)")
            }
        }
        #expect(try small.database.faults() == [])
    }

    @Test("a record that was voided takes no papers and gives none back") func voided() async throws {
        let small = try SmallSite()
        let record = try await reported(small)
        try await attach(small, record)
        _ = try await small.post(record + "/void", [("reason", "误报")])
        #expect(
            try await !small.get(record).links.contains { $0.hasSuffix("/papers/new") || $0.hasSuffix("/withdraw") })
        for address in ["\(record)/papers/new", "\(record)/papers/E2026-000001/withdraw"] {
            let closed = try await small.get(address)
            #expect(closed.status == 409 && closed.text.contains("作废"), "\(address)")
        }
        #expect(try await small.get("\(record)/papers/E2026-000001").status == 200)
    }
}
