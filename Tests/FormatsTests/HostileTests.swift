import Testing

@testable import Formats

/// Files that are damaged, or made to do harm. Each is refused by a value that names the place; none may end the process.
struct HostileTests {
    private func reason(_ bytes: [UInt8], limits: WorkbookLimits = WorkbookLimits()) -> WorkbookRefused.Reason? {
        switch reading(bytes, limits: limits) {
        case .success: nil
        case .failure(let refused): refused.reason
        }
    }

    private func refused(rows xml: String) throws -> WorkbookRefused? {
        switch try reading(Packed.rows(xml)) {
        case .success: nil
        case .failure(let refused): refused
        }
    }

    @Test(arguments: [
        "<row r=\"0\"/>", "<row r=\"-1\"/>",
        "<row r=\"99999999999999999999\"/>",
        "<row r=\"x\"/>", "<row r=\"\"/>", "<row r=\"2\"/><row r=\"2\"/>", "<row r=\"2\"/><row r=\"1\"/>",
        "<row><c r=\"ZZZZZ1\"/></row>", "<row><c r=\"XFE1\"/></row>", "<row><c r=\"A2\"/></row>",
        "<row><c r=\"A0\"/></row>",
        "<row><c r=\"A-1\"/></row>", "<row><c r=\"1A\"/></row>", "<row><c r=\"A\"/></row>", "<row><c r=\"\"/></row>",
        "<row><c r=\"A99999999999999999999\"/></row>", "<row><c r=\"B1\"/><c r=\"A1\"/></row>",
        "<row><c r=\"A1\"/><c r=\"A1\"/></row>",
        "<row><c r=\"XFD1\"/><c/></row>",
    ]) func aPlaceThatNoSheetHasIsRefused(_ xml: String) throws {
        let refused = try #require(try refused(rows: xml))
        #expect(refused.reason == .misplaced)
        #expect(refused.sheet == "表")
        #expect(refused.part == "xl/worksheets/sheet1.xml")
    }

    @Test(arguments: ["<row r=\"1048577\"/>", "<row r=\"2147483648\"/>", "<row r=\"1048576\"/><row/>"])
    func moreRowsThanASheetHasAreTooMany(_ xml: String) throws {
        #expect(try #require(try refused(rows: xml)).reason == .tooMuch(.rows, limit: 1_048_576))
    }

    @Test func emptyRowsAndCellsAreCounted() throws {
        var limits = WorkbookLimits()
        limits.empty = 1000
        let cells = "<row>" + String(repeating: "<c s=\"1\"/>", count: 500) + "</row>"
        func refusal(_ xml: String) throws -> WorkbookRefused? {
            let file = try WorkbookFile(try Packed.rows(xml), limits: limits)
            do { try file.read(file.sheets[0]) { _ in .more } } catch let refused as WorkbookRefused { return refused }
            return nil
        }
        #expect(try refusal(cells + cells) == nil)
        #expect(try refusal(cells + cells + "<row/>")?.reason == .tooMuch(.empty, limit: 1000))
    }

    @Test func theRefusalNamesTheCell() throws {
        let refused = try #require(try refused(rows: "<row r=\"5\"><c r=\"B5\" t=\"s\"><v>3</v></c></row>"))
        #expect(
            refused == WorkbookRefused(.missingText, part: "xl/worksheets/sheet1.xml", sheet: "表", row: 5, column: 2))
    }

    @Test(arguments: ["3", "-1", "99999999999999999999999", "1.5", "0x1"]) func aTextThatIsNotThereIsNeverLookedUp(
        _ index: String
    ) throws {
        let bytes = try Packed.rows("<row><c t=\"s\"><v>\(index)</v></c></row>", texts: "<si><t>甲</t></si>")
        switch reading(bytes) {
        case .success(let rows): #expect(rows.isEmpty)
        case .failure(let refused): #expect(refused.reason == .missingText)
        }
    }

    @Test func aDocumentTypeIsRefusedInEveryPart() throws {
        let bomb = #"<!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>"#
        let sheet =
            bomb + #"<worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>"#
        #expect(try reason(Packed.workbook(sheet: sheet)) == .documentType)
        #expect(
            try reason(
                Packed.archive([("xl/workbook.xml", "<!DOCTYPE workbook SYSTEM \"file:///etc/passwd\"><workbook/>")]))
                == .documentType)
    }

    @Test func elementsWithinElementsEndSomewhere() throws {
        for name in ["is", "x"] {
            let deep = String(repeating: "<\(name)>", count: 100_000)
            #expect(try reason(Packed.rows("<row><c>" + deep)) == .tooMuch(.depth, limit: 64))
        }
    }

    @Test(arguments: [
        "<worksheet><sheetData><row></sheetData></worksheet>", "<worksheet>", "", "\u{1}", "<worksheet/><worksheet/>",
        "<worksheet>&unknown;</worksheet>", "<worksheet a=\"1\" a=\"2\"/>",
        "<?xml version=\"1.0\" encoding=\"nonsense\"?><worksheet/>",
        "<chartsheet/>", "<x:worksheet/>",
    ]) func brokenXMLIsRefused(_ sheet: String) throws {
        #expect(try reason(Packed.workbook(sheet: sheet)) == .brokenXML)
    }

    @Test func aTagWithoutEndIsRefusedBeforeItIsLong() throws {
        for start in ["<row x=\"", "<!--", "<?x ", "<row "] {
            let endless = start + String(repeating: "x1=\"1\" ", count: 400_000)
            var limits = WorkbookLimits()
            limits.packing = 10_000
            let file = try Packed.rows(endless)
            let result = reason(file, limits: limits)
            #expect(result == .tooMuch(.textBytes, limit: 1 << 20) || result == .brokenXML, "\(start)")
        }
    }

    @Test func aSmallFileThatUnpacksToALargeOneIsRefused() throws {
        let zeros = String(repeating: " ", count: 8 << 20)
        #expect(try reason(Packed.rows(zeros)) == .tooMuch(.packing, limit: 200))
        #expect(try reason(Packed.rows("", texts: zeros)) == .tooMuch(.packing, limit: 200))
        var limits = WorkbookLimits()
        limits.packing = 10_000
        limits.unpackedBytes = 4 << 20
        let large = try Packed.rows(zeros)
        #expect(reason(large, limits: limits) == .tooMuch(.unpackedBytes, limit: 4 << 20))
    }

    @Test func limitsOfCellsTextsSheetsAndParts() throws {
        var limits = WorkbookLimits()
        limits.cells = 2
        let three = try Packed.rows("<row><c><v>1</v></c><c><v>1</v></c></row><row><c><v>1</v></c></row>")
        #expect(reason(three, limits: limits) == .tooMuch(.cells, limit: 2))
        limits = WorkbookLimits()
        limits.texts = 1
        let texts = try Packed.rows("<row><c t=\"s\"><v>0</v></c></row>", texts: "<si><t>甲</t></si><si><t>乙</t></si>")
        #expect(reason(texts, limits: limits) == .tooMuch(.texts, limit: 1))
        limits = WorkbookLimits()
        limits.textBytes = 5
        #expect(reason(texts, limits: limits) == .tooMuch(.textBytes, limit: 5))
        limits = WorkbookLimits()
        limits.cellBytes = 5
        let long = try Packed.rows("<row><c t=\"str\"><v>甲乙</v></c></row>")
        #expect(reason(long, limits: limits) == .tooMuch(.textBytes, limit: 5))
        limits = WorkbookLimits()
        limits.sheets = 0
        #expect(reason(three, limits: limits) == .tooMuch(.sheets, limit: 0))
        limits = WorkbookLimits()
        limits.parts = 3
        #expect(reason(three, limits: limits) == .tooMuch(.parts, limit: 3))
        limits = WorkbookLimits()
        limits.fileBytes = 100
        #expect(reason(three, limits: limits) == .tooMuch(.fileBytes, limit: 100))
    }

    @Test func aLongTextThatManyCellsShareIsCountedEachTime() throws {
        let cells = String(repeating: "<c t=\"s\"><v>0</v></c>", count: 2_000)
        let bytes = try Packed.rows(
            "<row>\(cells)</row>", texts: "<si><t>\(String(repeating: "x", count: 200_000))</t></si>")
        #expect(reason(bytes) == .tooMuch(.textBytes, limit: 128 << 20))
    }

    @Test func aDirectoryThatClaimsTooMuchIsNotRead() throws {
        var bytes = try Packed.rows("")
        // How many parts: ten bytes behind the signature of the last record, which has 22.
        bytes[bytes.count - 12] = 0xFF
        #expect(reason(bytes) == .damaged)
        bytes[bytes.count - 11] = 0x0F
        #expect(reason(bytes) == .tooMuch(.parts, limit: 2_000))
        #expect(ZipDirectory.claimedParts([]) == 0)
        #expect(ZipDirectory.claimedParts([0x50, 0x4B, 0x05, 0x06]) == 0)
    }

    @Test func aDirectoryOfTheLargerKindIsLookedAtToo() throws {
        // A record that names 2³² parts, where it is, and the usual one that points to neither.
        var bytes: [UInt8] = [0x50, 0x4B, 0x06, 0x06] + .init(repeating: 0, count: 28) + [0, 0, 0, 0, 1, 0, 0, 0]
        bytes += .init(repeating: 0, count: 16) + [0x50, 0x4B, 0x06, 0x07] + .init(repeating: 0, count: 16)
        bytes += [0x50, 0x4B, 0x05, 0x06, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF] + .init(repeating: 0, count: 10)
        #expect(ZipDirectory.claimedParts(bytes) == 1 << 32)
    }

    @Test func aSheetMayBeReadTwice() throws {
        var limits = WorkbookLimits()
        limits.unpackedBytes = 4_000
        let xml = String(repeating: "<row><c><v>1</v></c></row>", count: 50)
        let file = try WorkbookFile(Packed.rows(xml), limits: limits)
        for _ in 0..<9 { #expect(try file.rows().count == 50) }
    }

    @Test func aFileThatEndsTooEarlyIsRefused() throws {
        let whole = try Packed.rows("<row><c><v>1</v></c></row>")
        for length in stride(from: 1, to: whole.count, by: 7) {
            let found = reason(Array(whole[..<length]))
            #expect(length > 4 ? found == .damaged : found != nil)
        }
    }

    @Test func aWrongChecksumIsRefused() throws {
        var bytes = try Packed.archive([("xl/workbook.xml", "<workbook/>")])
        // The checksum in the directory: sixteen bytes behind its signature.
        let place = try #require(bytes.indices.last { bytes[$0...].starts(with: [0x50, 0x4B, 0x01, 0x02]) })
        bytes[place + 16] ^= 0xFF
        #expect(reason(bytes) == .wrongChecksum)
    }

    @Test func twoPartsOfOneNameAreRefused() throws {
        #expect(
            try reason(Packed.archive([("xl/workbook.xml", "<workbook/>"), ("XL\\workbook.xml", "<workbook/>")]))
                == .trick)
    }

    @Test func aPackingOrAPasswordThatWorkbooksDoNotHaveIsRefused() throws {
        let good = try Packed.archive([("xl/workbook.xml", "<workbook/>")])
        let place = try #require(good.indices.last { good[$0...].starts(with: [0x50, 0x4B, 0x01, 0x02]) })
        var bytes = good
        bytes[place + 10] = 12
        #expect(reason(bytes) == .trick)
        bytes = good
        bytes[place + 8] |= 1
        #expect(reason(bytes) == .trick)
    }

    @Test func aWorkbookWithoutASheetIsRefused() throws {
        let parts = [
            ("xl/workbook.xml", "<workbook><sheets/></workbook>"), ("xl/_rels/workbook.xml.rels", "<Relationships/>"),
        ]
        #expect(try reason(Packed.archive(parts)) == .noSheet)
    }

    @Test func whatIsMissingIsNamed() throws {
        let refused = WorkbookRefused(.missingPart, part: "xl/_rels/workbook.xml.rels")
        #expect(try reading(Packed.archive([("xl/workbook.xml", "<workbook/>")])) == .failure(refused))
    }
}
