public import Records

/// What a journal row says was recorded, as far as it can be told from the row alone.
public enum RecordedAct: Sendable {
    case reported(Activity, [Participation])
    case voided(Voiding)
    case corrected(Correction, by: Activity, [Participation])
    /// An edition was published: records are as they were.
    case published
    /// Anything else, by its name.
    case other(String)
}

extension Reading {
    /// What was recorded after a journal row, oldest first; nil where there are more rows than `limit`.
    public func recordedActs(after seq: Int, limit: Int) throws -> [RecordedAct]? {
        guard try revision() - seq <= limit else { return nil }
        return try connection.rows(
            "select act, state_after from journal where seq > $1 order by seq", [SQLValue(seq)]
        ) { try RecordedAct(act: try $0.text("act"), after: try $0.textOrEmpty("state_after")) }
    }

    /// The hash of one journal row; nil where there is none.
    public func journalHash(of seq: Int) throws -> String? {
        try connection.first("select hash from journal where seq = $1", [SQLValue(seq)]) { try $0.text("hash") }
    }

    /// The number of the newest schema step.
    public func schemaVersion() throws -> Int {
        try connection.first("select max(number) as last from schema_migrations") { try $0.integer("last") } ?? 0
    }
}

extension RecordedAct {
    init(act: String, after: String) throws {
        switch act {
        case "report":
            let told = try StoredJSON.value(JournaledActivity.self, from: after)
            self = .reported(told.activity, told.participations)
        case "void":
            self = .voided(try StoredJSON.value(Voiding.self, from: after))
        case "correct":
            let told = try StoredJSON.value(JournaledCorrection.self, from: after)
            self = .corrected(told.correction, by: told.activity, told.participations)
        case "publish": self = .published
        default: self = .other(act)
        }
    }
}
