/// What is wrong with one row of the journal.
public struct JournalFault: Hashable, Sendable {
    /// The row in question.
    public var seq: Int
    public var why: Why

    public enum Why: Hashable, Sendable {
        /// The row's fields do not give its hash.
        case altered
        /// The row was written as another number: rows were put in another order.
        case moved(from: Int)
        /// The row does not follow the one before it.
        case unchained
        /// Rows are missing before this one, from the number given.
        case gap(from: Int)
        /// Rows are missing at the end, from this one to the number given, which the head tells.
        case cutOff(to: Int)
        /// The row stands beyond the last that the head tells of.
        case beyondHead
        /// The last row is not the one that the head tells of.
        case notTheHead
    }
}

/// What checking the whole journal found.
public enum JournalVerdict: Hashable, Sendable {
    /// Every row's hash covers its fields and the row before, and the last row is the head's. `last` is its hash: written
    /// down elsewhere, it also reveals a journal that was rewritten whole.
    case intact(rows: Int, last: String)
    /// The rows that do not hold, the first ones.
    case broken([JournalFault])
}

extension Database {
    /// Reads the journal from its first row and names those that do not hold.
    public func verifyJournal() throws -> JournalVerdict { try read { try $0.journalVerdict() } }
}

extension Reading {
    /// The last row as it is kept apart from the journal.
    public func journalHead() throws -> (seq: Int, hash: String) {
        let head = try connection.first("select seq, hash from journal_head where place = 1") {
            (seq: try $0.integer("seq"), hash: try $0.text("hash"))
        }
        guard let head else { throw UnexpectedRow("journal_head", expected: "one row") }
        return head
    }

    /// Names at most `limit` rows; `each` is shown every row that holds.
    package func journalVerdict(limit: Int = 20, each: (JournalRow) throws -> Void = { _ in }) throws -> JournalVerdict
    {
        let head = try journalHead()
        let redactions = try redactions()
        // The hash that the next row must follow; nil where that cannot be told.
        var previous: String? = JournalRow.origin
        var seq = 0
        var rows = 0
        var faults: [JournalFault] = []
        try eachJournalRow { row in
            rows += 1
            // To look for a row's own place takes long: only for faults that are told.
            let isTold = faults.count < limit
            let why = row.why(
                after: seq, previous, redacted: redactions[row.seq], mostRows: isTold ? max(head.seq, row.seq) : 0)
            if let why, isTold { faults.append(JournalFault(seq: row.seq, why: why)) }
            // A fault is told once: the next row is held against what this one says it is.
            if case .moved = why { previous = nil } else { previous = row.hash }
            seq = row.seq
            if why == nil { try each(row) }
        }
        if head.seq > seq {
            faults.append(JournalFault(seq: seq + 1, why: .cutOff(to: head.seq)))
        } else if head.seq < seq {
            faults.append(JournalFault(seq: head.seq + 1, why: .beyondHead))
        } else if let previous, head.hash != previous {
            faults.append(JournalFault(seq: seq, why: .notTheHead))
        }
        return faults.isEmpty ? .intact(rows: rows, last: previous ?? head.hash) : .broken(faults)
    }
}

extension JournalRow {
    fileprivate func why(
        after seq: Int, _ previous: String?, redacted: String?, mostRows: Int
    ) -> JournalFault.Why? {
        // Of what was redacted once, only what the redaction tells holds.
        if expectedHash != redacted ?? hash {
            var elsewhere = self
            // It may be whole and in another row's place: then its hash fits with that row's number.
            let place = (0..<min(mostRows, 100_000)).first {
                elsewhere.seq = $0 + 1
                return elsewhere.expectedHash == hash
            }
            return place.map { .moved(from: $0 + 1) } ?? .altered
        }
        if self.seq != seq + 1 { return .gap(from: seq + 1) }
        return previous == nil || previousHash == previous ? nil : .unchained
    }
}
