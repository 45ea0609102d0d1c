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
                    "\(SecondmentTold.away.condition) and \(FlowPlace.department.homeCondition) and \(FlowPlace.township.hostCondition)"
            )
            #expect(found == 1)
            #expect(try reading.count(Secondment.self, for: .office, where: FlowPlace.outside.hostCondition) == 0)
        }
    }
}
