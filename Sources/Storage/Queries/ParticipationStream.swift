public import Vocabulary

/// A participation as its row stands, without the nouns' own types: for reading millions.
public struct ParticipationRow {
    public var code: String
    public var activity: String
    public var person: String
    public var role: ParticipationRole
    public var halfHours: Int32
    public var completed: Bool
    /// Day number.
    public var recorded: Int32
}

extension Reading {
    /// Every participation, in whatever order the engine reads fastest.
    public func eachParticipation(_ body: (ParticipationRow) throws -> Void) throws {
        // The last spelling read: nearly all rows say the same.
        var part = ""
        var role = ParticipationRole.attendee
        try connection.stream(
            "select code, activity, person, part, half_hours, completed, recorded_day from participations"
        ) { row in
            let word = row.text(at: 3)
            if word != part {
                guard let known = ParticipationRole(rawValue: word) else {
                    throw UnexpectedRow("part", expected: "ParticipationRole")
                }
                (part, role) = (word, known)
            }
            try body(
                ParticipationRow(
                    code: row.text(at: 0), activity: row.text(at: 1), person: row.text(at: 2), role: role,
                    halfHours: Int32(clamping: row.integer(at: 4)), completed: row.integer(at: 5) != 0,
                    recorded: Int32(clamping: row.integer(at: 6))))
        }
    }

    public func participationCount() throws -> Int {
        try connection.first("select count(*) as rows from participations") { try $0.integer("rows") } ?? 0
    }
}
