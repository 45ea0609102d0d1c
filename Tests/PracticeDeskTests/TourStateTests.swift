import Pages
import Store
import TestEngines
import Testing
import Vocabulary

@testable import PracticeDesk

@Suite("States of study tours: in memory, in the list, on the desk") struct TourStateTests {
    /// A tour in each state, and those that are late.
    private func tours(_ town: DeskTown) throws -> [StudyTour] {
        func perform<A: Act>(_ act: A, by reader: Reader = .clerk, on iso: String) throws -> A.Outcome {
            try town.database.perform(act, by: reader, on: day(iso))
        }
        func file(_ title: String) throws -> String {
            try perform(FileTour(scheme: .sample { $0.title = "\(title)地学习考察" }), on: "2026-09-01").code
        }
        func approved(_ title: String) throws -> String {
            let code = try file(title)
            return try perform(
                DecideTour(record: code, isApproved: true, remark: ""), by: .office, on: "2026-09-02"
            ).code
        }
        func reported(_ title: String) throws -> String {
            let code = try approved(title)
            let tour = try #require(try town.database.read { try $0.one(StudyTour.self, code, for: .clerk) })
            return try perform(ReportTour(record: code, outcome: .sample(of: tour)), on: "2026-10-20").code
        }
        func drawn(_ title: String) throws -> TourMeasure {
            let draft = MeasureDraft(measure: "建立机制", origin: "", lead: "U2", owner: "P2", due: day("2026-11-10"))
            return try perform(DrawMeasure(record: try reported(title), draft: draft), on: "2026-10-21")
        }
        _ = try file("甲")
        _ = try perform(
            DecideTour(record: try file("乙"), isApproved: false, remark: "人数偏多"), by: .office, on: "2026-09-02")
        _ = try perform(WithdrawTour(record: try file("丙"), reason: "改期"), on: "2026-09-02")
        _ = try approved("丁")
        _ = try reported("戊")
        _ = try drawn("己")
        _ = try perform(FinishMeasure(record: try drawn("庚").code, proof: "已印发"), on: "2026-10-22")
        return try town.database.read { try $0.all(StudyTour.self, for: .office, order: "code") }
    }

    private func asking<Value>(
        _ town: DeskTown, on iso: String, by reader: Reader = .office, _ body: (Ask) throws -> Value
    ) throws -> Value {
        let context = PageContext(
            language: .zh, asOf: day(iso), today: day(iso), path: "/tours", query: Query(), town: "河畔县")
        return try town.database.read {
            try body(Ask(context: context, reader: reader, reading: $0, parts: [:]))
        }
    }

    @Test(
        "what a tour and a measure are said to be is what the list of that state holds, on each day of their edges",
        arguments: TestEngine.allCases)
    func same(engine: TestEngine) throws {
        let town = try DeskTown(engine)
        let codes = try tours(town).map(\.code)
        var found: Set<TourState> = []
        for iso in ["2026-10-15", "2026-10-16", "2026-10-25", "2026-10-26", "2026-11-10", "2026-11-11"] {
            try asking(town, on: iso) { ask in
                for state in TourState.allCases {
                    let listed = try ask.all(StudyTour.self, where: try state.condition(ask))
                    for tour in listed {
                        let said = try TourState.state(of: tour, ask)
                        // What is overdue is due as well.
                        let isPart = said == .reportOverdue && state == .toReport
                        #expect(said == state || isPart, "\(iso) \(tour.title)")
                        found.insert(said)
                    }
                    let all = try codes.filter { code in
                        let tour = try #require(try ask.reading.one(StudyTour.self, code, for: ask.reader))
                        return try TourState.state(of: tour, ask) == state
                    }
                    #expect(Set(all).isSubset(of: listed.map(\.code)), "\(iso) \(state)")
                }
                for state in MeasureState.allCases {
                    for measure in try ask.all(TourMeasure.self, where: state.condition(ask)) {
                        #expect(MeasureState.state(of: measure, ask) == state, "\(iso)")
                    }
                }
            }
        }
        #expect(found == Set(TourState.allCases))
    }

    @Test(
        "a record's page offers what its acts would not refuse, and one at most stands out",
        arguments: TestEngine.allCases)
    func offered(engine: TestEngine) throws {
        let town = try DeskTown(engine)
        let tours = try tours(town)
        func steps(_ tour: StudyTour, _ reader: Reader, on iso: String) throws -> String {
            try asking(town, on: iso, by: reader) { ask in
                let html = String(decoding: try ask.buttons(on: tour).rendered(for: Travel()), as: UTF8.self)
                #expect(html.matches(of: /btn primary/).count <= 1)
                return StudyTour.acts.filter { html.contains($0.address(of: tour)) }.map { $0.step }.joined(
                    separator: " ")
            }
        }
        func all(on iso: String) throws -> [String] { try tours.map { try steps($0, .clerk, on: iso) } }
        #expect(try all(on: "2026-10-12") == ["change withdraw", "change withdraw", "", "withdraw", "", "", ""])
        #expect(try all(on: "2026-10-20") == ["change withdraw", "change withdraw", "", "report", "", "", ""])
        #expect(try steps(tours[0], .office, on: "2026-10-12") == "decide change withdraw")
        #expect(try steps(tours[3], .office, on: "2026-10-20") == "report withdraw")
        #expect(try steps(tours[0], .onlooker, on: "2026-10-12") == "")
    }

    @Test("what waits can be done by whom it waits for", arguments: TestEngine.allCases)
    func waiting(engine: TestEngine) throws {
        let town = try DeskTown(engine)
        let tours = try tours(town)
        func groups(_ reader: Reader) throws -> [String] {
            try asking(town, on: "2026-11-11", by: reader) { ask in
                let groups = try TourState.waiting(ask, order: "from_day")
                for item in groups.flatMap(\.items) {
                    let tour = try #require(tours.first { $0.address == item.address })
                    let acts = StudyTour.acts + [DrawMeasure.self]
                    let open = try acts.filter {
                        try $0.notNow(tour, in: ask.reading, for: reader, on: ask.today) == nil
                    }
                    #expect(open.contains { $0.address(of: tour) == item.actAddress }, "\(item.actAddress)")
                }
                return try (groups + MeasureState.waiting(ask, order: "due_day")).map { "\($0.words.zh) \($0.count)" }
            }
        }
        #expect(try groups(.office) == ["学习考察待审批 1"])
        #expect(try groups(.clerk) == ["学习考察退回修改 1", "学习考察待报告 1", "学习考察待填措施 1", "逾期的成果转化措施 1"])
        #expect(try groups(.neighbour) == [])
        #expect(try groups(.onlooker) == [])
    }
}
