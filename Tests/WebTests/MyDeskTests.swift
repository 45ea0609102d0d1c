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

/// The first page of a clerk, an official and the office: what is owed, what came back, what waits.
@Suite("My desk", .onEveryEngine) struct MyDeskTests {
    private static let plan = """
        河畔县学习方案
        一、任务
        1.抓好学习。理论学习中心组每年集中学习不少于12次（牵头单位：县委宣传部）。
        2.加强交流。各单位每月开展业务交流不少于1次（牵头单位：县水务局）。
        3.提升能力。全体干部每年参加培训不少于40学时（牵头单位：县委组织部）。
        """
    private static let official = Reader(account: "甲一", person: "P1", rights: [.see], unit: "U2")

    /// With one exchange a month until August but for May, held by the water office.
    private func town(_ reader: Reader) throws -> SmallSite {
        var small = try SmallSite(plan: Self.plan)
        for month in [1, 2, 3, 4, 6, 7, 8] {
            let held = day("2026-0\(month)-15")
            try small.database.perform(
                ReportActivity(
                    ActivityDraft(
                        kind: "exchange", title: "\(month)月业务交流", organiser: "U2", team: nil, from: held, to: held,
                        hours: 3, topics: [],
                        participants: [ParticipantDraft(person: "P1", role: .attendee, hours: 3, completed: true)])),
                by: .localOperator(named: "test"), on: held)
        }
        small.reader = { _ in reader }
        return small
    }

    private func text(_ small: SmallSite, _ language: String = "zh") async throws -> String {
        let answer = try await small.get("/desk?lang=\(language)")
        #expect(answer.status == 200)
        let page = HTML(parsing: answer.text)
        return try #require(page.first("header", class: "top")).text() + #require(page.first("main")).text()
    }

    @Test(
        "a clerk begins there and sees what is overdue, what falls due and the year, each with the act that settles it")
    func clerk() async throws {
        let small = try town(DeskPageTests.clerk)
        #expect(try await small.get("/").headers[.location] == "/desk")
        let text = try await text(small) + "==== en\n" + text(small, "en")
        #expect(try CommittedText("my-desk").difference(from: text) == nil)
        // May was missed; September is the month that runs out today.
        #expect(text.contains("2026-05-31") && text.contains("今天到期"))
    }

    @Test("its figures are those of the lists that they open") func figures() async throws {
        for reader in [DeskPageTests.clerk, Self.official] {
            let walk = FigureWalk(try town(reader))
            try await walk.pages(from: "/desk", atMost: 1)
            #expect(walk.problems.isEmpty, "\(walk.problems.joined(separator: "\n"))")
            #expect(walk.figures.count + walk.entries > 1)
        }
    }

    @Test("what is missing can be reported from its line, and is then no longer missing") func reported() async throws {
        let small = try town(DeskPageTests.clerk)
        let page = try await small.get("/desk")
        let link = try #require(
            page.links.first { $0.hasPrefix("/activities/new?") && $0.contains("2026-05-01") }, "\(page.links)")
        let form = try await small.get(link)
        #expect(form.status == 200 && form.text.contains("业务交流"))
        let may = day("2026-05-20")
        try small.database.perform(
            ReportActivity(
                ActivityDraft(
                    kind: "exchange", title: "补报5月", organiser: "U2", team: nil, from: may, to: may, hours: 3,
                    topics: [],
                    participants: [ParticipantDraft(person: "P1", role: .attendee, hours: 3, completed: true)])),
            by: DeskPageTests.clerk, on: SmallSite.today)
        #expect(try await !small.get("/desk").links.contains { $0.contains("2026-05-01") && $0.contains("new?") })
    }

    @Test("an official sees what is left of their own, and nobody else's") func official() async throws {
        let small = try town(Self.official)
        #expect(try await small.get("/").headers[.location] == "/desk")
        let text = try await text(small) + "==== en\n" + text(small, "en")
        #expect(try CommittedText("my-desk-official").difference(from: text) == nil)
        #expect(text.contains("0 / 40学时") && !text.contains("甲三"))
    }

    @Test("the office sees the tours to be decided, the unit what came back to it") func waiting() async throws {
        var small = try town(DeskPageTests.clerk)
        let tests = DeskPageTests()
        let tour = try await tests.fill(small, "/tours/new", DeskPageTests.scheme)
        #expect(try await !small.get("/desk").text.contains("待审批"), "who may not decide is not asked to")
        small.reader = { _ in DeskPageTests.office }
        let office = try await small.get("/desk")
        #expect(office.links.contains("\(tour)/decide") && office.links.contains("/tours?state=toApprove"))
        try await tests.fill(small, "\(tour)/decide", [("answer", "returned"), ("remark", "缺经费测算")])
        #expect(try await !small.get("/desk").links.contains("\(tour)/decide"))
        small.reader = { _ in DeskPageTests.clerk }
        let back = try await small.get("/desk")
        #expect(back.text.contains("缺经费测算") && back.links.contains("\(tour)/change"))
        small.reader = { _ in DeskPageTests.neighbour }
        #expect(try await !small.get("/desk").text.contains("缺经费测算"))
    }

    @Test("without a plan, or for a unit that owes nothing, it says so") func empty() async throws {
        var small = try SmallSite(withPlan: false)
        for (reader, words) in [
            (DeskPageTests.clerk, "还没有发布方案"), (DeskPageTests.office, "没有等您办的事项"), (Self.official, "没有到人的要求"),
        ] {
            small.reader = { _ in reader }
            let page = try await small.get("/desk")
            #expect(page.status == 200 && page.text.contains(words), "\(page.text.prefix(3000))")
        }
        small.reader = { _ in DeskPageTests.nobody }
        #expect(try await small.get("/desk").status == 403)
    }
}
