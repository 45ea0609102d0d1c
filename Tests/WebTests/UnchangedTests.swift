import HTTPTypes
import Hummingbird
import NIOCore
import Records
import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import Web

private typealias TeachingSite = Records.Site

/// A page that would be made again as it is, is not made (docs/decisions/0113).
@Suite("Unchanged pages", .onEveryEngine) struct UnchangedTests {
    private func marked(_ small: SmallSite, _ address: String) async throws -> String {
        // The year's curve is drawn with the first page that shows it.
        _ = try await small.get(address)
        let page = try await small.get(address)
        #expect(page.status == 200 && page.headers[.cacheControl] == "private, no-cache")
        return try #require(page.headers[.eTag], "\(address)")
    }

    @Test(
        "is 304 with nothing in it, for as long as nothing changed",
        arguments: ["/", "/plan", "/ledger", "/people", "/tours"])
    func unchanged(_ address: String) async throws {
        let small = try SmallSite()
        let mark = try await marked(small, address)
        for _ in 1...2 {
            let again = try await small.get(address, headers: [.ifNoneMatch: mark])
            #expect(again.status == 304 && again.text.isEmpty && again.headers[.eTag] == mark)
        }
        try small.database.write(by: "甲") { t in
            let dated = Dated(from: day("2026-01-01"), recorded: day("2026-01-01"))
            try t.add(TeachingSite(code: "S2026-000001", name: "新基地", unit: "U2", topics: [], dated: dated))
        }
        let other = try await small.get(address, headers: [.ifNoneMatch: mark])
        #expect(other.status == 200 && other.headers[.eTag] != mark)
    }

    @Test("in another language, as of another day, to somebody else, and after a draft of theirs, it is another page")
    func others() async throws {
        var small = try SmallSite()
        let mark = try await marked(small, "/")
        for address in ["/?lang=en", "/?asOf=2026-06-30", "/units"] {
            #expect(try await small.get(address, headers: [.ifNoneMatch: mark]).status == 200, "\(address)")
        }
        // Another day's curve was drawn meanwhile.
        let now = try await marked(small, "/")
        small.reader = { _ in Reader(account: "水务局", rights: [.see], unit: "U2") }
        #expect(try await small.get("/", headers: [.ifNoneMatch: now]).status == 303)
        small.reader = { _ in Reader(account: "无", rights: []) }
        #expect(try await small.get("/", headers: [.ifNoneMatch: now]).status == 403)
        small.reader = { _ in .localOperator }
        #expect(try await small.get("/", headers: [.ifNoneMatch: now]).status == 304)
        try small.database.keep(
            FormDraft(
                code: FormDraft.newCode(), account: Reader.localOperator.account, form: "/tours/new", fields: "title=x")
        )
        #expect(try await small.get("/", headers: [.ifNoneMatch: now]).status == 200)
    }

    @Test("what holds a form, what is not there, and a file are never kept") func neverKept() async throws {
        let small = try SmallSite()
        for address in ["/activities/new?unit=U2", "/tours/new", "/nowhere", "/ledger.csv", "/tours.json"] {
            let answer = try await small.get(address)
            #expect(answer.headers[.eTag] == nil && answer.headers[.cacheControl] == "no-store", "\(address)")
        }
    }

    @Test(
        "is sent again as it was made, for as long as nothing changed, and to nobody else", arguments: ["/", "/plan"])
    func keptPages(_ address: String) async throws {
        var small = try SmallSite()
        let mark = try await marked(small, address)
        let made = try #require(small.site.pages[mark], "\(address) was not kept")
        let again = try await small.get(address)
        #expect(again.headers[.eTag] == mark && again.text.utf8.count == made.body.contentLength)
        small.reader = { _ in Reader(account: "水务局", rights: [.see], unit: "U2") }
        let other = try await small.get(address)
        #expect(other.headers[.eTag] != mark && other.text != again.text)
        small.reader = { _ in .localOperator }
        try small.database.write(by: "甲") { t in
            let dated = Dated(from: day("2026-01-01"), recorded: day("2026-01-01"))
            try t.add(TeachingSite(code: "S2026-000001", name: "新基地", unit: "U2", topics: [], dated: dated))
        }
        #expect(try await small.get(address).headers[.eTag] != mark)
    }

    @Test("of many pages the newest are kept, and none that would push out the others") func bounds() {
        let pages = KeptPages(limit: 1024)
        func page(_ size: Int) -> Response {
            Response(status: .ok, body: .init(byteBuffer: ByteBuffer(repeating: 1, count: size)))
        }
        for number in 1...100 { pages.keep(page(128), as: "\(number)") }
        let kept = (1...100).filter { pages["\($0)"] != nil }
        #expect(kept.count <= 16 && kept.count >= 8 && kept.last == 100 && kept == Array(kept[0]...100))
        pages.keep(page(129), as: "large")
        #expect(pages["large"] == nil && pages["100"] != nil)
        pages.keep(Response(status: .ok, body: ResponseBody { _ in }), as: "once")
        #expect(pages["once"] == nil)
    }
}
