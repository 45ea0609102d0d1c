import Exchange
import Formats
import Testing
import Vocabulary

@Suite("Words for files that are not read")
struct RefusalTextTests {
    static let workbook: [WorkbookRefused.Reason] =
        [
            .empty, .noSheet, .damaged, .wrongChecksum, .missingPart, .brokenXML, .documentType, .trick, .misplaced,
            .missingText,
        ]
        + WorkbookRefused.Measure.allCases.map { .tooMuch($0, limit: 64 << 20) }
        + FileKind.allCases.map { .otherKind($0) }

    static let table: [TextTableRefused.Reason] =
        [.empty, .zero, .openQuotes] + TextTableRefused.Measure.allCases.map { .tooMuch($0, limit: 64 << 20) }
        + FileKind.allCases.map { .otherKind($0) }
        + TextEncoding.allCases.flatMap { [.undecodable($0, byte: 3), .truncated($0, byte: 3), .unavailable($0)] }

    @Test("a workbook: what is the matter, in which cell of which sheet, in both languages", arguments: workbook)
    func workbooks(reason: WorkbookRefused.Reason) {
        let refused = WorkbookRefused(reason, part: "xl/worksheets/sheet1.xml", sheet: "名单", row: 5, column: 28)
        let zh = WorkbookRefusedText.sentence(refused, in: .zh)
        let en = WorkbookRefusedText.sentence(refused, in: .en)
        #expect(zh.hasPrefix("工作表“名单”第5行AB列：") && zh.hasSuffix("。"), "\(zh)")
        #expect(en.hasPrefix("Sheet “名单”, row 5, column AB: ") && en.hasSuffix("."), "\(en)")
        // A reader has no use for the inside of the archive.
        #expect(!(zh + en).contains("xl/"))
        let bare = WorkbookRefusedText.sentence(WorkbookRefused(reason), in: .zh)
        #expect(zh.hasSuffix(bare) && !bare.contains("行AB"))
    }

    @Test("a table of text: what is the matter, in which cell, in both languages", arguments: table)
    func tables(reason: TextTableRefused.Reason) {
        let refused = TextTableRefused(reason, row: 3, column: 2)
        let zh = TextTableRefusedText.sentence(refused, in: .zh)
        let en = TextTableRefusedText.sentence(refused, in: .en)
        #expect(zh.hasPrefix("第3行B列：") && zh.hasSuffix("。"), "\(zh)")
        #expect(en.hasPrefix("Row 3, column B: ") && en.hasSuffix("."), "\(en)")
    }

    @Test("a byte of another encoding is named with its cell")
    func example() {
        let refused = TextTableRefused(.undecodable(.gb18030, byte: 23), row: 3, column: 2)
        #expect(
            TextTableRefusedText.sentence(refused, in: .zh)
                == "第3行B列：有无法识别的字符（按GB18030读取）。请改正该处，或另存为.xlsx后再上传。")
        #expect(
            WorkbookRefusedText.sentence(WorkbookRefused(.otherKind(.oldWorkbook)), in: .zh)
                == "文件是旧版.xls表格，无法读取。请用Excel或WPS另存为.xlsx后再上传。")
    }
}
