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
    /// Who was known to be one human; nil: as today.
    public var samePersons: SamePersons?

    public init() {}

    public var isEmpty: Bool { self == FormerRecords() }

    public func units(_ now: [OrgUnit]) -> [OrgUnit] { Self.standing(now, units, \.code) }
    public func teams(_ now: [Team]) -> [Team] { Self.standing(now, teams, \.code) }

    /// What stood then in the place of what stands now, and what is no longer there, since its import was taken back.
    fileprivate static func standing<Record>(
        _ now: [Record], _ former: [String: Record], _ code: KeyPath<Record, String>
    ) -> [Record] {
        guard !former.isEmpty else { return now }
        var left = former
        let kept = now.map { left.removeValue(forKey: $0[keyPath: code]) ?? $0 }
        return left.isEmpty ? kept : (kept + left.values).sorted { $0[keyPath: code] < $1[keyPath: code] }
    }

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
        book.persons = FormerRecords.standing(persons, former.persons, \.code)
        book.appointments = FormerRecords.standing(appointments, former.appointments, \.code)
        book.categories = FormerRecords.standing(categories, former.categories, \.code)
        book.teams = former.teams(teams)
        book.memberships = FormerRecords.standing(memberships, former.memberships, \.code)
        book.rosters = FormerRecords.standing(rosters, former.rosters, \.code)
        book.rosterEntries = FormerRecords.standing(rosterEntries, former.rosterEntries, \.code)
        return book
    }
}
