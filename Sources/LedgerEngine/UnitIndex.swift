import Records
public import Vocabulary

/// Which units stand beneath a unit, and who was ever appointed there: to read a part of a ledger without the rest.
public final class UnitIndex: Sendable {
    let columns: RecordColumns
    private let children: Grouping
    /// By unit, where each unit's people begin in `people`.
    private let starts: [UInt32]
    private let people: [Int32]

    public init(_ columns: RecordColumns) {
        self.columns = columns
        children = Grouping(groups: columns.units.count, count: columns.units.count) { columns.parents[$0] }
        var starts = [UInt32](repeating: 0, count: columns.units.count + 1)
        let persons = 0..<Int32(columns.persons.count)
        for person in persons { Self.eachUnit(of: person, columns) { starts[Int($0) + 1] += 1 } }
        for unit in 0..<columns.units.count { starts[unit + 1] += starts[unit] }
        var people = [Int32](repeating: 0, count: Int(starts[columns.units.count]))
        var next = starts
        for person in persons {
            Self.eachUnit(of: person, columns) { unit in
                people[Int(next[Int(unit)])] = person
                next[Int(unit)] += 1
            }
        }
        self.starts = starts
        self.people = people
    }

    /// Every unit that a person was appointed to, each once.
    private static func eachUnit(of person: Int32, _ columns: RecordColumns, _ body: (Int32) -> Void) {
        if let only = columns.appointments.only(person) { return body(only.unit) }
        var met: [Int32] = []
        columns.appointments.each(person) { row in
            guard !met.contains(row.unit) else { return }
            met.append(row.unit)
            body(row.unit)
        }
    }

    func children(of unit: Int32) -> ArraySlice<Int32> {
        var found: [Int32] = []
        children.each(unit) { found.append($0) }
        return found[...]
    }

    /// The unit itself and every unit beneath it.
    func beneath(_ unit: Int32) -> [Int32] {
        var found = [unit]
        var next = 0
        while next < found.count {
            children.each(found[next]) { found.append($0) }
            next += 1
        }
        return found
    }

    /// Those who were ever appointed to the unit itself.
    func people(of unit: Int32) -> ArraySlice<Int32> { people[Int(starts[Int(unit)])..<Int(starts[Int(unit) + 1])] }

    /// Persons in order of code; their codes are spelled when somebody looks at them.
    public struct Staff: Sendable {
        let columns: RecordColumns
        let persons: [Int32]

        public var count: Int { persons.count }

        public func codes(_ offset: Int, _ limit: Int) -> [String] {
            persons.dropFirst(offset).prefix(limit).map { columns.persons[$0] }
        }
    }

    /// Persons whose appointment on a day is at the unit itself, by what was known on another.
    public func staff(at unit: String, on day: Day, knownAt: Day? = nil) -> Staff {
        guard let own = columns.units[unit] else { return Staff(columns: columns, persons: []) }
        let moment = Moment(columns, asOf: day, knownAt: knownAt)
        let found = people(of: own).filter { moment.unit(of: $0, on: day.number) == own }
        return Staff(columns: columns, persons: found.sorted(by: columns.persons.precedes))
    }

    /// Persons whose appointment on a day is at the unit or beneath it. Without a unit everybody in service.
    public func staff(beneath unit: String?, on day: Day, knownAt: Day? = nil) -> Staff {
        let moment = Moment(columns, asOf: day, knownAt: knownAt)
        var found: [Int32] = []
        if let unit {
            guard let top = columns.units[unit] else { return Staff(columns: columns, persons: []) }
            for own in beneath(top) {
                for person in people(of: own) where moment.unit(of: person, on: day.number) == own {
                    found.append(person)
                }
            }
            found.sort(by: columns.persons.precedes)
        } else {
            found = columns.persons.inOrder().filter { person in
                if let only = columns.appointments.only(person) {
                    return only.dated.holds(on: day.number, knownAt: moment.knownAt)
                }
                return moment.unit(of: person, on: day.number) >= 0
            }
        }
        return Staff(columns: columns, persons: found)
    }
}

extension RecordColumns {
    public var personCount: Int { persons.count }
    public var activityCount: Int { activities.count }

    /// The first days of activities by their numbers, from the one with this number on.
    public func eachFirstDay(ofActivitiesFrom number: Int, _ body: (Day) -> Void) {
        for place in number..<max(number, activities.count) { body(Day(number: activities[place].from)) }
    }

    public var participationCount: Int { lines.count }
}
