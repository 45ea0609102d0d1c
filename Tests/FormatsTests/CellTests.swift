import Testing

@testable import Formats

/// Cells as different programs write them.
struct CellTests {
    private func values(_ xml: String, texts: String? = nil, styles: String? = nil, of: String = "") throws
        -> [SheetValue]
    {
        try WorkbookFile(Packed.rows("<row r=\"1\">\(xml)</row>", texts: texts, styles: styles, of: of)).rows()
            .flatMap(\.cells).map(\.value)
    }

    private func styles(_ codes: [String]) -> String {
        let formats = codes.enumerated().map {
            #"<numFmt numFmtId="\#(200 + $0)" formatCode="\#(WorkbookParts.escaped($1))"/>"#
        }
        let cells = codes.indices.map { #"<xf numFmtId="\#(200 + $0)"/>"# }
        return "<numFmts>\(formats.joined())</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
            + "<cellXfs>\(cells.joined())</cellXfs>"
    }

    @Test func aTextMayBeSharedInlineOrInRuns() throws {
        let texts =
            "<si><t>甲</t></si><si><r><t>前</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\"> 粗 </t></r>"
            + "<rPh sb=\"0\" eb=\"1\"><t>ふり</t></rPh><phoneticPr fontId=\"1\"/></si><si><t/></si><si/>"
        let xml =
            "<c t=\"s\"><v>1</v></c><c t=\"s\"><v>0</v></c><c t=\"inlineStr\"><is><t>内</t></is></c>"
            + "<c t=\"inlineStr\"><is><r><t>一</t></r><rPh><t>イチ</t></rPh><r><t>二</t></r></is></c><c t=\"str\"><v>式</v></c>"
            + "<c t=\"s\"><v>2</v></c><c t=\"s\"><v>3</v></c>"
        #expect(try values(xml, texts: texts) == ["前 粗 ", "甲", "内", "一二", "式"])
    }

    @Test func escapedSignsComeBack() throws {
        let xml = "<c t=\"inlineStr\"><is><t>a_x000D_b_x005F_x000D__xD83D__x12_</t></is></c>"
        #expect(try values(xml) == ["a\rb_x000D__xD83D__x12_"])
    }

    @Test func aFormulaHasTheValueThatItLastGave() throws {
        let file = try WorkbookFile(
            Packed.rows(
                "<row><c><f>1+1</f><v>2</v></c><c t=\"str\"><f>A1</f><v></v></c><c><f>B1</f></c><c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row>"
            )
        )
        var rows: [SheetRow] = []
        let notes = try file.read(file.sheets[0]) {
            rows.append($0)
            return .more
        }
        let given: [SheetValue] = rows[0].cells.map(\.value)
        #expect(given == [2, .empty, .empty, .error("#DIV/0!")])
        let areFormulas = rows[0].cells.map { $0.isFormula }
        #expect(areFormulas == [true, true, true, true])
        #expect(notes.uncalculated == 1)
    }

    @Test(arguments: [
        ("yyyy\\-mm\\-dd", "2024-03-05"), ("yyyy\"年\"m\"月\"d\"日\";@", "2024-03-05"), ("[$-804]aaaa", "2024-03-05"),
        ("m\"月\"", "2024-03-05"), ("mmm-yy", "2024-03-05"), ("[Red]d/m/yy", "2024-03-05"), ("e", "2024-03-05"),
        ("yyyy/m/d h:mm", "2024-03-05 12:00:00"), ("上午/下午h\"时\"mm\"分\"", "12:00:00"), ("h:mm AM/PM", "12:00:00"),
        ("[h]:mm:ss", "1088556:00:00"), ("[mm]:ss", "1088556:00:00"), ("General", "45356.5"), ("G/通用格式", "45356.5"),
        ("0.00E+00", "45356.5"), ("#,##0.00\"元/day\"", "45356.5"), ("\"y\"0", "45356.5"), ("0000000;-0", "0045357"),
        ("_-* #,##0_-", "45356.5"),
        ("0000000", "0045357"), ("0.00", "45356.50"), ("0%", "4535650%"), ("@", "45356.5"), ("", "45356.5"),
        ("[DBNum1][$-804]yyyy\"年\"m\"月\"", "2024-03-05"),
    ]) func whatANumberMeansIsSaidByItsFormat(_ code: String, _ seen: String) throws {
        let bytes = try Packed.rows("<row><c s=\"0\"><v>45356.5</v></c></row>", styles: styles([code]))
        #expect(try WorkbookFile(bytes).rows()[0].cells[0].seen == seen)
    }

    @Test(arguments: [
        (14, "2024-03-05"), (22, "2024-03-05 12:00:00"), (57, "2024-03-05"), (31, "2024-03-05"), (20, "12:00:00"),
        (0, "45356.5"),
    ])
    func formatsThatEveryProgramKnowsNeedNoCode(_ number: Int, _ seen: String) throws {
        let bytes = try Packed.rows(
            "<row><c s=\"0\"><v>45356.5</v></c></row>", styles: "<cellXfs><xf numFmtId=\"\(number)\"/></cellXfs>")
        #expect(try WorkbookFile(bytes).rows()[0].cells[0].seen == seen)
    }

    @Test(arguments: [
        ("60", "60"), ("-1", "-1"), ("2958466", "2958466"), ("1e300", "1E+300"), ("0.5", "12:00:00"),
        ("59", "1900-02-28"),
        ("45356.9999999", "2024-03-06"),
    ]) func aDayThatIsNoneStaysANumber(_ stored: String, _ seen: String) throws {
        let bytes = try Packed.rows("<row><c s=\"0\"><v>\(stored)</v></c></row>", styles: styles(["yyyy-mm-dd"]))
        #expect(try WorkbookFile(bytes).rows()[0].cells[0].seen == seen)
    }

    @Test func daysOfTheMacintoshBeginLater() throws {
        let day = try #require(CalendarDay(year: 2024, month: 3, day: 5))
        let xml = "<c s=\"0\"><v>43894</v></c>"
        #expect(try values(xml, styles: styles(["yyyy-mm-dd"]), of: "<workbookPr date1904=\"1\"/>") == [.day(day)])
    }

    @Test func daysOfTheStrictFormAreWrittenOut() throws {
        let day = try #require(CalendarDay(year: 2024, month: 3, day: 5))
        let xml =
            "<c t=\"d\"><v>2024-03-05</v></c><c t=\"d\"><v>2024-03-05T09:30:00Z</v></c><c t=\"d\"><v>2024-13-05</v></c>"
        #expect(try values(xml) == [.day(day), .moment(day, seconds: 34_200), "2024-13-05"])
    }

    @Test func truthErrorsAndWhatIsNoNumber() throws {
        let xml =
            "<c t=\"b\"><v>1</v></c><c t=\"b\"><v>false</v></c><c t=\"e\"><v>#N/A</v></c><c><v>NaN</v></c>"
            + "<c t=\"n\"><v> 1.50 </v></c><c t=\"b\"><v>maybe</v></c><c t=\"b\"><v/></c>"
        #expect(try values(xml) == [.boolean(true), .boolean(false), .error("#N/A"), "NaN", .decimal(1.5), "maybe"])
    }

    @Test func aFormatThatIsNotThereIsNone() throws {
        #expect(try values("<c s=\"7\"><v>1</v></c><c s=\"-3\"><v>2</v></c><c s=\"x\"><v>3</v></c>") == [1, 2, 3])
    }
}
