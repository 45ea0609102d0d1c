import Formats
import Records
import Storage
import Store
import TestEngines
import Testing
import Training
import Vocabulary

@testable import PeopleDesk

/// An import that was a mistake.
@Suite("Imports taken back", .onEveryEngine) struct TakingBackTests {
    private static let head = ["人员编号", "姓名", "性别", "出生年月", "单位", "职务", "任职日期"]
    private static let rows = [
        ["P1", "甲一", "女", "1980-01", "柳湾镇", "副镇长", "2026-05-01"], ["P2", "乙二二", "女", "1981-02", "财政局", "科员", ""],
        ["N1", "新一", "男", "1990-01", "财政局", "科员", "2026-06-01"],
        ["N2", "新二", "男", "1990-02", "柳湾镇", "科员", "2026-06-01"],
    ]

    private func back(_ town: ImportTown, _ code: String, on today: Day = ImportTown.today) throws {
        try town.database.perform(TakeBackImport(code, reason: "交错了文件"), by: ImportTown.office, on: today)
    }

    /// What an act was refused with, in Chinese.
    private func refusal(_ body: () throws -> Void) throws -> String? {
        do { try body() } catch let refused as Refused {
            return refused.problems.map(\.words.zh).joined(separator: "；")
        }
        return nil
    }

    @Test("the records are as before the import, the journal tells of both, and the file may come again")
    func whole() async throws {
        let town = try ImportTown()
        let before = try town.book
        let file = ImportTown.csv([Self.head] + Self.rows)
        let first = try town.take(.persons, file)
        let code = try #require(first.code)
        #expect(first.preview.counts == [2, 2, 0, 0])
        let after = try town.book
        try back(town, code)
        #expect(try town.book == before)
        #expect(try town.database.faults().isEmpty)
        #expect(try town.database.read { try $0.persons(named: "新一", limit: 1) }.isEmpty)
        #expect(try town.database.read { try $0.persons(named: "乙二", limit: 2) }.map(\.code) == ["P2"])
        let past = try #require(try town.database.read { try $0.importPast(code) })
        #expect(past.takenBack?.by == ImportTown.office.account && past.takenBack?.reason == "交错了文件")
        #expect(
            try town.database.read { try $0.past(of: .person, code: "P2") }.map(\.act) == [
                "importRows", "takeBackImport",
            ])
        let again = try refusal { try back(town, code) }
        #expect(again?.contains("已由") == true)
        let next = try town.take(.persons, file)
        #expect(next.preview.counts == [2, 2, 0, 0] && next.code != code)
        let final = try town.book
        #expect(final.persons == after.persons && final.appointments.count == after.appointments.count)
        #expect(try town.database.faults().isEmpty)
    }

    @Test("what was known on a day between the import and its end stays known of that day") func known() throws {
        let town = try ImportTown()
        let first = try town.take(.persons, ImportTown.csv([Self.head] + Self.rows), on: day("2026-09-01"))
        func known(_ day: Day) throws -> RecordBook {
            try town.database.read { try $0.recordBook().restoring(try $0.formerRecords(knownAt: day)).known(at: day) }
        }
        let (before, between) = (try known(day("2026-08-31")), try known(day("2026-09-10")))
        #expect(before != between)
        try back(town, try #require(first.code), on: day("2026-09-20"))
        #expect(try known(day("2026-08-31")) == before)
        #expect(try known(day("2026-09-10")) == between)
        #expect(try known(day("2026-09-20")).persons.count == 4)
        #expect(try town.database.faults().isEmpty)
    }

    @Test("whatever builds on it is named, and nothing is taken back") func builtOn() throws {
        let town = try ImportTown()
        let code = try #require(try town.take(.persons, ImportTown.csv([Self.head] + Self.rows)).code)
        let later = day("2026-10-10")
        try town.database.perform(
            Transfer("P1", to: PostDraft(unit: "U2", post: "科长", from: day("2026-10-08"))), by: ImportTown.office,
            on: later)
        try town.database.perform(
            JoinTeam("G1", "N1", from: day("2026-10-01")), by: ImportTown.office, on: later)
        let (revision, book) = (try town.database.read { try $0.revision() }, try town.book)
        let said = try #require(try refusal { try back(town, code, on: later) })
        #expect(said.contains("甲一（P1）的任职此后又有改动"), "\(said)")
        #expect(said.contains("有1条集体成员记录用到了这次导入的人员新一（N1）"), "\(said)")
        #expect(try town.database.read { try $0.revision() } == revision)
        #expect(try town.book == book)
    }

    @Test("a post that only ended by it does not come back beside a later one") func beside() throws {
        let town = try ImportTown()
        let ending = ImportTown.csv([
            ["人员编号", "姓名", "任职单位", "职务", "免职日期"], ["P1", "甲一", "财政局", "科员", "2026-05-01"],
        ])
        let code = try #require(try town.take(.appointments, ending).code)
        try town.database.perform(
            Appoint("P1", to: PostDraft(unit: "U3", post: "镇长", from: day("2026-06-01"))), by: ImportTown.office,
            on: ImportTown.today)
        let said = try refusal { try back(town, code) }
        #expect(said?.contains("任职此后又有改动") == true, "\(said ?? "")")
    }

    @Test("units that were new go from the innermost outward, and what changed places is where it was") func units()
        throws
    {
        let town = try ImportTown()
        let before = try town.book
        let head = ["单位编号", "单位名称", "单位类别", "上级单位", "设立日期"]
        let file = ImportTown.csv([
            head, ["X2", "新所", "直属机构", "X1", "2024-01-01"], ["X1", "新局", "市直部门", "河畔县", "2024-01-01"],
            ["U4", "财政所", "", "X1", ""],
        ])
        let first = try town.take(.units, file, goodRows: true)
        #expect(first.preview.counts[1] == 1 && first.preview.new >= 1, "\(first.preview.wrong)")
        try back(town, try #require(first.code))
        #expect(try town.book == before)
        #expect(try town.database.faults().isEmpty)
    }

    @Test("a unit that has ended since cannot have its people back") func ended() throws {
        let town = try ImportTown()
        let moved = ImportTown.csv([Self.head, ["P4", "丙三", "女", "1983-04", "财政局", "科员", "2026-05-01"]])
        let code = try #require(try town.take(.persons, moved).code)
        try town.database.perform(
            EndUnit("U4", until: day("2026-06-01"), reason: "调整"), by: ImportTown.office, on: ImportTown.today)
        try town.database.perform(
            EndUnit("U3", until: day("2026-06-01"), reason: "调整"), by: ImportTown.office, on: ImportTown.today)
        let said = try refusal { try back(town, code) }
        #expect(said?.contains("柳湾镇") == true && said?.contains("撤销") == true, "\(said ?? "")")
    }

    @Test("activities that a file brought are voided; one that was corrected since keeps all of them") func activities()
        throws
    {
        let town = try ImportTown()
        let head = ["活动名称", "活动类型", "主办单位", "开始日期", "学时", "参加人员"]
        let file = ImportTown.csv([
            head, ["年轻干部培训班", "主体班", "财政局", "2026-03-05", "8", "甲一、乙二"],
            ["专题讲座", "讲座", "财政局", "2026-03-06", "2", "甲一"],
        ])
        let first = try town.take(.activities, file)
        let code = try #require(first.code, "\(first.preview.wrong)")
        let past = try #require(try town.database.read { try $0.importPast(code) })
        #expect(try town.database.read { try $0.added(by: past) }.count == 2)
        try back(town, code)
        let book = try town.book
        #expect(book.voidings.count == 2 && book.voidings.allSatisfy { $0.reason.contains(code) })
        #expect(try town.database.faults().isEmpty)
    }

    @Test("only the office may, and a stop leaves nothing half") func rights() throws {
        let town = try ImportTown()
        let code = try #require(try town.take(.persons, ImportTown.csv([Self.head] + Self.rows)).code)
        let clerk = Reader(account: "联络员", rights: [.see, .report], unit: "U2")
        #expect(throws: NotAllowed.self) {
            try town.database.perform(TakeBackImport(code, reason: "错"), by: clerk, on: ImportTown.today)
        }
        struct Stopped: Error {}
        let many = ImportTown.csv(
            [Self.head] + (0..<3000).map { ["Z\($0)", "众\($0)", "男", "1990-01", "财政局", "科员", ""] })
        let second = try #require(try town.take(.persons, many, since: day("2024-01-01")).code)
        let book = try town.book
        #expect(throws: Stopped.self) {
            try town.database.perform(
                TakeBackImport(second, reason: "错") { done, _ in if done > 2000 { throw Stopped() } },
                by: ImportTown.office, on: ImportTown.today)
        }
        #expect(try town.book == book)
        try back(town, second)
        #expect(try town.book.persons.count == 6)
        #expect(try town.database.faults().isEmpty)
    }
}
