import Formats
import Records
import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import PeopleDesk

/// What programs leave in cells in the place of what stood there, and days that cannot be.
@Suite("What cells have lost", .onEveryEngine) struct CellTraceTests {
    private static let head = ["人员编号", "姓名", "性别", "出生年月", "工作单位", "职务", "任职日期"]

    private func told(_ row: [String]) throws -> [String] {
        try ImportTown().preview(.persons, ImportTown.csv([Self.head, row])).wrong.map {
            "\($0.column) \($0.message.zh)"
        }
    }

    @Test(
        "errors, lost characters, numbers cut short and a month that may be October are asked about in a table of text",
        arguments: [
            (["P1", "甲?", "女", "1980-01", "财政局", "科员", ""], "B"), (["N1", "???", "女", "1980-01", "财政局", "", ""], "B"),
            (["N1", "王？", "女", "1980-01", "财政局", "", ""], "B"), (["N1", "#REF!", "女", "1980-01", "财政局", "", ""], "B"),
            (["N1", "####", "女", "1980-01", "财政局", "", ""], "B"),
            (["N1", "Err:508", "女", "1980-01", "财政局", "", ""], "B"),
            (["N1", "张三", "女", "1980-01", "财政局", "#N/A", ""], "F"),
            (["N1", "张三", "女", "1980-01", "财政局", "#div/0!", ""], "F"),
            (["6.40102E+17", "张三", "女", "1980-01", "财政局", "", ""], "A"),
            (["N1", "张三", "女", "1980.1", "财政局", "", ""], "D"),
            (["N1", "张三", "女", "1980-01", "财政局", "", "2024.1"], "G"),
            (["N1", "张\u{E000}", "女", "1980-01", "财政局", "", ""], "B"),
        ])
    func traces(row: [String], column: String) throws {
        let told = try told(row)
        #expect(told.count == 1 && told.first?.hasPrefix(column + " ") == true, "\(row): \(told)")
    }

    @Test("what only looks like it is taken") func innocent() throws {
        let rows = [
            ["N1", "张三", "女", "1980.01", "财政局", "科员#2", "2024.10"],
            ["E+1", "李四", "女", "1980年1月", "财政局", "", "2024.01"],
        ]
        let preview = try ImportTown().preview(.persons, ImportTown.csv([Self.head] + rows))
        #expect(preview.counts == [2, 0, 0, 0], "\(preview.wrong)")
        let typed = try ImportTown.workbook([["姓名", "性别", "出生年月"], ["张三", "男", "1984.1"]])
        #expect(try ImportTown().preview(.persons, typed).counts == [1, 0, 0, 0], "a text is what was typed")
    }

    @Test("pasted cells are looked at the same way") func pasted() throws {
        let town = try ImportTown()
        let cells = "姓名\t性别\t出生年月\t单位\n张?\t男\t1984-07\t财政局\n李四\t女\t1984.1\t财政局\n王五\t女\t1984-07\t#N/A\n"
        let request = ImportRequest(.persons, file: "单元格", bytes: Array(cells.utf8), isPasted: true)
        let preview = try town.database.read { try ImportPlan(request, in: $0, today: ImportTown.today).preview }
        #expect(preview.wrong.map(\.column) == ["A", "C", "D"])
    }

    @Test("a title may ask; in a text of narrow encoding its question mark may be a lost character") func titles()
        throws
    {
        let town = try ImportTown()
        let rows = [["活动名称", "类型", "主办单位", "日期"], ["如何抓落实?", "讲座", "财政局", "2026-03-02"]]
        #expect(try town.preview(.activities, ImportTown.csv(rows)).counts == [1, 0, 0, 0])
        // 活动名称,活动类型,主办单位,日期 / 学习?会,讲座,财政局,2026-03-02
        let narrow: [UInt8] =
            [
                0xBB, 0xEE, 0xB6, 0xAF, 0xC3, 0xFB, 0xB3, 0xC6, 0x2C, 0xC0, 0xE0, 0xD0, 0xCD, 0x2C, 0xD6, 0xF7, 0xB0,
                0xEC,
            ]
            + [
                0xB5, 0xA5, 0xCE, 0xBB, 0x2C, 0xC8, 0xD5, 0xC6, 0xDA, 0x0A, 0xD1, 0xA7, 0xCF, 0xB0, 0x3F, 0xBB, 0xE1,
                0x2C,
            ]
            + [0xBD, 0xB2, 0xD7, 0xF9, 0x2C, 0xB2, 0xC6, 0xD5, 0xFE, 0xBE, 0xD6, 0x2C] + Array("2026-03-02".utf8)
        let preview = try town.preview(.activities, narrow)
        #expect(preview.counts == [0, 0, 0, 1] && preview.wrong.first?.column == "A", "\(preview)")
    }

    @Test("the zeros that a formula keeps stay, and every dot of a name is the same") func kept() throws {
        let town = try ImportTown()
        let dots = ["·", "•", "‧", "∙", "⋅", "・", "ᐧ", "˙", "ꞏ", "﹒", "．", "●", "･", "⸱", "․"]
        let rows = dots.enumerated().map {
            ["\"=\"\"00\($0)\"\"\"", "古丽\($1)买买提", "女", "19\(60 + $0)-07", "财政局", "", ""]
        }
        let outcome = try town.take(.persons, ImportTown.csv([Self.head] + rows))
        #expect(outcome.preview.counts == [dots.count, 0, 0, 0], "\(outcome.preview.wrong)")
        let added = try town.book.persons.filter { $0.name.hasPrefix("古丽") }
        #expect(Set(added.map(\.name)) == ["古丽·买买提"])
        #expect(Set(added.map(\.code)) == Set(dots.indices.map { "00\($0)" }))
    }

    @Test("nobody holds a post, a category or a seat before they were born, or as a child") func tooEarly() throws {
        let town = try ImportTown()
        #expect(try told(["N1", "张三", "女", "2010-01", "财政局", "科员", "2005-01-01"]).first?.contains("2010-01") == true)
        #expect(try told(["N1", "张三", "女", "2007-01", "财政局", "科员", "2020-12-31"]).count == 1)
        #expect(try told(["N1", "张三", "女", "2007-01", "财政局", "科员", "2021-01-01"]).isEmpty)
        #expect(try told(["P1", "甲一", "女", "2011-01", "财政局", "科员", ""]).count == 1, "the post held began in 2024")
        let files: [(ImportKind, [[String]])] = [
            (.appointments, [["人员编号", "任职单位", "任职日期", "免职日期"], ["P1", "财政局", "1990-01-01", "1991-01-01"]]),
            (.categories, [["人员编号", "干部类别", "开始日期"], ["P1", "年轻干部", "1990-01-01"]]),
            (.memberships, [["集体", "人员编号", "加入日期"], ["财政局党支部", "P1", "1990-01-01"]]),
            (.rosters, [["名单名称", "管理单位", "人员编号", "列入日期"], ["后备", "河畔县", "P1", "1990-01-01"]]),
        ]
        for (kind, rows) in files {
            let preview = try town.preview(kind, ImportTown.csv(rows))
            #expect(preview.wrong.map(\.message.zh).joined().contains("未满14岁"), "\(kind): \(preview.wrong)")
        }
    }

    @Test("names of units lose the space within them") func units() throws {
        let town = try ImportTown()
        let rows = [["单位名称", "单位类别", "上级单位"], ["县编　办", "机关", "河畔县"], ["A B 公司", "企业", "河畔县"]]
        try town.take(.units, ImportTown.csv(rows))
        #expect(Set(try town.book.units.map(\.name)).isSuperset(of: ["县编办", "A B 公司"]))
    }
}
