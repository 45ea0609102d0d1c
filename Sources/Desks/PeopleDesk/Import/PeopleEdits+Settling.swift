import Records
import Storage
import Store
import Vocabulary

extension PeopleEdits {
    mutating func add(_ other: PeopleEdits) {
        units += other.units
        persons += other.persons
        appointments += other.appointments
        categories += other.categories
        teams += other.teams
        memberships += other.memberships
        rosters += other.rosters
        rosterEntries += other.rosterEntries
    }

    /// A record that several rows touched is one change: from what stood first to what stands last.
    mutating func settle() {
        units = Self.settled(units)
        persons = Self.settled(persons)
        appointments = Self.settled(appointments)
        categories = Self.settled(categories)
        teams = Self.settled(teams)
        memberships = Self.settled(memberships)
        rosters = Self.settled(rosters)
        rosterEntries = Self.settled(rosterEntries)
    }

    private static func settled<R>(_ edits: [Edit<R>]) -> [Edit<R>] {
        var places: [String: Int] = [:]
        places.reserveCapacity(edits.count)
        var kept: [Edit<R>] = []
        kept.reserveCapacity(edits.count)
        for edit in edits {
            if let place = places[edit.after.code] {
                kept[place].after = edit.after
            } else {
                places[edit.after.code] = kept.count
                kept.append(edit)
            }
        }
        return kept
    }

    /// With codes of the series in the place of what stood for them.
    mutating func number(_ take: (CodeSeries, Int) throws -> [String]) throws {
        var codes: [String: String] = [:]
        func hand(_ series: CodeSeries, _ placeholders: [String]) throws {
            let new = placeholders.filter { $0.hasPrefix("\u{1}") }
            for (old, code) in zip(new, try take(series, new.count)) { codes[old] = code }
        }
        func real(_ code: String) -> String { code.hasPrefix("\u{1}") ? codes[code] ?? code : code }
        try hand(.unit, units.map(\.after.code))
        try hand(.person, persons.map(\.after.code))
        try hand(.appointment, appointments.map(\.after.code))
        try hand(.categoryHolding, categories.map(\.after.code))
        try hand(.team, teams.map(\.after.code))
        try hand(.membership, memberships.map(\.after.code))
        try hand(.roster, rosters.map(\.after.code))
        try hand(.rosterEntry, rosterEntries.map(\.after.code))
        for index in units.indices {
            units[index].after.code = real(units[index].after.code)
            units[index].after.parent = units[index].after.parent.map(real)
        }
        for index in persons.indices { persons[index].after.code = real(persons[index].after.code) }
        for index in appointments.indices {
            appointments[index].after.code = real(appointments[index].after.code)
            appointments[index].after.person = real(appointments[index].after.person)
        }
        for index in categories.indices { categories[index].after.code = real(categories[index].after.code) }
        for index in teams.indices { teams[index].after.code = real(teams[index].after.code) }
        for index in memberships.indices { memberships[index].after.code = real(memberships[index].after.code) }
        for index in rosters.indices { rosters[index].after.code = real(rosters[index].after.code) }
        for index in rosterEntries.indices {
            rosterEntries[index].after.code = real(rosterEntries[index].after.code)
            rosterEntries[index].after.roster = real(rosterEntries[index].after.roster)
        }
    }
}
