import Formats
import Foundation
import Records
import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import PeopleDesk

/// What stands in a file is taken or told: never passed over.
@Suite("Nothing in a file is passed over", .onEveryEngine) struct LostInputTests {
    @Test("a list of promotions without units is about the posts that are held") func promotions() throws {
        let town = try ImportTown()
        let file = ImportTown.csv([
            ["人员编号", "姓名", "职务", "职级", "任职日期"], ["P1", "甲一", "", "四级主任科员", "2026-09-01"],
            ["P2", "乙二", "科员", "一级科员", ""],
            ["N1", "张三", "科长", "", "2026-09-01"],
        ])
        let preview = try town.preview(.persons, file)
        #expect(preview.counts == [0, 1, 1, 1], "\(preview.wrong)")
        #expect(preview.wrong.first?.message.zh.contains("工作单位") == true)
        try town.take(.persons, file, goodRows: true)
        let held = try town.database.read { try $0.appointments(of: "P1") }.sorted {
            $0.dated.span.from < $1.dated.span.from
        }
        #expect(held.map(\.unit) == ["U2", "U2"] && held.map(\.post) == ["科员", "科员"])
        #expect(held.map(\.rank) == ["一级科员", "四级主任科员"])
        #expect(try town.take(.persons, file, goodRows: true).code == nil)
    }

    @Test("a post without a unit of somebody who holds none is a question") func without() throws {
        let town = try ImportTown()
        try town.take(
            .appointments,
            ImportTown.csv([
                ["人员编号", "任职单位", "职务", "职级", "任职日期", "免职日期"], ["P1", "财政局", "科员", "一级科员", "2024-01-01", "2026-06-30"],
            ]))
        let preview = try town.preview(.persons, ImportTown.csv([["人员编号", "姓名", "职务"], ["P1", "甲一", "科长"]]))
        #expect(preview.wrong.map(\.message.zh) == ["此人目前没有任职，请填工作单位"])
    }

    @Test("where a roster has a column of units, somebody new needs one") func units() throws {
        let town = try ImportTown()
        let head = ["姓名", "性别", "出生年月", "工作单位", "职务"]
        let preview = try town.preview(.persons, ImportTown.csv([head, ["张三", "男", "1984-07", "", ""]]))
        #expect(preview.wrong.map(\.column) == ["D"])
        let none = try town.preview(.persons, ImportTown.csv([["姓名", "性别", "出生年月"], ["张三", "男", "1984-07"]]))
        #expect(none.counts == [1, 0, 0, 0])
    }

    private func bytes(_ name: String) throws -> [UInt8] {
        let files = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Files")
        return [UInt8](try Data(contentsOf: files.appendingPathComponent(name)))
    }

    @Test("a unit that is merged over several rows is said of each of them, told, and comes back with wrong rows")
    func mergedUnits() throws {
        let town = try ImportTown()
        let file = try bytes("merged-units.xlsx")
        let preview = try town.preview(.persons, file)
        #expect(preview.counts == [2, 0, 0, 2], "\(preview.wrong)")
        #expect(preview.wrong.map(\.row) == [4, 5])
        #expect(preview.notes.contains { $0.zh.contains("合并") })
        #expect(preview.newRows.map { $0.changes.first?.after } == ["财政局", "财政局"])
        let back = try preview.wrongRows(of: ImportRequest(.persons, file: "名册", bytes: file), in: .zh).bytes()
        var cells: [[String]] = []
        let workbook = try WorkbookFile(back)
        try workbook.read(workbook.sheets[0]) { row in
            cells.append(row.cells.map(\.seen))
            return .more
        }
        #expect(cells[1].prefix(4) == ["王五", "女", "1985-13", "财政局"], "\(cells)")
    }

    @Test("columns without a heading, notes beneath the table and repeated heads are told or passed over")
    func beneath()
        throws
    {
        let town = try ImportTown()
        let file = ImportTown.csv([
            ["姓名", "性别", "出生年月（岁）", "工作单位"], ["张三", "男", "1984-07", "财政局", "多一格"], ["姓名", "性别", "出生年月", "工作单位"],
            ["李四", "女", "1985-01", "财政局"], ["合计", "2", "", ""], ["注：以上人员均已核对", "", "", ""],
            ["审核人：", "某某", "填表人：", "某某"],
        ])
        let preview = try town.preview(.persons, file)
        #expect(preview.counts == [2, 0, 0, 0] && preview.rows == 2, "\(preview.wrong)")
        let notes = preview.notes.map(\.zh).joined()
        #expect(notes.contains("E列没有列名") && notes.contains("注：以上") && notes.contains("审核人"), "\(notes)")
    }

    @Test("columns that only the upper of two rows of headings names are told, and come back with wrong rows")
    func upperHeads() throws {
        let town = try ImportTown()
        let file = try bytes("upper-heads.xlsx")
        let preview = try town.preview(.persons, file)
        #expect(preview.counts == [0, 0, 0, 1])
        let notes = preview.notes.map(\.zh).joined()
        #expect(notes.contains("身份证号") && !notes.contains("花名册") && !notes.contains("没有列名"), "\(notes)")
        let back = try preview.wrongRows(of: ImportRequest(.persons, file: "名册", bytes: file), in: .zh).bytes()
        let workbook = try WorkbookFile(back)
        var first: [String] = []
        try workbook.read(workbook.sheets[0]) { row in
            first = row.cells.map(\.seen)
            return .enough
        }
        #expect(first.contains("身份证号") && first.contains("备注"), "\(first)")
    }

    @Test("in a table of text the upper of two rows of headings is one, though nothing says what is merged")
    func upperTexts()
        throws
    {
        let file = ImportTown.csv([
            ["花名册", "", "", "", "", ""], ["序号", "人员", "", "", "任职", "身份证号"], ["", "姓名", "性别", "出生年月", "工作单位", ""],
            ["1", "张三", "男", "1984-07", "财政局", "无"],
        ])
        let preview = try ImportTown().preview(.persons, file)
        #expect(preview.counts == [1, 0, 0, 0])
        #expect(preview.notes.map(\.zh) == ["未读取的列：身份证号。"], "\(preview.notes)")
    }

    @Test("a file in which nearly all is wrong is refused as the wrong file") func flood() throws {
        let town = try ImportTown()
        let rows = Array("姓名,性别\n".utf8) + Array(repeating: Array("甲,错\n".utf8), count: 50_001).joined()
        #expect(throws: ImportRefused.self) { try town.preview(.persons, rows) }
    }

    @Test("what began on the day of its import, as it had no day, begins earlier once a day is given") func beginnings()
        throws
    {
        let categories = [["姓名", "所在单位", "干部类别"], ["甲一", "财政局", "年轻干部"]]
        let town = try ImportTown()
        let first = try town.take(.categories, ImportTown.csv(categories))
        #expect(first.preview.undated == 1 && first.preview.dayTold?.zh.contains("2026-09-30") == true)
        let dated = [["姓名", "所在单位", "干部类别", "开始日期"], ["甲一", "财政局", "年轻干部", "2025-03-01"]]
        #expect(try town.preview(.categories, ImportTown.csv(dated)).counts == [0, 1, 0, 0])
        // By a day that is chosen for all, too.
        try town.take(.categories, ImportTown.csv(categories), since: day("2025-01-01"))
        #expect(try town.book.categories.map(\.dated.span.from) == [day("2025-01-01")])
        #expect(try town.take(.categories, ImportTown.csv(categories), since: day("2024-01-01")).code == nil)
        // What has a day of its own stays, and the row says what to do.
        let asked = try town.preview(.categories, ImportTown.csv([dated[0], ["甲一", "财政局", "年轻干部", "2024-06-01"]]))
        #expect(asked.counts == [0, 0, 0, 1] && asked.wrong.first?.message.zh.contains("撤回") == true)
        #expect(try town.database.faults().isEmpty)
    }

    @Test("posts, units and teams without a day begin earlier once a day is chosen for them") func beginningsOfAll()
        throws
    {
        let town = try ImportTown()
        let units = ImportTown.csv([["单位名称", "单位类别", "上级单位"], ["教育局", "机关", "河畔县"]])
        let persons = ImportTown.csv([["姓名", "性别", "出生年月", "工作单位", "职务"], ["张三", "男", "1984-07", "教育局", "科员"]])
        let teams = ImportTown.csv([["集体名称", "类别", "所在单位"], ["教育局党支部", "支部", "教育局"]])
        for since in [nil, day("2024-05-01")] {
            for (kind, file) in [(ImportKind.units, units), (.persons, persons), (.teams, teams)] {
                let preview = try town.take(kind, file, since: since).preview
                #expect(preview.counts == (since == nil ? [1, 0, 0, 0] : [0, 1, 0, 0]), "\(kind): \(preview.wrong)")
            }
        }
        let book = try town.book
        #expect(book.units.first { $0.name == "教育局" }?.span.from == day("2024-05-01"))
        #expect(book.teams.first { $0.name == "教育局党支部" }?.dated.span.from == day("2024-05-01"))
        #expect(book.appointments.filter { $0.dated.span.from == day("2024-05-01") }.count == 1)
    }

    @Test("two rings of units are told apart; new ones show where they stand") func rings() throws {
        let town = try ImportTown()
        let preview = try town.preview(
            .units,
            ImportTown.csv([
                ["单位名称", "单位类别", "上级单位"], ["甲局", "机关", "乙局"], ["乙局", "机关", "甲局"], ["自环局", "机关", "自环局"],
                ["丁局", "机关", "河畔县"],
            ]))
        #expect(preview.wrong.map(\.message.zh).filter { $0.contains("自环局") }.count == 1, "\(preview.wrong)")
        #expect(preview.newRows.first?.changes.map(\.after) == ["河畔县", UnitKind.department.words.zh])
    }
}
