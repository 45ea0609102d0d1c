import Testing

@testable import Formats

/// Rows and sheets as different programs write them.
struct SheetTests {
    @Test func whereNoPlaceIsWrittenItIsCounted() throws {
        let bytes = try Packed.rows(
            "<row><c><v>1</v></c><c><v>2</v></c></row><row/><row r=\"7\"><c r=\"C7\"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>"
        )
        let rows = try WorkbookFile(bytes).rows()
        #expect(rows.map(\.number) == [1, 7, 8])
        #expect(rows[1].cells.map(\.column) == [3, 4])
        #expect(rows[1][4] == 4)
        #expect(rows[1][1] == .empty)
    }

    @Test func rowsAndCellsThatAreOnlyColouredArePassedOver() throws {
        let bytes = try Packed.rows(
            "<row r=\"1\" s=\"3\" customFormat=\"1\"><c r=\"A1\" s=\"3\"/><c r=\"B1\" t=\"s\"><v></v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>"
        )
        #expect(
            try WorkbookFile(bytes).rows() == [
                SheetRow(number: 1_048_576, cells: [SheetCell(column: 16_384, value: 1)])
            ])
    }

    @Test func aDimensionThatLiesIsNotBelieved() throws {
        let sheet =
            #"<worksheet xmlns="\#(Packed.main)"><dimension ref="A1:XFD1048576"/><sheetData><row r="3"><c r="B3"><v>1</v></c></row></sheetData></worksheet>"#
        #expect(try WorkbookFile(Packed.workbook(sheet: sheet)).rows().map(\.number) == [3])
    }

    @Test(arguments: [
        "http://purl.oclc.org/ooxml/spreadsheetml/main", "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "urn:x",
    ])
    func aPrefixOrAnotherNamespaceMakesNoDifference(_ space: String) throws {
        let sheet = """
            <x:worksheet xmlns:x="\(space)" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:y="urn:y">
            <mc:AlternateContent><mc:Choice><x:sheetData><x:row><x:c><x:v>9</x:v></x:c></x:row></x:sheetData></mc:Choice></mc:AlternateContent>
            <x:sheetData><x:row r="2" y:spans="1"><y:c><y:v>8</y:v></y:c><x:c r="A2" t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c></x:row></x:sheetData>
            </x:worksheet>
            """
        #expect(
            try WorkbookFile(Packed.workbook(sheet: sheet)).rows() == [
                SheetRow(number: 2, cells: [SheetCell(column: 1, value: "甲")])
            ])
    }

    @Test func aSheetWithoutAnyNamespaceIsRead() throws {
        let sheet = "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>"
        #expect(try WorkbookFile(Packed.workbook(sheet: sheet)).rows()[0][1] == 1)
    }

    @Test func mergedHiddenAndFilteredIsTold() throws {
        let sheet = """
            <worksheet xmlns="\(Packed.main)"><cols><col min="2" max="3" hidden="1"/><col min="5" max="5"/></cols>
            <sheetData><row r="1" hidden="1"><c><v>1</v></c></row><row r="2" hidden="true"/><row r="3"><c><v>2</v></c></row></sheetData>
            <autoFilter ref="$A$1:$C$9"><filterColumn colId="0"/></autoFilter><mergeCells count="1"><mergeCell ref="A3:B4"/></mergeCells></worksheet>
            """
        let file = try WorkbookFile(Packed.workbook(sheet: sheet))
        var hidden: [Bool] = []
        let notes = try file.read(file.sheets[0]) {
            hidden.append($0.isHidden)
            return .more
        }
        #expect(hidden == [true, false])
        #expect(notes.hiddenRows == 1)
        #expect(notes.hiddenColumns == [2...3])
        #expect(notes.filter == SheetArea(rows: 1...9, columns: 1...3))
        #expect(notes.isFiltered)
        #expect(notes.merged == [SheetArea(rows: 3...4, columns: 1...2)])
        #expect(notes.merged[0].contains(row: 4, column: 2))
    }

    @Test func readingStopsWhereItIsEnough() throws {
        let file = try WorkbookFile(Packed.rows("<row><c><v>1</v></c></row><row><c><v>2</v></c></row><row r=\"1\">"))
        var count = 0
        let notes = try file.read(file.sheets[0]) { _ in
            count += 1
            return .enough
        }
        #expect(count == 1)
        #expect(notes.rows == 1)
    }

    @Test func whatTheReaderThrowsEndsTheReading() throws {
        struct Wrong: Error {}
        let file = try WorkbookFile(Packed.rows("<row><c><v>1</v></c></row>"))
        #expect(throws: Wrong.self) { try file.read(file.sheets[0]) { _ in throw Wrong() } }
    }

    @Test func partsAreFoundHoweverTheyAreNamed() throws {
        let row = "<worksheet><sheetData><row><c t=\"s\"><v>0</v></c></row></sheetData></worksheet>"
        let bytes = try Packed.archive([
            (
                "_rels/.rels",
                Packed.links + #"<Relationship Id="1" Type="x/officeDocument" Target="/XL/Book.xml"/></Relationships>"#
            ),
            (
                "xl/book.xml",
                #"<workbook xmlns:k="urn:k"><sheets><sheet name="甲" k:id="a"/><sheet name="图" k:id="b"/><sheet name="乙" k:id="c" state="veryHidden"/></sheets></workbook>"#
            ),
            (
                "xl\\_rels\\book.xml.rels",
                Packed.links
                    + #"<Relationship Id="a" Type="x/worksheet" Target="/xl/sheets/one.xml"/><Relationship Id="b" Type="x/chartsheet" Target="two.xml"/><Relationship Id="c" Type="x/worksheet" Target="./sheets/../sheets\one.xml"/><Relationship Id="d" Type="x/sharedStrings" Target="texts.xml"/><Relationship Id="e" Type="x/worksheet" Target="http://a/b" TargetMode="External"/></Relationships>"#
            ),
            ("/xl/sheets/one.xml", row), ("xl/Texts.xml", "<sst><si><t>丙</t></si></sst>"),
        ])
        let file = try WorkbookFile(bytes)
        #expect(file.sheets.map(\.name) == ["甲", "乙"])
        #expect(file.sheets.map(\.isHidden) == [false, true])
        #expect(try file.rows(0) == file.rows(1))
        #expect(try file.rows(1)[0][1] == "丙")
    }
}
