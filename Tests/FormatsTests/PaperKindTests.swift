import Foundation
import Testing

@testable import Formats

/// What a paper is, told by its bytes.
@Suite("Papers that are handed in")
struct PaperKindTests {
    private func kind(_ bytes: [UInt8]) throws -> PaperKind {
        let path = NSTemporaryDirectory() + "paper-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(bytes).write(to: URL(filePath: path))
        return try PaperKind(ofFileAt: path)
    }

    private func refusal(_ bytes: [UInt8]) -> PaperKind.Refused? {
        do {
            _ = try kind(bytes)
            return nil
        } catch { return error as? PaperKind.Refused }
    }

    private func archive(_ names: String...) throws -> [UInt8] {
        var bytes: [UInt8] = []
        let zip = ZipWriter { bytes += $0 }
        for name in names { try zip.entry(name) { try $0(Array("<x/>".utf8)) } }
        try zip.finish()
        return bytes
    }

    @Test("each kind by its own bytes, archives by what lies in them") func kinds() throws {
        #expect(try kind(Array("%PDF-1.7\n".utf8)) == .pdf)
        #expect(try kind([0, 0, 1] + Array("junk %PDF-1.4".utf8)) == .pdf, "some programs write before the mark")
        #expect(try kind([0xFF, 0xD8, 0xFF, 0xE0]) == .jpg)
        #expect(try kind([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0]) == .png)
        #expect(try kind(try archive("[Content_Types].xml", "word/document.xml")) == .docx)
        #expect(try kind(try archive("[Content_Types].xml", "xl/workbook.xml")) == .xlsx)
        #expect(try kind(try archive("OFD.xml", "Doc_0/Document.xml")) == .ofd)
    }

    @Test("what is no paper, broken, or holds programs is refused with its reason") func refused() throws {
        #expect(refusal([]) == .empty)
        #expect(refusal(Array("MZ".utf8)) == .otherKind)
        #expect(refusal(Array("<html>%PDF-1.4".utf8)) == .otherKind)
        #expect(refusal(Array("GIF89a".utf8)) == .otherKind)
        #expect(refusal([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) == .isLocked)
        #expect(refusal(try archive("evil.exe")) == .otherKind)
        #expect(refusal(try archive("[Content_Types].xml", "ppt/presentation.xml")) == .otherKind)
        #expect(refusal(try archive("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")) == .hasMacros)
        #expect(refusal(Array(try archive("word/document.xml").dropLast(10))) == .damaged)
        #expect(refusal([0x50, 0x4B, 0x03, 0x04] + Array(repeating: 0, count: 100)) == .damaged)
    }

    @Test("names lose their way, what cannot be seen and what systems forbid, and get the ending of what the file is")
    func names() {
        for (sent, kept) in [
            "考察报告.pdf": "考察报告.pdf", "C:\\用户\\a.PDF": "a.pdf", "../../etc/passwd": "passwd.pdf", "报告": "报告.pdf",
            "photo.jpeg": "photo.pdf", "合同.pdf.exe": "合同.pdf.pdf", "fdp\u{202E}exe.pdf": "fdpexe.pdf",
            "a\u{0}b\r\n.pdf": "ab.pdf", "...": "材料.pdf", "": "材料.pdf", "  a b .pdf": "a b.pdf",
            "a:b?\"c\".pdf": "a_b__c_.pdf",
            "v1.2 定稿": "v1.2 定稿.pdf",
        ] { #expect(PaperKind.pdf.name(from: sent) == kept, "\(sent)") }
        let long = PaperKind.docx.name(from: String(repeating: "长", count: 300) + ".docx")
        #expect(long.utf8.count <= 190 && long.hasSuffix("长.docx"))
    }
}
