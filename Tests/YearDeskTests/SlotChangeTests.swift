import House
import LedgerEngine
import Pages
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

    private func refused(
        _ database: Database, _ act: some Act, by reader: Reader = Self.clerk, on today: String
    ) throws -> [String] {
        do {
            _ = try database.perform(act, by: reader, on: day(today))
            return []
        } catch let refused as Refused { return refused.problems.map { "\($0.field): \($0.words.zh)" } }
    }

    @Test(
        "to skip is asked for, answered by somebody else, told by what was known, undone, and then it may be moved",
        arguments: TestEngine.allCases
    )
    func life(engine: TestEngine) throws {
        let database = try town(engine)
        let asked = try database.perform(
            SkipSlot(slot: slot(), agreement: agreement), by: Self.clerk, on: day("2026-07-03"))
        func standing(_ knownAt: String? = nil) throws -> [String] {
            try database.read {
                try $0.slotChanges(in: 2026, of: ["U2"], knownAt: knownAt.map(day)).map {
                    "\($0.kind.rawValue) \($0.isInForce)"
                }
            }
        }
        #expect(try standing() == ["skip false"])
        #expect(
            try refused(
                database, MoveSlot(slot: slot(), newDay: day("2026-08-20"), agreement: agreement), on: "2026-07-04")
                == [": 这一次已经申请免办，请先撤销"])
        let yes = AnswerSkip(record: asked.code, isApproved: true, remark: "")
        #expect(throws: NotAllowed.self) { try database.perform(yes, by: Self.clerk, on: day("2026-07-04")) }
        // Nobody answers what they asked, nor for their own unit.
        let both = Reader(account: "住建局联络员", rights: [.see, .report, .plan])
        let chief = Reader(account: "住建局局长", rights: [.see, .plan], unit: "U2")
        for reader in [both, chief] {
            #expect(
                try refused(database, yes, by: reader, on: "2026-07-04") == [": 不能批复自己或本单位的申请，请由其他人办理"])
        }
        let no = AnswerSkip(record: asked.code, isApproved: false, remark: " ")
        #expect(try refused(database, no, by: Self.office, on: "2026-07-04") == ["remark: 退回的，请写明要改什么"])
        try database.perform(
            AnswerSkip(record: asked.code, isApproved: false, remark: "请写文号"), by: Self.office, on: day("2026-07-04"))
        #expect(try standing() == ["skip false"])
        #expect(try refused(database, yes, by: Self.office, on: "2026-07-05") == [": 这件申请退回修改"])
        try database.perform(
            AskSkipAgain(record: asked.code, agreement: Agreement(reason: "防汛", agreedBy: "〔2026〕7号")),
            by: Self.clerk, on: day("2026-07-05"))
        // Whoever returned it answers it again.
        try database.perform(yes, by: Self.office, on: day("2026-07-06"))
        #expect(try standing() == ["skip true"])
        #expect(try standing("2026-07-05") == ["skip false"], "as it was known then")
        #expect(try refused(database, yes, by: Self.office, on: "2026-07-07") == [": 这件申请已批准"])
        let undone = try database.perform(UndoSlotChange(record: asked.code), by: Self.clerk, on: day("2026-07-08"))
        #expect(undone.undone == day("2026-07-08"))
        #expect(try standing() == [])
        #expect(try standing("2026-07-07") == ["skip true"], "as it was known then")
        #expect(try refused(database, UndoSlotChange(record: asked.code), on: "2026-07-09") == [": 已于2026-07-08撤销"])
        let moved = try database.perform(
            MoveSlot(slot: slot(), newDay: day("2026-08-20"), agreement: agreement), by: Self.clerk,
            on: day("2026-07-09"))
        #expect(try standing() == ["move true"])
        #expect(
            try refused(
                database, AnswerSkip(record: moved.code, isApproved: true, remark: ""), by: Self.office,
                on: "2026-07-09"
            ) == [": 改期不需要批复"])
        #expect(try database.faults() == [])
    }

    @Test("each state is found by its condition and in memory alike", arguments: TestEngine.allCases)
    func states(engine: TestEngine) throws {
        let database = try town(engine)
        let today = day("2026-07-03")
        func ask(_ from: String) throws -> SlotChange {
            try database.perform(SkipSlot(slot: slot(from), agreement: agreement), by: Self.clerk, on: today)
        }
        _ = try ask("2026-01-01")
        for (code, isApproved) in [(try ask("2026-02-01").code, true), (try ask("2026-03-01").code, false)] {
            try database.perform(
                AnswerSkip(record: code, isApproved: isApproved, remark: "说明"), by: Self.office, on: today)
        }
        try database.perform(UndoSlotChange(record: try ask("2026-04-01").code), by: Self.clerk, on: today)
        try database.perform(
            MoveSlot(slot: slot(), newDay: day("2026-08-20"), agreement: agreement), by: Self.clerk, on: today)
        try database.read { reading in
            let ask = Ask(
                context: PageContext(language: .zh, asOf: today, today: today, path: "/", query: Query(), town: ""),
                reader: Self.office, reading: reading, parts: [:])
            var seen: Set<SlotChangeState> = []
            for change in try ask.all(SlotChange.self) {
                let found = try SlotChangeState.allCases.filter { state in
                    try reading.count(
                        SlotChange.self, for: Self.office, where: "code = \(change.code) and (\(state.condition(ask)))")
                        == 1
                }
                #expect(found == [try SlotChangeState.state(of: change, ask)])
                seen.formUnion(found)
            }
            #expect(seen == Set(SlotChangeState.allCases))
        }
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
        #expect(try database.read { try $0.slotChanges(in: 2026, knownAt: nil) } == [])
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
