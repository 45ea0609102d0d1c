import House
import LedgerEngine
import Plans
import Records
import Storage
import Store
import TestEngines
import Testing
import Training
import Vocabulary

@testable import YearDesk

@Suite("Slots skipped and moved by agreement") struct SlotChangeTests {
    private static let office = Reader(account: "县委组织部", rights: [.see, .report, .plan])
    private static let clerk = Reader(account: "住建局联络员", rights: [.see, .report], unit: "U2")
    private static let neighbour = Reader(account: "柳湾镇联络员", rights: [.see, .report], unit: "U3")
    private let agreement = Agreement(reason: "防汛值守", agreedBy: "县委组织部")

    private func town(_ engine: TestEngine) throws -> Database {
        let database = try engine.freshPlace().open()
        var book = RecordBook()
        let start = day("2024-01-01")
        book.units = [("U1", UnitKind.city, nil), ("U2", .department, "U1"), ("U3", .township, "U1")].map {
            OrgUnit(
                code: $0.0, name: "单位\($0.0)", kind: $0.1, parent: $0.2, span: DaySpan(from: start), recorded: start)
        }
        try database.write(by: "test") { try $0.insert(book) }
        try database.perform(
            PublishPlan(plan: Array("练兵方案\n一、任务\n1.岗位练兵。各部门每月安排1次业务交流（牵头单位：县人社局）。".utf8), inForce: day("2026-01-01")),
            by: .localOperator(named: "test"), on: day("2025-12-20"))
        return database
    }

    private func slot(_ from: String = "2026-07-01", obligation: String = "1.1") -> ChangedSlot {
        ChangedSlot(
            key: SlotKey(obligation: obligation, subject: Subject(.unit, "U2"), from: day(from), place: 1), unit: "U2",
            year: 2026, due: day("2026-07-24"))
    }

    private func refused(_ database: Database, _ act: some Act, on today: String) throws -> [String] {
        do {
            _ = try database.perform(act, by: Self.clerk, on: day(today))
            return []
        } catch let refused as Refused { return refused.problems.map { "\($0.field): \($0.words.zh)" } }
    }

    @Test(
        "a slot is skipped once, told with who agreed, undone, and then it may be moved", arguments: TestEngine.allCases
    )
    func life(engine: TestEngine) throws {
        let database = try town(engine)
        let skipped = try database.perform(
            SkipSlot(slot: slot(), agreement: agreement), by: Self.clerk, on: day("2026-07-03"))
        func standing(_ knownAt: String? = nil) throws -> [String] {
            try database.read {
                try $0.slotChanges(in: 2026, unit: "U2", knownAt: knownAt.map(day), for: Self.clerk).map(
                    \.kind.rawValue)
            }
        }
        #expect(try standing() == ["skip"])
        #expect(
            try refused(
                database, MoveSlot(slot: slot(), newDay: day("2026-08-20"), agreement: agreement), on: "2026-07-04")
                == [": 这一次已经免办，请先撤销"])
        let undone = try database.perform(UndoSlotChange(record: skipped.code), by: Self.clerk, on: day("2026-07-05"))
        #expect(undone.undone == day("2026-07-05"))
        #expect(try standing() == [])
        #expect(try standing("2026-07-04") == ["skip"], "as it was known then")
        #expect(try refused(database, UndoSlotChange(record: skipped.code), on: "2026-07-06") == [": 已于2026-07-05撤销"])
        try database.perform(
            MoveSlot(slot: slot(), newDay: day("2026-08-20"), agreement: agreement), by: Self.clerk,
            on: day("2026-07-06"))
        #expect(try standing() == ["move"])
        #expect(try database.faults() == [])
    }

    @Test("what no plan lays out, another year and a day gone by are refused", arguments: TestEngine.allCases)
    func refusals(engine: TestEngine) throws {
        let database = try town(engine)
        #expect(
            try refused(database, SkipSlot(slot: slot(obligation: "7.7"), agreement: agreement), on: "2026-07-03").count
                == 1)
        func move(_ newDay: String) throws -> [String] {
            try refused(database, MoveSlot(slot: slot(), newDay: day(newDay), agreement: agreement), on: "2026-07-03")
        }
        #expect(try move("2027-01-05") == ["newDay: 新的日期应在2026年内"])
        #expect(try move("2026-07-02") == ["newDay: 2026-07-02已经过去；已经开展的请直接填报"])
        #expect(try move("2026-07-24") == ["newDay: 与原定日期2026-07-24相同"])
        #expect(throws: NotAllowed(right: .report, unit: "U2")) {
            try database.perform(
                SkipSlot(slot: slot(), agreement: agreement), by: Self.neighbour, on: day("2026-07-03"))
        }
        #expect(try database.read { try $0.slotChanges(in: 2026, knownAt: nil, for: Self.office) } == [])
    }
}

func day(_ iso: String) -> Day {
    guard let day = Day(iso: iso) else { preconditionFailure("not a day: \(iso)") }
    return day
}

extension Obligation {
    static let sample = Obligation(
        id: "1.1", task: "1", quote: "每月1次", place: SourcePlace(start: 0, end: 1, line: 1, column: 1),
        rule: Rule(measure: .count, value: 1, unit: .session, window: .months(1), recurs: true, bearer: .unit))
}
