import Formats
import Foundation
import Records
import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import PeopleDesk

/// Files as they are, and as nobody should hand them in.
@Suite("Shapes of files") struct FileShapeTests {
    private static let files = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
        "Files")

    private func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: Self.files.appendingPathComponent(name)))
    }

    private func refusal(_ bytes: [UInt8], _ kind: ImportKind = .persons) throws -> String? {
        let town = try ImportTown()
        do {
            _ = try town.preview(kind, bytes)
            return nil
        } catch let refused as ImportRefused { return refused.words.zh }
    }

    @Test(
        "the same roster of openpyxl, xlsxwriter, LibreOffice and as GBK text gives the same", .onEveryEngine,
        arguments: ["openpyxl.xlsx", "xlsxwriter.xlsx", "libreoffice.xlsx", "roster.gbk.csv"])
    func programs(name: String) throws {
        let town = try ImportTown()
        let outcome = try town.take(.persons, try bytes(name), goodRows: true, since: day("2024-01-01"))
        let preview = outcome.preview
        #expect(preview.rows == 40 && preview.new == 36, "\(name): \(preview.counts) \(preview.wrong.map(\.placed.zh))")
        #expect(preview.wrong.map(\.row) == [13, 23, 33, 43], "\(name): \(preview.wrong.map(\.placed.zh))")
        let again = try town.preview(.persons, try bytes(name))
        #expect(again.counts == [0, 0, 36, 4], "\(name)")
        let names = Set(try town.book.persons.map(\.name))
        for kept in ["张三", "古丽·买买提", "昇平", "䶮光", "𠮷祥"] { #expect(names.contains(kept), "\(name): \(kept)") }
        #expect(try town.database.faults().isEmpty)
    }

    @Test("titles, two rows of headings, hidden rows, other sheets and columns that are not read are told")
    func told() throws {
        let town = try ImportTown()
        let preview = try town.preview(.persons, try bytes("openpyxl.xlsx"))
        let notes = preview.notes.map(\.zh).joined()
        #expect(preview.sheet == "在职人员")
        #expect(notes.contains("说明") && notes.contains("隐藏") && notes.contains("政治面貌"), "\(notes)")
    }

    @Test("a byte that is no character is named with its row; nothing is taken in") func badByte() throws {
        var bytes = Array("姓名,性别\n甲,男\n".utf8)
        bytes[bytes.count - 4] = 0xFF
        let said = try refusal(bytes)
        #expect(said?.contains("第2行") == true, "\(said ?? "")")
    }

    @Test("what is no table, or has no headings that are known, says what is needed") func headings() throws {
        #expect(try refusal(ImportTown.csv([["甲", "乙"], ["1", "2"]]))?.contains("姓名") == true)
        #expect(try refusal(ImportTown.csv([["性别", "出生年月"], ["男", "1984-07"]]))?.contains("姓名") == true)
        #expect(try refusal([]) != nil)
        #expect(try refusal(Array("%PDF-1.4".utf8))?.contains("PDF") == true)
        #expect(try refusal(Array("<html><table></table></html>".utf8)) != nil)
    }

    @Test("an appraisal form gives name, sex, month of birth, unit, post and rank; the rest is never read") func form()
        throws
    {
        let text = """
            <?xml version="1.0" encoding="utf-8"?><Person><XingMing>张三</XingMing><XingBie>男</XingBie>\
            <ChuShengNianYue>198407</ChuShengNianYue><MinZu>某族</MinZu><RuDangShiJian>200806</RuDangShiJian>\
            <JianKangZhuangKuang>健康</JianKangZhuangKuang><XianRenZhiWu>河畔县财政局预算科科长</XianRenZhiWu><ZhiJi>四级主任科员</ZhiJi>\
            <ZhaoPian>\(String(repeating: "QUJD", count: 400_000))</ZhaoPian><ShenFenZheng>110101198407011234</ShenFenZheng>\
            <JiaTingChengYuan><Item><ChengWei>妻</ChengWei><XingMing>李四</XingMing><ZhengZhiMianMao>群众</ZhengZhiMianMao></Item></JiaTingChengYuan></Person>
            """
        let form = try #require(try AppraisalForm(Array(text.utf8)))
        let mirror = Mirror(reflecting: form).children.compactMap { $0.value as? String }
        #expect(mirror == ["张三", "男", "198407", "河畔县财政局预算科科长", "四级主任科员"])
        let town = try ImportTown()
        let outcome = try town.take(.persons, Array(text.utf8))
        #expect(outcome.preview.counts == [1, 0, 0, 0], "\(outcome.preview.wrong)")
        let book = try town.book
        let person = try #require(book.persons.first { $0.name == "张三" })
        #expect(book.appointments.first { $0.person == person.code }?.unit == "U2")
        #expect(book.appointments.first { $0.person == person.code }?.post == "预算科科长")
        let kept = try town.database.read { try $0.journal(limit: 5) }.map { "\($0)" }.joined()
        for dropped in ["某族", "200806", "健康", "QUJD", "110101", "李四", "群众"] { #expect(!kept.contains(dropped)) }
        #expect(try town.take(.persons, Array(text.utf8)).preview.counts == [0, 0, 1, 0])
        let doctype =
            "<?xml version=\"1.0\"?><!DOCTYPE Person [<!ENTITY a \"b\">]><Person><XingMing>&a;</XingMing></Person>"
        #expect(try refusal(Array(doctype.utf8)) != nil)
    }

    @Test("millions of empty rows, a size that lies and a bomb of zeros cost nothing") func hostile() throws {
        for name in ["empty-rows.xlsx", "lying.xlsx"] {
            let town = try ImportTown()
            let preview = try town.preview(.persons, try bytes(name))
            #expect(preview.rows == 1 && preview.new == 1, "\(name): \(preview.wrong.map(\.placed.zh))")
        }
        #expect(try refusal(try bytes("bomb.xlsx")) != nil)
    }

    @Test("macros and formulas over other files are refused with the cure, whatever the file is called")
    func withPrograms()
        throws
    {
        #expect(try refusal(try bytes("macros.xlsm"))?.contains("不带宏") == true)
        #expect(try refusal(try bytes("outside-links.xlsx"))?.contains("断开链接") == true)
    }

    @Test("a number whose end the spreadsheet has changed is refused") func longNumber() throws {
        let town = try ImportTown()
        let preview = try town.preview(.persons, try bytes("long-number.xlsx"))
        #expect(preview.counts == [1, 0, 0, 1] && preview.wrong.map(\.column) == ["D"])
        #expect(preview.wrong.first?.message.zh.contains("15位") == true)
    }

    @Test("every template is read as what it is, and its example is passed over", arguments: ImportKind.allCases)
    func templates(kind: ImportKind) throws {
        let town = try ImportTown()
        for bytes in [
            try kind.template(in: .zh).bytes(), try kind.templateText(in: .zh), try kind.template(in: .en).bytes(),
        ] {
            let preview = try town.preview(kind, bytes)
            #expect(preview.rows == 0, "\(kind): \(preview.wrong.map(\.placed.zh))")
        }
    }

    @Test("wrong rows come back with their reason, and are taken once they are mended") func wrongRows() throws {
        let town = try ImportTown()
        let file = ImportTown.csv([
            ["姓名", "性别", "出生年月", "单位"], ["张三", "男", "1984-13", "财政局"], ["李四", "女", "1985-01", "财政局"],
        ])
        let request = ImportRequest(.persons, file: "名册", bytes: file)
        let preview = try town.preview(.persons, file)
        let returned = try preview.wrongRows(of: request, in: .zh).bytes()
        var rows: [[String]] = []
        let workbook = try WorkbookFile(returned)
        try workbook.read(workbook.sheets[0]) { row in
            rows.append(row.cells.map(\.seen))
            return .more
        }
        #expect(rows[0] == ["姓名", "性别", "出生年月", "单位", "原行号", "错误原因"])
        #expect(rows.count == 2 && rows[1][0] == "张三" && rows[1][5].contains("1984-13"))
        #expect(try town.preview(.persons, returned).counts == [0, 0, 0, 1])
    }
}
