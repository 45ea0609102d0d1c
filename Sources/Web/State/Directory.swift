import Records
import Vocabulary

/// The record book arranged for looking things up by code, for pages only.
struct Directory: Sendable {
    let book: RecordBook
    let root: OrgUnit?
    private let unitNumbers: [String: Int]
    private let personNumbers: [String: Int]
    private let teamNumbers: [String: Int]
    private let activityNumbers: [String: Int]
    private let participationNumbers: [String: Int]
    private let participationsByActivity: [String: [Int]]
    private let participationsByPerson: [String: [Int]]
    private let appointmentsByPerson: [String: [Int]]
    private let childrenByUnit: [String: [Int]]
    private let teamsByUnit: [String: [Int]]
    private let voidingsByRecord: [RecordReference: Int]
    private let correctionsByRecord: [RecordReference: Int]
    private let correctionsByReplacement: [String: Int]

    init(_ book: RecordBook) {
        self.book = book
        root = book.units.first { $0.parent == nil }
        unitNumbers = Self.numbers(book.units.lazy.map(\.code))
        personNumbers = Self.numbers(book.persons.lazy.map(\.code))
        teamNumbers = Self.numbers(book.teams.lazy.map(\.code))
        activityNumbers = Self.numbers(book.activities.lazy.map(\.code))
        participationNumbers = Self.numbers(book.participations.lazy.map(\.code))
        participationsByActivity = Self.groups(book.participations.lazy.map(\.activity))
        participationsByPerson = Self.groups(book.participations.lazy.map(\.person))
        appointmentsByPerson = Self.groups(book.appointments.lazy.map(\.person))
        childrenByUnit = Self.groups(book.units.lazy.map { $0.parent ?? "" })
        teamsByUnit = Self.groups(book.teams.lazy.map(\.unit))
        voidingsByRecord = Dictionary(
            book.voidings.enumerated().map { ($1.record, $0) }, uniquingKeysWith: { first, _ in first })
        correctionsByRecord = Dictionary(
            book.corrections.enumerated().map { ($1.record, $0) }, uniquingKeysWith: { first, _ in first })
        correctionsByReplacement = Dictionary(
            book.corrections.enumerated().map { ($1.replacement, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func unit(_ code: String) -> OrgUnit? { unitNumbers[code].map { book.units[$0] } }
    func person(_ code: String) -> Person? { personNumbers[code].map { book.persons[$0] } }
    func team(_ code: String) -> Team? { teamNumbers[code].map { book.teams[$0] } }
    func activity(_ code: String) -> Activity? { activityNumbers[code].map { book.activities[$0] } }
    func participation(_ code: String) -> Participation? { participationNumbers[code].map { book.participations[$0] } }
    func children(of unit: String) -> [OrgUnit] { (childrenByUnit[unit] ?? []).map { book.units[$0] } }
    func teams(of unit: String) -> [Team] { (teamsByUnit[unit] ?? []).map { book.teams[$0] } }
    func voiding(of record: RecordReference) -> Voiding? { voidingsByRecord[record].map { book.voidings[$0] } }
    func correction(of record: RecordReference) -> Correction? {
        correctionsByRecord[record].map { book.corrections[$0] }
    }
    /// The correction that put this record in another's place.
    func correction(by code: String) -> Correction? { correctionsByReplacement[code].map { book.corrections[$0] } }

    func participations(of person: String) -> [Participation] {
        (participationsByPerson[person] ?? []).map { book.participations[$0] }
    }

    /// Of an activity and of those it replaced, without the voided ones.
    func participations(in activity: String) -> [Participation] {
        var own = (participationsByActivity[activity] ?? []).map { book.participations[$0] }
        if let replaced = correction(by: activity) { own = participations(in: replaced.record.code) + own }
        return own.filter { voiding(of: RecordReference(.participation, $0.code)) == nil }
    }

    func appointments(of person: String) -> [Appointment] {
        (appointmentsByPerson[person] ?? []).map { book.appointments[$0] }
    }

    func appointment(of person: String, on day: Day) -> Appointment? {
        appointments(of: person).filter { $0.dated.span.contains(day) }
            .max { ($0.dated.span.from, $0.code) < ($1.dated.span.from, $1.code) }
    }

    /// Persons whose appointment is at the unit on the day, in order of code.
    func persons(at unit: String, on day: Day) -> [Person] {
        book.persons.filter { appointment(of: $0.code, on: day)?.unit == unit }
    }

    func unitName(_ code: String) -> String { unit(code)?.name ?? code }

    func isBeneath(_ unit: String, _ ancestor: String) -> Bool {
        var code: String? = unit
        while let current = code {
            if current == ancestor { return true }
            code = self.unit(current)?.parent
        }
        return false
    }

    private static func numbers(_ codes: some Sequence<String>) -> [String: Int] {
        Dictionary(codes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private static func groups(_ owners: some Sequence<String>) -> [String: [Int]] {
        var groups: [String: [Int]] = [:]
        for (index, owner) in owners.enumerated() { groups[owner, default: []].append(index) }
        return groups
    }
}
