public import Records
public import Store
import Vocabulary

extension Reading {
    /// Every one, in order of code.
    public func voidings() throws -> [Voiding] { try voidings("order by code", []) }

    public func voiding(code: String) throws -> Voiding? { try voidings("where code = $1", [SQLValue(code)]).first }

    private func voidings(_ condition: String, _ arguments: [SQLValue]) throws -> [Voiding] {
        try connection.rows(
            """
            select code, activity, participation, site, reason, made_by, recorded_day from voidings \(condition)
            """, arguments
        ) { row in
            Voiding(
                code: try row.text("code"), record: try row.reference(), reason: try row.text("reason"),
                by: try row.text("made_by"), recorded: try row.day("recorded_day"))
        }
    }

    /// Every one, in order of code.
    public func corrections() throws -> [Correction] { try corrections("order by code", []) }

    public func correction(code: String) throws -> Correction? {
        try corrections("where code = $1", [SQLValue(code)]).first
    }

    private func corrections(_ condition: String, _ arguments: [SQLValue]) throws -> [Correction] {
        try connection.rows(
            """
            select code, activity, activity_replacement, participation, participation_replacement, site,
                site_replacement, reason, made_by, recorded_day
            from corrections \(condition)
            """, arguments
        ) { row in
            let record = try row.reference()
            return Correction(
                code: try row.text("code"), record: record,
                replacement: try row.text("\(record.kind.rawValue)_replacement"), reason: try row.text("reason"),
                by: try row.text("made_by"), recorded: try row.day("recorded_day"))
        }
    }
}

extension WriteTransaction {
    func insert(_ voiding: Voiding) throws {
        try connection.execute(
            """
            insert into voidings (code, \(voiding.record.kind.rawValue), reason, made_by, recorded_day)
            values ($1, $2, $3, $4, $5)
            """,
            [
                SQLValue(voiding.code), SQLValue(voiding.record.code), SQLValue(voiding.reason),
                SQLValue(voiding.by), SQLValue(voiding.recorded),
            ])
    }

    func insert(_ correction: Correction) throws {
        let column = correction.record.kind.rawValue
        try connection.execute(
            """
            insert into corrections (code, \(column), \(column)_replacement, reason, made_by, recorded_day)
            values ($1, $2, $3, $4, $5, $6)
            """,
            [
                SQLValue(correction.code), SQLValue(correction.record.code), SQLValue(correction.replacement),
                SQLValue(correction.reason), SQLValue(correction.by), SQLValue(correction.recorded),
            ])
    }
}

extension SQLRow {
    /// One foreign key per kind of record; the schema lets exactly one of them be set.
    fileprivate func reference() throws -> RecordReference {
        for kind in RecordReference.Kind.allCases {
            if let code = try textOrNil(kind.rawValue) { return RecordReference(kind, code) }
        }
        throw UnexpectedRow("activity", expected: "one record")
    }
}
