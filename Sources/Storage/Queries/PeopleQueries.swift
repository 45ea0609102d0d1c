public import Records
public import Store
import Vocabulary

extension Reading {
    /// Records of a kind that a condition picks, in order of code unless it says otherwise.
    func records<Record: PeopleRecord>(
        _ kind: Record.Type, _ condition: String = "order by code", _ arguments: [SQLValue] = []
    ) throws -> [Record] {
        let table = Record.recordKind.table
        return try connection.rows(
            "select \(table.columns.joined(separator: ", ")) from \(table.rawValue) \(condition)", arguments
        ) { try Record($0) }
    }

    /// Those of which a column says this, in order of code.
    func records<Record: PeopleRecord>(_ kind: Record.Type, where column: String, is value: String) throws -> [Record] {
        try records(kind, "where \(column) = $1 order by code", [SQLValue(value)])
    }

    /// Nil where there is none.
    func record<Record: PeopleRecord>(_ kind: Record.Type, code: String) throws -> Record? {
        try records(kind, where: "code", is: code).first
    }

    /// How many people there are, counted no further than so many.
    public func personCount(upTo most: Int) throws -> Int {
        try connection.first(
            "select count(*) as rows from (select code from persons limit $1) as counted", [SQLValue(most)]
        ) { try $0.integer("rows") } ?? 0
    }

    // Every one, in order of code.
    public func units() throws -> [OrgUnit] { try records(OrgUnit.self) }
    public func persons() throws -> [Person] { try records(Person.self) }
    public func appointments() throws -> [Appointment] { try records(Appointment.self) }
    public func categoryHoldings() throws -> [CategoryHolding] { try records(CategoryHolding.self) }
    public func teams() throws -> [Team] { try records(Team.self) }
    public func teamMemberships() throws -> [TeamMembership] { try records(TeamMembership.self) }
    public func rosters() throws -> [Roster] { try records(Roster.self) }
    public func rosterEntries() throws -> [RosterEntry] { try records(RosterEntry.self) }
}

extension WriteTransaction {
    func insert(_ record: some PeopleRecord) throws {
        try connection.execute(type(of: record).recordKind.table.insertion, record.columnValues)
        if let person = record as? Person { try connection.fold(person.name, of: person.code, into: .names) }
    }
}

let datedColumns = "from_day, until_day, recorded_day, end_recorded_day"
