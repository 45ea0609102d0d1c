import LedgerEngine
import Plans
import Records
import Testing
import Vocabulary

@Test("a study group that met twice of twelve times by March is behind: three were expected")
func collectiveStudy() throws {
    func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }
    let start = try day("2025-01-01")
    var book = RecordBook()
    book.units = [
        OrgUnit(code: "c", name: "样例市", kind: .city, parent: nil, span: DaySpan(from: start), recorded: start)
    ]
    book.teams = [
        Team(code: "g", name: "中心组", kind: .studyGroup, unit: "c", dated: Dated(from: start, recorded: start))
    ]
    book.activities = try ["2026-01-10", "2026-02-10"].enumerated().map { index, iso in
        Activity(
            code: "A\(index)", kind: .collectiveStudy, title: "第\(index)次", organiser: "c", team: "g",
            from: try day(iso), to: try day(iso), hours: 3, recorded: try day(iso))
    }
    let place = SourcePlace(start: 0, end: 0, line: 1, column: 1)
    let obligation = Obligation(
        id: "17.1", task: "17", quote: "", place: place,
        rule: Rule(measure: .count, value: 12, unit: .session, window: .years(1), recurs: true, bearer: .team),
        binding: Binding(
            kinds: [.collectiveStudy],
            population: Population("studyGroups", "中心组", "study groups", .teams, teamKinds: [.studyGroup])))
    let edition = PlanEdition(
        number: 1, title: "", inForce: try day("2026-01-01"), publishedOn: start, text: "",
        tasks: [PlanTask(number: "17", title: "", place: place, obligations: [obligation])])

    let ledger = Evaluator(edition: edition, records: book).ledger(asOf: try day("2026-03-31"))

    let entry = try #require(ledger.entries.first { $0.subject == Subject(.team, "g") })
    #expect(entry.required == 12)
    #expect(entry.done == 2)
    #expect(entry.standing == .behind, "12 × 90 / 365 + 0.25 = 3.2, so 3 were expected")
}

@Test(
    "a clause that stays in a later edition goes on in its windows; one without a day of its own begins with the edition"
)
func goingOn() throws {
    func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }
    var book = RecordBook()
    let start = try day("2020-01-01")
    book.units = [
        OrgUnit(code: "c", name: "样例市", kind: .city, parent: nil, span: DaySpan(from: start), recorded: start)
    ]
    book.activities = try ["2024-03-10", "2026-07-10"].enumerated().map { index, iso in
        Activity(
            code: "A\(index)", kind: .seminar, title: "", organiser: "c", from: try day(iso), to: try day(iso),
            hours: 3,
            recorded: try day(iso))
    }
    let place = SourcePlace(start: 0, end: 0, line: 1, column: 1)
    func windows(_ window: Window, recurs: Bool, since: String?) throws -> [String] {
        let obligation = Obligation(
            id: "1.1", task: "1", quote: "", place: place,
            rule: Rule(
                measure: .count, value: 1, unit: .session, window: window, recurs: recurs, bearer: .programme),
            binding: Binding(kinds: [.seminar], population: Population("programme", "全市", "the town", .programme)),
            since: try since.map(day))
        let edition = PlanEdition(
            number: 2, title: "", inForce: try day("2026-06-01"), publishedOn: start, text: "",
            tasks: [PlanTask(number: "1", title: "", place: place, obligations: [obligation])])
        #expect(Evaluator(edition: edition, records: book).ledger(asOf: try day("2026-05-31")).entries.isEmpty)
        return Evaluator(edition: edition, records: book).ledger(asOf: try day("2026-09-30")).entries
            .filter { $0.subject.kind == .programme }.map { "\($0.from.iso) \(Int($0.done))" }
    }
    #expect(
        try windows(.years(1), recurs: true, since: "2024-01-01") == ["2024-01-01 1", "2025-01-01 0", "2026-01-01 1"])
    #expect(try windows(.years(1), recurs: true, since: nil) == ["2026-01-01 1"])
    #expect(try windows(.years(3), recurs: false, since: "2024-01-01") == ["2024-01-01 2"])
    #expect(try windows(.years(3), recurs: false, since: nil) == ["2026-06-01 1"])
    // A day of its own that is later than the edition's would lose what the edition asks.
    #expect(try windows(.years(1), recurs: true, since: "2027-01-01") == ["2026-01-01 1"])
}
