import House
import Plans
import TestEngines
import Testing
import Vocabulary

@testable import Storage
@testable import Store

@Suite struct EditionTests {
    private func edition(_ number: Int, inForce: String, text: String = "一、任务\n每年集中学习不少于12次。") -> PlanEdition {
        let place = SourcePlace(start: 5, end: 17, line: 2, column: 1)
        let obligation = Obligation(
            id: "1.1", task: "1", quote: "每年集中学习不少于12次", place: place,
            rule: Rule(measure: .count, value: 12, unit: .session, window: .years(1), recurs: true, bearer: .team),
            question: .population(wording: "中心组"), sentenceZh: "每年不少于12次", sentenceEn: "at least 12 a year")
        return PlanEdition(
            number: number, title: "样例方案", inForce: day(inForce), publishedOn: day("2026-01-05"), text: text,
            tasks: [PlanTask(number: "1", title: "任务", place: place, obligations: [obligation])],
            dismissed: [Dismissal(task: "1", quote: "若干次", reason: "没有数量")])
    }

    @Test(arguments: TestEngine.allCases)
    func anEditionComesBackWhole(_ engine: TestEngine) throws {
        let database = try engine.open()
        #expect(try database.read { try $0.latestEdition() } == nil)
        let stored = StoredEdition(edition(1, inForce: "2026-01-10"), answers: #"{"confirm":["1"]}"#)
        try database.write(by: "组织部") { try $0.add(stored) }
        #expect(try database.read { try $0.edition(number: 1) } == stored)
        let summary = try database.read { try $0.editions() }.first
        #expect(summary?.title == "样例方案")
        #expect(summary?.inForce == day("2026-01-10"))
        #expect(summary?.textHash.count == 64)
    }

    @Test(arguments: TestEngine.allCases)
    func theEditionOfADayIsTheLastInForceByThen(_ engine: TestEngine) throws {
        let database = try engine.open()
        try database.write(by: "组织部") { transaction in
            for (number, inForce) in [(1, "2026-01-10"), (2, "2026-07-01"), (3, "2027-01-01")] {
                #expect(try transaction.nextEditionNumber() == number)
                try transaction.add(StoredEdition(edition(number, inForce: inForce)))
            }
        }
        func number(_ iso: String) throws -> Int? {
            try database.read { try $0.edition(inForceOn: day(iso))?.edition.number }
        }
        #expect(try number("2026-01-09") == nil)
        #expect(try number("2026-01-10") == 1)
        #expect(try number("2026-12-31") == 2)
        #expect(try number("2027-01-01") == 3)
        #expect(try database.read { try $0.latestEdition()?.edition.number } == 3)
    }

    @Test(arguments: TestEngine.allCases)
    func anOldPlanAnsweredLateDoesNotPutANewPlanAside(_ engine: TestEngine) throws {
        let database = try engine.open()
        try database.write(by: "组织部") { transaction in
            for (number, inForce) in [(1, "2026-01-10"), (2, "2026-07-01"), (3, "2026-01-10")] {
                try transaction.add(StoredEdition(edition(number, inForce: inForce)))
            }
        }
        func number(_ iso: String) throws -> Int? { try database.read { try $0.editionNumber(inForceOn: day(iso)) } }
        #expect(try number("2026-06-30") == 3, "the answered edition of the old plan")
        #expect(try number("2026-07-01") == 2, "the new plan, though it has the lower number")
    }

    @Test(arguments: TestEngine.allCases)
    func anEditionPublishedLaterWasNotKnownBefore(_ engine: TestEngine) throws {
        let database = try engine.open()
        try database.write(by: "组织部") { transaction in
            for (number, inForce, published) in [
                (1, "2026-01-10", "2026-01-05"), (2, "2026-07-01", "2026-06-20"), (3, "2026-06-01", "2026-11-29"),
                (4, "2026-07-01", "2026-11-30"),
            ] {
                var edition = edition(number, inForce: inForce)
                edition.publishedOn = day(published)
                try transaction.add(StoredEdition(edition))
            }
        }
        func number(_ iso: String, _ known: String?) throws -> Int? {
            try database.read { try $0.editionNumber(inForceOn: day(iso), knownAt: known.map(day)) }
        }
        #expect(try number("2026-06-30", nil) == 3)
        #expect(try number("2026-06-30", "2026-11-29") == 3, "published on the very day")
        #expect(try number("2026-06-30", "2026-11-28") == 1)
        #expect(try number("2026-06-30", "2026-01-05") == 1)
        #expect(try number("2026-06-30", "2026-01-04") == 1, "nothing was published yet: the first speaks")
        #expect(try number("2026-12-31", "2026-01-04") == 1, "and goes on speaking, whatever came later")
        #expect(try number("2026-01-09", "2026-01-04") == nil, "nothing was in force yet")
        #expect(try number("2026-12-31", "2026-11-29") == 2)
        #expect(try number("2026-12-31", nil) == 4)
    }

    @Test(
        arguments: TestEngine.allCases,
        [
            "update editions set title = 'other'", "update editions set body = '{}' where number = 1",
            "update editions set in_force_day = 1", "delete from editions",
        ])
    func anEditionIsNeverAltered(_ engine: TestEngine, by sql: String) throws {
        let database = try engine.open()
        let stored = StoredEdition(edition(1, inForce: "2026-01-10"))
        try database.write(by: "组织部") { try $0.add(stored) }
        let failure = #expect(throws: SQLFailure.self) {
            try database.engine.write { _ = try $0.execute(sql, []) }
        }
        #expect(failure?.kind == .final)
        #expect(try database.read { try $0.edition(number: 1) } == stored)
    }

    @Test(arguments: TestEngine.allCases)
    func aNumberIsGivenOnce(_ engine: TestEngine) throws {
        let database = try engine.open()
        try database.write(by: "组织部") { try $0.add(StoredEdition(edition(1, inForce: "2026-01-10"))) }
        let failure = #expect(throws: SQLFailure.self) {
            try database.write(by: "组织部") { try $0.add(StoredEdition(edition(1, inForce: "2026-07-01", text: "另一份"))) }
        }
        #expect(failure?.kind == .unique)
    }
}
