public import Store
public import Vocabulary

/// A participation as its row stands, without the nouns' own types: for reading millions.
public struct ParticipationRow {
    /// Letters in the engine's own memory, good until the next row is read.
    public typealias Letters = UnsafeBufferPointer<UInt8>

    public var code: Letters
    public var activity: Letters
    public var person: Letters
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
        var part: [UInt8] = []
        var role = ParticipationRole.attendee
        try connection.stream(
            "select code, activity, person, part, half_hours, completed, recorded_day from participations", []
        ) { row in
            let word = row.letters(at: 3)
            if !word.isSame(as: part) {
                guard let known = ParticipationRole(rawValue: String(decoding: word, as: UTF8.self)) else {
                    throw UnexpectedRow("part", expected: "ParticipationRole")
                }
                (part, role) = (Array(word), known)
            }
            try body(
                ParticipationRow(
                    code: row.letters(at: 0), activity: row.letters(at: 1), person: row.letters(at: 2), role: role,
                    halfHours: Int32(clamping: row.integer(at: 4)), completed: row.integer(at: 5) != 0,
                    recorded: Int32(clamping: row.integer(at: 6))))
        }
    }

    public func activityCount() throws -> Int {
        try connection.first("select count(*) as rows from activities") { try $0.integer("rows") } ?? 0
    }

    public func participationCount() throws -> Int {
        try connection.first("select count(*) as rows from participations") { try $0.integer("rows") } ?? 0
    }
}

extension UnsafeBufferPointer<UInt8> {
    func isSame(as other: [UInt8]) -> Bool {
        guard count == other.count else { return false }
        for index in other.indices where self[index] != other[index] { return false }
        return true
    }
}
