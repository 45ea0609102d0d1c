import Records
import Spelling
import Storage
import Store
import Vocabulary

/// The records of this moment, laid out so that each row of a file finds what it means.
final class ImportRecords {
    let today: Day
    private(set) var units: [String: OrgUnit] = [:]
    let persons: [String: Person]
    /// Open and ended ones of each person, by their first days.
    let appointments: [String: [Appointment]]
    private var codesByUnitName: [String: [String]] = [:]
    private let codesByPersonName: [String: [String]]
    private let reading: any Reading

    init(_ reading: any Reading, today: Day) throws {
        self.today = today
        self.reading = reading
        let persons = try reading.persons()
        let same = try reading.samePersons()
        let records = Dictionary(persons.map { ($0.code, $0) }, uniquingKeysWith: { a, _ in a })
        // Whoever was merged is found by their number and name of before, and is the one kept.
        self.persons = same.isEmpty ? records : records.mapValues { records[same.whose($0.code)] ?? $0 }
        var names: [String: [String]] = [:]
        names.reserveCapacity(persons.count)
        for person in persons {
            let (name, whose) = (person.name.folded, same.whose(person.code))
            if names[name]?.contains(whose) != true { names[name, default: []].append(whose) }
        }
        codesByPersonName = names
        appointments = Dictionary(grouping: try reading.appointments(), by: \.person).mapValues { held in
            held.count < 2 ? held : held.sorted { ($0.dated.span.from, $0.code) < ($1.dated.span.from, $1.code) }
        }
        for unit in try reading.units() { add(unit) }
    }

    // MARK: Units

    /// Whether records of the file or of the database: from here on it is found.
    func add(_ unit: OrgUnit) {
        units[unit.code] = unit
        for name in names(of: unit) { codesByUnitName[name, default: []].append(unit.code) }
    }

    /// Under which a unit is found: its name, behind its parent's, and behind all above it, with and without separators.
    private func names(of unit: OrgUnit) -> Set<String> {
        var names: Set<String> = [unit.name.folded]
        var path = unit.name
        var next = unit.parent
        var steps = 0
        while let above = next.flatMap({ units[$0] }), steps < 50 {
            path = above.name + path
            names.insert(path.folded)
            next = above.parent
            steps += 1
        }
        return names
    }

    enum Found<Value> {
        case one(Value)
        case none
        case several([Value])
    }

    /// A unit by its code, its name, or its path.
    func unit(_ typed: String) -> Found<OrgUnit> {
        for code in typed.codeSpellings { if let unit = units[code] { return .one(unit) } }
        let folded = typed.folded
        let whole = codesByUnitName[folded] ?? codesByUnitName[folded.filter { !"/\\>-|,".contains($0) }] ?? []
        let found = whole.compactMap { units[$0] }
        let open = found.filter { $0.span.until == nil }
        switch (open.count, found.count) {
        case (1, _): return .one(open[0])
        case (0, 0): return .none
        case (0, 1): return .one(found[0])
        default: return .several(open.isEmpty ? found : open)
        }
    }

    /// `示例市 / 财政局`
    func path(of unit: OrgUnit) -> String {
        var parts = [unit.name]
        var next = unit.parent
        while let above = next.flatMap({ units[$0] }), parts.count < 20 {
            parts.insert(above.name, at: 0)
            next = above.parent
        }
        return (parts.count > 1 ? parts.dropFirst() : parts[...]).joined(separator: "/")
    }

    /// The units whose names are most like one that is none's, two at most.
    func unitsLike(_ typed: String) -> [OrgUnit] {
        let wanted = Set(typed.folded)
        guard wanted.count > 1, units.count <= 5000 else { return [] }
        let close = units.values.filter { $0.span.until == nil }.map { unit in
            (unit, score: wanted.intersection(unit.name.folded).count * 100 / max(wanted.count, unit.name.count))
        }
        .filter { $0.score >= 50 }
        return close.sorted { ($1.score, $0.0.code) < ($0.score, $1.0.code) }.prefix(2).map(\.0)
    }

    // MARK: People

    func persons(named name: String) -> [Person] {
        (codesByPersonName[name.folded] ?? []).compactMap { persons[$0] }
    }

    func person(code: String) -> Person? {
        for spelling in code.codeSpellings { if let person = persons[spelling] { return person } }
        return nil
    }

    func openAppointment(of person: String) -> Appointment? {
        appointments[person]?.last { $0.dated.span.until.map { $0 >= today } ?? true }
    }

    /// `P1（县财政局，1980-01）`
    func told(_ person: Person) -> String {
        let unit = openAppointment(of: person.code).flatMap { units[$0.unit]?.name } ?? "无任职"
        return "\(person.code)（\(unit)，\(person.birthMonth)）"
    }

    // MARK: What stood before

    private var former: [PeopleRecordKind: [String: [[String: String]]]] = [:]

    /// Whether a record once said what the file says now: then the file is older than a later change.
    func wasBefore<R: PeopleRecord>(_ record: R, _ columns: [String], now: R) throws -> String? {
        if former[R.recordKind] == nil { former[R.recordKind] = try reading.formerStates(of: R.recordKind) }
        guard let states = former[R.recordKind]?[record.code] else { return nil }
        let (wanted, standing) = (record.columnsTold, now.columnsTold)
        return columns.first { column in
            wanted[column] != standing[column] && states.contains { $0[column] == wanted[column] }
        }
    }
}
