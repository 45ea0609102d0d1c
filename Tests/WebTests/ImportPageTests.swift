import Foundation
import HTTPTypes
import Records
import Store
import TestEngines
import Testing
import Vocabulary

@testable import Web

/// A file on its way into the records, as the program office brings it.
@Suite("Pages of imports", .onEveryEngine)
struct ImportPageTests {
    private func draft(_ answer: Answer) throws -> String {
        try #require(answer.text.firstMatch(of: /name="draft" value="([a-z2-7]+)"/).map { String($0.1) })
    }

    private func send(
        _ small: SmallSite, _ fields: [(String, String)], file: String, named name: String = "名册.csv"
    ) async throws -> Answer {
        let boundary = "----WebKitFormBoundaryB"
        var body = ""
        for (field, value) in fields {
            body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(field)\"\r\n\r\n\(value)\r\n"
        }
        body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n"
        body += "Content-Type: text/csv\r\n\r\n\(file)\r\n--\(boundary)--\r\n"
        return try await small.postBytes("/import", Array(body.utf8), type: "multipart/form-data; boundary=\(boundary)")
    }

    /// Until the job is over, which the worker does beside.
    private func ended(_ small: SmallSite, _ address: String) async throws -> Answer {
        for _ in 0..<600 {
            let page = try await small.get(address)
            if page.text.contains("已办完") || page.text.contains("没有办成") { return page }
            try await Task.sleep(for: .milliseconds(50))
        }
        return try await small.get(address)
    }

    @Test("a file is looked at, confirmed, and done beside the pages; wrong rows come back as a file")
    func whole() async throws {
        let small = try SmallSite()
        #expect(try await small.get("/").links.contains("/import"))
        let unit = try #require(
            try small.recorded().units.first { $0.kind == .department } ?? small.recorded().units.first)
        let file = "姓名,性别,出生年月,工作单位\n新一,男,1984.07,\(unit.name)\n新二,男,1984.13,\(unit.name)\n"
        let begun = try await small.get("/import")
        let code = try draft(begun)
        let kind = [("draft", code), ("kind", "persons"), ("rows", "all"), ("step", "check")]
        let check = try await send(small, kind, file: file)
        #expect(check.status == 200, "\(check.text.prefix(2000))")
        #expect(check.text.contains("新增1") && check.text.contains("有误1") && check.text.contains("1984.13"))
        #expect(check.text.contains("全部不导入"))
        #expect(try !small.recorded().persons.contains { $0.name == "新一" }, "nothing is written by looking")
        let good = try await send(
            small, [("draft", code), ("kind", "persons"), ("rows", "good"), ("step", "check")], file: file)
        #expect(good.status == 200)
        let done = try await small.post("/import", [("draft", code), ("step", "save")])
        let way = try #require(done.headers[.location])
        let job = try #require(try await small.get(way).headers[.location])
        #expect(job.hasPrefix("/jobs/J"))
        let page = try await ended(small, job)
        #expect(page.text.contains("新增1") && page.text.contains("有误的行.xlsx"), "\(page.text.suffix(3000))")
        #expect(try small.recorded().persons.contains { $0.name == "新一" })
        #expect(try await small.get(job + "/file").status == 200)
        #expect(try small.database.faults() == [])
    }

    @Test("a file that cannot be read says so beside its field; a template is there for every kind") func others()
        async throws
    {
        let small = try SmallSite()
        let code = try draft(try await small.get("/import"))
        let kind = [("draft", code), ("kind", "persons"), ("rows", "all"), ("step", "check")]
        let refused = try await send(small, kind, file: "甲,乙\n1,2\n")
        #expect(refused.status == 422 && refused.text.contains("没有找到表头"))
        #expect(try await send(small, kind, file: "%PDF-1.7 ", named: "a.pdf").status == 422)
        for kind in ["units", "persons", "appointments", "categories", "teams", "memberships", "rosters", "activities"]
        {
            #expect(try await small.get("/import/templates/\(kind)").status == 200, "\(kind)")
        }
        #expect(try await small.get("/import/templates/nothing").status == 404)
    }

    @Test("a unit's clerk has no such page") func clerk() async throws {
        var small = try SmallSite()
        small.site.reader = { _ in DeskPageTests.clerk }
        #expect(try await small.get("/import").status == 403)
        #expect(try await !small.get("/activities").links.contains("/import"))
    }
}
