import Records
import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import PeopleDesk

@Suite("Posts, categories, teams, rosters and activities from files", .onEveryEngine) struct SpanImportTests {
    private func twice(
        _ kind: ImportKind, _ rows: [[String]], _ counts: [Int], in town: ImportTown, line: Int = #line
    ) throws {
        let first = try town.take(kind, ImportTown.csv(rows), goodRows: true)
        #expect(first.preview.counts == counts, "\(line): \(first.preview.wrong.map(\.message.zh))")
        let again = try town.take(kind, ImportTown.csv([rows[0]] + rows.dropFirst().reversed()), goodRows: true)
        #expect(again.code == nil && again.preview.new + again.preview.changed == 0, "\(line): \(again.preview)")
        #expect(try town.database.faults().isEmpty)
        #expect(try town.book.brokenInvariants().isEmpty)
    }

    @Test("posts of several years in any order of rows: the last is the one held now") func appointments() throws {
        let town = try ImportTown()
        let rows = [
            ["人员编号", "姓名", "任职单位", "职务", "职级", "任职日期", "免职日期"],
            ["P1", "甲一", "柳湾镇", "副镇长", "四级主任科员", "2026-05-01", ""],
            ["P1", "甲一", "财政局", "办事员", "", "2022-01-01", "2023-12-31"],
            ["P2", "乙二", "财政局", "科员", "一级科员", "2024-01-01", "2026-06-30"],
            ["", "丙三", "财政局", "科长", "", "2026-05-01", ""], ["P4", "丙三", "财政局", "科长", "", "2023-05-01", ""],
        ]
        try twice(.appointments, rows, [2, 1, 0, 2], in: town)
        let held = try town.database.read { try $0.appointments(of: "P1") }.sorted {
            $0.dated.span.from < $1.dated.span.from
        }
        #expect(held.map(\.dated.span.until) == [day("2023-12-31"), day("2026-04-30"), nil])
    }

    @Test("days that are written out, and what a sentence puts around them, are read") func inWords() throws {
        let town = try ImportTown()
        let rows = [
            ["人员编号", "姓名", "任职单位", "职务", "开始", "结束"],
            ["P1", "甲一", "财政局", "办事员", "自二〇二二年一月一日起", "二〇二三年十二月三十一日止"],
            ["P1", "甲一", "柳湾镇", "副镇长", "二〇二六年五月", "至今"],
        ]
        try twice(.appointments, rows, [2, 0, 0, 0], in: town)
        let held = try town.database.read { try $0.appointments(of: "P1") }.sorted {
            $0.dated.span.from < $1.dated.span.from
        }
        #expect(held.map(\.dated.span.until) == [day("2023-12-31"), day("2026-04-30"), nil])
    }

    @Test("categories begin and end; one that is over is not begun again unasked") func categories() throws {
        let town = try ImportTown()
        let head = ["姓名", "单位", "干部类别", "开始日期", "结束日期"]
        try twice(
            .categories, [head, ["甲一", "财政局", "年轻干部", "2025-01", ""], ["乙二", "财政局", "青年才俊", "", ""]], [1, 0, 0, 1],
            in: town)
        try twice(.categories, [head, ["甲一", "财政局", "年轻干部", "", "2026.6"]], [0, 1, 0, 0], in: town)
        #expect(try town.book.categories.first?.dated.span.until == day("2026-06-30"))
        let open = try town.preview(.categories, ImportTown.csv([head, ["甲一", "财政局", "年轻干部", "", ""]]))
        #expect(open.counts == [0, 0, 0, 1])
    }

    @Test("teams and their members") func teams() throws {
        let town = try ImportTown()
        try twice(
            .teams,
            [
                ["集体名称", "类别", "所在单位", "开始日期"], ["柳湾镇党委理论学习中心组", "中心组", "柳湾镇", "2025-01-01"],
                ["财政局党支部", "支部", "财政局", ""],
            ],
            [1, 0, 1, 0], in: town)
        try twice(
            .memberships,
            [
                ["党支部", "姓名", "所在单位", "党内职务", "加入日期"], ["财政局党支部", "甲一", "财政局", "支部书记", "2025-01-01"],
                ["财政局党支部", "丙三", "", "党员", ""], ["柳湾镇党支部", "丙三", "柳湾镇", "党员", ""],
            ], [1, 0, 0, 2], in: town)
        #expect(try town.book.memberships.first?.role == .secretary)
    }

    @Test("a roster that is not there is made with its first row") func rosters() throws {
        let town = try ImportTown()
        let rows = [
            ["名单名称", "管理单位", "姓名", "所在单位", "列入日期"], ["后备名单", "河畔县", "甲一", "财政局", "2026-01-01"],
            ["后备名单", "河畔县", "丙三", "柳湾镇", "2026-01-01"], ["另一份", "", "甲一", "财政局", ""],
        ]
        try twice(.rosters, rows, [2, 0, 0, 1], in: town)
        let book = try town.book
        #expect(book.rosters.map(\.name) == ["后备名单"] && book.rosterEntries.count == 2)
    }

    @Test("past activities, with those who took part in one cell or a row each") func activities() throws {
        let town = try ImportTown()
        let cell = [
            ["培训班名称", "类型", "主办单位", "开始日期", "结束日期", "学时", "参训人员"],
            ["财政干部培训班", "专题班", "财政局", "2026-03-02", "2026-03-03", "16", "甲一、P4"],
            ["无类型", "什么班", "财政局", "2026-03-02", "", "8", "甲一"], ["重名", "专题班", "财政局", "2026-03-02", "", "8", "丙三"],
        ]
        try twice(.activities, cell, [1, 0, 0, 2], in: town)
        let each = [
            ["培训班名称", "类型", "主办单位", "培训日期", "学时", "姓名"], ["预算业务讲座", "讲座", "财政局", "2026-04-02", "4", "甲一"],
            ["预算业务讲座", "讲座", "财政局", "2026-04-02", "4", "乙二"],
        ]
        try twice(.activities, each, [2, 0, 0, 0], in: town)
        #expect(try town.book.activities.count == 2 && town.book.participations.count == 4)
    }
}
