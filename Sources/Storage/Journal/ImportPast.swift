public import Records
public import Store

/// A file that was imported, as the journal tells it: who brought it, when, and whether it was taken back.
public struct ImportPast: Hashable, Sendable {
    public var code: String
    public var seq: Int
    /// The moment, UTC.
    public var at: String
    public var by: String
    public var file: ImportedFile
    public var takenBack: TakenBack?

    public struct TakenBack: Hashable, Sendable {
        public var at: String
        public var by: String
        public var reason: String
    }
}

/// What taking an import back is called in the journal.
public let takingBackAct = "takeBackImport"

extension Reading {
    /// The files that were imported, the newest first.
    public func imports(limit: Int) throws -> [ImportPast] {
        let codes = try connection.rows(
            """
            select object_code from journal where object_kind = $1 and act <> $2 order by seq desc limit $3
            """, [SQLValue(importedFileKind), SQLValue(takingBackAct), SQLValue(limit)]
        ) { try $0.text("object_code") }
        return try codes.compactMap { try importPast($0) }
    }

    public func importPast(_ code: String) throws -> ImportPast? {
        let rows = try journal(ofKind: importedFileKind, code: code)
        guard let first = rows.first, let after = first.after,
            let file = try StoredJSON.value(JournaledPeople.self, from: after).file
        else { return nil }
        let back = rows.first { $0.act == takingBackAct }
        return ImportPast(
            code: code, seq: first.seq, at: first.at, by: first.by, file: file,
            takenBack: try back.map { row in
                let told = try StoredJSON.value(JournaledPeople.self, from: row.after ?? "")
                return .init(at: row.at, by: row.by, reason: told.reason ?? "")
            })
    }

    /// How many records of each kind it brought, and how many it changed.
    public func counts(of past: ImportPast) throws -> [(kind: PeopleRecordKind, new: Int, changed: Int)] {
        try recordCounts(ofChange: past.seq)
    }

    /// The activities and sites that a file brought: put on record in the same change, right behind its own row.
    public func added(by past: ImportPast) throws -> [RecordReference] {
        try connection.rows(
            """
            select object_kind, object_code from journal where seq > $1 and seq <= $2 and act in ('report', 'addSite')
                and made_at = $3 and made_by = $4 order by seq
            """, [SQLValue(past.seq), SQLValue(past.seq + past.file.rows), SQLValue(past.at), SQLValue(past.by)]
        ) { RecordReference(try $0.code("object_kind"), try $0.text("object_code")) }
    }
}
