import Records
public import Store

/// A change of units and people that somebody made by hand, as the journal tells it, and whether it was taken back.
public struct ChangePast: Hashable, Sendable {
    /// The journal's number.
    public var seq: Int
    /// The moment, UTC.
    public var at: String
    public var by: String
    public var act: String
    /// What it was told about: a unit, a person.
    public var kind: PeopleRecordKind
    public var code: String
    public var takenBack: ImportPast.TakenBack?
}

/// What taking a change by hand back is called in the journal.
public let takingChangeBackAct = "takeBackChange"

extension Reading {
    /// The change of one row of the journal; nil where it tells of none by hand.
    public func changePast(_ seq: Int) throws -> ChangePast? {
        let row = try connection.first(
            "select made_at, made_by, act, object_kind, object_code from journal where seq = $1", [SQLValue(seq)]
        ) { row in
            (
                at: try row.text("made_at"), by: try row.text("made_by"), act: try row.text("act"),
                kind: try row.text("object_kind"), code: try row.text("object_code")
            )
        }
        guard let row, let kind = PeopleRecordKind(rawValue: row.kind), row.act != takingChangeBackAct else {
            return nil
        }
        let back = try journal(ofKind: row.kind, code: row.code).first { later in
            guard later.seq > seq, later.act == takingChangeBackAct, let after = later.after else { return false }
            return try StoredJSON.value(JournaledPeople.self, from: after).takesBack == seq
        }
        return ChangePast(
            seq: seq, at: row.at, by: row.by, act: row.act, kind: kind, code: row.code,
            takenBack: try back.map { row in
                let told = try StoredJSON.value(JournaledPeople.self, from: row.after ?? "")
                return .init(at: row.at, by: row.by, reason: told.reason ?? "")
            })
    }

    /// How many records of each kind a change brought, and how many it changed.
    public func recordCounts(ofChange seq: Int) throws -> [(kind: PeopleRecordKind, new: Int, changed: Int)] {
        try connection.rows(
            """
            select kind, count(*) as rows, count(state_before) as changed from record_changes where seq = $1 group by kind
            order by kind
            """, [SQLValue(seq)]
        ) { row in
            let changed = try row.integer("changed")
            return (try row.code("kind"), try row.integer("rows") - changed, changed)
        }
    }

    /// Which records were touched after a row of the journal, each once.
    public func recordsTouched(since seq: Int) throws -> [(
        kind: PeopleRecordKind, code: String, before: [String: String]?
    )] {
        try connection.rows(
            "select kind, code, state_before from record_changes where seq > $1 order by seq, kind, code",
            [SQLValue(seq)]
        ) { row in
            (
                try row.code("kind"), try row.text("code"),
                try row.textOrNil("state_before").map { try StoredJSON.value([String: String].self, from: $0) }
            )
        }
    }

    /// The journal's last row of a change of units and people; 0: there is none.
    public func lastRecordChange() throws -> Int {
        try connection.first("select coalesce(max(seq), 0) as last from record_changes") { try $0.integer("last") } ?? 0
    }
}

extension Reading {
    /// A record of units and people by its columns; nil where there is none.
    public func told(_ kind: PeopleRecordKind, _ code: String) throws -> [String: String]? {
        switch kind {
        case .unit: try record(OrgUnit.self, code: code)?.columnsTold
        case .person: try record(Person.self, code: code)?.columnsTold
        case .appointment: try record(Appointment.self, code: code)?.columnsTold
        case .categoryHolding: try record(CategoryHolding.self, code: code)?.columnsTold
        case .team: try record(Team.self, code: code)?.columnsTold
        case .membership: try record(TeamMembership.self, code: code)?.columnsTold
        case .roster: try record(Roster.self, code: code)?.columnsTold
        case .rosterEntry: try record(RosterEntry.self, code: code)?.columnsTold
        case .merger: try record(PersonMerger.self, code: code)?.columnsTold
        }
    }
}
