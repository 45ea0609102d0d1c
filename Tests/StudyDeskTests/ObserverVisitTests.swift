import Pages
import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import StudyDesk

@Suite("Study groups: visits of observers") struct ObserverVisitTests {
    private func arranged(_ town: StudyTown) throws -> ObserverVisit {
        try town.database.perform(
            ArrangeVisit(
                record: "T1", scheme: VisitScheme(day: day("2026-03-16"), lead: "P5", observers: ["P4"], contact: "李文")),
            by: .office, on: day("2026-02-20"))
    }

    @Test("a visit is arranged, prepared by its host, reported on and answered", arguments: TestEngine.allCases)
    func life(engine: TestEngine) throws {
        let town = try StudyTown(engine)
        let visit = try arranged(town)
        #expect(visit.code == "PT2026-000001" && visit.unit == "U2")
        try town.database.perform(SendVisitPapers(record: visit.code), by: .clerk, on: day("2026-03-06"))
        #expect(
            try town.refused(SendVisitPapers(record: visit.code), by: .clerk, on: "2026-03-07") == [
                ": 材料已于2026-03-06送出"
            ])
        var report = VisitReport(came: day("2026-03-16"))
        report.strong = "准备充分"
        report.archive = .improve
        #expect(
            try town.refused(ReplyToVisit(record: visit.code, reply: "已整改"), by: .clerk, on: "2026-03-16") == [
                ": 旁听报告还没有报送"
            ])
        #expect(
            try town.refused(ReportVisit(record: visit.code, report: report), by: .office, on: "2026-03-15") == [
                ": 旁听日期2026-03-16还没有到，旁听后再报告"
            ])
        let done = try town.database.perform(
            ReportVisit(record: visit.code, report: report), by: .office, on: day("2026-03-20"))
        #expect(done.reported == day("2026-03-20") && done.report == report)
        let kept = try #require(try town.database.read { try $0.one(ObserverVisit.self, visit.code, for: .clerk) })
        #expect(kept == done && kept.scheme.observers == ["P4"])
        try town.database.perform(ReplyToVisit(record: visit.code, reply: "已整改"), by: .clerk, on: day("2026-03-23"))
        #expect(
            try town.refused(CancelVisit(record: visit.code, reason: "改期"), by: .office, on: "2026-03-24") == [
                ": 旁听报告已经报送"
            ])
        #expect(try town.database.faults() == [])
    }

    @Test("the host arranges and reports nothing, and others see none of it", arguments: TestEngine.allCases)
    func rights(engine: TestEngine) throws {
        let town = try StudyTown(engine)
        let visit = try arranged(town)
        #expect(throws: NotAllowed(right: .plan)) {
            try town.database.perform(
                ReportVisit(record: visit.code, report: VisitReport()), by: .clerk, on: day("2026-03-20"))
        }
        #expect(throws: NotAllowed(right: .plan)) {
            try town.database.perform(
                ArrangeVisit(record: "T1", scheme: visit.scheme), by: .clerk, on: day("2026-03-20"))
        }
        #expect(try town.database.read { try $0.all(ObserverVisit.self, for: .neighbour) } == [])
    }

    @Test(
        "papers are due five working days before it and the report ten after, in the list as on the page",
        arguments: TestEngine.allCases)
    func days(engine: TestEngine) throws {
        let town = try StudyTown(engine)
        let visit = try arranged(town)
        func state(on today: String) throws -> VisitState {
            try town.database.read { reading in
                let ask = Ask.of(reading, .office, on: day(today))
                let visit = try #require(try reading.one(ObserverVisit.self, visit.code, for: .office))
                let told = try VisitState.state(of: visit, ask)
                for state in VisitState.allCases {
                    let count = try reading.count(ObserverVisit.self, for: .office, where: try state.condition(ask))
                    #expect((count == 1) == (state == told), "\(state) on \(today)")
                }
                return told
            }
        }
        // The visit is on Monday 16 March: five working days before it is Monday the 9th.
        #expect(
            try ["2026-03-07", "2026-03-09", "2026-03-10", "2026-03-16", "2026-03-17", "2026-03-30", "2026-03-31"].map {
                try state(on: $0)
            } == [.toSend, .toSend, .sendOverdue, .sendOverdue, .toReport, .toReport, .reportOverdue])
        try town.database.perform(SendVisitPapers(record: visit.code), by: .clerk, on: day("2026-03-12"))
        #expect(try state(on: "2026-03-12") == .toVisit)
        try town.database.perform(CancelVisit(record: visit.code, reason: "改期"), by: .office, on: day("2026-03-13"))
        #expect(try state(on: "2026-03-13") == .cancelled)
    }
}
