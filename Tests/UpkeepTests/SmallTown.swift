import Foundation
import House
import LedgerEngine
import Plans
import Records
import SampleTown
import Storage
import Store
import Vocabulary

/// A town on disk, with a plan that asks for a little of everything.
struct SmallTown {
    let directory = FileManager.default.temporaryDirectory.appending(path: "xingzhi-upkeep-\(UUID().uuidString)").path
    let database: Database
    static let today = Day(number: 20_800)

    init(seed: UInt64 = 3) throws {
        database = try Database.open(directory: directory)
        let book = Self.book(seed: seed)
        try database.write(by: "town make") { try $0.insert(book) }
    }

    var image: String { directory + "/columns.image" }

    static func book(seed: UInt64) -> RecordBook {
        var book = SampleTown.make(seed: seed, until: Day(year: 2026, month: 6, day: 30) ?? today)
        // A corner of it is enough.
        book.persons = Array(book.persons.prefix(30))
        let persons = Set(book.persons.map(\.code))
        book.appointments.removeAll { !persons.contains($0.person) }
        book.categories.removeAll { !persons.contains($0.person) }
        book.memberships.removeAll { !persons.contains($0.person) }
        book.rosterEntries.removeAll { !persons.contains($0.person) }
        book.participations.removeAll { !persons.contains($0.person) }
        book.activities = Array(book.activities.prefix(80))
        let activities = Set(book.activities.map(\.code))
        book.participations.removeAll { !activities.contains($0.activity) }
        book.voidings = []
        book.corrections = []
        return book
    }

    func remove() {
        try? database.close()
        try? FileManager.default.removeItem(atPath: directory)
    }

    /// Reports an activity like one of the book, for the first people of the book.
    @discardableResult
    func report(_ number: Int, people: Int = 12, topic: Topic? = nil) throws -> Activity {
        let book = try database.read { try $0.recordBook() }
        var activity = book.activities[number % book.activities.count]
        activity.code = "N\(number)"
        activity.recorded = max(activity.recorded, Self.today)
        if let topic { activity.topics.append(topic) }
        let participations = book.persons.prefix(people).enumerated().map { place, person in
            Participation(
                code: "N\(number)-\(place)", activity: activity.code, person: person.code, role: .attendee,
                hours: activity.hours, completed: place % 5 != 0, recorded: activity.recorded)
        }
        try database.write(by: "测试") { try $0.add(activity, with: participations) }
        return activity
    }

    func void(_ record: RecordReference, code: String) throws {
        let voiding = Voiding(code: code, record: record, reason: "重复", by: "测试", recorded: Self.today + 1)
        try database.write(by: "测试") { try $0.add(voiding) }
    }

    func correct(_ old: Activity, as code: String) throws {
        var new = old
        new.code = code
        new.hours += 1
        let correction = Correction(
            code: "K\(code)", record: RecordReference(.activity, old.code), replacement: code, reason: "学时有误",
            by: "测试", recorded: Self.today + 1)
        new.recorded = Self.today + 1
        let replacing = new
        try database.write(by: "测试") { try $0.add(correction, replacing: replacing) }
    }

    /// The ledger of columns, and the ledger of the book in the database.
    func ledgers(of columns: RecordColumns) throws -> (kept: Ledger, read: Ledger) {
        let book = try database.read { try $0.recordBook() }
        return (
            Evaluator(edition: Self.edition, columns: columns).ledger(asOf: Self.today + 2),
            Evaluator(edition: Self.edition, records: book).ledger(asOf: Self.today + 2)
        )
    }

    static var edition: PlanEdition {
        let nowhere = SourcePlace(start: 0, end: 0, line: 1, column: 1)
        func rule(
            _ id: String, _ measure: Measure, _ value: Double, _ unit: CountingUnit, _ bearer: Bearer,
            _ binding: Binding
        ) -> Obligation {
            Obligation(
                id: id, task: "1", quote: "", place: nowhere,
                rule: Rule(measure: measure, value: value, unit: unit, window: .years(1), recurs: true, bearer: bearer),
                binding: binding)
        }
        let persons = Population("p", "", "", .persons)
        let obligations = [
            rule(
                "sessions", .count, 2, .session, .unit, Binding(kinds: nil, population: Population("u", "", "", .units))
            ),
            rule("hours", .hours, 40, .hour, .person, Binding(kinds: nil, population: persons)),
            rule("share", .coverage, 80, .percent, .programme, Binding(kinds: nil, population: persons)),
        ]
        return PlanEdition(
            number: 1, title: "测试", inForce: Day(year: 2024, month: 1, day: 1) ?? Day(number: 0),
            publishedOn: Day(year: 2024, month: 1, day: 1) ?? Day(number: 0), text: "",
            tasks: [PlanTask(number: "1", title: "", place: nowhere, obligations: obligations)])
    }
}
