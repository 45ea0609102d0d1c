/// What checking the whole journal found.
public enum JournalVerdict: Hashable, Sendable {
    /// Every row's hash covers its fields and the row before. `last` is the hash of the newest row: written down
    /// elsewhere, it also reveals a journal that was rewritten whole or cut at its end.
    case intact(rows: Int, last: String)
    /// The first row that does not hold.
    case broken(seq: Int, why: Why)

    public enum Why: String, Sendable {
        /// The row's fields do not give its hash.
        case altered
        /// The row does not follow the one before it.
        case unchained
        /// A row is missing before this one.
        case gap
    }
}

extension Database {
    /// Reads the journal from its first row and names the first that does not hold.
    public func verifyJournal() throws -> JournalVerdict {
        try read { transaction in
            var previous = JournalRow.origin
            var seq = 0
            var broken: JournalVerdict?
            try transaction.eachJournalRow { row in
                guard broken == nil else { return }
                seq += 1
                if row.seq != seq {
                    broken = .broken(seq: row.seq, why: .gap)
                } else if row.previousHash != previous {
                    broken = .broken(seq: row.seq, why: .unchained)
                } else if row.hash != row.expectedHash {
                    broken = .broken(seq: row.seq, why: .altered)
                }
                previous = row.hash
            }
            return broken ?? .intact(rows: seq, last: previous)
        }
    }
}
