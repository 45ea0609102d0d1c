/// One line of the journal: who did what to which object, and when; chained to the line before by its hash.
public struct JournalRow: Hashable, Sendable {
    public var seq: Int
    /// UTC, `2026-09-30T08:15:30.125Z`.
    public var at: String
    public var by: String
    public var act: String
    public var objectKind: String
    public var objectCode: String
    /// The object before and after the act, as JSON; nil where there was none.
    public var before: String?
    public var after: String?
    public var previousHash: String
    public var hash: String
    /// Goes into the hash; nil in lines of an earlier program, and where something of the line was destroyed.
    package var salt: String?

    /// What stands before the first row.
    package static let origin = String(repeating: "0", count: 64)

    /// The hash that this row's other fields call for: over each field's length and bytes, so that no two rows share one
    /// by moving text from a field to its neighbour.
    var expectedHash: String {
        var bytes: [UInt8] = []
        let fields = [String(seq), at, by, act, objectKind, objectCode, before, after, previousHash]
        for field in salt.map({ fields + [$0] }) ?? fields {
            guard let field, !field.isEmpty else {
                bytes += Array("-:".utf8)
                continue
            }
            bytes += Array("\(field.utf8.count):".utf8)
            bytes += Array(field.utf8)
        }
        return SHA256.hex(bytes)
    }

    init(
        seq: Int, at: String, by: String, act: String, objectKind: String, objectCode: String, before: String?,
        after: String?, previousHash: String, hash: String = "", salt: String? = nil
    ) {
        self.seq = seq
        self.at = at
        self.by = by
        self.act = act
        self.objectKind = objectKind
        self.objectCode = objectCode
        self.before = before
        self.after = after
        self.previousHash = previousHash
        self.hash = hash
        self.salt = salt
    }
}
