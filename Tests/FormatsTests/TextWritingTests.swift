import Formats
import Testing

@Suite("Writing JSON, and bytes in pieces")
struct TextWritingTests {
    @Test("what is no number becomes null, never NaN")
    func noNumber() {
        let text = ByteOutput.text { output in
            var json = JSONWriter(output)
            json.object { $0.field("x", Double.nan) }
        }
        #expect(text == #"{"x": null}"#)
    }

    @Test("control characters, quotes and backslashes are escaped; Chinese stays as it is")
    func escapes() {
        let text = ByteOutput.text { output in
            var json = JSONWriter(output)
            json.list(["a\"b\\c\n\u{1}\u{7F}", "学\r\n"])
        }
        #expect(text == #"["a\"b\\c\n\u0001\u007f", "学\r\n"]"#)
    }

    @Test("a large text leaves in pieces, and the first failure is thrown at the end")
    func pieces() throws {
        var sizes: [Int] = []
        let output = ByteOutput { sizes.append($0.count) }
        for _ in 0..<30_000 { output.write("0123456789") }
        try output.finish()
        #expect(sizes.reduce(0, +) == 300_000)
        #expect(sizes.count > 3)

        struct DiskFull: Error {}
        let full = ByteOutput { _ in throw DiskFull() }
        full.write("x")
        #expect(throws: DiskFull.self) { try full.finish() }
    }
}
