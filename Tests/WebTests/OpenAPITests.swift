import Foundation
import HTTPTypes
import House
import Pages
import Store
import Testing

@testable import Web

/// The document for other programs tells of every address of the desks, and of what really comes back.
@Suite("OpenAPI") struct OpenAPITests {
    private typealias Object = [String: Any]

    private func document(_ small: SmallSite) async throws -> Object {
        let answer = try await small.get("/openapi.json")
        #expect(answer.status == 200)
        #expect(answer.headers[.contentType]?.hasPrefix("application/json") == true)
        return try #require(try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? Object)
    }

    private func operation(_ document: Object, _ path: String, _ method: String) -> Object? {
        ((document["paths"] as? Object)?[path] as? Object)?[method] as? Object
    }

    @Test("every address of every desk stands there with its method, its words and its right")
    func everyRoute() async throws {
        let document = try await document(try SmallSite())
        #expect(document["openapi"] as? String == "3.1.0")
        for route in desks.flatMap(\.routes) {
            let path = route.path.split(separator: "/", omittingEmptySubsequences: false)
                .map { $0.hasPrefix(":") ? "{\($0.dropFirst())}" : String($0) }.joined(separator: "/")
            let method = if case .take = route.answer { "post" } else { "get" }
            let told = try #require(operation(document, path, method), "\(method) \(path)")
            #expect((told["summary"] as? String)?.contains { $0.isLetter } == true, "\(method) \(path) has no words")
            #expect(told["x-right"] as? String == route.right.rawValue)
            let parts = (told["parameters"] as? [Object] ?? []).filter { $0["in"] as? String == "path" }
            #expect(
                parts.compactMap { $0["name"] as? String } == route.path.matches(of: /:([a-z]+)/).map { String($0.1) })
        }
    }

    @Test("every key of a list's JSON is described, with the type that it has there")
    func everyKey() async throws {
        let pages = DeskPageTests()
        let small = try pages.site(DeskPageTests.office)
        try await pages.fill(small, "/tours/new", DeskPageTests.scheme)
        let document = try await document(small)
        var everybody = small
        everybody.reader = { _ in Reader(account: "全部", rights: Set(Right.allCases)) }
        for path in desks.flatMap(\.routes).map(\.path) where path.hasSuffix(".json") {
            let answers = operation(document, path, "get")?["responses"] as? Object
            let content = (answers?["200"] as? Object)?["content"] as? Object
            let schema = (content?["application/json"] as? Object)?["schema"] as? Object
            let items = try #require(schema?["items"] as? Object, "\(path)")
            let described = try #require(items["properties"] as? Object)
            #expect(Set(items["required"] as? [String] ?? []) == Set(described.keys))
            let rows = try JSONSerialization.jsonObject(with: Data(try await everybody.get(path).bytes)) as? [Object]
            for row in try #require(rows) {
                #expect(Set(row.keys) == Set(described.keys), "\(path)")
                for (key, value) in row {
                    let type = (described[key] as? Object)?["type"]
                    let types = type as? [String] ?? [type as? String ?? ""]
                    let found = value is NSNull ? "null" : value is String ? "string" : "number"
                    #expect(types.contains(found), "\(path) \(key): \(value) is \(found), not \(types)")
                }
            }
        }
    }

    @Test("what a list is narrowed by and what a form asks for are told with their rules")
    func fields() async throws {
        let document = try await document(try SmallSite())
        let parameters = operation(document, "/tours.json", "get")?["parameters"] as? [Object] ?? []
        #expect(parameters.compactMap { $0["name"] as? String } == ["q", "unit", "year", "state", "sort"])
        let state = parameters.first { $0["name"] as? String == "state" }?["schema"] as? Object
        #expect((state?["enum"] as? [String])?.contains("reportOverdue") == true)
        let body = operation(document, "/tours/new", "post")?["requestBody"] as? Object
        let content = (body?["content"] as? Object)?["application/x-www-form-urlencoded"] as? Object
        let schema = try #require(content?["schema"] as? Object)
        let properties = try #require(schema["properties"] as? Object)
        #expect((properties["from"] as? Object)?["format"] as? String == "date")
        #expect((properties["title"] as? Object)?["maxLength"] as? Int == 120)
        #expect((schema["patternProperties"] as? Object)?["^budget\\.[0-9]+\\.amount$"] != nil)
        #expect((schema["required"] as? [String])?.contains("fundedBy") == false)
        #expect(Set(["draft", "step"]).isSubset(of: Set(schema["required"] as? [String] ?? [])))
    }
}
