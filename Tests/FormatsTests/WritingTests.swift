import Testing

@testable import Formats

/// What is written, seen in the archive's own parts; other programs look at it in `FormatsProgramTests`.
struct WritingTests {
    static func part(_ name: String, of workbook: Workbook) throws -> String {
        let archive = try ZipArchive(workbook.bytes(), limits: WorkbookLimits())
        let part = try #require(archive[name])
        return try String(decoding: archive.bytes(of: part), as: UTF8.self)
    }

    static func cells(_ columns: [SheetColumn], _ rows: [[SheetValue]]) throws -> String {
        try part("xl/worksheets/sheet1.xml", of: Workbook([.table("名单", columns, rows: rows)]))
    }

    @Test func aCodeADayAndANumberAreWrittenAsWhatTheyAre() throws {
        let day = try #require(CalendarDay(year: 2024, month: 3, day: 5))
        let xml = try Self.cells(
            [SheetColumn("编号"), SheetColumn("日期", .day), SheetColumn("学时", .number)],
            [["13.10", .day(day), .decimal(7.5)]])
        #expect(xml.contains(##"<c r="A2" s="2" t="inlineStr"><is><t xml:space="preserve">13.10</t></is></c>"##))
        #expect(xml.contains(##"<c r="B2" s="4"><v>45356</v></c>"##))
        #expect(xml.contains(##"<c r="C2" s="0"><v>7.5</v></c>"##))
    }

    @Test func theHeadIsFrozenAndTheFilterCoversAllRows() throws {
        let xml = try Self.cells([SheetColumn("编号"), SheetColumn("姓名")], [["1", "甲"], ["2", "乙"]])
        #expect(xml.contains(##"<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>"##))
        #expect(xml.contains(##"<autoFilter ref="A1:B3"/>"##))
        #expect(xml.contains(##"<c r="A1" s="1" t="inlineStr">"##))
    }

    @Test(arguments: ["=1+1", "+86", "-3", "@SUM(A1)"]) func noTextIsAFormula(_ text: String) throws {
        let xml = try Self.cells([SheetColumn("甲"), SheetColumn("备注", .longText)], [[.text(text), .text(text)]])
        #expect(!xml.contains("<f>"))
        #expect(xml.contains(##"<c r="A2" s="2" t="inlineStr"><is><t xml:space="preserve">\##(text)</t>"##))
        // Formatted as text, so that it stays one when somebody edits it.
        #expect(xml.contains(##"<c r="B2" s="\##(CellStyle.guarded.rawValue)" t="inlineStr">"##))
    }

    @Test func anIdentityNumberHeldAsANumberKeepsItsEighteenDigits() throws {
        let xml = try Self.cells([SheetColumn("号码", .number)], [[.whole(110_101_199_001_011_234)]])
        #expect(xml.contains(##"t="inlineStr"><is><t xml:space="preserve">110101199001011234</t>"##))
    }

    @Test func anErrorThatNoSpreadsheetKnowsIsAText() throws {
        let xml = try Self.cells([SheetColumn("甲"), SheetColumn("乙")], [[.error("#N/A"), .error("#忙")]])
        #expect(xml.contains(##"<c r="A2" s="0" t="e"><v>#N/A</v></c>"##))
        #expect(xml.contains(##"<c r="B2" s="2" t="inlineStr"><is><t xml:space="preserve">#忙</t>"##))
    }

    @Test func signsThatXMLCannotHoldAreEscaped() throws {
        let xml = try Self.cells([SheetColumn("甲")], [["a\u{0}b\u{1F}\r\n\t\u{FFFE}\u{FFFF}，_x000D_ _x <&>\""]])
        #expect(xml.contains("a_x0000_b_x001F__x000D_\n\t_xFFFE__xFFFF_，_x005F_x000D_ _x &lt;&amp;&gt;&quot;"))
    }

    @Test func aTextLongerThanACellIsCutAndTold() throws {
        let long = String(repeating: "长", count: 40_000)
        let sheet = WorkbookSheet.table("表", [SheetColumn("甲")], rows: [["短"], [.text(long)]])
        let notes = try Workbook([sheet]).write { _ in }
        #expect(notes.cuts == [WorkbookNotes.Cut(sheet: "表", row: 3, column: 1)])
        #expect(notes.rows == [2])
        let xml = try Self.cells([SheetColumn("甲")], [[.text(long)]])
        #expect(xml.contains(String(repeating: "长", count: 32_766) + "…</t>"))
    }

    @Test func choicesStandOnAHiddenSheetAndMayHoldCommas() throws {
        let kinds = SheetColumn("类别", choices: ["讲座", "研讨,交流"], hint: "请选择")
        let workbook = Workbook([.table("甲", [kinds, kinds], rows: []), .table("乙", [kinds], rows: [])])
        let xml = try Self.part("xl/worksheets/sheet1.xml", of: workbook)
        #expect(xml.contains(##"<dataValidations count="2">"##))
        #expect(xml.contains(##"<formula1>'选项'!$A$1:$A$2</formula1>"##))
        #expect(xml.contains(##"prompt="请选择""##))
        #expect(
            try Self.part("xl/workbook.xml", of: workbook).contains(##"<sheet name="选项" sheetId="3" state="hidden""##))
        #expect(try Self.part("xl/worksheets/sheet3.xml", of: workbook).contains("研讨,交流"))
    }

    @Test func sheetNamesAreMadeFit() {
        let long = String(repeating: "单位", count: 20)
        #expect(
            SheetName.fitting(["市委/办[1]", "", "'a'", "A", "History", long, long], besides: ["选项"]) == [
                "市委／办［1］", "Sheet", "a", "A (2)", "History 1", String(long.prefix(31)),
                String(long.prefix(27)) + " (2)",
            ])
        #expect(SheetName.fitting(["选项"], besides: ["选项"]) == ["选项 (2)"])
        // A rare character counts twice.
        #expect(SheetName.fitting([String(repeating: "𠮷", count: 20)]) == [String(repeating: "𠮷", count: 15)])
    }

    @Test func theSameContentGivesTheSameBytes() throws {
        let workbook = Workbook([
            .instructions("说明", ["填写说明", "每行一人。"]),
            .table("表", [SheetColumn("甲", choices: ["是", "否"])], rows: [["是"]]),
        ])
        #expect(try workbook.bytes() == workbook.bytes())
    }

    @Test func aRowWithTooManyCellsIsRefused() {
        #expect(throws: WorkbookUnwritable.tooManyColumns(sheet: "表")) {
            try Workbook([.table("表", [SheetColumn("甲")], rows: [["1", "2"]])]).bytes()
        }
    }

    @Test func aRowMoreThanASheetHoldsIsRefused() {
        let rows = SheetRows("表", [SheetColumn("甲")], count: SheetArea.lastRow - 1) { _ in }
        #expect(throws: Never.self) { try rows.add(["最后一行"]) }
        #expect(throws: WorkbookUnwritable.tooManyRows(sheet: "表")) { try rows.add(["多一行"]) }
    }

    @Test func whatTheReceiverThrowsEndsTheWriting() {
        struct Gone: Error {}
        #expect(throws: Gone.self) { try Workbook([.table("表", [], rows: [])]).write { _ in throw Gone() } }
    }

    @Test func aWorkbookOfNothingIsStillOne() throws {
        #expect(try Self.part("xl/workbook.xml", of: Workbook([])).contains("Sheet1"))
        #expect(
            try Self.part("xl/worksheets/sheet1.xml", of: Workbook([.table("表", [], rows: [])])).contains("<sheetData>")
        )
    }
}
