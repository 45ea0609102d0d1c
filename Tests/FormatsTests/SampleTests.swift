import Foundation
import Testing

@testable import Formats

/// Workbooks that other programs wrote (`Samples/make-samples.py`).
struct SampleTests {
    static func bytes(_ name: String) throws -> [UInt8] {
        let file = try #require(Bundle.module.url(forResource: name, withExtension: nil, subdirectory: "Samples"))
        return try Array(Data(contentsOf: file))
    }

    /// Each row as its number and what is seen in its cells; ƒ behind what a formula gave.
    private func seen(_ name: String, _ sheet: Int = 0) throws -> [String] {
        try WorkbookFile(Self.bytes(name)).rows(sheet).map { row in
            let cells = row.cells.map { ColumnName.text($0.column) + "=" + $0.seen + ($0.isFormula ? "ƒ" : "") }
            return "\(row.number)\(row.isHidden ? " hidden" : ""): " + cells.joined(separator: "|")
        }
    }

    @Test func openpyxl() throws {
        #expect(
            try seen("openpyxl.xlsx") == [
                "1: A=姓名|B=编号|C=出生|D=报到|E=学时|F=在职|G=备注",
                "2: A=林青禾|B=0013.10|C=1988-02-29|D=2024-03-05 09:30:00|E=7.50|F=TRUE|G= 前后有空格 ",
                "3: A=周\n分行|B=007|C=1900-01-01|D=14:05:00|E=100000|F=FALSE|G=ƒ|H=26:30:00",
                "4: A=前粗后|B=110101199001011200|C=2024-03-05|D=#N/A|E=85.5%", "6: A=合并", "9 hidden: A=隐藏行",
            ])
        let file = try WorkbookFile(Self.bytes("openpyxl.xlsx"))
        #expect(file.sheets.map(\.name) == ["人员 名单", "隐藏"])
        #expect(file.sheets.map(\.isHidden) == [false, true])
        var lost: [Int] = []
        let notes = try file.read(file.sheets[0]) { row in
            for case .number(let number) in row.cells.map(\.value) where number.hasLostDigits {
                lost.append(row.number)
            }
            return .more
        }
        #expect(lost == [4])
        #expect(notes.merged == [SheetArea(rows: 6...7, columns: 1...3)])
        #expect(notes.hiddenColumns == [7...7])
        #expect(notes.hiddenRows == 1)
        #expect(notes.isFiltered)
        #expect(notes.uncalculated == 1)
    }

    @Test func xlsxwriter() throws {
        #expect(
            try seen("xlsxwriter.xlsx") == [
                "1: A=姓名|B=成绩|C=日期", "2: A=学员<一>&\"二\"|B=0.3|C=2024-12-31",
                "3: A=控制\u{1}字符_x0041_|B=1000000000000000000000|C=2024-12-31 23:59:59", "4: A=学员!ƒ|B=#DIV/0!ƒ|C=TRUEƒ",
                "10: XFD=最后一列", "1048576: A=最后一行",
            ])
        #expect(try seen("xlsxwriter.xlsx", 1) == [])
    }

    @Test func libreOffice() throws {
        #expect(
            try seen("libreoffice.xlsx") == ["1: A=单位|B=日期|C=学时", "2: A=市委办公室\n第二段|B=2024-03-05|C=7.5|D=1|E=15ƒ"])
        #expect(reading(try Self.bytes("libreoffice.ods")) == .failure(WorkbookRefused(.otherKind(.openDocument))))
        #expect(reading(try Self.bytes("libreoffice.xls")) == .failure(WorkbookRefused(.otherKind(.oldWorkbook))))
    }

    @Test func workbooksThatBeginIn1904() throws {
        #expect(try seen("from1904.xlsx") == ["1: A=2024-03-05", "2: A=1904-01-01 06:00:00"])
    }
}
