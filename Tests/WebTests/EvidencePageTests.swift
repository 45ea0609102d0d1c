import Foundation
import HTTPTypes
import Pages
import Store
import TestEngines
import Testing

@testable import Web

/// Papers of a tour, as a clerk hands them in and others look at them.
@Suite("Papers of a record", .onEveryEngine)
struct EvidencePageTests {
    static let pdf = Array("%PDF-1.7\n1 0 obj\r\n--B\r\nendobj".utf8)

    private func filed() async throws -> (small: SmallSite, tour: String) {
        var small = try SmallSite()
        small.reader = { _ in DeskPageTests.clerk }
        let code = try draft(try await small.get("/tours/new"))
        _ = try await small.post("/tours/new", [("draft", code)] + DeskPageTests.scheme + [("step", "check")])
        let done = try await small.post("/tours/new", [("draft", code), ("step", "save")])
        return (small, try #require(done.headers[.location]))
    }

    func draft(_ answer: Answer) throws -> String {
        try #require(answer.text.firstMatch(of: /name="draft" value="([a-z2-7]+)"/).map { String($0.1) })
    }

    /// As a browser sends the form.
    func send(
        _ small: SmallSite, _ address: String, _ fields: [(String, String)], file: [UInt8]?,
        named name: String = "方案.pdf"
    ) async throws -> Answer {
        let boundary = "----WebKitFormBoundaryB"
        var body: [UInt8] = []
        for (field, value) in fields {
            body += Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(field)\"\r\n\r\n\(value)\r\n".utf8)
        }
        body += Array(
            "--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(file == nil ? "" : name)\"\r\nContent-Type: application/pdf\r\n\r\n"
                .utf8)
        body += (file ?? []) + Array("\r\n--\(boundary)--\r\n".utf8)
        return try await small.postBytes(address, body, type: "multipart/form-data; boundary=\(boundary)")
    }

    static let typed = [("document", "scheme"), ("proves", "2026-09-20"), ("note", "签字件"), ("step", "check")]

    /// Hands a paper in; its address.
    private func attach(_ small: SmallSite, _ tour: String, file: [UInt8] = pdf) async throws {
        let code = try draft(try await small.get("\(tour)/papers/new?document=scheme"))
        let check = try await send(small, "\(tour)/papers/new", [("draft", code)] + Self.typed, file: file)
        #expect(check.status == 200, "\(check.text.prefix(3000))")
        #expect(check.text.contains("方案.pdf") && check.text.contains("1 KB"))
        let done = try await small.post("\(tour)/papers/new", [("draft", code), ("step", "save")])
        #expect(done.status == 303 && done.headers[.location] == "\(tour)#papers")
    }

    @Test("a paper is handed in, listed with both its days, and fetched as the same bytes under its name")
    func handedIn() async throws {
        let (small, tour) = try await filed()
        let before = try await small.get(tour)
        #expect(
            before.text.contains("考察方案") && before.links.contains("\(tour)/papers/new?document=scheme"), "it is missing"
        )
        try await attach(small, tour)
        let page = try await small.get(tour)
        #expect(page.links.contains("\(tour)/papers/E2026-000001") && page.text.contains("签字件"))
        #expect(!page.links.contains("\(tour)/papers/new?document=scheme"), "it is no longer missing")
        #expect(page.text.contains("2026-09-20") && page.text.contains("2026-09-30"))
        let file = try await small.get("\(tour)/papers/E2026-000001")
        #expect(Array(file.text.utf8) == Self.pdf)
        let disposition = try #require(file.headers[.contentDisposition])
        #expect(
            disposition.hasPrefix("attachment; filename=\"E2026-000001.pdf\"")
                && disposition.contains("filename*=UTF-8''%E6%96%B9"))
        #expect(file.headers[.xContentTypeOptions] == "nosniff" && file.headers[.contentType] == "application/pdf")
        #expect(try small.database.faults() == [])
    }

    @Test("what is refused is told beside its field, and the file need not be chosen again")
    func refused() async throws {
        let (small, tour) = try await filed()
        let address = "\(tour)/papers/new"
        let code = try draft(try await small.get(address))
        let none = try await send(small, address, [("draft", code)] + Self.typed, file: nil)
        #expect(none.status == 422 && none.text.contains("请选择文件") && none.text.contains("签字件"))
        let program = try await send(small, address, [("draft", code)] + Self.typed, file: Array("MZ".utf8))
        #expect(program.status == 422 && program.text.contains("只收 pdf"))
        let large = try await send(
            small, address, [("draft", code)] + Self.typed, file: Self.pdf + Array(repeating: 0, count: 20 << 20))
        #expect(large.status == 422 && large.text.contains("超过20 MB"))
        let early = Self.typed.map { $0.0 == "proves" ? ($0.0, "2026-10-09") : $0 }
        let toCome = try await send(small, address, [("draft", code)] + early, file: Self.pdf)
        #expect(toCome.status == 422 && toCome.text.contains("还没有到") && toCome.text.contains("已上传：方案.pdf"))
        // The same form with another day, and no file chosen again.
        let check = try await send(small, address, [("draft", code)] + Self.typed, file: nil)
        #expect(check.status == 200 && check.text.contains("方案.pdf"))
        #expect(try await small.post(address, [("draft", code), ("step", "save")]).status == 303)
        let again = try draft(try await small.get(address))
        let same = try await send(small, address, [("draft", again)] + Self.typed, file: Self.pdf)
        #expect(same.status == 422 && same.text.contains("同一份文件已经在材料里"))
        // Nothing but the one that was handed in lies in the store.
        let incoming = small.site.evidence.directory + "/incoming"
        #expect(try FileManager.default.contentsOfDirectory(atPath: incoming) == [])
    }

    @Test("no field and no address names a file that was not sent with the form")
    func forged() async throws {
        let (small, tour) = try await filed()
        try await attach(small, tour)
        let stored = try FileManager.default.subpathsOfDirectory(atPath: small.site.evidence.directory)
        let hash = try #require(stored.compactMap { $0.split(separator: "/").last }.first { $0.count == 64 })
        let forged = "\(hash) \(Self.pdf.count) application/pdf x.pdf"
        let address = "\(tour)/papers/new"
        let code = try draft(try await small.get("\(address)?file=\(forged.replacing(" ", with: "%20"))"))
        let sent = try await small.post(address, [("draft", code), ("file", forged)] + Self.typed)
        #expect(sent.status == 422 && sent.text.contains("请选择文件"))
    }

    @Test("a body that breaks off, or is none, leaves nothing and is answered")
    func hostile() async throws {
        let (small, tour) = try await filed()
        let type = "multipart/form-data; boundary=B"
        let head = "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.7"
        for body in [head, "", "--B", head + "\r\n--Bx"] {
            #expect(
                try await small.postBytes("\(tour)/papers/new", Array(body.utf8), type: type).status == 400, "\(body)")
        }
        #expect(
            try await small.postBytes("\(tour)/papers/new", Array(head.utf8), type: "multipart/form-data").status == 400
        )
        let incoming = small.site.evidence.directory + "/incoming"
        #expect((try? FileManager.default.contentsOfDirectory(atPath: incoming)) ?? [] == [])
    }

    @Test("who may not see the record gets no paper of it, nor by another record's address")
    func reach() async throws {
        var (small, tour) = try await filed()
        try await attach(small, tour)
        small.reader = { _ in DeskPageTests.onlooker }
        #expect(try await small.get("\(tour)/papers/E2026-000001").status == 200)
        #expect(try await small.get("\(tour)/papers/new").status == 403)
        #expect(try await !small.get(tour).links.contains("\(tour)/papers/new"))
        small.reader = { _ in DeskPageTests.neighbour }
        for address in ["\(tour)/papers/E2026-000001", "\(tour)/papers/new", "\(tour)/papers/E2026-000001/withdraw"] {
            #expect(try await small.get(address).status == 404, "\(address)")
        }
        #expect(
            try await send(small, "\(tour)/papers/new", [("draft", "abcdefghabcdefgh")] + Self.typed, file: Self.pdf)
                .status == 404)
        #expect(try await small.get("/tours/T2026-000009/papers/E2026-000001").status == 404)
    }

    @Test("what is withdrawn stays with its reason, is no longer fetched, and the rule asks for it again")
    func withdrawn() async throws {
        let (small, tour) = try await filed()
        try await attach(small, tour)
        let address = "\(tour)/papers/E2026-000001/withdraw"
        let code = try draft(try await small.get(address))
        _ = try await small.post(address, [("draft", code), ("reason", "传错了"), ("step", "check")])
        #expect(try await small.post(address, [("draft", code), ("step", "save")]).status == 303)
        let page = try await small.get(tour)
        #expect(page.text.contains("已撤下") && page.text.contains("传错了") && page.text.contains("方案.pdf"))
        #expect(page.links.contains("\(tour)/papers/new?document=scheme"))
        #expect(try await small.get("\(tour)/papers/E2026-000001").status == 404)
        try await attach(small, tour)
        #expect(try await small.get("\(tour)/papers/E2026-000002").status == 200)
    }

    @Test("a file that is gone from the disk is told on the page, and not sent as if it were empty")
    func gone() async throws {
        let (small, tour) = try await filed()
        try await attach(small, tour)
        try FileManager.default.removeItem(atPath: small.site.evidence.directory)
        #expect(try await small.get(tour).text.contains("文件不在"))
        let file = try await small.get("\(tour)/papers/E2026-000001")
        #expect(file.status == 404, "\(file.status) \(file.text.prefix(500))")
    }

    @Test("a file that was altered on the disk is not given out, and its page says why")
    func altered() async throws {
        let (small, tour) = try await filed()
        try await attach(small, tour)
        let stored = try FileManager.default.subpathsOfDirectory(atPath: small.site.evidence.directory)
        let hash = try #require(stored.compactMap { $0.split(separator: "/").last }.first { $0.count == 64 })
        var bytes = Self.pdf
        bytes[9] ^= 1
        try Data(bytes).write(to: URL(filePath: small.site.evidence.path(of: String(hash))))
        let file = try await small.get("\(tour)/papers/E2026-000001")
        #expect(file.status == 404 && file.headers[.contentDisposition] == nil)
        #expect(file.text.contains("文件已损坏") && file.text.contains("方案.pdf") && file.text.contains("备份"))
    }

    @Test("a disk that is full while a file comes in is said, and what was typed is there to be sent again")
    func fullDisk() async throws {
        var (small, tour) = try await filed()
        let address = "\(tour)/papers/new"
        let code = try draft(try await small.get(address))
        small.site.evidence.room = 4
        let full = try await send(small, address, [("draft", code)] + Self.typed, file: Self.pdf)
        #expect(full.status == 507 && full.text.contains("磁盘已满"), "\(full.status)")
        #expect(full.text.contains("name=\"note\" value=\"签字件\"") && full.text.contains("action=\"\(address)\""))
        let incoming = small.site.evidence.directory + "/incoming"
        #expect(try FileManager.default.contentsOfDirectory(atPath: incoming) == [])
        // With room again, the form as it was, and the file to be chosen once more.
        small.site.evidence.room = nil
        let again = try await small.post(address, [("draft", code)] + Self.typed)
        #expect(again.status == 422 && again.text.contains("请选择文件") && again.text.contains("签字件"))
        #expect(try await send(small, address, [("draft", code)] + Self.typed, file: Self.pdf).status == 200)
    }

    @Test(
        "sizes are told in KB, and from one MB on in MB with a tenth",
        arguments: [
            (1, "1 KB"), (340 << 10, "340 KB"), ((1 << 20) - 1, "1023 KB"), (1 << 20, "1.0 MB"), (5 << 19, "2.5 MB"),
            (20 << 20, "20.0 MB"),
        ])
    func sizes(bytes: Int, said: String) {
        #expect(EvidenceFile(name: "a.pdf", type: "application/pdf", bytes: bytes, hash: "").size == said)
    }
}
