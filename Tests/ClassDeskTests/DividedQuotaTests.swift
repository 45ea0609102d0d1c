import Pages
import Store
import TestEngines
import Testing
import Vocabulary

@testable import ClassDesk

@Suite("A quota that a unit passes on to units beneath it") struct DividedQuotaTests {
    private static let finance = Reader(account: "财政所联络员", rights: [.see, .report], unit: "U4")
    private static let due = day("2026-10-05")

    private func town(_ engine: TestEngine) throws -> (ClassTown, TrainingClass) {
        let town = try ClassTown(engine)
        return (town, try town.calledUp(quotas: [ClassQuota(unit: "U2", seats: 1), ClassQuota(unit: "U3", seats: 2)]))
    }

    private func divide(
        _ town: ClassTown, _ made: TrainingClass, _ parts: [ClassQuota], by reader: Reader = .neighbour,
        on iso: String = "2026-09-12"
    ) throws {
        try town.database.perform(
            DivideQuota(record: made.code, division: QuotaDivision(parts: parts, namesDue: Self.due)), by: reader,
            on: day(iso))
    }

    private func quotas(_ town: ClassTown, _ made: TrainingClass) throws -> [ClassQuota] {
        try town.database.read { try $0.one(CallUp.self, made.code, for: .everybody)?.notice.quotas ?? [] }
    }

    private func problems(_ body: () throws -> Void) -> [DivisionProblem] {
        do { try body() } catch let refused as Refused {
            return refused.problems.compactMap { $0 as? DivisionProblem }
        } catch { return [] }
        return []
    }

    private static let part = ClassQuota(unit: "U4", seats: 1, within: "U3", namesDue: due)

    @Test("units beneath name people within their parts; together they are never more", arguments: TestEngine.allCases)
    func divided(engine: TestEngine) throws {
        let (town, made) = try town(engine)
        #expect(refusal { try town.name("P6", for: made, by: Self.finance) } == [.noSeatsForYou])
        try divide(town, made, [ClassQuota(unit: "U4", seats: 1)])
        #expect(
            try quotas(town, made)
                == [ClassQuota(unit: "U2", seats: 1), ClassQuota(unit: "U3", seats: 1), Self.part])
        try town.name("P6", for: made, by: Self.finance)
        let named = try town.trainee("P6", of: made)
        #expect(named.unit == "U4" && named.stage == .nominated)
        #expect(
            refusal { try town.name("P5", for: made, by: Self.finance) } == [.servesElsewhere("学员5", unit: "柳湾镇")])
        try town.name("P5", for: made, by: .neighbour)
        #expect(try town.trainee("P5", of: made).unit == "U3")
        // Whoever is above sees all, whoever is beneath their own.
        func seen(_ reader: Reader) throws -> [String] {
            try town.database.read { try $0.all(Trainee.self, for: reader, order: "person").map(\.person) }
        }
        #expect(try seen(.office) == ["P5", "P6"] && seen(.neighbour) == ["P5", "P6"] && seen(Self.finance) == ["P6"])
        #expect(try town.database.faults().isEmpty)
    }

    @Test("what cannot be is refused: too much, elsewhere, twice, by others, less than was named")
    func refused() throws {
        let (town, made) = try town(.current)
        #expect(
            problems { try divide(town, made, [ClassQuota(unit: "U4", seats: 3)]) }
                == [.moreThanQuota(parts: 3, seats: 2)])
        #expect(
            problems {
                try divide(
                    town, made,
                    [ClassQuota(unit: "U2"), ClassQuota(unit: "U4"), ClassQuota(unit: "U4"), ClassQuota(unit: "U3")])
            } == [.notBeneath(row: 0), .unitTwice(row: 2), .notBeneath(row: 3), .moreThanQuota(parts: 4, seats: 2)])
        #expect(problems { try divide(town, made, [], by: .clerk) } == [.noUnitsBeneath])
        #expect(problems { try divide(town, made, [], by: .office) } == [.noQuota])
        #expect(throws: NotAllowed.self) { try divide(town, made, [], by: .teacher) }
        #expect(refusal { try divide(town, made, []) } == [.nothingChanged])
        try divide(town, made, [ClassQuota(unit: "U4", seats: 2)])
        try town.name("P6", for: made, by: Self.finance)
        #expect(problems { try divide(town, made, []) } == [.partTaken("柳湾镇财政所", named: 1)])
        try divide(town, made, [ClassQuota(unit: "U4", seats: 1)])
        try town.name("P5", for: made, by: .neighbour)
        #expect(
            problems { try divide(town, made, [ClassQuota(unit: "U4", seats: 2)]) } == [.ownTaken(named: 1, left: 0)])
        #expect(
            refusal { try divide(town, made, [], on: "2026-10-09") } == [.lateToName(day("2026-10-08"))])
        // Who has a quota of their own is given no part of another's.
        let own = try town.calledUp(quotas: [ClassQuota(unit: "U3", seats: 2), ClassQuota(unit: "U4", seats: 1)])
        #expect(problems { try divide(town, own, [ClassQuota(unit: "U4", seats: 1)]) } == [.ownQuota(row: 0)])
    }

    @Test(
        "a part has its own day; what is unused then is its giver's, and the organiser's at last",
        arguments: TestEngine.allCases)
    func days(engine: TestEngine) throws {
        let (town, made) = try town(engine)
        try divide(town, made, [ClassQuota(unit: "U4", seats: 2)])
        func unused(on iso: String) throws -> Int {
            try town.database.read {
                try $0.count(
                    TrainingClass.self, for: .office, where: TrainingClass.partsUnused(of: "U3", on: day(iso)))
            }
        }
        func name(_ reader: Reader, on iso: String) throws {
            try town.database.perform(Nominate(record: made.code, people: ["P6"]), by: reader, on: day(iso))
        }
        #expect(try unused(on: "2026-10-05") == 0)
        #expect(refusal { try name(Self.finance, on: "2026-10-06") } == [.lateToName(Self.due)])
        #expect(try unused(on: "2026-10-06") == 1 && unused(on: "2026-10-09") == 0)
        try name(.neighbour, on: "2026-10-06")
        #expect(try town.trainee("P6", of: made).unit == "U4", "whoever divided it has the whole time")
        // One is taken back and goes to somebody of the unit itself.
        try divide(town, made, [ClassQuota(unit: "U4", seats: 1)], on: "2026-10-06")
        #expect(try unused(on: "2026-10-06") == 0)
        // After the day of the notice what is left is the organiser's.
        let lines = try town.database.read { reading in
            try reading.one(CallUp.self, made.code, for: .office).map { try reading.quotaLines(of: $0) } ?? []
        }
        #expect(lines.map(\.open) == [1, 1, 0] && lines.map(\.passedOn) == [0, 1, 0])
        try town.database.perform(
            ReturnSeats(
                record: made.code,
                returned: ReturnedSeats(given: [FixedQuota(unit: "U2", seats: 2)], deadline: day("2026-10-10"))),
            by: .office, on: day("2026-10-09"))
        #expect(try quotas(town, made).map(\.seats) == [2, 0, 1])
    }

    @Test("a correction of the notice leaves parts as they are, and takes nothing away that was passed on")
    func corrected() throws {
        let (town, made) = try town(.current)
        try divide(town, made, [ClassQuota(unit: "U4", seats: 1)])
        func issue(_ quotas: [ClassQuota]) throws {
            let notice = CallUpNotice(deadline: day("2026-10-08"), contact: "张三 6012345", quotas: quotas)
            try town.database.perform(
                IssueCallUp(record: made.code, notice: notice), by: .office, on: day("2026-09-14"))
        }
        try issue([ClassQuota(unit: "U2", seats: 1), ClassQuota(unit: "U3", seats: 2)])
        #expect(try quotas(town, made).last == Self.part && quotas(town, made).map(\.seats) == [1, 1, 1])
        try issue([ClassQuota(unit: "U2", seats: 2), ClassQuota(unit: "U3", seats: 1)])
        #expect(try quotas(town, made).map(\.seats) == [2, 0, 1], "the part stays, and its giver has none left")
        #expect(
            problems { try issue([ClassQuota(unit: "U2", seats: 1)]) } == [.lessThanPassedOn("柳湾镇", seats: 1)])
        #expect(
            problems { try issue([ClassQuota(unit: "U3", seats: 1), ClassQuota(unit: "U4", seats: 1)]) }
                == [.hasPart(row: 1, of: "柳湾镇")])
        try town.database.read { reading in
            let callUp = try reading.one(CallUp.self, made.code, for: .office)
            #expect(callUp?.notice.quotas.asGiven.map(\.seats) == [2, 1])
        }
    }

    @Test("of several quotas above somebody the nearest one is theirs, in whatever order they stand")
    func nearest() throws {
        let town = try ClassTown(.current)
        let made = try town.calledUp(quotas: [ClassQuota(unit: "U1", seats: 1), ClassQuota(unit: "U3", seats: 1)])
        try town.name("P5", for: made, by: .neighbour)
        #expect(try town.trainee("P5", of: made).unit == "U3")
    }
}
