import LedgerEngine
import Plans
import Records
import Storage
import Store
import TestEngines
import Testing
import Training
import Vocabulary

@testable import Books
@testable import Web

/// What the overview tells is counted once; after a change only what it touched is counted anew.
@Suite("The overview's figures after a change", .onEveryEngine)
struct SummaryTests {
    @Test("are those of a ledger counted afresh, after reports, corrections and voidings")
    func renewed() throws {
        let small = try SmallSite()
        let state = small.site.state
        var summaries: [LedgerSummary] = []
        func check() throws {
            try state.read { town in
                let view = try #require(try town.ledger(asOf: SmallSite.today))
                #expect(view.summary == LedgerSummary(view.live, town.records.units))
                summaries.append(view.summary)
            }
        }
        try check()
        var codes: [String] = []
        for month in 1...9 {
            let day = try #require(Day(year: 2026, month: month, day: 11))
            let draft = ActivityDraft(
                kind: "collectiveStudy", title: "学习\(month)", organiser: "U2", team: "T1", from: day, to: day, hours: 3,
                topics: ["theory"],
                participants: ["P1", "P3"].map {
                    ParticipantDraft(person: $0, role: .attendee, hours: 3, completed: true)
                })
            codes.append(
                try small.database.perform(
                    ReportActivity(draft), by: .localOperator(named: "test"), on: SmallSite.today
                ).activity.code)
            try check()
        }
        try small.database.perform(
            VoidRecord(.init(.activity, codes[3]), reason: "重复"), by: .localOperator(named: "test"), on: SmallSite.today
        )
        try check()
        #expect(Set(summaries.map { $0.units.map(\.met) }).count + Set(summaries.map(\.wholes)).count > 2)
    }

    @Test(
        "name the units furthest behind by the share that is printed; of equal shares the one with more, then by code")
    func laggards() {
        func row(_ code: String, _ late: Int, of applicable: Int) -> UnitRow {
            var row = UnitRow(code, code)
            (row.met, row.late, row.applicable, row.group) = (applicable - late, late, applicable, .someBehind)
            return row
        }
        let rows = [
            row("A", 0, of: 9), row("B", 10, of: 40), row("C", 1, of: 2), row("D", 3, of: 6), row("E", 2, of: 4),
            row("F", 3, of: 6), row("G", 9, of: 10), row("H", 0, of: 0),
        ]
        #expect(OverviewModel.laggards(rows).map(\.code) == ["G", "D", "F"])
        #expect(OverviewModel.laggards([rows[0], rows[7], rows[1]]).map(\.code) == ["B"])
    }

    @Test("of today are kept through a record, whatever other day was looked at")
    func otherDays() throws {
        let small = try SmallSite()
        let state = small.site.state
        func ledger(_ day: Day) throws -> MadeLedger {
            try state.read { try #require(try $0.ledger(asOf: day)).made }
        }
        let before = try ledger(SmallSite.today)
        for days in [1, 400, -30] { _ = try ledger(SmallSite.today + days) }
        let draft = ActivityDraft(
            kind: "collectiveStudy", title: "学习", organiser: "U2", team: "T1", from: SmallSite.today - 9,
            to: SmallSite.today - 9, hours: 3, topics: [], participants: [])
        try small.database.perform(ReportActivity(draft), by: .localOperator(named: "test"), on: SmallSite.today)
        #expect(try ledger(SmallSite.today) === before)
    }

    @Test("gain a column with a task's first activity, and lose it with the only one")
    func firstActivity() throws {
        let small = try SmallSite(
            plan: """
                河畔县学习方案
                一、任务
                1.抓好学习。理论学习中心组每年集中学习不少于12次（牵头单位：县委宣传部）。
                2.严格学风。培训班参训率不低于95%（牵头单位：县委党校）。
                """)
        func tasks() throws -> [String] {
            try small.site.state.read { town in
                let view = try #require(try town.ledger(asOf: SmallSite.today))
                #expect(view.summary == LedgerSummary(view.live, town.records.units))
                return view.summary.tasks.map(\.number)
            }
        }
        #expect(try tasks() == ["1"])
        let last = SmallSite.today - 9
        let code = try small.database.perform(
            ReportActivity(
                ActivityDraft(
                    kind: "trainingClass", title: "骨干班", organiser: "U2", from: last, to: last, hours: 3, topics: [],
                    participants: [ParticipantDraft(person: "P1", role: .attendee, hours: 3, completed: true)])
            ), by: .localOperator(named: "test"), on: SmallSite.today
        ).activity.code
        #expect(try tasks() == ["1", "2"])
        try small.database.perform(
            VoidRecord(.init(.activity, code), reason: "重复"), by: .localOperator(named: "test"), on: SmallSite.today)
        #expect(try tasks() == ["1"])
    }

    @Test("the year's curve stays as it was until the new one has been drawn")
    func curve() async throws {
        let small = try SmallSite()
        let state = small.site.state
        func drawn() throws -> [TrendPoint] {
            try state.read { town in state.trend(of: try #require(try town.ledger(asOf: SmallSite.today))) }
        }
        let before = try drawn()
        #expect(before.count == 9)
        let day = try #require(Day(year: 2026, month: 2, day: 11))
        let draft = ActivityDraft(
            kind: "collectiveStudy", title: "学习", organiser: "U2", team: "T1", from: day, to: day, hours: 3,
            topics: ["theory"], participants: [])
        try small.database.perform(ReportActivity(draft), by: .localOperator(named: "test"), on: SmallSite.today)
        #expect(try drawn() == before)
        var after = before
        for _ in 0..<200 where after == before {
            try await Task.sleep(for: .milliseconds(50))
            after = try drawn()
        }
        #expect(after.last.map { $0.done > before[8].done } == true)
    }
}
