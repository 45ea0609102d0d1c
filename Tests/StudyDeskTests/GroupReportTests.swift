import Pages
import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import StudyDesk

@Suite("Reports of study groups") struct GroupReportTests {
    private func draft(_ town: StudyTown, _ year: Int, _ part: ReportPart, on today: String) throws -> GroupReport {
        try town.database.perform(
            DraftReport(record: "T1", text: ReportText(done: "每月一学", year: year, part: part)), by: .clerk,
            on: day(today))
    }

    private func report(_ town: StudyTown, _ code: String) throws -> GroupReport {
        try #require(try town.database.read { try $0.one(GroupReport.self, code, for: .everybody) })
    }

    private func figures(_ report: GroupReport) -> [ReportFigure: Int] {
        Dictionary(report.figures.map { ($0.figure, $0.amount) }) { first, _ in first }
    }

    @Test(
        "a half year's report has the figures of the day it is handed in, is returned and handed in anew",
        arguments: TestEngine.allCases)
    func half(engine: TestEngine) throws {
        let town = try StudyTown(engine)
        _ = try town.plan(.noted)
        _ = try town.recorded()
        let drafted = try draft(town, 2026, .half, on: "2026-05-20")
        #expect(throws: Refused.self) { _ = try draft(town, 2026, .half, on: "2026-05-21") }
        #expect(
            try town.refused(HandInReport(record: drafted.code), by: .clerk, on: "2026-05-20") == [
                "to: 结束日期2026-06-30还没有到"
            ])
        try town.database.perform(HandInReport(record: drafted.code), by: .clerk, on: day("2026-07-02"))
        let handed = try report(town, drafted.code)
        let told = figures(handed)
        #expect(told.count == ReportFigure.allCases.count)
        #expect([told[.members], told[.planned], told[.studies], told[.seminars], told[.keynotes]] == [4, 2, 1, 0, 1])
        let article = ArticleScheme(
            unit: "U2", team: "T1", title: "谈治理", publishedIn: "本县日报", day: day("2026-06-01"), authors: ["P1"])
        try town.database.perform(EnterArticle(scheme: article), by: .clerk, on: day("2026-07-05"))
        #expect(figures(try report(town, drafted.code))[.articles] == 0, "it stays as it was handed in")
        #expect(
            try town.refused(
                NoteReport(record: drafted.code, isApproved: false, remark: " "), by: .office, on: "2026-07-06")
                == ["remark: 退回的，请写明要改什么"])
        try town.database.perform(
            NoteReport(record: drafted.code, isApproved: false, remark: "补充文章"), by: .office, on: day("2026-07-06"))
        #expect(try report(town, drafted.code).figures == [])
        try town.database.perform(HandInReport(record: drafted.code), by: .clerk, on: day("2026-07-08"))
        #expect(figures(try report(town, drafted.code))[.articles] == 1)
        #expect(try report(town, drafted.code).handed == day("2026-07-02"), "what came back was not late by that")
        try town.database.perform(
            NoteReport(record: drafted.code, isApproved: true, remark: ""), by: .office, on: day("2026-07-09"))
        #expect(try report(town, drafted.code).noted == day("2026-07-09"))
        #expect(throws: Refused.self) {
            try town.database.perform(
                ChangeReport(record: drafted.code, text: ReportText(done: "改")), by: .clerk, on: day("2026-07-10"))
        }
        #expect(throws: NotAllowed.self) {
            try town.database.perform(
                NoteReport(record: drafted.code, isApproved: true, remark: ""), by: .clerk, on: day("2026-07-10"))
        }
        #expect(try town.database.faults() == [])
    }

    @Test(
        "last year's report is filed with the plan and the members, in the same change", arguments: TestEngine.allCases)
    func package(engine: TestEngine) throws {
        let town = try StudyTown(engine)
        let last = try draft(town, 2025, .whole, on: "2026-01-05")
        let plan = try town.plan(.approved)
        #expect(try report(town, last.code).stage == .draft)
        try town.database.perform(FileStudyPlan(record: plan.code), by: .clerk, on: day("2026-01-30"))
        let filed = try report(town, last.code)
        #expect(filed.stage == .handedIn && filed.handed == day("2026-01-30") && filed.plan == plan.code)
        #expect(figures(filed)[.members] == 3)
        // A plan that is filed long before the year is over takes no report along; the report follows it.
        let early = try town.database.perform(
            DraftStudyPlan(record: "T1", draft: .sample { $0.year = 2027 }), by: .clerk, on: day("2026-11-02"))
        let open = try draft(town, 2026, .whole, on: "2026-11-02")
        try town.database.perform(SubmitStudyPlan(record: early.code), by: .clerk, on: day("2026-11-03"))
        try town.database.perform(
            ApproveStudyPlan(record: early.code, isApproved: true, remark: ""), by: .leader, on: day("2026-11-04"))
        try town.database.perform(FileStudyPlan(record: early.code), by: .clerk, on: day("2026-11-05"))
        #expect(try report(town, open.code).stage == .draft)
        try town.database.perform(HandInReport(record: open.code), by: .clerk, on: day("2027-01-05"))
        #expect(try report(town, open.code).plan == early.code)
        #expect(plan.requiredPapers(StudyRules(), filed).map(\.document) == [.plan])
        #expect(plan.requiredPapers(StudyRules(), nil).map(\.document) == [.plan, .lastReport])
    }

    @Test("the notes of a year are as many as asked for in each half", arguments: TestEngine.allCases)
    func notesOfAYear(engine: TestEngine) throws {
        let town = try StudyTown(engine)
        for (person, amounts) in [("P1", [12, 0]), ("P2", [6, 7])] {
            for (half, amount) in zip(YearHalf.allCases, amounts) {
                try town.database.perform(
                    EnterNotes(draft: NotesDraft(person: person, year: 2026, half: half, amount: amount)), by: .clerk,
                    on: day("2026-12-20"))
            }
        }
        func reached(_ part: ReportPart) throws -> Int? {
            try town.database.read { try $0.figures(of: "T1", 2026, part, on: day("2026-12-31"), StudyRules()) }.first {
                $0.figure == .notesReached
            }?.amount
        }
        #expect(try reached(.half) == 2)
        #expect(try reached(.whole) == 1)
    }

    @Test("states by record and by list agree at every edge", arguments: TestEngine.allCases)
    func states(engine: TestEngine) throws {
        let town = try StudyTown(engine)
        let half = try draft(town, 2026, .half, on: "2026-06-20")
        let whole = try draft(town, 2025, .whole, on: "2026-01-05")
        func states(_ today: String) throws -> [ReportState] {
            try town.database.read { reading in
                let ask = Ask.of(reading, .office, on: day(today))
                return try [half.code, whole.code].map { code in
                    let report = try #require(try reading.one(GroupReport.self, code, for: .everybody))
                    let state = try ReportState.state(of: report, ask)
                    let listed = try ReportState.allCases.filter {
                        try reading.count(
                            GroupReport.self, for: .everybody, where: "code = \(code) and \($0.condition(ask))") == 1
                    }
                    #expect(listed == [state])
                    return state
                }
            }
        }
        #expect(try states("2026-01-31") == [.draft, .draft])
        #expect(try states("2026-02-01") == [.draft, .overdue])
        #expect(try states("2026-07-15") == [.draft, .overdue])
        #expect(try states("2026-07-16") == [.overdue, .overdue])
        #expect(try states("2029-03-01") == [.overdue, .overdue])
        try town.database.perform(HandInReport(record: half.code), by: .clerk, on: day("2026-07-16"))
        #expect(try states("2026-07-17") == [.toNote, .overdue])
    }

    @Test(
        "a group without a report is told to its unit from July on, once the site keeps reports",
        arguments: TestEngine.allCases)
    func missing(engine: TestEngine) throws {
        let town = try StudyTown(engine)
        func waits(_ reader: Reader, _ today: String) throws -> [String] {
            try town.database.read { try MissingReport.waits(Ask.of($0, reader, on: day(today))) }.flatMap { waiting in
                waiting.items.map { "\(waiting.address) \($0.name)" }
            }
        }
        #expect(try waits(.neighbour, "2026-07-02") == [])
        _ = try draft(town, 2026, .half, on: "2026-07-01")
        #expect(try waits(.clerk, "2026-07-02") == [])
        #expect(try waits(.neighbour, "2026-06-30") == [])
        #expect(try waits(.neighbour, "2026-07-02") == ["/study/groups?report=half T2组"])
        #expect(try waits(.office, "2026-07-15") == [])
        #expect(try waits(.office, "2026-07-16") == ["/study/groups?report=half T2组"])
    }
}
