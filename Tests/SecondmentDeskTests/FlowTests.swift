import Pages
import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import SecondmentDesk

@Suite("Where from, where to") struct FlowTests {
    @Test("each band and bar bears its names and its figure, so that it is read without colour") func picture() {
        let text =
            "\(FlowPicture(counts: [.init(from: .department, to: .township, count: 3), .init(from: .county, to: .outside, count: 1)]).html())"
        for words in ["市直部门 3人", "乡镇（街道） 3人", "县（市）区 1人", "外地、上级单位 1人", "市直部门到乡镇（街道）3人"] {
            #expect(text.contains(words), "\(words)")
        }
        #expect(FlowPicture(counts: []).html() == .nothing)
    }

    @Test("people are counted by the kinds of their two units", arguments: TestEngine.allCases)
    func counted(engine: TestEngine) throws {
        let town = try SecondmentTown(engine)
        let secondment = try town.away()
        try town.database.read { reading in
            let ask = Ask.of(reading, .office, on: day("2026-04-01"))
            #expect(
                try FlowPage.counted([secondment], ask) == [FlowCount(from: .department, to: .township, count: 1)])
            let found = try reading.count(
                Secondment.self, for: .office,
                where:
                    "\(SecondmentTold.away.condition(on: day("2026-04-01"))) and \(FlowPlace.department.homeCondition) and \(FlowPlace.township.hostCondition)"
            )
            #expect(found == 1)
            #expect(try reading.count(Secondment.self, for: .office, where: FlowPlace.outside.hostCondition) == 0)
        }
    }

    @Test("what is counted of a past day is what had happened by then", arguments: TestEngine.allCases)
    func past(engine: TestEngine) throws {
        let town = try SecondmentTown(engine)
        // Approved on 10 February 2026, there from 2 March, over on 28 February 2027, told on 1 March.
        _ = try town.ended()
        func told(_ today: String) throws -> Set<SecondmentTold> {
            try town.database.read { reading in
                Set(
                    try SecondmentTold.allCases.filter {
                        try reading.count(
                            Secondment.self, for: .office, where: $0.condition(on: day(today))) == 1
                    })
            }
        }
        #expect(try told("2026-01-31") == [])
        #expect(try told("2026-02-09") == [.placed])
        #expect(try told("2026-03-01") == [.placed, .approved])
        #expect(try told("2026-03-02") == [.placed, .approved, .started, .away])
        #expect(try told("2027-02-27") == [.placed, .approved, .started, .away])
        #expect(try told("2027-02-28") == [.placed, .approved, .started, .ended])
    }

    @Test("who was placed and then taken off is told of the days between", arguments: TestEngine.allCases)
    func takenOff(engine: TestEngine) throws {
        let town = try SecondmentTown(engine)
        let secondment = try town.approved()
        try town.database.perform(
            CancelSecondment(record: secondment.code, reason: "另有安排"), by: .office, on: day("2026-02-21"))
        func told(_ told: SecondmentTold, _ today: String) throws -> Int {
            try town.database.read {
                try $0.count(Secondment.self, for: .office, where: told.condition(on: day(today)))
            }
        }
        #expect(try told(.approved, "2026-02-20") == 1 && told(.placed, "2026-02-20") == 1)
        #expect(try told(.approved, "2026-02-21") == 0 && told(.placed, "2026-02-21") == 0)
        #expect(try town.database.faults() == [])
    }

    @Test("each year has the plan that was set for it, whatever is set for another", arguments: TestEngine.allCases)
    func plans(engine: TestEngine) throws {
        let town = try SecondmentTown(engine)
        let plan = SecondmentPlan(year: 2026, out: 1, up: 2, down: 30, special: 0)
        try town.database.perform(SetSecondmentPlan(plan: plan), by: .office, on: day("2026-01-05"))
        try town.database.perform(
            SetSecondmentPlan(plan: SecondmentPlan(year: 2027, down: 50)), by: .office, on: day("2026-12-20"))
        let set = try town.database.read { reading in try (2025...2027).map { try reading.secondmentPlan($0) } }
        #expect(set == [SecondmentPlan(year: 2025), plan, SecondmentPlan(year: 2027, down: 50)])
        #expect(try town.refused(SetSecondmentPlan(plan: plan), by: .office, on: "2027-01-05") == [": 内容没有变化"])
        #expect(throws: NotAllowed.self) {
            try town.database.perform(SetSecondmentPlan(plan: plan), by: .neighbour, on: day("2027-01-05"))
        }
    }
}
