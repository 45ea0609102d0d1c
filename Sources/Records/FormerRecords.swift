/// Units and people as they were recorded by a day, where something else was put in their place since; by code.
public struct FormerRecords: Hashable, Sendable {
    public var units: [String: OrgUnit] = [:]
    public var persons: [String: Person] = [:]
    public var appointments: [String: Appointment] = [:]
    public var categories: [String: CategoryHolding] = [:]
    public var teams: [String: Team] = [:]
    public var memberships: [String: TeamMembership] = [:]
    public var rosters: [String: Roster] = [:]
    public var rosterEntries: [String: RosterEntry] = [:]

    public init() {}

    public var isEmpty: Bool { self == FormerRecords() }

    public func units(_ now: [OrgUnit]) -> [OrgUnit] { now.map { units[$0.code] ?? $0 } }
    public func teams(_ now: [Team]) -> [Team] { now.map { teams[$0.code] ?? $0 } }

    /// What somebody held then, from what they hold now: a change may have given a record to somebody else.
    public func appointments(_ now: [Appointment], of person: String) -> [Appointment] {
        Self.held(now, appointments, of: person, \.code, \.person)
    }
    public func categories(_ now: [CategoryHolding], of person: String) -> [CategoryHolding] {
        Self.held(now, categories, of: person, \.code, \.person)
    }
    public func memberships(_ now: [TeamMembership], of person: String) -> [TeamMembership] {
        Self.held(now, memberships, of: person, \.code, \.person)
    }
    public func rosterEntries(_ now: [RosterEntry], of person: String) -> [RosterEntry] {
        Self.held(now, rosterEntries, of: person, \.code, \.person)
    }

    private static func held<Held>(
        _ now: [Held], _ former: [String: Held], of person: String, _ code: KeyPath<Held, String>,
        _ holder: KeyPath<Held, String>
    ) -> [Held] {
        (now.filter { former[$0[keyPath: code]] == nil } + former.values.filter { $0[keyPath: holder] == person })
            .sorted { $0[keyPath: code] < $1[keyPath: code] }
    }
}

extension RecordBook {
    /// The book with what stood before in the place of what was changed since.
    public func restoring(_ former: FormerRecords) -> RecordBook {
        var book = self
        book.units = former.units(units)
        book.persons = persons.map { former.persons[$0.code] ?? $0 }
        book.appointments = appointments.map { former.appointments[$0.code] ?? $0 }
        book.categories = categories.map { former.categories[$0.code] ?? $0 }
        book.teams = former.teams(teams)
        book.memberships = memberships.map { former.memberships[$0.code] ?? $0 }
        book.rosters = rosters.map { former.rosters[$0.code] ?? $0 }
        book.rosterEntries = rosterEntries.map { former.rosterEntries[$0.code] ?? $0 }
        return book
    }
}
