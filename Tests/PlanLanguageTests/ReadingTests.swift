import Formats
import PlanLanguage
import Plans
import Testing
import Vocabulary

@Suite("Reading the bytes of a plan")
struct ReadingTests {
    let compiler = PlanCompiler()
    static let sentence = "各单位每年组织集中学习不少于12次。"
    /// The same sentence in GB18030.
    static let gb18030: [UInt8] = [
        0xB8, 0xF7, 0xB5, 0xA5, 0xCE, 0xBB, 0xC3, 0xBF, 0xC4, 0xEA, 0xD7, 0xE9, 0xD6, 0xAF, 0xBC, 0xAF, 0xD6, 0xD0,
        0xD1, 0xA7,
        0xCF, 0xB0, 0xB2, 0xBB, 0xC9, 0xD9, 0xD3, 0xDA, 0x31, 0x32, 0xB4, 0xCE, 0xA1, 0xA3,
    ]

    @Test("UTF-8 with and without a mark, and GB18030, are the same text")
    func encodings() throws {
        let plain = try compiler.compile(bytes: Array(Self.sentence.utf8))
        let marked = try compiler.compile(bytes: [0xEF, 0xBB, 0xBF] + Array(Self.sentence.utf8))
        let chinese = try compiler.compile(bytes: Self.gb18030)
        #expect(plain.text == Self.sentence)
        #expect(marked.text == plain.text)
        #expect(chinese.text == plain.text)
        #expect(chinese.obligations == plain.obligations)
        #expect(marked.obligations == plain.obligations)
        #expect(plain.obligations.count == 1)
    }

    @Test("nothing, blanks only, too much, controls, broken and cut bytes are refused with their place")
    func refusals() {
        let cases: [([UInt8], UnreadablePlan)] = [
            ([], .empty), ([0xEF, 0xBB, 0xBF], .empty), (Array(" \r\n\u{3000}".utf8), .empty),
            (.init(repeating: 0x61, count: 4 << 20 + 1), .tooLarge(bytes: 4 << 20 + 1, limit: 4 << 20)),
            (Array("一行\n二\0行".utf8), .binary(line: 2, column: 2)),
            ([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00], .document(.damaged(part: nil))),
            (Array("各单位\n每年".utf8).dropLast(1), .truncated(line: 2, column: 2)),
            (Array(Self.gb18030.dropLast(1)), .truncated(line: 1, column: 18)),
            (Array("甲乙".utf8) + [0xFF, 0xFF] + Array("丙".utf8), .undecodable(line: 1, column: 3)),
        ]
        for (bytes, fault) in cases {
            #expect(throws: fault) { () throws in _ = try compiler.compile(bytes: bytes) }
        }
    }

    @Test("a Word file is a plan: its text, and what was left out of it as findings")
    func wordFiles() throws {
        let bytes = try OfficialDocument([.title("培训计划"), .heading("一、总则"), .paragraph(Self.sentence)]).bytes()
        let compiled = try compiler.compile(bytes: bytes)
        #expect(compiled.obligations.map(\.quote) == ["每年组织集中学习不少于12次"])
        #expect(compiled.text.hasPrefix("培训计划\n一、总则\n"))
        let finding = Finding(.note, "leftOut", ["comment", "2", "改为6天？"])
        #expect(FindingText.message(finding, in: .zh) == "批注2处未读入：“改为6天？”")
        #expect(FindingText.message(finding, in: .en) == "Left out: comments, 2: “改为6天？”")
    }

    @Test("what is no text and no Word file is refused by its kind")
    func otherKinds() {
        for (bytes, kind) in [
            (Array("%PDF-1.4".utf8), FileKind.pdf), (Array("{\\rtf1".utf8), .richText),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .oldWorkbook), ([0x89, 0x50, 0x4E, 0x47], .picture),
            (Array("<html><body>每年12次</body></html>".utf8), .webPage),
        ] {
            #expect(throws: UnreadablePlan.document(.otherKind(kind))) { () throws in
                _ = try compiler.compile(bytes: bytes)
            }
        }
    }

    @Test("every refusal has a sentence in both languages")
    func sentences() {
        let faults: [UnreadablePlan] =
            [
                .empty, .tooLarge(bytes: 9, limit: 8), .binary(line: 2, column: 3), .undecodable(line: 2, column: 3),
                .truncated(line: 2, column: 3),
            ]
            + ([.empty, .hasMacros, .damaged(part: "word/document.xml"), .trick(part: nil), .noText]
            + FileKind.allCases.map { .otherKind($0) }
            + WorkbookRefused.Measure.allCases.map { .tooMuch($0, limit: 4 << 20) }).map { .document($0) }
        for fault in faults {
            let zh = FindingText.message(fault, in: .zh)
            let en = FindingText.message(fault, in: .en)
            #expect(zh != en)
            if case .binary = fault { #expect(zh.contains("第2行第3列") && en.contains("Line 2, column 3")) }
        }
    }

    @Test("line ends, full-width forms and hand-wrapped lines keep places exact")
    func places() throws {
        let text = "一、任务\r\n（一）学习。各单位每年组织集中学习\r\n不少于１２次，其中专题研讨不少于４次。\r\n"
        let plan = compiler.compile(text: text)
        let scalars = Array(text.unicodeScalars)
        for obligation in plan.obligations {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[obligation.place.start..<obligation.place.end])
            #expect(String(view) == obligation.quote)
        }
        #expect(plan.obligations.map(\.rule.value) == [12, 4])
        let last = try #require(plan.obligations.last)
        #expect((last.place.line, last.place.column) == (3, 8))
    }

    @Test("carets stand under wide characters")
    func carets() {
        let text = "甲\n乙：一定数量。"
        let finding = Finding(.note, "amountOpen", ["一定数量"], at: SourcePlace(start: 4, end: 8, line: 2, column: 3))
        #expect(FindingText.excerpt(finding, of: text) == "  乙：一定数量。\n      ^^^^^^^^")
    }
}
