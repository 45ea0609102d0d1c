public import Records
public import Store
public import Vocabulary

/// What an act on units and people asks before it writes.
extension Reading {
    /// Every one of a person, in order of code.
    public func appointments(of person: String) throws -> [Appointment] {
        try appointments("where person = $1", [SQLValue(person)])
    }

    public func appointment(code: String) throws -> Appointment? {
        try appointments("where code = $1", [SQLValue(code)]).first
    }

    public func categoryHoldings(of person: String) throws -> [CategoryHolding] {
        try categoryHoldings("where person = $1", [SQLValue(person)])
    }

    public func categoryHolding(code: String) throws -> CategoryHolding? {
        try categoryHoldings("where code = $1", [SQLValue(code)]).first
    }

    public func memberships(of team: String) throws -> [TeamMembership] {
        try teamMemberships("where team = $1", [SQLValue(team)])
    }

    public func membership(code: String) throws -> TeamMembership? {
        try teamMemberships("where code = $1", [SQLValue(code)]).first
    }

    public func roster(code: String) throws -> Roster? { try rosters("where code = $1", [SQLValue(code)]).first }

    public func entries(of roster: String) throws -> [RosterEntry] {
        try rosterEntries("where roster = $1", [SQLValue(roster)])
    }

    public func rosterEntry(code: String) throws -> RosterEntry? {
        try rosterEntries("where code = $1", [SQLValue(code)]).first
    }

    /// The units right beneath one, in order of code.
    public func units(under parent: String) throws -> [OrgUnit] {
        try units().filter { $0.parent == parent }
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
