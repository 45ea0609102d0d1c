public import Vocabulary

/// A thing that papers belong to, and which papers there are of it.
public protocol EvidenceBearer: Noun {
    associatedtype Document: Named & Stored
    /// Codes of those in whose place it stands: their papers are its own too.
    func replaced(in reading: some Reading) throws -> [String]
    /// Why no paper is added to it or withdrawn any more; nil: it stands.
    func ended(in reading: some Reading) throws -> Words?
    /// The unit that keeps its papers, where more people see the record than may read them: they are read, handed in and
    /// withdrawn within reach of it. Nil: by whoever sees the record.
    func papersUnit(in reading: some Reading) throws -> String?
}

extension EvidenceBearer {
    public func replaced(in reading: some Reading) throws -> [String] { [] }
    public func ended(in reading: some Reading) throws -> Words? { nil }
    public func papersUnit(in reading: some Reading) throws -> String? { nil }
}

extension Reading {
    /// Whether somebody may read the papers of a record that they see.
    public func mayRead<Record: EvidenceBearer>(papersOf record: Record, _ reader: Reader) throws -> Bool {
        guard let unit = try record.papersUnit(in: self) else { return true }
        return try isWithinReach(unit, of: reader)
    }

    /// The unit that an act on the papers of a record touches.
    func papersUnit<Record: EvidenceBearer>(of type: Record.Type, _ code: String) throws -> String? {
        try one(Record.self, code, for: Reader(account: "", rights: [.see]))?.papersUnit(in: self)
    }
}

/// A paper of a record: a file, what it is, and the day that it proves, apart from the day on which it came (佐证材料).
///
/// Whoever may see the record may see it, unless a unit keeps its papers. What was withdrawn stays, with its reason.
public struct Evidence<Record: EvidenceBearer>: Noun {
    public var code: String
    public var record: String
    public var document: Record.Document
    public var file: EvidenceFile
    /// The day on which what it proves took place.
    public var proves: Day
    /// The day on which it was handed in.
    public var came: Day
    public var madeBy: String
    public var note: String
    public var withdrawn: Day?
    public var withdrawnBy: String
    public var reason: String

    public static var table: Table<Evidence> {
        Table<Evidence>(
            "evidence", Column("code") { $0.code }, Column("of_kind") { _ in Record.kind },
            Column("of_code") { $0.record }, Column("document") { $0.document }, Column("name") { $0.file.name },
            Column("type") { $0.file.type }, Column("bytes") { $0.file.bytes }, Column("hash") { $0.file.hash },
            Column("proves_day") { $0.proves }, Column("came_day") { $0.came }, Column("made_by") { $0.madeBy },
            Column("note") { $0.note }, Column("withdrawn_day") { $0.withdrawn },
            Column("withdrawn_by") { $0.withdrawnBy }, Column("reason") { $0.reason }
        ) {
            code, _, record, document, name, type, bytes, hash, proves, came, madeBy, note, withdrawn, withdrawnBy,
            reason in
            Evidence(
                code: code, record: record, document: document,
                file: EvidenceFile(name: name, type: type, bytes: bytes, hash: hash), proves: proves, came: came,
                madeBy: madeBy, note: note, withdrawn: withdrawn, withdrawnBy: withdrawnBy, reason: reason)
        }
    }
    public static var kind: String { "evidence" }
    public static var reach: Reach { .record(kind: "of_kind", code: "of_code", Record.self) }
}

/// A file that was handed in: how it is called, what it is by its own bytes, and what it holds.
public struct EvidenceFile: Hashable, Sendable {
    /// Cleaned, with the ending of its type.
    public var name: String
    /// The media type.
    public var type: String
    public var bytes: Int
    /// SHA-256, 64 hexadecimal digits: under it the file lies.
    public var hash: String

    public init(name: String, type: String, bytes: Int, hash: String) {
        self.name = name
        self.type = type
        self.bytes = bytes
        self.hash = hash
    }

    /// Of one file.
    public static let mostBytes = 20 << 20
}

extension CodeSeries {
    public static let evidence = CodeSeries(rawValue: "E")
}

extension Reading {
    /// The papers of a record and of those in whose place it stands, withdrawn ones too, in the order in which they came.
    /// Who may see the record may see them all, also those of when it was another unit's.
    public func evidence<Record: EvidenceBearer>(of record: Record) throws -> [Evidence<Record>] {
        let codes = [record.key] + (try record.replaced(in: self))
        return try all(
            Evidence<Record>.self, for: Reader(account: "", rights: [.see]), where: "of_code in (\(list: codes))",
            order: "came_day")
    }

    /// Every file that a row or a form in the making names, by its hash, with its size; 0 where only a form does.
    func evidenceHashes() throws -> [String: Int] {
        var hashes: [String: Int] = [:]
        try connection.query("select distinct hash, bytes from evidence", []) { row in
            hashes[try row.text("hash")] = try row.integer("bytes")
        }
        return hashes
    }

    /// Hashes that stand in forms that somebody is filling in.
    func evidenceHashesInForms() throws -> Set<String> {
        var found: Set<String> = []
        try connection.query("select fields from form_drafts where fields is not null", []) { row in
            // A hash is the only run of 64 hexadecimal digits that a form has.
            for run in try row.text("fields").split(whereSeparator: { !$0.isHexDigit }) where run.count == 64 {
                found.insert(String(run))
            }
        }
        return found
    }
}
