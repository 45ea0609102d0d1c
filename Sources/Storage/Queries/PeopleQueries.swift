public import Records
public import Store
import Vocabulary

extension Reading {
    public func units() throws -> [OrgUnit] {
        try connection.rows(
            "select code, name, kind, parent, from_day, until_day, recorded_day from units order by code"
        ) { row in
            OrgUnit(
                code: try row.text("code"), name: try row.text("name"), kind: try row.code("kind"),
                parent: try row.textOrNil("parent"),
                span: DaySpan(from: try row.day("from_day"), until: try row.dayOrNil("until_day")),
                recorded: try row.day("recorded_day"))
        }
    }

    /// Every one, in order of code.
    public func persons() throws -> [Person] {
        try connection.rows("select code, name, sex, birth_month, recorded_day from persons order by code") { row in
            Person(
                code: try row.text("code"), name: try row.text("name"), sex: try row.code("sex"),
                birthMonth: try row.text("birth_month"), recorded: try row.day("recorded_day"))
        }
    }

    /// Every one, in order of code.
    public func appointments() throws -> [Appointment] { try appointments("", []) }

    func appointments(_ condition: String, _ arguments: [SQLValue]) throws -> [Appointment] {
        try connection.rows(
            "select code, person, unit, post, person_rank, \(datedColumns) from appointments \(condition) order by code",
            arguments
        ) { row in
            Appointment(
                code: try row.text("code"), person: try row.text("person"), unit: try row.text("unit"),
                post: try row.textOrEmpty("post"), rank: try row.textOrEmpty("person_rank"), dated: try row.dated())
        }
    }

    /// Every one, in order of code.
    public func categoryHoldings() throws -> [CategoryHolding] { try categoryHoldings("", []) }

    func categoryHoldings(_ condition: String, _ arguments: [SQLValue]) throws -> [CategoryHolding] {
        try connection.rows(
            "select code, person, category, \(datedColumns) from category_holdings \(condition) order by code",
            arguments
        ) { row in
            CategoryHolding(
                code: try row.text("code"), person: try row.text("person"), category: try row.code("category"),
                dated: try row.dated())
        }
    }

    func teams() throws -> [Team] {
        try connection.rows("select code, name, kind, unit, \(datedColumns) from teams order by code") { row in
            Team(
                code: try row.text("code"), name: try row.text("name"), kind: try row.code("kind"),
                unit: try row.text("unit"), dated: try row.dated())
        }
    }

    /// Every one, in order of code.
    public func teamMemberships() throws -> [TeamMembership] { try teamMemberships("", []) }

    func teamMemberships(_ condition: String, _ arguments: [SQLValue]) throws -> [TeamMembership] {
        try connection.rows(
            "select code, team, person, team_role, \(datedColumns) from team_memberships \(condition) order by code",
            arguments
        ) { row in
            TeamMembership(
                code: try row.text("code"), team: try row.text("team"), person: try row.text("person"),
                role: try row.code("team_role"), dated: try row.dated())
        }
    }

    /// Every one, in order of code.
    public func rosters() throws -> [Roster] { try rosters("", []) }

    func rosters(_ condition: String, _ arguments: [SQLValue]) throws -> [Roster] {
        try connection.rows(
            "select code, name, keeper, recorded_day from rosters \(condition) order by code", arguments
        ) { row in
            Roster(
                code: try row.text("code"), name: try row.text("name"), keeper: try row.text("keeper"),
                recorded: try row.day("recorded_day"))
        }
    }

    /// Every one, in order of code.
    public func rosterEntries() throws -> [RosterEntry] { try rosterEntries("", []) }

    func rosterEntries(_ condition: String, _ arguments: [SQLValue]) throws -> [RosterEntry] {
        try connection.rows(
            "select code, roster, person, \(datedColumns) from roster_entries \(condition) order by code", arguments
        ) { row in
            RosterEntry(
                code: try row.text("code"), roster: try row.text("roster"), person: try row.text("person"),
                dated: try row.dated())
        }
    }
}

extension WriteTransaction {
    func insert(_ unit: OrgUnit) throws {
        try connection.execute(
            """
            insert into units (code, name, kind, parent, from_day, until_day, recorded_day)
            values ($1, $2, $3, $4, $5, $6, $7)
            """,
            [
                SQLValue(unit.code), SQLValue(unit.name), SQLValue(unit.kind), SQLValue(unit.parent),
                SQLValue(unit.span.from), SQLValue(unit.span.until), SQLValue(unit.recorded),
            ])
    }

    func insert(_ person: Person) throws {
        try connection.execute(
            "insert into persons (code, name, sex, birth_month, recorded_day) values ($1, $2, $3, $4, $5)",
            [
                SQLValue(person.code), SQLValue(person.name), SQLValue(person.sex), SQLValue(person.birthMonth),
                SQLValue(person.recorded),
            ])
        try connection.fold(person.name, of: person.code, into: .names)
    }

    func insert(_ appointment: Appointment) throws {
        try connection.execute(
            """
            insert into appointments (code, person, unit, post, person_rank, \(datedColumns))
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            [
                SQLValue(appointment.code), SQLValue(appointment.person), SQLValue(appointment.unit),
                SQLValue(appointment.post), SQLValue(appointment.rank),
            ] + SQLValue.dated(appointment.dated))
    }

    func insert(_ holding: CategoryHolding) throws {
        try connection.execute(
            """
            insert into category_holdings (code, person, category, \(datedColumns))
            values ($1, $2, $3, $4, $5, $6, $7)
            """,
            [SQLValue(holding.code), SQLValue(holding.person), SQLValue(holding.category)]
                + SQLValue.dated(holding.dated))
    }

    func insert(_ team: Team) throws {
        try connection.execute(
            "insert into teams (code, name, kind, unit, \(datedColumns)) values ($1, $2, $3, $4, $5, $6, $7, $8)",
            [SQLValue(team.code), SQLValue(team.name), SQLValue(team.kind), SQLValue(team.unit)]
                + SQLValue.dated(team.dated))
    }

    func insert(_ membership: TeamMembership) throws {
        try connection.execute(
            """
            insert into team_memberships (code, team, person, team_role, \(datedColumns))
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            [
                SQLValue(membership.code), SQLValue(membership.team), SQLValue(membership.person),
                SQLValue(membership.role),
            ] + SQLValue.dated(membership.dated))
    }

    func insert(_ roster: Roster) throws {
        try connection.execute(
            "insert into rosters (code, name, keeper, recorded_day) values ($1, $2, $3, $4)",
            [SQLValue(roster.code), SQLValue(roster.name), SQLValue(roster.keeper), SQLValue(roster.recorded)])
    }

    func insert(_ entry: RosterEntry) throws {
        try connection.execute(
            "insert into roster_entries (code, roster, person, \(datedColumns)) values ($1, $2, $3, $4, $5, $6, $7)",
            [SQLValue(entry.code), SQLValue(entry.roster), SQLValue(entry.person)] + SQLValue.dated(entry.dated))
    }
}

let datedColumns = "from_day, until_day, recorded_day, end_recorded_day"
