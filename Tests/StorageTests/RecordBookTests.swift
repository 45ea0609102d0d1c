import House
import Records
import SampleTown
import TestEngines
import Testing
import Vocabulary

@testable import Storage
@testable import Store

@Suite struct RecordBookTests {
    @Test(arguments: TestEngine.allCases)
    func aWholeTownComesBackAsItWentIn(_ engine: TestEngine) throws {
        let town = SampleTown.make(seed: 3, until: day("2026-06-30"))
        let database = try engine.open()
        #expect(try database.read { try $0.isEmpty() })
        var told: [(done: Int, total: Int)] = []
        try database.write(by: "town make") { transaction in
            try transaction.insert(town) { told.append(($0, $1)) }
        }
        #expect(try database.read { try $0.recordBook() } == town)
        #expect(try !database.read { try $0.isEmpty() })
        #expect(told.last.map { $0.done == $0.total } == true)
        #expect(zip(told, told.dropFirst()).allSatisfy { $0.done < $1.done })
    }

    @Test(arguments: TestEngine.allCases)
    func parentsNeedNotStandBeforeTheirUnits(_ engine: TestEngine) throws {
        let database = try engine.openSmall()
        #expect(try database.read { try $0.recordBook() } == .small)
    }

    /// Lists mostly lie as they were written; where they do not, they come back in order all the same.
    @Test(arguments: TestEngine.allCases)
    func topicsComeInTheirOrderHoweverTheyLie(_ engine: TestEngine) throws {
        let database = try engine.openSmall()
        try database.write(by: "测试") { transaction in
            var other = Activity.study("A2026-000042", title: "另一次学习")
            other.topics = []
            try transaction.add(other, with: [])
            let rows: [(String, Int, String)] = [
                ("A2026-000042", 1, "ethics"), ("A2026-000041", 8, "water"), ("A2026-000042", 0, "law"),
                ("A2026-000041", 9, "law"),
            ]
            for (activity, place, topic) in rows {
                try transaction.connection.execute(
                    "insert into activity_topics (activity, place, topic) values ($1, $2, $3)",
                    [.text(activity), SQLValue(place), .text(topic)])
            }
        }
        let found = try database.read { try $0.recordBook().activities.map { $0.topics.map(\.rawValue) } }
        #expect(found[0] == Activity.study("A2026-000041").topics.map(\.rawValue) + ["water", "law"])
        #expect(found[1] == ["law", "ethics"])
    }

    /// Some engines hold '' and NULL for the same, others do not: here an empty text is always stored as NULL.
    @Test(arguments: TestEngine.allCases)
    func anEmptyTextComesBackEmpty(_ engine: TestEngine) throws {
        let database = try engine.openSmall()
        let start = day("2024-01-01")
        let appointment = Appointment(
            code: "J1", person: "P1", unit: "D01", post: "科长", rank: "", dated: Dated(from: start, recorded: start))
        try database.write(by: "测试") { try $0.insert(appointment) }
        #expect(try database.read { try $0.appointments() } == [appointment])
        let stored = try database.read { transaction in
            try transaction.connection.first("select person_rank from appointments") { try $0.value("person_rank") }
        }
        #expect(stored == .null)
    }

    @Test(arguments: TestEngine.allCases)
    func anEndThatIsRecordedLaterComesBack(_ engine: TestEngine) throws {
        let database = try engine.openSmall()
        let dated = Dated(
            from: day("2024-01-01"), until: day("2026-03-31"), recorded: day("2024-01-05"),
            endRecorded: day("2026-05-02"))
        let holding = CategoryHolding(code: "C1", person: "P1", category: "ferryInspector", dated: dated)
        try database.write(by: "测试") { try $0.insert(holding) }
        #expect(try database.read { try $0.categoryHoldings() } == [holding])
    }

    @Test(arguments: TestEngine.allCases)
    func voidingsAndCorrectionsOfEveryKindComeBack(_ engine: TestEngine) throws {
        let database = try engine.openSmall()
        let today = day("2026-09-30")
        let sites = ["S2026-000001", "S2026-000002"].map {
            Site(code: $0, name: "展示馆", unit: "D01", topics: [.theory], dated: Dated(from: today, recorded: today))
        }
        let voiding = Voiding(
            code: "V2026-000001", record: .init(.participation, "R2026-000100"), reason: "未参加", by: "甲", recorded: today
        )
        let corrections = [
            Correction(
                code: "K2026-000001", record: .init(.activity, "A2026-000041"), replacement: "A2026-000042",
                reason: "日期有误", by: "甲", recorded: today),
            Correction(
                code: "K2026-000002", record: .init(.site, "S2026-000001"), replacement: "S2026-000002", reason: "名称有误",
                by: "甲", recorded: today),
        ]
        try database.write(by: "甲") { transaction in
            for site in sites { try transaction.add(site) }
            try transaction.add(voiding)
            try transaction.add(corrections[0], replacing: .study("A2026-000042"))
            try transaction.insert(corrections[1])
        }
        let book = try database.read { try $0.recordBook() }
        #expect(book.sites == sites)
        #expect(book.voidings == [voiding])
        #expect(book.corrections == corrections)
        #expect(book.brokenInvariants() == [])
    }

    @Test(arguments: TestEngine.allCases)
    func whatIsRefusedLeavesNothingBehind(_ engine: TestEngine) throws {
        let database = try engine.openSmall()
        let before = try database.read { try $0.revision() }
        #expect(throws: SQLFailure.self) {
            try database.write(by: "测试") { transaction in
                try transaction.add(.study("A2026-000042"), with: [])
                try transaction.add(.study("A2026-000043"), with: [.part("R2026-000101", in: "nowhere")])
            }
        }
        #expect(try database.read { try $0.recordBook() } == .small)
        #expect(try database.read { try $0.revision() } == before)
    }

    @Test(arguments: TestEngine.allCases)
    func hoursThatAreNotHalvesAreRefused(_ engine: TestEngine) throws {
        let database = try engine.openSmall()
        var activity = Activity.study("A2026-000042")
        activity.hours = 2.3
        #expect(throws: HoursNotInHalves(hours: 2.3)) {
            try database.write(by: "测试") { try $0.add(activity, with: []) }
        }
    }
}
