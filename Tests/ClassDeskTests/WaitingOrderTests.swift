import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import ClassDesk

@Suite("Those who wait for a seat") struct WaitingOrderTests {
    private func withdraw(_ person: String, _ town: ClassTown, _ made: TrainingClass, on iso: String = "2026-09-21")
        throws
    {
        try town.database.perform(
            WithdrawName(trainee: town.trainee(person, of: made).code, reason: "另有任务"), by: .clerk, on: day(iso))
    }

    private func stages(_ town: ClassTown, _ made: TrainingClass, _ people: String...) throws -> [TraineeStage] {
        try people.map { try town.trainee($0, of: made).stage }
    }

    @Test(
        "move up in the order in which they were named; whoever took their name back stands at the end",
        arguments: TestEngine.allCases)
    func order(engine: TestEngine) throws {
        let town = try ClassTown(engine)
        let made = try town.calledUp(quotas: [ClassQuota(unit: "U2", seats: 1), ClassQuota(unit: "U3", seats: 1)])
        try town.name("P1", "P2", "P3", for: made)
        try town.name("P5", "P6", for: made, by: .neighbour)
        #expect(
            try stages(town, made, "P1", "P2", "P3", "P5", "P6") == [
                .nominated, .waiting, .waiting, .nominated, .waiting,
            ])
        // All on one day: taken back, and given again.
        try withdraw("P2", town, made, on: "2026-09-20")
        try town.name("P2", for: made)
        try withdraw("P1", town, made)
        #expect(
            try stages(town, made, "P2", "P3", "P6") == [.waiting, .nominated, .waiting], "each within its own quota")
        try withdraw("P3", town, made)
        #expect(try stages(town, made, "P2", "P6") == [.nominated, .waiting])
        #expect(try town.database.faults().isEmpty)
    }

    @Test("move up until the day of arrival and never after", arguments: TestEngine.allCases)
    func days(engine: TestEngine) throws {
        for (iso, moves) in [("2026-10-11", true), ("2026-10-12", false)] {
            let town = try ClassTown(engine)
            let made = try town.calledUp(quotas: [ClassQuota(unit: "U2", seats: 1)])
            try town.name("P1", "P2", for: made)
            try withdraw("P1", town, made, on: iso)
            #expect(try town.trainee("P2", of: made).stage == (moves ? .nominated : .waiting), "on \(iso)")
        }
    }

    @Test("who went to another class of the same days is passed over, and keeps their turn") func elsewhere() throws {
        let town = try ClassTown(.current)
        let made = try town.calledUp(quotas: [ClassQuota(unit: "U2", seats: 1)])
        try town.name("P1", "P2", "P3", for: made)
        let other = try town.calledUp { $0.title = "同期班" }
        try town.name("P2", for: other)
        try withdraw("P1", town, made)
        #expect(try stages(town, made, "P2", "P3") == [.waiting, .nominated])
        try withdraw("P2", town, other)
        try withdraw("P3", town, made)
        #expect(try town.trainee("P2", of: made).stage == .nominated)
    }

    @Test("somebody on two rosters of one week is pointed out, on other days too") func sameWeek() throws {
        let town = try ClassTown(.current)
        // Monday the 12th to Friday; the other opens on the Saturday of the same week, a third on the Monday after.
        let first = try town.calledUp()
        try town.name("P1", for: first)
        func bars(_ from: String, _ to: String) throws -> [SeatBar] {
            let made = try town.calledUp {
                ($0.title, $0.kind, $0.parts) = ("主体班\(from)", .main, [])
                ($0.registration, $0.opening, $0.closing) = (day(from), day(from), day(to))
            }
            return try town.database.read { reading in
                guard let person = try reading.person(code: "P1") else { return [] }
                return try reading.eligibility(for: made, of: ["P1"]).bars(person, holding: [])
            }
        }
        #expect(try bars("2026-10-17", "2026-10-18") == [.sameWeek("城市更新专题班")])
        #expect(try bars("2026-10-19", "2026-10-20") == [])
        #expect(try bars("2026-10-16", "2026-10-18") == [.elsewhere("城市更新专题班")])
        #expect(!SeatBar.sameWeek("").isRefused)
    }
}
