public import Store

/// A change of a unit or of somebody's record: who, when, by what act, and as what it stood before.
public struct RecordPast: Hashable, Sendable {
    public var seq: Int
    /// The moment, UTC.
    public var at: String
    public var by: String
    public var act: String
    /// What the change was told about: an import and its code, where a file brought it.
    public var objectKind: String
    public var objectCode: String
    /// By columns; nil: it was new then.
    public var before: [String: String]?
    /// Why, where somebody said so; else empty.
    public var reason: String
}

/// As much of a line as tells why.
private struct ReasonTold: Decodable {
    var reason: String?
}

extension Reading {
    /// What became of one record, oldest first: by hand and by files alike.
    public func past(of kind: PeopleRecordKind, code: String) throws -> [RecordPast] {
        try connection.rows(
            """
            select r.seq as seq, r.state_before as state_before, j.made_at as made_at, j.made_by as made_by, j.act as act,
                j.state_after as state_after, j.object_kind as object_kind, j.object_code as object_code
            from record_changes r join journal j on j.seq = r.seq
            where r.kind = $1 and r.code = $2 order by r.seq
            """, [SQLValue(kind), SQLValue(code)]
        ) { row in
            RecordPast(
                seq: try row.integer("seq"), at: try row.text("made_at"), by: try row.text("made_by"),
                act: try row.text("act"), objectKind: try row.text("object_kind"),
                objectCode: try row.text("object_code"),
                before: try row.textOrNil("state_before").map {
                    try StoredJSON.value([String: String].self, from: $0)
                },
                reason: try row.textOrNil("state_after").flatMap {
                    try StoredJSON.value(ReasonTold.self, from: $0).reason
                } ?? "")
        }
    }

    /// As what records of a kind stood before they were changed, oldest first, by their codes. What an import made of them
    /// that was taken back is none of it: its file may come again.
    public func formerStates(of kind: PeopleRecordKind) throws -> [String: [[String: String]]] {
        var states: [String: [[String: String]]] = [:]
        let rows = try connection.rows(
            """
            select r.code as code, r.state_before as state_before from record_changes r join journal j on j.seq = r.seq
            where r.kind = $1 and r.state_before is not null and j.act <> $2 and j.act <> $3 order by r.seq
            """,
            [SQLValue(kind), SQLValue(takingBackAct), SQLValue(takingChangeBackAct)]
        ) { (code: try $0.text("code"), before: try $0.text("state_before")) }
        for row in rows {
            states[row.code, default: []].append(try StoredJSON.value([String: String].self, from: row.before))
        }
        return states
    }
}
