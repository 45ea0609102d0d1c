import Formats
import Records
import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import PeopleDesk

@Suite("Past activities from files", .onEveryEngine) struct ActivityImportTests {
    private static let head = ["活动名称", "类型", "主办单位", "开始日期", "结束日期", "学时", "参训人员"]

    private func preview(_ rows: [[String]], in town: ImportTown) throws -> ImportPreview {
        try town.preview(.activities, ImportTown.csv(rows))
    }

    @Test("an activity moved by a day is a question, and so is one without its team; a second session is new")
    func moved() throws {
        let town = try ImportTown()
        try town.take(
            .activities,
            ImportTown.csv([Self.head, ["预算培训班", "专题班", "财政局", "2026-03-02", "2026-03-03", "8", "甲一、乙二、P4"]]))
        let moved = try preview(
            [Self.head, ["预算培训班", "专题班", "财政局", "2026-03-04", "2026-03-05", "8", "甲一、乙二、P3"]], in: town)
        #expect(moved.counts == [0, 0, 0, 1] && moved.wrong.first?.column == "D")
        let code = try #require(try town.book.activities.first?.code)
        #expect(moved.wrong.first?.message.zh.contains(code) == true)
        for (row, told) in [
            (["预算培训班", "专题班", "财政局", "2026-03-09", "", "8", "甲一、乙二、P4"], "a week later"),
            (["预算培训班", "专题班", "财政局", "2026-03-04", "", "8", "P3、P4"], "other people"),
            (["预算培训班", "讲座", "财政局", "2026-03-04", "", "8", "甲一、乙二、P4"], "another kind"),
            (["预算培训班（第二场）", "专题班", "财政局", "2026-03-04", "", "8", "甲一、乙二、P4"], "another title"),
        ] {
            #expect(try preview([Self.head, row], in: town).counts == [1, 0, 0, 0], "\(told)")
        }
        let team = [
            Self.head + ["集体"], ["预算培训班", "专题班", "财政局", "2026-03-02", "2026-03-03", "8", "甲一、乙二、P4", "财政局党支部"],
        ]
        #expect(try preview(team, in: town).counts == [0, 0, 0, 1])
    }

    @Test("weekly study under one title comes in, and the same file again changes nothing") func weekly() throws {
        let town = try ImportTown()
        let rows =
            [["活动名称", "类型", "主办单位", "集体", "日期", "学时", "培训对象", "参训人员"]]
            + ["2026-03-02", "2026-03-09", "2026-03-16"].map {
                ["集中学习", "集中学习", "财政局", "财政局党支部", $0, "2", "年轻干部、市管干部", "甲一、乙二"]
            }
        #expect(try town.take(.activities, ImportTown.csv(rows)).preview.counts == [3, 0, 0, 0])
        #expect(try town.take(.activities, ImportTown.csv(rows)).preview.counts == [0, 0, 3, 0])
        let activity = try #require(try town.book.activities.first)
        #expect(activity.team == "G1" && activity.audience.count == 2)
    }

    @Test("a team that is none, or another unit's, and an audience that is none are told in their columns") func wrong()
        throws
    {
        let town = try ImportTown()
        let head = ["活动名称", "类型", "主办单位", "活动主体", "日期", "面向"]
        let preview = try preview(
            [
                head, ["甲", "讲座", "财政局", "无此支部", "2026-03-02", ""], ["乙", "讲座", "柳湾镇", "财政局党支部", "2026-03-02", ""],
                ["丙", "讲座", "财政局", "g1", "2026-03-02", "闲人"], ["丁", "讲座", "财政局", "G1", "2026-03-02", "不限"],
            ], in: town)
        #expect(preview.counts == [1, 0, 0, 3] && preview.wrong.map(\.column) == ["D", "D", "F"], "\(preview.wrong)")
    }

    @Test("each person's hours are their own where each has a row") func hours() throws {
        let town = try ImportTown()
        let head = ["活动名称", "类型", "主办单位", "开始日期", "结束日期", "学时", "人员编号"]
        func row(_ hours: String, _ person: String) -> [String] {
            ["网络培训", "网络培训", "财政局", "2025-01-01", "2025-12-31", hours, person]
        }
        let file = ImportTown.csv([head, row("50", "P1"), row("62.5", "P2"), row("30", "P4")])
        #expect(try town.take(.activities, file).preview.counts == [3, 0, 0, 0])
        let book = try town.book
        #expect(book.activities.map(\.hours) == [62.5])
        #expect(book.participations.sorted { $0.person < $1.person }.map(\.hours) == [50, 62.5, 30])
        #expect(try town.take(.activities, file).preview.counts == [0, 0, 3, 0])
        let other = try preview([head, row("40", "P1"), row("62.5", "P2")], in: town)
        #expect(other.counts == [0, 0, 1, 1] && other.wrong.first?.column == "F")
    }

    @Test("what differs from the activity on record is told: hours, topics, audience") func differs() throws {
        let town = try ImportTown()
        let topic = try #require(Topic.builtIn.first)
        let head = Self.head + ["主题类别", "培训对象"]
        func row(_ hours: String, _ topics: String, _ audience: String) -> [String] {
            ["预算培训班", "专题班", "财政局", "2026-03-02", "", hours, "甲一", topics, audience]
        }
        try town.take(.activities, ImportTown.csv([head, row("8", topic.zh, "年轻干部")]))
        #expect(
            try preview([head, row("", "", "")], in: town).counts == [0, 0, 1, 0], "a row that says nothing of them")
        for (row, column) in [
            (row("4", topic.zh, "年轻干部"), "F"), (row("8", Topic.builtIn[1].zh, "年轻干部"), "H"),
            (row("8", topic.zh, "市管干部"), "I"),
        ] {
            let told = try preview([head, row], in: town)
            #expect(told.counts == [0, 0, 0, 1] && told.wrong.first?.column == column, "\(told.wrong)")
        }
    }

    @Test(
        "both days in one cell",
        arguments: [
            ("2026年3月5日-9日", "2026-03-09"), ("2026年3月5日至3月9日", "2026-03-09"), ("2026.3.5—3.9", "2026-03-09"),
            ("2026-03-05至2026-03-09", "2026-03-09"), ("2026/3/5～2026/4/1", "2026-04-01"), ("2026-03-05", "2026-03-05"),
        ])
    func spans(cell: String, until: String) throws {
        let town = try ImportTown()
        let file = ImportTown.csv([["活动名称", "类型", "主办单位", "培训时间"], ["预算培训班", "专题班", "财政局", cell]])
        let preview = try town.take(.activities, file).preview
        #expect(preview.counts == [1, 0, 0, 0], "\(preview.wrong)")
        #expect(try town.book.activities.map(\.to) == [day(until)])
    }

    @Test("a person twice in one cell, and a day to come, are told where they stand") func told() throws {
        let town = try ImportTown()
        let preview = try preview(
            [
                Self.head, ["甲班", "专题班", "财政局", "2026-03-02", "", "8", "甲一、P1"],
                ["乙班", "专题班", "财政局", "2027-03-02", "", "8", "甲一"],
                ["丙班", "专题班", "财政局", "2026-03-02", "2027-03-02", "8", "甲一"],
            ], in: town)
        #expect(preview.wrong.map(\.column) == ["G", "D", "E"], "\(preview.wrong)")
        #expect(preview.wrong.first?.message.zh.contains("两次") == true)
    }
}
