import Formats
import Records
import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import PeopleDesk

@Suite("People from files", .onEveryEngine) struct PersonImportTests {
    private static let head = ["姓名", "性别", "出生年月", "工作单位", "职务", "任职时间"]

    @Test("a roster is taken in, and the same file again changes nothing, in whatever order its rows stand")
    func twice() throws {
        let town = try ImportTown()
        let rows = [
            ["张三", "男", "1984.7", "财政局", "科长", "2024年3月"], ["李 四", "女", "198512", "河畔县/柳湾镇", "", "20240305"],
            ["甲一", "女", "1980-01", "财政局", "科员", ""],
        ]
        let first = try town.take(.persons, ImportTown.csv([Self.head] + rows))
        #expect(first.preview.counts == [2, 0, 1, 0] && first.preview.rows == 3)
        #expect(first.preview.left == 3)
        let again = try town.take(.persons, ImportTown.csv([Self.head] + rows.reversed()))
        #expect(again.preview.counts == [0, 0, 3, 0] && again.code == nil)
        let book = try town.book
        #expect(book.persons.contains { $0.name == "李四" && $0.birthMonth == "1985-12" && $0.sex == .female })
        #expect(book.appointments.contains { $0.post == "科长" && $0.dated.span.from == day("2024-03-01") })
        #expect(book.brokenInvariants().isEmpty)
        #expect(try town.database.faults().isEmpty)
    }

    @Test("each person's history names the file, the journal has one row") func journal() throws {
        let town = try ImportTown()
        let before = try town.database.read { try $0.revision() }
        let code = try town.take(.persons, ImportTown.csv([Self.head, ["张三", "男", "1984-07", "财政局", "科长", ""]])).code
        let (after, person) = try town.database.read {
            (try $0.revision(), try #require(try $0.persons(named: "张三", limit: 1).first))
        }
        #expect(after == before + 1)
        let past = try town.database.read { try $0.past(of: .person, code: person.code) }
        #expect(past.map(\.objectCode) == [code ?? ""])
    }

    @Test("a transfer ends the former post the day before; an older file does not bring it back")
    func older() throws {
        let town = try ImportTown()
        let old = ImportTown.csv([Self.head, ["甲一", "女", "1980-01", "财政局", "科员", ""]])
        let moved = ImportTown.csv([["人员编号", "姓名", "单位", "职务", "任职日期"], ["P1", "甲一", "柳湾镇", "副镇长", "2026-05-01"]])
        let preview = try town.preview(.persons, moved)
        #expect(preview.counts == [0, 1, 0, 0])
        #expect(preview.changedRows.first?.changes.first?.before == "财政局")
        try town.take(.persons, moved)
        let held = try town.database.read { try $0.appointments(of: "P1") }.sorted {
            $0.dated.span.from < $1.dated.span.from
        }
        #expect(held.map(\.unit) == ["U2", "U3"] && held[0].dated.span.until == day("2026-04-30"))
        // The same name and month, but of another unit than now: a question; by number: what was before, told as such.
        #expect(try town.preview(.persons, old).counts == [0, 0, 0, 1])
        let byNumber = ImportTown.csv([["人员编号", "姓名", "单位", "职务"], ["P1", "甲一", "财政局", "科员"]])
        let asked = try town.preview(.persons, byNumber)
        #expect(asked.counts == [0, 0, 0, 1] && asked.wrong[0].message.zh.contains("以前"))
    }

    @Test("a value that was put right since is not put wrong again by the file that had it") func putRight() throws {
        let town = try ImportTown()
        let wrong = ImportTown.csv([["人员编号", "姓名", "性别", "出生年月"], ["P9", "钱九", "男", "1984-07"]])
        try town.take(.persons, wrong)
        let right = ImportTown.csv([["人员编号", "姓名", "性别", "出生年月"], ["P9", "钱九", "男", "1984-08"]])
        try town.take(.persons, right)
        #expect(try town.preview(.persons, right).counts == [0, 0, 1, 0])
        let again = try town.preview(.persons, wrong)
        #expect(again.counts == [0, 0, 0, 1])
        #expect(again.wrong.first?.message.zh.contains("1984-08") == true)
    }

    @Test("namesakes are a question that shows both, never a guess") func namesakes() throws {
        let town = try ImportTown()
        let head = ["姓名", "性别", "出生年月", "工作单位"]
        let known = try town.preview(.persons, ImportTown.csv([head, ["丙三", "女", "1982-03", "财政局"]]))
        #expect(known.counts == [0, 0, 1, 0])
        let open = try town.preview(.persons, ImportTown.csv([head, ["丙三", "女", "1983-04", "财政局"]]))
        #expect(open.counts == [0, 0, 0, 1])
        #expect(open.wrong[0].message.zh.contains("P3") && open.wrong[0].message.zh.contains("P4"))
        let other = try town.preview(
            .persons, ImportTown.csv([["人员编号"] + head, ["P1", "乙二", "男", "1990-01", "财政局"]]))
        #expect(other.counts == [0, 0, 0, 1] && other.wrong[0].column == "A")
        let twice = try town.preview(
            .persons, ImportTown.csv([["人员编号"] + head, ["N1", "丙三", "女", "1982-03", "财政局"]]))
        #expect(twice.counts == [0, 0, 0, 1])
    }

    @Test("rows that say two things of one person are both asked about; the same said twice is told") func twins()
        throws
    {
        let town = try ImportTown()
        let head = ["人员编号", "姓名", "性别", "出生年月", "单位"]
        let rows = [
            ["N1", "张三", "男", "1984-07", "财政局"], ["N1", "张三", "男", "1984-08", "财政局"],
            ["N2", "李四", "女", "1985-01", "财政局"],
            ["N2", "李四", "女", "1985-01", "财政局"],
        ]
        for rows in [rows, rows.reversed()] {
            let preview = try town.preview(.persons, ImportTown.csv([head] + rows))
            #expect(preview.counts == [1, 0, 0, 3])
            #expect(preview.rows == preview.new + preview.changed + preview.unchanged + preview.wrong.count)
        }
    }

    @Test("nothing is written where a row is wrong, or the good rows alone") func allOrGood() throws {
        let town = try ImportTown()
        let file = ImportTown.csv([
            Self.head, ["张三", "男", "1984-07", "财政局", "科长", "2026-02-30"], ["李四", "女", "1985-01", "财政局", "科员", ""],
        ])
        let before = try town.database.read { try $0.revision() }
        let refused = try town.take(.persons, file)
        #expect(refused.code == nil && refused.preview.counts == [1, 0, 0, 1])
        #expect(refused.preview.wrong[0].row == 2 && refused.preview.wrong[0].column == "F")
        #expect(try town.database.read { try $0.revision() } == before)
        #expect(try town.take(.persons, file, goodRows: true).code != nil)
        #expect(try town.book.persons.filter { $0.name == "李四" || $0.name == "张三" }.map(\.name) == ["李四"])
    }

    @Test(
        "cells as people fill them in",
        arguments: [
            (["张三", "男", "1984年7月", "财政局"], "张三", "1984-07"), (["张　三", "男性", "1984/7", "河畔县财政局"], "张三", "1984-07"),
            (["古丽•买买提", "F", "１９８４．０７", "U2"], "古丽·买买提", "1984-07"),
            (["\u{FEFF}王\u{200B}五 ", "女", "19840712", "财政局"], "王五", "1984-07"),
            (["昇䶮", "1", "198407", "柳湾镇财政所"], "昇䶮", "1984-07"), (["𠮷田", "2", "30864", "河畔县-柳湾镇"], "𠮷田", "1984-07"),
            (["王 Wang", "男", "1984-7-1", "河畔县／财政局"], "王 Wang", "1984-07"),
        ])
    func dirt(row: [String], name: String, month: String) throws {
        let town = try ImportTown()
        let outcome = try town.take(.persons, ImportTown.csv([["名字", "性 别", "出生年月*", "所在单位（全称）"], row]))
        #expect(outcome.preview.counts == [1, 0, 0, 0], "\(outcome.preview.wrong)")
        let person = try town.book.persons.first { $0.name == name }
        #expect(person?.birthMonth == month)
    }

    @Test(
        "what no cell may say is told with row, column and cure",
        arguments: [
            (["张三", "不详", "1984-07", "财政局"], "B"), (["张三", "男", "84.7", "财政局"], "C"),
            (["张三", "男", "2020-01", "财政局"], "C"),
            (["张三", "男", "1984-07", "市城建局"], "D"), (["", "男", "1984-07", "财政局"], "A"),
            (["张三", "", "1984-07", "财政局"], "B"),
        ])
    func wrong(row: [String], column: String) throws {
        let town = try ImportTown()
        let preview = try town.preview(.persons, ImportTown.csv([["姓名", "性别", "出生年月", "工作单位"], row]))
        #expect(preview.wrong.map(\.column) == [column], "\(preview.wrong)")
        #expect(preview.wrong.first?.row == 2)
    }

    @Test("numbers of a workbook: zeros in front stay, a month that may be October is asked about") func numbers()
        throws
    {
        let town = try ImportTown()
        func number(_ text: String) -> SheetValue { SheetNumber(text).map { .number($0) } ?? .empty }
        let file = try ImportTown.workbook([
            ["人员编号", "姓名", "性别", "出生年月", "单位", "任职日期"],
            ["007", "张三", "男", number("198407"), "财政局", .day(try #require(CalendarDay(year: 2024, month: 3, day: 5)))],
            ["008", "李四", "女", number("1984.1"), "财政局", .empty],
        ])
        let preview = try town.preview(.persons, file)
        #expect(preview.counts == [1, 0, 0, 1])
        #expect(preview.wrong.map(\.column) == ["D"] && preview.wrong.map(\.row) == [3])
        try town.take(.persons, file, goodRows: true)
        #expect(try town.book.persons.contains { $0.code == "007" })
    }

    @Test("who may not plan for the whole town imports nothing") func rights() throws {
        let town = try ImportTown()
        let request = ImportRequest(.persons, file: "名册", bytes: ImportTown.csv([Self.head]))
        for reader in [
            Reader(account: "联络员", rights: [.see, .report]),
            Reader(account: "处", rights: [.see, .report, .plan], unit: "U2"),
        ] {
            #expect(throws: NotAllowed.self) {
                try town.database.perform(ImportRows(request), by: reader, on: ImportTown.today)
            }
        }
    }
}
