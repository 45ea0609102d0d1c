import LedgerEngine
import Plans
import Records
import Testing
import Vocabulary

/// Where there is too much of something for the quick ways: many people among several workers, and one person's hours.
@Suite("Many people, many hours")
struct CrowdTests {
    private static let start = Day(year: 2024, month: 1, day: 1) ?? Day(number: 0)
    private static let asOf = start + 900

    /// Three units; `units` names those that a person has had, one after the other.
    private static func book(people: [[String]]) -> RecordBook {
        var book = RecordBook()
        book.units = [
            OrgUnit(code: "c", name: "市", kind: .city, parent: nil, span: DaySpan(from: start), recorded: start),
            OrgUnit(code: "d", name: "局", kind: .department, parent: "c", span: DaySpan(from: start), recorded: start),
            OrgUnit(code: "e", name: "县", kind: .county, parent: "c", span: DaySpan(from: start), recorded: start),
        ]
        for (number, units) in people.enumerated() {
            let code = "P\(100_000 + number)"
            book.persons.append(
                Person(code: code, name: "", sex: .female, birthMonth: "1980-01", recorded: start))
            for (turn, unit) in units.enumerated() {
                let from = start + turn * 300
                let until = turn + 1 < units.count ? start + (turn + 1) * 300 - 1 : nil
                book.appointments.append(
                    Appointment(
                        code: "\(code)-\(turn)", person: code, unit: unit, post: "", rank: "",
                        dated: Dated(from: from, until: until, recorded: start)))
            }
        }
        return book
    }

    private static func report(_ number: Int, on day: Day, hours: Double, people: [Int], in book: inout RecordBook) {
        let code = "A\(1000 + number)"
        book.activities.append(
            Activity(
                code: code, kind: .collectiveStudy, title: code, organiser: "c", from: day, to: day, hours: hours,
                recorded: day))
        for person in people {
            book.participations.append(
                Participation(
                    code: "\(code)-\(100_000 + person)", activity: code, person: "P\(100_000 + person)",
                    role: .attendee, hours: hours, completed: true, recorded: day))
        }
    }

    private static func edition(_ measure: Measure, _ value: Double, _ unit: CountingUnit) -> PlanEdition {
        let place = SourcePlace(start: 0, end: 0, line: 1, column: 1)
        return PlanEdition(
            number: 1, title: "", inForce: start, publishedOn: start, text: "",
            tasks: [
                PlanTask(
                    number: "1", title: "", place: place,
                    obligations: [
                        Obligation(
                            id: "1.1", task: "1", quote: "", place: place,
                            rule: Rule(
                                measure: measure, value: value, unit: unit, window: .years(1), recurs: true,
                                bearer: .person),
                            binding: Binding(kinds: nil, population: Population("p", "", "", .persons)))
                    ])
            ])
    }

    @Test("four workers find what one finds, of ten thousand people, some of whom moved")
    func workers() {
        var book = Self.book(people: (0..<10_020).map { [["d"], ["e"], ["d", "e"], ["e"], ["d"]][$0 % 5] })
        for number in 0..<6 {
            Self.report(
                number, on: Self.start + 100 + number * 120, hours: 8,
                people: Array(Swift.stride(from: number, to: 10_020, by: 7)), in: &book)
        }
        let evaluator = Evaluator(edition: Self.edition(.hours, 16, .hour), records: book)
        let four = Workers(count: 4) { parts, part in for number in (0..<parts).reversed() { part(number) } }

        let alone = evaluator.live(asOf: Self.asOf, by: .one).ledger()
        let together = evaluator.live(asOf: Self.asOf, by: four).ledger()

        #expect(together == alone)
        let sums = alone.entries.filter { $0.subject.kind == .rollUp && $0.subject.code == "c" }
        #expect(sums.map { $0.population ?? 0 } == [10_020, 10_020, 10_020])
    }

    @Test("twenty thousand hours of one person are all counted")
    func hours() throws {
        var book = Self.book(people: [["d"], ["d"]])
        for number in 0..<10 {
            Self.report(number, on: Self.start + 10 + number, hours: 2000.5, people: [0], in: &book)
        }
        Self.report(10, on: Self.start + 30, hours: 3, people: [1], in: &book)

        let ledger = Evaluator(edition: Self.edition(.hours, 40, .hour), records: book).ledger(asOf: Self.asOf)

        let done = ledger.entries.filter { $0.subject.kind == .person && $0.from == Self.start }.map(\.done)
        #expect(done == [20_005, 3])
    }
}
