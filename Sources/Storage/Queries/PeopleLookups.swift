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
    /// Who belonged to a team on a day, each once, its secretary first.
    public func members(of team: String, on day: Day) throws -> [TeamMembership] {
        try members(where: "team = \(team)", on: day)
    }

    /// Who belonged on a day to teams of a kind, of one unit or of all of them, each once, secretaries first. `people`: of those
    /// alone; nil: of everybody.
    public func members(
        ofTeams kind: TeamKind, at unit: String? = nil, among people: [String]? = nil, on day: Day
    ) throws -> [TeamMembership] {
        let ofUnit: SQL = unit.map { "unit = \($0)" } ?? .always
        let ofThem: SQL = people.map { "person in (\(list: $0))" } ?? .always
        return try members(
            where: "team in (select code from teams where kind = \(kind.rawValue) and \(ofUnit)) and \(ofThem)", on: day
        )
    }

    private func members(where condition: SQL, on day: Day) throws -> [TeamMembership] {
        let held: SQL = """
            where \(condition) and from_day <= \(day) and (until_day is null or until_day >= \(day)) order by code
            """
        var seen: Set<String> = []
        return try records(TeamMembership.self, held.text, held.values)
            .sorted { ($0.role == .secretary ? 0 : 1, $0.code) < ($1.role == .secretary ? 0 : 1, $1.code) }
            .filter { seen.insert($0.person).inserted }
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
