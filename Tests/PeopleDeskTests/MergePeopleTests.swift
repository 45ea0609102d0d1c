import Records
import Storage
import Store
import TestEngines
import Testing
import Training
import Vocabulary

@testable import PeopleDesk

/// Two records of people that are one human.
@Suite("People merged", .onEveryEngine) struct MergePeopleTests {
    private static let office = ImportTown.office
    private static let today = ImportTown.today

    /// P3 and P5 are one: P5 was added anew when she came to the town, where she is still on record at both.
    private func town() throws -> ImportTown {
        let town = try ImportTown()
        try town.database.perform(
            AddPerson(
                PersonDraft(code: "P5", name: "丙 三", sex: .female, birthMonth: "1982-03"),
                post: PostDraft(unit: "U3", post: "镇长", from: day("2026-03-01"))), by: Self.office,
            on: day("2026-03-02"))
        try town.database.perform(
            BeginCategory("P3", "leading", from: day("2024-06-01")), by: Self.office, on: day("2026-03-02"))
        try town.database.perform(
            BeginCategory("P5", "leading", from: day("2025-06-01")), by: Self.office, on: day("2026-03-02"))
        try town.database.perform(JoinTeam("G1", "P3", from: day("2025-01-01")), by: Self.office, on: day("2026-03-02"))
        for (title, people) in [("一", ["P3"]), ("二", ["P5"]), ("三", ["P3", "P5"])] { try report(title, people, town) }
        return town
    }

    private func report(_ title: String, _ people: [String], _ town: ImportTown) throws {
        let draft = ActivityDraft(
            kind: .lecture, title: title, organiser: "U2", from: day("2026-05-04"), to: day("2026-05-04"), hours: 3,
            participants: people.map { ParticipantDraft(person: $0, hours: 3) })
        try town.database.perform(ReportActivity(draft), by: Self.office, on: day("2026-05-05"))
    }

    private func merge(
        _ town: ImportTown, _ other: String = "P5", into kept: String = "P3", posts: PostsOf = .undecided
    )
        throws
    {
        try town.database.perform(MergePeople(other, into: kept, posts: posts), by: Self.office, on: Self.today)
    }

    private func refusal(_ body: () throws -> Void) -> String {
        do { try body() } catch let refused as Refused {
            return refused.problems.map(\.words.zh).joined(separator: "；")
        } catch { return "\(error)" }
        return ""
    }

    private func seq(_ town: ImportTown) throws -> Int { try town.database.read { try $0.lastRecordChange() } }

    @Test("histories are one: posts follow each other, a category held twice is held once, an activity counts once")
    func united() throws {
        let town = try town()
        try merge(town)
        let book = try town.book
        let posts = book.appointments.filter { $0.person == "P3" }.sorted { $0.dated.span.from < $1.dated.span.from }
        #expect(posts.map(\.unit) == ["U2", "U3"] && posts[0].dated.span.until == day("2026-02-28"))
        #expect(posts[1].dated == Dated(from: day("2026-03-01"), recorded: day("2026-03-02")))
        let categories = book.categories.filter { $0.person == "P3" }
        #expect(categories.map(\.dated.span) == [DaySpan(from: day("2024-06-01"))])
        #expect(book.participations.count == 3 && book.participations.allSatisfy { $0.person == "P3" })
        #expect(![book.appointments.map(\.person), book.categories.map(\.person)].joined().contains("P5"))
        #expect(try town.database.read { try $0.trainingFile(of: "P3") }.count == 3)
        #expect(book.brokenInvariants().isEmpty)
        #expect(try town.database.faults().isEmpty)
        let told = try town.database.read { try $0.past(of: .merger, code: $0.mergers()[0].code) }
        #expect(told.map(\.act) == ["mergePeople"])
    }

    @Test("the old number still finds the person: pages, search, files, and what is typed") func found() throws {
        let town = try town()
        try merge(town)
        var question = StaffQuestion(on: Self.today)
        question.name = .contains("P5")
        let asked = question
        #expect(try town.database.read { try $0.person(code: "P5")?.code } == "P3")
        #expect(try town.database.read { try $0.persons(named: "丙三", limit: 9).map(\.code) } == ["P3", "P4"])
        #expect(
            try town.database.read { try $0.staff(asked, offset: 0, limit: 9).map(\.person.code) } == ["P3"])
        #expect(try town.database.read { try $0.codes(of: "P3") } == ["P3", "P5"])
        let rows = [
            ["活动名称", "活动类型", "主办单位", "开始日期", "学时", "参加人员"], ["四", "讲座", "财政局", "2026-06-01", "2", "P5"],
        ]
        try town.take(.activities, ImportTown.csv(rows))
        #expect(try town.database.read { try $0.trainingFile(of: "P3") }.count == 4)
        #expect(
            try town.preview(.persons, ImportTown.csv([["人员编号", "姓名", "单位"], ["P5", "丙三", "柳湾镇"]])).counts == [
                0, 0, 1, 0,
            ])
        let refused1 = refusal { try merge(town) }
        #expect(refused1.contains("已并入P3"))
        #expect(try town.database.faults().isEmpty)
    }

    @Test("what was known on a day before stays as it was, also once the merger was taken back") func known() throws {
        let town = try town()
        let before = day("2026-06-01")
        let facts = try town.database.read { try $0.recordBook(knownAt: before) }
        #expect(facts.participations.filter { $0.person == "P5" }.count == 2)
        try merge(town)
        let merged = try town.book
        #expect(try town.database.read { try $0.recordBook(knownAt: before) } == facts)
        try town.database.perform(
            TakeBackChange(seq: try seq(town), reason: "不是一人"), by: Self.office, on: Self.today + 3)
        #expect(try town.database.read { try $0.recordBook(knownAt: before) } == facts)
        #expect(try town.database.read { try $0.recordBook(knownAt: Self.today + 1) } == merged, "between the two")
        #expect(try town.database.faults().isEmpty)
    }

    @Test("a merger is taken back while nothing builds on it; what went as said twice comes back") func back() throws {
        let town = try town()
        let before = try town.book
        try merge(town)
        let seq = try seq(town)
        try report("五", ["P3"], town)
        let refused2 = refusal {
            try town.database.perform(TakeBackChange(seq: seq, reason: "错"), by: Self.office, on: Self.today)
        }
        #expect(refused2.contains("1条参训记录"))
        let code = try #require(try town.book.activities.first { $0.title == "五" }?.code)
        _ = code
        let other = try self.town()
        try merge(other)
        try other.database.perform(
            TakeBackChange(seq: try self.seq(other), reason: "不是一人"), by: Self.office, on: Self.today)
        var after = try other.book
        #expect(after.participations == before.participations && after.appointments == before.appointments)
        #expect(after.persons == before.persons && after.memberships == before.memberships)
        after.categories.sort { ($0.person, $0.code) < ($1.person, $1.code) }
        #expect(after.categories.map(\.person) == ["P3", "P5"])
        #expect(after.categories.map(\.dated.span) == before.categories.map(\.dated.span))
        #expect(try other.database.read { try $0.person(code: "P5")?.code } == "P5")
        let last = try self.seq(other)
        let row = try other.database.read { try $0.changePast(last) }
        #expect(row == nil, "the taking back is no change to be taken back")
        #expect(try other.database.faults().isEmpty)
    }

    @Test("posts that contradict each other are refused until somebody chooses") func clash() throws {
        let town = try ImportTown()
        try town.database.perform(
            AddPerson(
                PersonDraft(code: "P5", name: "丙三", sex: .female, birthMonth: "1982-03"),
                post: PostDraft(unit: "U3", post: "镇长", from: day("2024-01-01"))), by: Self.office, on: Self.today)
        let refused3 = refusal { try merge(town) }
        #expect(refused3.contains("时间重叠"))
        try merge(town, posts: .other)
        #expect(try town.book.appointments.filter { $0.person == "P3" }.map(\.unit) == ["U3"])
        #expect(try town.database.faults().isEmpty)
    }

    @Test("who was merged into one that is merged is the last one's") func chain() throws {
        let town = try town()
        try merge(town)
        try town.database.perform(
            EndAppointment("AP4", until: day("2025-12-31"), reason: "调整"), by: Self.office, on: Self.today)
        let first = try seq(town)
        try merge(town, "P3", into: "P4", posts: .kept)
        #expect(try town.database.read { try $0.person(code: "P5")?.code } == "P4")
        #expect(try town.database.read { try $0.trainingFile(of: "P4") }.count == 3)
        #expect(try town.database.faults().isEmpty)
        try town.database.perform(TakeBackChange(seq: try seq(town), reason: "错"), by: Self.office, on: Self.today)
        #expect(try town.database.read { try $0.person(code: "P5")?.code } == "P3")
        #expect(first > 0)
        #expect(try town.database.faults().isEmpty)
    }

    @Test("pairs are proposed with reasons; who is said to be two is not, until that is taken back") func proposed()
        throws
    {
        let town = try town()
        func pairs() throws -> [[String]] {
            try town.database.read { try PossibleDuplicates($0).pairs.map { [$0.one.code, $0.other.code] } }
        }
        #expect(try pairs() == [["P3", "P5"], ["P4", "P5"]])
        let reasons = try town.database.read { try PossibleDuplicates($0).pairs.map(\.reasons) }
        #expect(reasons == [[.birthMonth], [.unit("U3", atOnce: true)]])
        let said = try town.database.perform(
            SayDistinct(one: "P5", other: "P4", remark: "见过本人"), by: Self.office, on: Self.today)
        #expect(said.one == "P4" && said.by == "市委组织部" && said.said == Self.today)
        #expect(try pairs() == [["P3", "P5"]])
        let refused4 = refusal { try merge(town, "P5", into: "P4", posts: .kept) }
        #expect(refused4.contains("认定这是两个人"))
        try town.database.perform(TakeDistinctBack(code: said.code), by: Self.office, on: Self.today)
        #expect(try pairs().count == 2)
        try merge(town)
        let left = try pairs()
        #expect(left == [["P3", "P4"]])
    }
}
