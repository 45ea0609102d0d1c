import Seats
import TestEngines
import Testing
import Vocabulary

@testable import Storage
@testable import Store

@Suite("Seat plans with large numbers, settings and years, on every engine")
struct LargeNumberTests {
    @Test("ids of eighteen digits and the largest worths come back as they were kept", arguments: TestEngine.allCases)
    func seatPlan(_ engine: TestEngine) throws {
        let id = 999_999_999_999_999_999
        let instance = SeatInstance(
            unitKind: [0],
            persons: SeatPersons(
                unit: [0, 0], category: [0, 0], band: [0, 0], woman: [true, false], weight: [1, 1]),
            classes: [])
        let seat = Seat(person: 0, classID: id)
        let plan = SeatPlan(
            number: 1, name: "年度", made: day("2026-09-30"), instance: instance,
            wishes: SeatWishes(pins: [seat], forbids: [Seat(person: 1, classID: -id)]),
            proposal: SeatPlan.KeptProposal(
                seats: [seat], value: 10_000_000_000_000, bound: nil, wishes: SeatWishes(), isCloseToPrevious: false,
                made: day("2026-09-30")))
        let database = try engine.openSmall()
        try database.write(by: "测试") { try $0.add(plan) }
        let kept = try #require(try database.read { try $0.seatPlan(number: 1) })
        #expect(kept.wishes == plan.wishes)
        #expect(kept.proposal == plan.proposal)
        #expect(try database.faults() == [])
    }

    @Test("settings and years are held against the journal", arguments: TestEngine.allCases)
    func settings(_ engine: TestEngine) throws {
        let database = try engine.openSmall()
        let year = CalendarYear(
            year: 2027, source: "通知", recorded: day("2026-09-30"), holidays: [day("2027-01-01")], workdays: [])
        try database.write(by: "测试") {
            try $0.set(.timeZone, to: "Asia/Urumqi")
            try $0.add(year)
        }
        #expect(try database.read { try $0.calendarYears() } == [year])
        #expect(try database.faults() == [])
        try database.engine.write { try $0.execute("update settings set value = 'UTC'", []) }
        #expect(try database.faults() == [.facts(.altered(table: "settings", code: "timeZone", seq: 2))])
    }
}
