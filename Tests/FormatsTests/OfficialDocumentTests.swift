import Foundation
import Testing

@testable import Formats

/// A document as offices issue it, opened by other programs where this machine has them.
@Suite(.serialized) struct OfficialDocumentTests {
    private static let document = OfficialDocument([
        .number("组通字〔2026〕7号"), .title("关于举办 <专题班> 的通知"), .addressee("市财政局："), .heading("一、对象"),
        .paragraph("你单位名额3人，&甲。"),
        .table(heads: ["序号", "姓名"], rows: [["1", "甲一"], ["2", "=1+1"]], widths: [1, 4]), .newPage,
        .signature("2026年11月29日"),
    ])

    private static func run(_ program: String, _ arguments: String...) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }

    private static let hasPythonDocx: Bool = {
        do { return try run("python3", "-c", "import docx").status == 0 } catch { return false }
    }()

    private func withFile(_ body: (_ folder: URL, _ path: String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
        let file = folder.appendingPathComponent("notice.docx")
        try Data(Self.document.bytes()).write(to: file)
        try body(folder, file.path)
    }

    @Test("a row that no longer holds is struck through, and no other") func struck() throws {
        let document = OfficialDocument([
            .table(heads: ["课程"], rows: [["甲"], ["乙"]], widths: [1], struck: [1])
        ])
        let archive = try ZipArchive(try document.bytes(), limits: WorkbookLimits())
        let part = try #require(archive.parts["word/document.xml"])
        let xml = String(decoding: try archive.bytes(of: part), as: UTF8.self)
        #expect(xml.components(separatedBy: "<w:strike/>").count == 2)
        #expect(xml.contains("<w:rPr><w:strike/></w:rPr><w:t xml:space=\"preserve\">乙</w:t>"))
    }

    @Test(
        "a wide table lies on pages turned sideways, after upright ones",
        .enabled(if: hasPythonDocx, "needs python3 with python-docx"))
    func sideways() throws {
        let document = OfficialDocument([
            .title("计划"), .sideways, .table(heads: ["序号", "名称"], rows: [["1", "甲班"]], widths: [1, 9]),
        ])
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).docx")
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: file) } }
        try Data(document.bytes()).write(to: file)
        let script = """
            import sys, docx
            book = docx.Document(sys.argv[1])
            print([(round(s.page_width.mm), round(s.page_height.mm)) for s in book.sections])
            print(sum(cell.width for cell in book.tables[0].rows[0].cells) <= book.sections[1].page_width - book.sections[1].left_margin - book.sections[1].right_margin)
            """
        let (status, output) = try Self.run("python3", "-c", script, file.path)
        #expect(status == 0 && output == "[(210, 297), (297, 210)]\nTrue\n", "\(output)")
    }

    @Test("the same content gives the same bytes, and a docx is what it is known for") func bytes() throws {
        #expect(try Self.document.bytes() == Self.document.bytes())
        #expect(try Array(Self.document.bytes().prefix(2)) == Array("PK".utf8))
    }

    @Test(
        "another reader finds its texts, its table and its page as GB/T 9704 sets it",
        .enabled(if: hasPythonDocx, "needs python3 with python-docx"))
    func read() throws {
        let script = """
            import sys, docx
            book = docx.Document(sys.argv[1])
            print([p.text for p in book.paragraphs if p.text.strip()])
            print([[cell.text for cell in row.cells] for row in book.tables[0].rows])
            page = book.sections[0]
            print([round(x.mm) for x in (page.page_width, page.page_height, page.top_margin, page.left_margin, page.right_margin, page.bottom_margin)])
            print(book.styles["公文标题"].font.size.pt, book.styles["正文"].font.size.pt)
            """
        try withFile { _, path in
            let (status, output) = try Self.run("python3", "-c", script, path)
            #expect(status == 0)
            #expect(
                output == """
                    ['组通字〔2026〕7号', '关于举办 <专题班> 的通知', '市财政局：', '一、对象', '你单位名额3人，&甲。', '2026年11月29日']
                    [['序号', '姓名'], ['1', '甲一'], ['2', '=1+1']]
                    [210, 297, 37, 28, 26, 35]
                    22.0 16.0

                    """)
        }
    }

    @Test("LibreOffice opens it and reads its text", .enabled(if: ProgramTests.hasLibreOffice, "needs LibreOffice"))
    func office() throws {
        try withFile { folder, path in
            let (status, _) = try Self.run(
                "soffice", "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to",
                "txt:Text",
                "--outdir", folder.path, path)
            // A machine may have LibreOffice without its word processor.
            let text = folder.appendingPathComponent("notice.txt")
            guard status == 0, FileManager.default.fileExists(atPath: text.path) else { return }
            #expect(try String(contentsOf: text, encoding: .utf8).contains("你单位名额3人，&甲。"))
        }
    }
}
