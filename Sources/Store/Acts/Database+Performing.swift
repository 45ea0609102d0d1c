public import Vocabulary

extension Database {
    /// Asks the right, does the act as one change, and makes sure that the journal tells of it.
    ///
    /// - Parameters:
    ///   - seen: what the reader had before them, so that two people do not overwrite each other unawares.
    ///   - sending: the form that it carries out, which is sent once.
    ///
    /// Throws `NotAllowed`, `ChangedMeanwhile`, `AlreadySent`, or what the act itself refuses with.
    @discardableResult
    public func perform<A: Act>(
        _ act: A, by reader: Reader, on today: Day, seen: Seen? = nil, sending: Sending<A.Outcome>? = nil
    ) throws -> A.Outcome {
        try A.require(of: reader)
        let act = try prepared(act, on: today)
        return try write(by: reader.account) { writing in
            if let draft = sending?.draft, let sent = try writing.formDraft(draft, of: reader)?.sentTo {
                throw AlreadySent(address: sent)
            }
            let outcome = try act.performed(in: writing, by: reader, on: today, seen: seen)
            if let sending {
                try writing.connection.execute(
                    "update form_drafts set sent_to = $2, fields = null where code = $1 and account = $3",
                    [SQLValue(sending.draft), SQLValue(sending.to(outcome)), SQLValue(reader.account)])
            }
            return outcome
        }
    }

    private func prepared<A: Act>(_ act: A, on today: Day) throws -> A {
        guard let long = act as? any PreparedAct else { return act }
        return try read { try long.prepared(in: $0, on: today) } as? A ?? act
    }

    /// Throws whatever `perform` would; nothing is kept.
    public func rehearse<A: Act>(_ act: A, by reader: Reader, on today: Day, seen: Seen? = nil) throws {
        try rehearse(act, by: reader, on: today, seen: seen) { _ in }
    }

    /// Looks at the records as they would be after it; nothing is kept.
    public func rehearse<A: Act, Value>(
        _ act: A, by reader: Reader, on today: Day, seen: Seen? = nil, looking: (any Reading) throws -> Value
    ) throws -> Value {
        try A.require(of: reader)
        var value: Value?
        do {
            try write(by: reader.account) { writing in
                _ = try act.performed(in: writing, by: reader, on: today, seen: seen)
                value = try looking(writing)
                throw Rehearsed()
            }
        } catch is Rehearsed {}
        guard let value else { throw Rehearsed() }
        return value
    }
}

/// Ends a rehearsal: what was written is not kept.
private struct Rehearsed: Error {}

extension Act {
    func performed(
        in writing: WriteTransaction, by reader: Reader, on today: Day, seen: Seen?
    ) throws -> Outcome {
        let t = ActTransaction(writing: writing, reader: reader, today: today, act: Self.name)
        if let unit = try unit(in: t) { try t.requireReach(to: unit, with: Self.right) }
        if let seen, let later = try t.journal(ofKind: seen.kind, code: seen.code).last(where: { $0.seq > seen.seq }) {
            throw ChangedMeanwhile(by: later.by, at: later.at)
        }
        let before = try t.revision()
        let outcome = try perform(in: t)
        guard try Self.mayStandAlready || t.revision() > before else { throw ActWithoutTrace(act: Self.name) }
        return outcome
    }
}

/// A thing as somebody looked at it: the journal's newest row of it at that time.
public struct Seen: Hashable, Sendable {
    public var kind: String
    public var code: String
    public var seq: Int

    public init(kind: String, code: String, seq: Int) {
        self.kind = kind
        self.code = code
        self.seq = seq
    }
}

extension Reading {
    /// A thing as it stands now.
    public func seen<N: Noun>(_ type: N.Type, _ key: String) throws -> Seen {
        Seen(kind: N.kind, code: key, seq: try journal(ofKind: N.kind, code: key).last?.seq ?? 0)
    }
}
