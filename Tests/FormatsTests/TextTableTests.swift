import Testing

@testable import Formats

struct TextTableTests {
    private func rows(_ bytes: [UInt8], limits: TextTableLimits = TextTableLimits()) throws -> [String] {
        try rows(TextTable(bytes, limits: limits))
    }

    private func rows(_ text: String) throws -> [String] { try rows(Array(text.utf8)) }

    private func rows(_ table: TextTable) throws -> [String] {
        var rows: [String] = []
        try table.read { row in
            rows.append(
                "\(row.number): " + row.cells.map { ColumnName.text($0.column) + "=" + $0.seen }.joined(separator: "|"))
            return .more
        }
        return rows
    }

    private func refused(_ bytes: [UInt8], limits: TextTableLimits = TextTableLimits()) -> TextTableRefused? {
        do {
            _ = try rows(bytes, limits: limits)
            return nil
        } catch {
            return error as? TextTableRefused
        }
    }

    @Test(arguments: ["\r\n", "\n", "\r"]) func linesEndInThreeWays(_ end: String) throws {
        let text = ["姓名,编号", "甲,1", "", ",2", "丙,"].joined(separator: end) + end
        #expect(try rows(text) == ["1: A=姓名|B=编号", "2: A=甲|B=1", "4: B=2", "5: A=丙"])
    }

    @Test func quotesHoldSeparatorsBreaksAndQuotes() throws {
        let text = "a,b,c\n\"一,二\",\"三\r\n四\",\"说\"\"好\"\"\"\n半\"引\"号,\"x\"y,\"\"\n"
        #expect(try rows(text) == ["1: A=a|B=b|C=c", "2: A=一,二|B=三\r\n四|C=说\"好\"", "3: A=半\"引\"号|B=xy"])
    }

    @Test(arguments: [
        ("姓名,编号\n甲,1\n", 0x2C), ("姓名;编号\n甲,乙;1\n", 0x3B), ("姓名\t编号\n甲,乙;丙\t1\n", 0x09), ("姓名\n甲\n", 0x2C),
        ("a,b;c\n\"x;y\",2\n1,2\n", 0x2C), ("sep=;\r\n姓名;编号\r\n", 0x3B), ("", 0x2C),
    ]) func theSeparatorIsTold(_ text: String, _ sign: Int) throws {
        #expect(try TextTable(Array((text.isEmpty ? " " : text).utf8)).separator == UInt8(sign))
    }

    @Test func aFormulaThatKeepsZerosIsTheTextWithinIt() throws {
        let table = try TextTable(Array("编号,名称\n\"=\"\"0017\"\"\",=\"甲\"\n=A1,=\"\"\n".utf8))
        var cells: [String] = []
        try table.read { row in
            cells += row.cells.map(\.seen)
            return .more
        }
        #expect(cells == ["编号", "名称", "0017", "甲", "=A1", "=\"\""])
    }

    @Test func theLineThatNamesTheSeparatorIsNoRow() throws {
        #expect(try rows("sep=;\r\n姓名;编号\r\n甲;1") == ["1: A=姓名|B=编号", "2: A=甲|B=1"])
    }

    /// 姓名,编号 and 张三,1 in GBK.
    static let gbk: [UInt8] =
        [
            0xD0, 0xD5, 0xC3, 0xFB, 0x2C, 0xB1, 0xE0, 0xBA, 0xC5, 0x0D, 0x0A, 0xD5, 0xC5, 0xC8, 0xFD, 0x2C, 0x31, 0x0D,
            0x0A,
        ]

    @Test func fiveEncodingsAreTheSameTable() throws {
        let text = "姓名,编号\r\n张三,1\r\n"
        let wide = text.utf16.map { (UInt8($0 >> 8), UInt8($0 & 0xFF)) }
        let files: [([UInt8], TextEncoding)] = [
            (Array(text.utf8), .utf8), ([0xEF, 0xBB, 0xBF] + Array(text.utf8), .utf8), (Self.gbk, .gb18030),
            ([0xFF, 0xFE] + wide.flatMap { [$0.1, $0.0] }, .utf16LittleEndian),
            ([0xFE, 0xFF] + wide.flatMap { [$0.0, $0.1] }, .utf16BigEndian),
        ]
        for (bytes, encoding) in files {
            #expect(try TextTable(bytes).encoding == encoding)
            #expect(try rows(bytes) == ["1: A=姓名|B=编号", "2: A=张三|B=1"])
        }
    }

    @Test func charactersOfFourBytesAreRead() throws {
        // 㐀 in GB18030.
        #expect(try rows(Self.gbk + [0x81, 0x39, 0xEE, 0x39]).last == "3: A=㐀")
        #expect(try rows([0xFF, 0xFE, 0x42, 0xD8, 0xB7, 0xDF]) == ["1: A=𠮷"])
    }

    @Test func aByteThatIsNoCharacterIsNamedByItsPlace() {
        let refused = refused(Self.gbk + [0xC0, 0xEE, 0x2C, 0x32, 0xFF, 0x33, 0x0D, 0x0A])
        #expect(refused == TextTableRefused(.undecodable(.gb18030, byte: 23), row: 3, column: 2))
        #expect(
            self.refused(Self.gbk + [0xFF]) == TextTableRefused(.undecodable(.gb18030, byte: 19), row: 3, column: 1))
        #expect(
            self.refused(Self.gbk + [0x2C, 0xB1]) == TextTableRefused(.truncated(.gb18030, byte: 20), row: 3, column: 2)
        )
        #expect(
            self.refused(Self.gbk + [0x2C, 0x22, 0xFF, 0x22])
                == TextTableRefused(.undecodable(.gb18030, byte: 21), row: 3, column: 2))
    }

    @Test func aDamagedByteDoesNotMakeChineseOfOtherChinese() {
        let text = Array("姓名,单位\n林青禾,市委办公室\n周分行,".utf8)
        #expect(
            refused(text + [0xFF] + text) == TextTableRefused(.undecodable(.utf8, byte: text.count), row: 3, column: 2))
        #expect(
            refused(text + [0xE7, 0x94]) == TextTableRefused(.truncated(.utf8, byte: text.count), row: 3, column: 2))
    }

    @Test func halvesOfWideTextAreRefused() {
        let lone: [UInt8] = [0xFF, 0xFE, 0x41, 0x00, 0x2C, 0x00, 0x42, 0xD8, 0x41, 0x00]
        #expect(refused(lone) == TextTableRefused(.undecodable(.utf16LittleEndian, byte: 6), row: 1, column: 2))
        #expect(
            refused([0xFF, 0xFE, 0x41, 0x00, 0x42])
                == TextTableRefused(.truncated(.utf16LittleEndian, byte: 4), row: 1, column: 1))
        #expect(refused([0x41, 0x00, 0x2C, 0x00]) == TextTableRefused(.zero, row: 1, column: 1))
    }

    @Test func openQuotesAreNamedWhereTheyOpen() {
        #expect(refused(Array("a,b\n1,\"2\n3,4\n".utf8)) == TextTableRefused(.openQuotes, row: 2, column: 2))
    }

    @Test func whatIsNoTableOfTextIsNamed() {
        #expect(refused([]) == TextTableRefused(.empty))
        #expect(refused([0xEF, 0xBB, 0xBF]) == TextTableRefused(.empty))
        #expect(refused([0x50, 0x4B, 0x03, 0x04]) == TextTableRefused(.otherKind(.archive)))
        #expect(refused(Array("<html><table>".utf8)) == TextTableRefused(.otherKind(.webPage)))
    }

    @Test func limitsOfRowsColumnsFieldsAndBytes() {
        let bytes = Array("a,b\n1,234\n5,6\n".utf8)
        var limits = TextTableLimits()
        limits.rows = 2
        #expect(refused(bytes, limits: limits) == TextTableRefused(.tooMuch(.rows, limit: 2), row: 3))
        limits = TextTableLimits()
        limits.columns = 1
        #expect(refused(bytes, limits: limits) == TextTableRefused(.tooMuch(.columns, limit: 1), row: 1))
        limits = TextTableLimits()
        limits.fieldBytes = 2
        #expect(refused(bytes, limits: limits) == TextTableRefused(.tooMuch(.fieldBytes, limit: 2), row: 2, column: 2))
        limits = TextTableLimits()
        limits.cells = 3
        #expect(refused(bytes, limits: limits) == TextTableRefused(.tooMuch(.cells, limit: 3), row: 2))
        limits = TextTableLimits()
        limits.fileBytes = 5
        #expect(refused(bytes, limits: limits) == TextTableRefused(.tooMuch(.fileBytes, limit: 5)))
    }

    @Test func pastedCellsAreSplitByTabsOnly() throws {
        #expect(try rows(TextTable(pasted: "姓名\t编号\r\n甲,乙\t\"两\n行\"\r\n")) == ["1: A=姓名|B=编号", "2: A=甲,乙|B=两\n行"])
        #expect(try rows(TextTable(pasted: "甲,乙")) == ["1: A=甲,乙"])
        #expect(throws: TextTableRefused(.empty)) { try TextTable(pasted: " \r\n") }
    }

    @Test func readingStopsWhereItIsEnough() throws {
        var count = 0
        try TextTable(Array("1\n2\n\"3".utf8)).read { _ in
            count += 1
            return .enough
        }
        #expect(count == 1)
    }
}
