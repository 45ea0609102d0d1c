public import Records

/// A line of the journal in short: what was done to which object.
public struct JournalLine: Hashable, Sendable {
    public var seq: Int
    public var act: String
    public var kind: String
    public var code: String
}

extension Reading {
    /// What was done after a revision, in order, at most so many lines.
    public func changes(since revision: Int, limit: Int) throws -> [JournalLine] {
        try connection.rows(
            "select seq, act, object_kind, object_code from journal where seq > $1 order by seq limit $2",
            [SQLValue(revision), SQLValue(limit)]
        ) { row in
            JournalLine(
                seq: try row.integer("seq"), act: try row.text("act"), kind: try row.text("object_kind"),
                code: try row.text("object_code"))
        }
    }

    /// Every unit, in order of code.
    public func allUnits() throws -> [OrgUnit] { try units() }

    /// Every team, in order of code.
    public func allTeams() throws -> [Team] { try teams() }
}
