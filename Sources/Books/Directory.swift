public import Records
import Spelling
public import Storage
public import Store
public import Vocabulary

/// Where one page looks records up by code, by what was known on its day: units and teams in memory, the rest in the
/// database when it is shown.
///
/// A page is laid out by plain functions; what goes wrong in the database meanwhile is kept in `trouble`, and the page is
/// not sent.
public final class Directory {
    public let units: UnitDirectory
    /// What has been changed since, as it stood then.
    private let former: FormerRecords
    public let reading: ReadTransaction
    public var trouble: (any Error)? { first.trouble }
    /// Of one page, whatever days it asks about.
    let first: FirstTrouble
    private var persons: [String: Person?] = [:]
    private var activities: [String: Activity?] = [:]
    private var headings: [String: ActivityHeading?] = [:]
    private var appointments: [PersonDay: Appointment?] = [:]

    private struct PersonDay: Hashable {
        var person: String
        var day: Day
        var knownAt: Day?
    }

    init(_ records: KnownRecords, _ reading: ReadTransaction, _ first: FirstTrouble) {
        self.first = first
        units = records.units
        former = records.former
        self.reading = reading
    }

    /// Too many units for one list to choose from.
    public var hasManyUnits: Bool { units.units.count > 1000 }
    /// Units that a text may name or a reader choose, branches aside, by what was known on a day; of very many, those that
    /// the whole is divided into.
    public func linkedUnits(knownAt: Day?) -> [OrgUnit] {
        (hasManyUnits ? units.divisions : units.units).filter {
            $0.kind != .branch && $0.isKnown(at: knownAt)
        }
    }
    public func unit(_ code: String) -> OrgUnit? { units.unit(code) }
    public func team(_ code: String) -> Team? { units.team(code) }

    /// More bytes than any code or name of a unit has.
    private static let longestName = 1000

    /// The code of the unit that was typed by code or by name, in whatever width or case; nil where none is meant, or more
    /// than one.
    public func unitCode(typed: String) -> String? {
        guard typed.utf8.count <= Self.longestName else { return nil }
        if let code = typed.codeSpellings.first(where: { unit($0) != nil }) { return code }
        let wanted = ReadText(typed)
        let named = units.units.filter { ReadText($0.name) == wanted }
        return named.count == 1 ? named[0].code : nil
    }

    public func children(of unit: String) -> [OrgUnit] { units.children(of: unit) }
    public func teams(of unit: String) -> [Team] { units.teams(of: unit) }
    public func unitName(_ code: String) -> String { unit(code)?.name ?? code }

    public func isBeneath(_ unit: String, _ ancestor: String) -> Bool {
        var code: String? = unit
        while let current = code {
            if current == ancestor { return true }
            code = self.unit(current)?.parent
        }
        return false
    }

    /// What the database answers; nothing once something has gone wrong.
    public func ask<Value>(_ question: (ReadTransaction) throws -> Value) -> Value? {
        guard trouble == nil else { return nil }
        do { return try question(reading) } catch {
            first.trouble = error
            return nil
        }
    }

    public func person(_ code: String) -> Person? {
        if let known = persons[code] { return known }
        let found: Person?
        if let same = former.samePersons {
            let whose = same.whose(code)
            found = former.persons[whose] ?? ask { try $0.personRecord(code: whose) } ?? nil
        } else {
            let now = ask { try $0.person(code: code) } ?? nil
            found = former.persons[now?.code ?? code] ?? now
        }
        persons[code] = .some(found)
        return found
    }

    public func activity(_ code: String) -> Activity? {
        if let known = activities[code] { return known }
        let found = ask { try $0.activity(code: code) } ?? nil
        activities[code] = .some(found)
        return found
    }

    public func heading(ofActivity code: String) -> ActivityHeading? {
        if let known = headings[code] { return known }
        let found = ask { try $0.heading(ofActivity: code) } ?? nil
        headings[code] = .some(found)
        return found
    }

    public func appointment(of person: String, on day: Day, knownAt: Day?) -> Appointment? {
        let key = PersonDay(person: person, day: day, knownAt: knownAt)
        if let known = appointments[key] { return known }
        let found = ask { try held(by: person, on: day, knownAt: knownAt, $0) } ?? nil
        appointments[key] = .some(found)
        return found
    }

    private func held(
        by person: String, on day: Day, knownAt: Day?, _ reading: ReadTransaction
    ) throws -> Appointment? {
        guard !former.appointments.isEmpty else {
            return try reading.appointment(of: person, on: day, knownAt: knownAt)
        }
        return former.appointments(try reading.appointments(of: person), of: person).filter {
            $0.dated.span(knownAt: knownAt ?? Day(number: .max))?.contains(day) == true
        }.max { ($0.dated.span.from, $0.code) < ($1.dated.span.from, $1.code) }
    }

    public func participation(_ code: String) -> Participation? { ask { try $0.participation(code: code) } ?? nil }
    public func siteName(_ code: String) -> String? { ask { try $0.siteName(code: code) } ?? nil }

    // MARK: What became of records, by what was known on a day; nil: by everything recorded to date

    public func voiding(of record: RecordReference, knownAt: Day?) -> Voiding? {
        (ask { try $0.voiding(of: record) } ?? nil).flatMap { Self.known($0.recorded, knownAt) ? $0 : nil }
    }

    public func correction(of record: RecordReference, knownAt: Day?) -> Correction? {
        (ask { try $0.correction(of: record) } ?? nil).flatMap { Self.known($0.recorded, knownAt) ? $0 : nil }
    }

    /// The correction that put this activity in another's place.
    public func correction(by code: String, knownAt: Day?) -> Correction? {
        (ask { try $0.correction(byActivity: code) } ?? nil).flatMap { Self.known($0.recorded, knownAt) ? $0 : nil }
    }

    /// The activity at the end of the corrections of one.
    public func head(of activity: String, knownAt: Day?) -> String {
        var chain = [activity]
        while let next = correction(of: .init(.activity, chain[chain.count - 1]), knownAt: knownAt)?.replacement,
            !chain.contains(next)
        {
            chain.append(next)
        }
        return chain[chain.count - 1]
    }

    /// Those that stand and belong to an activity, with those of the activities that it replaced.
    public func participations(in activity: String, knownAt: Day?) -> [Participation] {
        ask { try $0.liveParticipations(in: activity, knownAt: knownAt) } ?? []
    }

    /// A person's participations that stand.
    public func trainingFile(of person: String, knownAt: Day?) -> [TrainingLine] {
        ask { try $0.trainingFile(of: person, knownAt: knownAt) } ?? []
    }

    public static func known(_ recorded: Day, _ knownAt: Day?) -> Bool { knownAt.map { recorded <= $0 } ?? true }

    /// Persons whose appointment is at the unit on the day, in order of code, and how many they are.
    public func persons(at unit: String, on day: Day, limit: Int) -> (persons: [Person], count: Int) {
        let (persons, count) = ask { try $0.persons(at: unit, on: day, limit: limit) } ?? ([], 0)
        return (persons.map { former.persons[$0.code] ?? $0 }, count)
    }

    public func persons(named name: String) -> [Person] { ask { try $0.persons(named: name, limit: 50) } ?? [] }
}

/// What went wrong first in the database while a page was laid out.
final class FirstTrouble {
    var trouble: (any Error)?
}
