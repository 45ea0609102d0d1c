import HTTPTypes
import PageTrial
import Pages
import Records
import Storage
import Store
import TestEngines
import Testing
import Training
import Vocabulary

@testable import Web
@testable import YearDesk

/// The year of a unit and of the town, as the clerk and the office look at it and act from it.
@Suite("Pages of the year", .onEveryEngine) struct YearPageTests {
    private let desk = DeskPageTests()

    private static let plan = """
        河畔县练兵方案
        一、任务
        1.开展岗位练兵。各部门每月安排1次业务交流，每季度安排1次业务知识考试（牵头单位：县人社局）。
        2.抓好学习。理论学习中心组每年集中学习不少于12次（牵头单位：县委宣传部）。
        3.开展“三四五”教育。各单位结合主题党日安排系列活动，做到读一本红色书籍、看一部红色影片、过一次政治生日（牵头单位：县委组织部）。
        """

    /// Today is 30 September 2026: exchanges in July and in August, a book read in May.
    private func site(_ reader: Reader = DeskPageTests.clerk) throws -> SmallSite {
        var small = try SmallSite(plan: Self.plan)
        small.reader = { _ in reader }
        for (kind, title, held) in [
            (ActivityKind.exchange, "7月业务交流", "2026-07-10"), (.exchange, "8月业务交流", "2026-08-12"),
            (.reading, "共读一本书", "2026-05-06"), (.educationSession, "警示教育大会", "2026-04-07"),
        ] {
            try small.database.perform(
                ReportActivity(
                    ActivityDraft(
                        kind: kind, title: title, organiser: "U2", from: day(held), to: day(held), hours: 2,
                        participants: [ParticipantDraft(person: "P1", hours: 2)])),
                by: DeskPageTests.clerk, on: day("2026-09-01"))
        }
        return small
    }

    /// What a page says, without where its links lead.
    private func said(_ answer: Answer) throws -> String {
        try #require(HTML(parsing: answer.text).first("main")).text().replacing(/\[([^\]]*)\]\([^)]*\)/) { $0.1 }
    }

    @Test("the year shows every slot as shape and word: held, missing, behind, to come") func year() async throws {
        let small = try site()
        let page = try await small.get("/units/U2/year")
        #expect(page.status == 200)
        let text = try said(page)
        // Twelve exchanges, four tests, twelve studies of the group.
        for words in ["2026年应办28次", "已开展2次", "1.1", "1.2", "2.1", "县水务局理论学习中心组"] {
            #expect(text.contains(words), "\(words): \(text.prefix(600))")
        }
        let named = try page.values(of: "aria-label")
        for words in ["已开展 2026-07-10", "缺，应于2026-06-23", "滞后，应于2026-09-23", "未到期，应于2026-12-24"] {
            #expect(named.contains(words), "\(words)")
        }
        let other = try await small.get("/units/U2/year?year=2027")
        #expect(try said(other).contains("2027年应办28次"), "a year to come is laid out, too")
        #expect(try await small.get("/units/U2/year?year=2025").text.contains("没有按次数要求的事项"))
        #expect(try await small.get("/units/U3/year").status == 403)
        #expect(try await small.get("/units/U2/year?asOf=2026-03-31").text.contains("缺，应于2026-02-21"))
        #expect(try await small.get("/units/U2/year.docx").text.hasPrefix("PK"))
    }

    @Test(
        "each figure opens exactly its slots, for the unit and for the town",
        arguments: [
            "/year", "/year?obligation=1.1&sort=missing", "/year?asOf=2026-06-30", "/year/units", "/units/U2/year",
        ])
    func figures(address: String) async throws {
        let small = try site(DeskPageTests.office)
        let walk = FigureWalk(small)
        try await walk.pages(from: address, atMost: 1)
        #expect(walk.problems.isEmpty, "\(walk.problems.prefix(8).joined(separator: "\n"))")
        #expect(walk.undeclared.isEmpty, "\(walk.undeclared.prefix(8).joined(separator: "\n"))")
        #expect(walk.figures.count > 4, "followed: \(walk.figures.count)")
    }

    @Test("the town's year is the sum of its units; a clerk is led to the unit's own")
    func town() async throws {
        var small = try site(DeskPageTests.office)
        let page = try said(try await small.get("/year"))
        #expect(page.contains("1个单位中，0个没有缺的") && page.contains("县水务局"), "\(page.prefix(400))")
        small.reader = { _ in DeskPageTests.clerk }
        #expect(try await small.get("/year").headers[.location] == "/units/U2/year")
        #expect(try await small.get("/year?under=U3").status == 403)
        #expect(try await small.get("/year/slots?unit=U3").status == 403)
        #expect(try await small.get("/year/slots.csv?state=never").status != 200)
        small.reader = { _ in DeskPageTests.office }
        #expect(try await small.get("/year/units.csv").text.contains("县水务局"))
    }

    @Test("a hole is skipped once somebody else approves, moved to another day, and both are undone")
    func changes() async throws {
        var small = try site()
        let june = "1.1%20unit%20U2%202026-06-01%201"
        let code = try desk.draft(try await small.get("/year/skip?slot=\(june)"))
        let empty = try await small.post(
            "/year/skip",
            [
                ("draft", code), ("slot", "1.1 unit U2 2026-06-01 1"), ("reason", ""), ("agreedBy", ""),
                ("step", "check"),
            ])
        #expect(empty.status == 422)
        let fields = [("slot", "1.1 unit U2 2026-06-01 1"), ("reason", "防汛值守"), ("agreedBy", "县委组织部")]
        let check = try await small.post("/year/skip", [("draft", code)] + fields + [("step", "check")])
        #expect(check.status == 200 && check.text.contains("不算完成"))
        let done = try await small.post("/year/skip", [("draft", code), ("step", "save")])
        #expect(done.headers[.location] == "/units/U2/year?year=2026")
        // Asked for, it is a hole like any other, and says so; skipped once somebody else has approved of it.
        let askedFor = try await small.get("/units/U2/year")
        #expect(try askedFor.values(of: "aria-label").contains("缺（申请免办），应于2026-06-23"))
        #expect(try said(askedFor).contains("申请免办，待批复：防汛值守（依据：县委组织部）"))
        let change = try #require(askedFor.links.first { $0.hasPrefix("/year/changes/") && !$0.hasSuffix("/undo") })
        #expect(try await small.get("\(change)/answer").status == 403)
        small.reader = { _ in DeskPageTests.office }
        #expect(try await small.get("/desk").links.contains("\(change)/answer"))
        try await desk.fill(small, "\(change)/answer", [("answer", "approved"), ("remark", "")])
        small.reader = { _ in DeskPageTests.clerk }
        let year = try await small.get("/units/U2/year")
        let text = try said(year)
        #expect(text.contains("经同意免办1次") && text.contains("防汛值守") && text.contains("县委组织部"))
        #expect(try await small.get("/year/skip?slot=\(june)").status == 409)
        #expect(try await small.get(change).text.contains("防汛值守"))
        // On My desk nothing is to be done about it, though the ledger goes on asking.
        #expect(try await small.get("/desk").text.contains("另有1项经同意免办"))
        let undo = try desk.draft(try await small.get("\(change)/undo"))
        #expect(try await small.post("\(change)/undo", [("draft", undo), ("step", "save")]).status == 303)
        #expect(try said(try await small.get("/units/U2/year")).contains("经同意免办1次") == false)
        let moved = try await desk.fill(
            small, "/year/move?slot=\(june)", fields + [("newDay", "2026-10-20")])
        #expect(moved == "/units/U2/year?year=2026")
        let after = try await small.get("/units/U2/year")
        #expect(try after.values(of: "aria-label").contains("原定2026-06-23，改期至2026-10-20"))
        let followed = try await small.get("/desk")
        #expect(followed.text.contains("改期，原为2026-06-30") && followed.text.contains("还有20天"), "My desk follows it")
        #expect(try await small.get("/year/changes.csv").text.contains("防汛值守"))
        #expect(try await small.get("/year/skip?slot=nothing").status == 404)
        let held = "1.1%20unit%20U2%202026-07-01%201"
        #expect(try await small.get("/year/skip?slot=\(held)").status == 409)
    }

    @Test("a report is filled in from the slot and from last time, and says which slots it fills")
    func filling() async throws {
        let small = try site()
        let year = try await small.get("/units/U2/year")
        let like = try #require(year.links.first { $0.hasPrefix("/activities/new?like=") })
        let form = try await small.get(like)
        #expect(form.text.contains("业务交流") && form.text.contains("P1"), "the same people as last time")
        let report = try #require(year.links.first { $0.hasPrefix("/activities/new?unit=U2&kind=exam") })
        #expect(try await small.get(report).status == 200)
        var fields = TypedFormTests.study.filter { $0.0 != "draft" }
        for (place, field) in fields.enumerated() where field.0 == "kind" { fields[place].1 = "exchange" }
        for (place, field) in fields.enumerated() where field.0 == "team" { fields[place].1 = "" }
        for (place, field) in fields.enumerated() where ["from", "to"].contains(field.0) {
            fields[place].1 = "2026-09-15"
        }
        let code = try desk.draft(try await small.get("/activities/new?unit=U2"))
        let check = try await small.post("/activities/new", [("draft", code)] + fields + [("step", "check")])
        #expect(check.status == 200 && check.text.contains("填上2026-09-01至2026-09-30的1次（达到1 / 1次）"), "\(check.status)")
        let saved = try await small.post("/activities/new", [("draft", code), ("step", "save")])
        let activity = try #require(saved.headers[.location])
        #expect(try await small.get(activity).text.contains("填上2026-09-01至2026-09-30的1次（达到1 / 1次）"))
        #expect(try said(try await small.get("/units/U2/year")).contains("已开展3次"))
    }

    @Test("the card of twelve kinds tells those held and those still missing, where the plan asks for such a set")
    func card() async throws {
        let small = try site()
        let text = try said(try await small.get("/units/U2/year"))
        // A title is a guess: the topic says what it was about.
        for words in [
            "还缺11类，其中1类待核对主题", "重温入党誓词", "缺，名称相符待核对", "阅读红色经典", "2026-05-06", "2026-04-07", "补选主题",
        ] {
            #expect(text.contains(words), "\(words)")
        }
        try small.database.perform(
            ReportActivity(
                ActivityDraft(
                    kind: .educationSession, title: "干部大会", organiser: "U2", from: day("2026-06-08"),
                    to: day("2026-06-08"), hours: 2, topics: [.warningCases],
                    participants: [ParticipantDraft(person: "P1", hours: 2)])),
            by: DeskPageTests.clerk, on: day("2026-09-02"))
        let after = try said(try await small.get("/units/U2/year"))
        #expect(after.contains("还缺10类") && after.contains("2026-06-08") && !after.contains("待核对主题"))
        let before = try said(try await small.get("/units/U2/year?asOf=2026-04-30"))
        #expect(before.contains("还缺12类，其中1类待核对主题"))
        var plain = try SmallSite()
        plain.reader = { _ in DeskPageTests.clerk }
        #expect(try await plain.get("/units/U2/year").text.contains("重温入党誓词") == false)
    }
}
