public import Records
public import Store
public import Vocabulary

/// What an act on units and people asks before it writes.
extension Reading {
    public func appointment(code: String) throws -> Appointment? { try record(Appointment.self, code: code) }
    public func categoryHolding(code: String) throws -> CategoryHolding? {
        try record(CategoryHolding.self, code: code)
    }
    public func membership(code: String) throws -> TeamMembership? { try record(TeamMembership.self, code: code) }
    public func roster(code: String) throws -> Roster? { try record(Roster.self, code: code) }
    public func rosterEntry(code: String) throws -> RosterEntry? { try record(RosterEntry.self, code: code) }

    // Every one of a person, a team or a roster, in order of code.
    public func appointments(of person: String) throws -> [Appointment] {
        try records(Appointment.self, where: "person", is: person)
    }
    /// At one unit itself, whenever they were held.
    public func appointments(at unit: String) throws -> [Appointment] {
        try records(Appointment.self, where: "unit", is: unit)
    }
    public func categoryHoldings(of person: String) throws -> [CategoryHolding] {
        try records(CategoryHolding.self, where: "person", is: person)
    }
    public func memberships(ofPerson person: String) throws -> [TeamMembership] {
        try records(TeamMembership.self, where: "person", is: person)
    }
    public func memberships(of team: String) throws -> [TeamMembership] {
        try records(TeamMembership.self, where: "team", is: team)
    }
    public func rosterEntries(ofPerson person: String) throws -> [RosterEntry] {
        try records(RosterEntry.self, where: "person", is: person)
    }
    public func entries(of roster: String) throws -> [RosterEntry] {
        try records(RosterEntry.self, where: "roster", is: roster)
    }

    /// The units right beneath one, in order of code.
    public func units(under parent: String) throws -> [OrgUnit] {
        try records(OrgUnit.self, where: "parent", is: parent)
    }

    /// What still belongs to a unit after a day: units beneath it, people who serve there, teams.
    public func standing(at unit: String, after day: Day) throws -> (units: Int, people: Int, teams: Int) {
        func count(_ table: String, _ column: String) throws -> Int {
            try connection.first(
                """
                select count(*) as rows from \(table) where \(column) = $1 and (until_day is null or until_day > $2)
                """, [SQLValue(unit), SQLValue(day)]
            ) { try $0.integer("rows") } ?? 0
        }
        return (try count("units", "parent"), try count("appointments", "unit"), try count("teams", "unit"))
    }
}
