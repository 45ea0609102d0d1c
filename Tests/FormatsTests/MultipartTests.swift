import Testing

@testable import Formats

/// Forms with files, as browsers and programs send them, cut at every place where a network may cut them.
@Suite("Forms with files, taken apart as they come")
struct MultipartTests {
    private struct Part: Equatable {
        var name: String
        var fileName: String?
        var content: [UInt8] = []
        var isWhole = false
    }

    private func parts(_ body: [UInt8], boundary: String, pieces: [Int]) throws -> [Part] {
        var reader = try #require(MultipartReader(contentType: "multipart/form-data; boundary=\(boundary)"))
        var parts: [Part] = []
        var start = 0
        for end in pieces + [body.count] where end > start {
            try reader.take(body[start..<end]) { event in
                switch event {
                case .part(let head): parts.append(Part(name: head.name, fileName: head.fileName))
                case .content(let bytes): parts[parts.count - 1].content += bytes
                case .end: parts[parts.count - 1].isWhole = true
                }
            }
            start = end
        }
        try reader.finish()
        return parts
    }

    private func refused(_ body: String, boundary: String = "B") -> MultipartRefused? {
        do {
            _ = try parts(Array(body.utf8), boundary: boundary, pieces: [])
            return nil
        } catch { return error as? MultipartRefused }
    }

    /// What Chrome 120 sends; the file's content has line ends and all but the boundary in it.
    private static let chrome = """
        ------WebKitFormBoundary7MA4YWxkTrZu0gW\r
        Content-Disposition: form-data; name="note"\r
        \r
        第一行\r
        第二行\r
        ------WebKitFormBoundary7MA4YWxkTrZu0gW\r
        Content-Disposition: form-data; name="file"; filename="考察%22报告%22.pdf"\r
        Content-Type: application/pdf\r
        \r
        %PDF-1.7\r\n\r\n------WebKitFormBoundary7MA4YWxkTrZu0g\r\n--\r
        ------WebKitFormBoundary7MA4YWxkTrZu0gW\r
        Content-Disposition: form-data; name="empty"; filename=""\r
        Content-Type: application/octet-stream\r
        \r
        \r
        ------WebKitFormBoundary7MA4YWxkTrZu0gW--\r

        """

    private static let expected = [
        Part(name: "note", content: Array("第一行\r\n第二行".utf8), isWhole: true),
        Part(
            name: "file", fileName: "考察\"报告\".pdf",
            content: Array("%PDF-1.7\r\n\r\n------WebKitFormBoundary7MA4YWxkTrZu0g\r\n--".utf8), isWhole: true),
        Part(name: "empty", fileName: "", isWhole: true),
    ]

    @Test("a form of Chrome is the same, wherever it is cut in two, and byte by byte")
    func everyCut() throws {
        let body = Array(Self.chrome.utf8)
        let boundary = "----WebKitFormBoundary7MA4YWxkTrZu0gW"
        for cut in 0...body.count {
            #expect(try parts(body, boundary: boundary, pieces: [cut]) == Self.expected, "cut at \(cut)")
        }
        #expect(try parts(body, boundary: boundary, pieces: Array(0..<body.count)) == Self.expected)
    }

    @Test("names as Firefox, curl and programs write them are read as they are meant")
    func names() throws {
        for (written, name) in [
            #"filename="a b.pdf""#: "a b.pdf", #"filename=plain.pdf"#: "plain.pdf",
            // curl before 7.81 puts a backslash before a quote; Windows has them in paths.
            #"filename="a\"b\\c.pdf""#: #"a"b\c.pdf"#, #"filename="C:\Users\a.pdf""#: #"C:\Users\a.pdf"#,
            #"filename="a; name=x.pdf""#: "a; name=x.pdf",
            #"filename*=UTF-8''%E6%8A%A5%E5%91%8A.pdf; filename="_.pdf""#: "报告.pdf",
            #"filename="_.pdf"; filename*=utf-8'zh'%E6%8A%A5.pdf"#: "报.pdf",
            // In a character set that we do not read, or broken: the plain one.
            #"filename="b.pdf"; filename*=GBK''%B1%A8.pdf"#: "b.pdf",
            #"filename="b.pdf"; filename*=UTF-8''%E6%8.pdf"#: "b.pdf",
            #"FileName="c.pdf""#: "c.pdf", #"filename="100%25.pdf""#: "100%25.pdf",
        ] {
            let body =
                "--B\r\ncontent-type: x\r\nCONTENT-DISPOSITION:form-data;name=\"file\" ; \(written)\r\n\r\nx\r\n--B--"
            #expect(try parts(Array(body.utf8), boundary: "B", pieces: []).first?.fileName == name, "\(written)")
        }
    }

    @Test("a preamble, blanks behind a boundary and what follows the end are passed over")
    func besides() throws {
        let body =
            "hello\r\n--Bx is none\r\n".replacing("--Bx", with: "-Bx")
            + "--B  \r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--B--\r\nafter\r\n--B\r\n"
        #expect(
            try parts(Array(body.utf8), boundary: "B", pieces: [3, 30]) == [
                Part(name: "a", content: [0x31], isWhole: true)
            ])
    }

    @Test("what is cut short, broken or overdone is refused, and ends")
    func hostile() throws {
        let head = "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n"
        #expect(refused("") == .cutShort)
        #expect(refused("no boundary at all") == .cutShort)
        #expect(refused(head + "content without an end") == .cutShort)
        #expect(refused("--B\r\nContent-Disposition: form-data; name=\"a\"") == .cutShort)
        #expect(refused("--Bother\r\n") == .malformed)
        #expect(refused("--B" + String(repeating: " ", count: 1000)) == .malformed)
        #expect(refused("--B\r\nX: " + String(repeating: "x", count: 10_000)) == .headTooLong)
        #expect(refused("--B\r\n\r\nx\r\n--B--") == .noName)
        #expect(refused("--B\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nx\r\n--B--") == .noName)
        let part = "\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--B"
        #expect(refused("--B" + String(repeating: part, count: 201) + "--") == .tooManyParts)
        for type in [
            "multipart/form-data", "multipart/form-data; boundary=", "multipart/mixed; boundary=B", "text/plain",
            "multipart/form-data; boundary=\"\(String(repeating: "x", count: 71))\"",
            "multipart/form-data; boundary=\"a\r\nb\"",
        ] { #expect(MultipartReader(contentType: type) == nil, "\(type)") }
        #expect(MultipartReader(contentType: "Multipart/Form-Data; charset=x; boundary=\"a b;c\"") != nil)
    }

    @Test("a million line ends are handed on as they come, and never held")
    func held() throws {
        var reader = try #require(MultipartReader(contentType: "multipart/form-data; boundary=B"))
        try reader.take(Array("--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n".utf8)) { _ in }
        var count = 0
        let piece = Array(repeating: Array("\r\n-".utf8), count: 1000).flatMap { $0 }
        for _ in 0..<300 {
            try reader.take(piece) { if case .content(let bytes) = $0 { count += bytes.count } }
            #expect(count > 0)
        }
        #expect(count > 300 * piece.count - 10)
    }
}
