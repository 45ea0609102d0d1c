import Formats
import Records
import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import PeopleDesk

@Suite("Units from files", .onEveryEngine) struct UnitImportTests {
    private static let head = ["单位名称", "单位类别", "上级单位", "成立时间"]
    private static let rows = [
        ["预算科", "内设机构", "某市/财政局", ""], ["财政局", "机关", "某市", "2020.01"], ["某市", "市", "", ""], ["云岭县", "县", "某市", ""],
        ["财政局", "机关", "云岭县", ""], ["青石镇", "镇", "云岭县", ""],
    ]

    @Test("a tree is made of rows in any order, and the same rows again change nothing") func anyOrder() throws {
        let town = try ImportTown(isEmpty: true)
        let first = try town.take(.units, ImportTown.csv([Self.head] + Self.rows), since: day("2024-01-01"))
        #expect(first.preview.counts == [6, 0, 0, 0], "\(first.preview.wrong)")
        let book = try town.book
        let offices = book.units.filter { $0.name == "财政局" }
        #expect(offices.count == 2 && Set(offices.map(\.parent)).count == 2)
        #expect(
            book.units.first { $0.name == "预算科" }?.parent == offices.first { $0.span.from == day("2020-01-01") }?.code)
        #expect(book.brokenInvariants().isEmpty)
        for order in [Self.rows, Self.rows.reversed()] {
            let again = try town.preview(.units, ImportTown.csv([Self.head] + order))
            #expect(again.counts == [0, 0, 6, 0] && again.left == 0, "\(again.wrong)")
        }
        #expect(try town.database.faults().isEmpty)
    }

    @Test("units that stand beneath one another are all told, and nothing is written") func ring() throws {
        let town = try ImportTown(isEmpty: true)
        let rows = [
            ["C0", "某市", "市", ""], ["C1", "甲局", "机关", "C3"], ["C2", "乙局", "机关", "C1"], ["C3", "丙局", "机关", "C2"],
            ["C4", "丁局", "机关", "C3"], ["C5", "戊局", "机关", "C5"],
        ]
        let head = ["单位编号", "单位名称", "单位类别", "上级单位编号"]
        let preview = try town.preview(.units, ImportTown.csv([head] + rows))
        #expect(preview.counts == [1, 0, 0, 5])
        #expect(preview.wrong.map(\.row) == [3, 4, 5, 6, 7])
    }

    @Test("a unit of the records is not moved beneath one of its own") func moved() throws {
        let town = try ImportTown()
        let file = ImportTown.csv([["编号", "单位名称", "上级单位"], ["U3", "柳湾镇", "U4"]])
        #expect(try town.preview(.units, file).counts == [0, 0, 0, 1])
        let sound = ImportTown.csv([["编号", "单位名称", "上级单位"], ["U4", "财政分局", "财政局"]])
        let outcome = try town.take(.units, sound)
        #expect(outcome.preview.counts == [0, 1, 0, 0])
        #expect(outcome.preview.changedRows.first?.changes.map(\.after) == ["财政分局", "财政局"])
        #expect(try town.book.units.first { $0.code == "U4" }?.parent == "U2")
    }

    @Test("what is not there, or not needed, is asked about with a cure") func wrong() throws {
        let town = try ImportTown()
        let head = ["单位名称", "单位类别", "上级单位", "撤销时间"]
        let rows = [
            ["教育局", "机关", "河畔市", ""], ["体育局", "", "河畔县", ""], ["某市", "市", "", ""], ["财政局", "机关", "柳湾镇", ""],
            ["柳湾镇", "镇", "河畔县", "2026-05-01"],
        ]
        let preview = try town.preview(.units, ImportTown.csv([head] + rows))
        #expect(preview.counts == [0, 0, 0, 5])
        #expect(preview.wrong.map(\.column) == ["C", "B", "C", "A", "D"])
        #expect(preview.wrong[0].message.zh.contains("河畔县"))
    }

    @Test("what stands beneath a wrong row is not taken without it") func orphans() throws {
        let town = try ImportTown()
        let head = ["单位名称", "单位类别", "上级单位"]
        let rows = [["新区", "", "河畔县"], ["新区财政局", "机关", "新区"], ["新区财政局国库科", "机关", "新区财政局"]]
        #expect(try town.preview(.units, ImportTown.csv([head] + rows)).counts == [0, 0, 0, 3])
    }
}
