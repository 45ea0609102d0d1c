import Records
import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import ClassDesk

@Suite("Seats that nobody was named for") struct UnusedSeatsTests {
    private func give(
        _ town: ClassTown, _ made: TrainingClass, _ given: [FixedQuota], on iso: String,
        until due: String = "2026-10-10"
    ) throws {
        try town.database.perform(
            ReturnSeats(record: made.code, returned: ReturnedSeats(given: given, deadline: day(due))),
            by: .office, on: day(iso))
    }

    @Test("they come back after the deadline and go to those who wait, by an act", arguments: TestEngine.allCases)
    func returned(engine: TestEngine) throws {
        let town = try ClassTown(engine)
        let made = try town.calledUp(quotas: [ClassQuota(unit: "U2", seats: 1), ClassQuota(unit: "U3", seats: 2)])
        try town.name("P1", "P2", for: made)
        #expect(try town.trainee("P2", of: made).stage == .waiting)
        #expect(refusal { try give(town, made, [], on: "2026-10-08") } == [.notReturned(day("2026-10-09"))])
        #expect(
            refusal { try give(town, made, [FixedQuota(unit: "U2", seats: 3)], on: "2026-10-09") }
                == [.moreThanReturned(given: 3, open: 2)])
        #expect(
            refusal { try give(town, made, [FixedQuota(unit: "U2", seats: 1)], on: "2026-10-09", until: "2026-10-08") }
                == [.deadlineBeforeToday])
        try give(town, made, [FixedQuota(unit: "U2", seats: 1)], on: "2026-10-09")
        #expect(try town.trainee("P2", of: made).stage == .nominated)
        let notice = try town.database.read { try $0.one(CallUp.self, made.code, for: .office)?.notice }
        #expect(notice?.quotas == [ClassQuota(unit: "U2", seats: 2), ClassQuota(unit: "U3", seats: 0)])
        #expect(notice?.deadline == day("2026-10-10"))
        #expect(refusal { try give(town, made, [], on: "2026-10-09") } == [.notReturned(day("2026-10-11"))])
        #expect(try town.database.faults().isEmpty)
    }

    @Test(
        "who has named nobody is told from half the time on; what is unused, from the deadline on",
        arguments: TestEngine.allCases)
    func silent(engine: TestEngine) throws {
        let town = try ClassTown(engine)
        let made = try town.calledUp()
        try town.name("P1", for: made)
        func count(_ condition: SQL) throws -> Int {
            try town.database.read { try $0.count(TrainingClass.self, for: .office, where: condition) }
        }
        // Called up on the 10th of September, names due on the 8th of October: half the time is the 24th.
        for (iso, silent, unused) in [
            ("2026-09-23", 0, 0), ("2026-09-24", 1, 0), ("2026-10-08", 1, 0), ("2026-10-09", 0, 1),
            ("2026-10-12", 0, 0),
        ] {
            #expect(try count(TrainingClass.silent(on: day(iso))) == silent, "silent on \(iso)")
            #expect(try count(TrainingClass.unused(on: day(iso), SeatRules())) == unused, "unused on \(iso)")
        }
        // Who is called up by name beside the quota is no answer of their unit.
        let byName = try town.calledUp(quotas: [ClassQuota(unit: "U3", seats: 1)])
        try town.database.perform(
            IssueCallUp(
                record: byName.code,
                notice: CallUpNotice(
                    deadline: day("2026-10-08"), contact: "李文", quotas: [ClassQuota(unit: "U3", seats: 1)],
                    named: ["P6"])), by: .office, on: day("2026-09-20"))
        #expect(try count(TrainingClass.silent(on: day("2026-09-30"))) == 2)
        let lines = try town.database.read { reading in
            try reading.one(CallUp.self, made.code, for: .office).map { try reading.quotaLines(of: $0) } ?? []
        }
        #expect(lines.map(\.state) == [.partly, .silent] && lines.map(\.open) == [1, 1])
    }
}
