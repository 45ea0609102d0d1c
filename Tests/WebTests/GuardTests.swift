import HTTPTypes
import Hummingbird
import Pages
import Testing

@testable import Web

@Suite("Keeping others out")
struct GuardTests {
    @Test("only this machine's own names", arguments: ["127.0.0.1:8080", "localhost", "LOCALHOST:1", "[::1]:8080"])
    func ours(host: String) { #expect(Guard<BasicRequestContext>.isLocal(host)) }

    @Test(
        "a name that was bound to this machine by somebody else is refused",
        arguments: [
            "evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8080", "10.0.0.1", "", "[::2]",
            "127.0.0.1:80@evil", "127.0.0.1:80, evil.com", "[::1]evil", "localhost:８０",
        ])
    func theirs(host: String) { #expect(!Guard<BasicRequestContext>.isLocal(host)) }

    @Test("a form is taken from our own pages only")
    func forms() async throws {
        let small = try SmallSite()
        let fetchSite = try #require(HTTPField.Name("Sec-Fetch-Site"))
        for site in ["cross-site", "same-site"] {
            #expect(try await small.post("/activities/new", [], headers: [fetchSite: site]).status == 403)
        }
        let refused = try await small.post("/activities/new", [], headers: [.origin: "http://evil.example"])
        #expect(refused.status == 403 && refused.text.contains("没有保存") && refused.links.contains("/activities/new"))
        #expect(refused.text.contains("rel=\"stylesheet\""), "in the frame of every page")
        #expect(try await small.post("/activities/new", [], headers: [.origin: "null"]).status == 403)
        #expect(try await small.post("/activities/new", [], headers: [fetchSite: "same-origin"]).status == 422)
        #expect(try await small.post("/activities/new", [], headers: [.origin: "http://localhost"]).status == 422)
    }

    @Test("every answer carries the policy, and pages stay within it", arguments: ["/", "/plan", "/nowhere"])
    func policy(address: String) async throws {
        let answer = try await SmallSite().get(address)
        let policy = try #require(answer.headers[.contentSecurityPolicy])
        #expect(policy.hasPrefix("default-src 'none'; style-src 'self';") && !policy.contains("unsafe"))
        #expect(!answer.text.contains("<script") && !answer.text.contains("<style"))
        #expect(try answer.values(of: "style").isEmpty)
        #expect(try answer.values(of: "on[a-z]+").isEmpty)
        let elsewhere = try (answer.values(of: "href") + answer.values(of: "src") + answer.values(of: "action"))
            .filter { !$0.hasPrefix("/") && !$0.hasPrefix("#") && $0 != "data:," }
        #expect(elsewhere.isEmpty)
    }

    @Test("the stylesheet is named after its content and may be kept")
    func stylesheet() async throws {
        let small = try SmallSite()
        let page = try await small.get("/")
        let address = try #require(page.links.first { $0.hasSuffix(".css") })
        let sheet = try await small.get(address)
        #expect(sheet.status == 200 && sheet.text == Stylesheet.text)
        #expect(sheet.headers[.cacheControl]?.contains("immutable") == true)
        #expect(page.headers[.cacheControl] == "private, no-cache")
    }

    @Test("the one script may be kept, and only a page that is dragged may run it") func script() async throws {
        let small = try SmallSite()
        let script = try await small.get(Dragging.address)
        #expect(script.status == 200 && script.text == Dragging.text)
        #expect(script.headers[.contentType] == "text/javascript; charset=utf-8")
        #expect(script.headers[.contentSecurityPolicy]?.contains("script-src") == false)
        for word in ["eval", "innerHTML", "fetch", "XMLHttpRequest", "import", "document.write"] {
            #expect(!script.text.contains(word), "\(word)")
        }
    }
}
