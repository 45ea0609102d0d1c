public import Vocabulary

extension Database {
    /// Asks the right, does the act as one change, and makes sure that the journal tells of it.
    ///
    /// - Parameter seen: what the reader had before them, so that two people do not overwrite each other unawares.
    ///
    /// Throws `NotAllowed`, `ChangedMeanwhile`, or what the act itself refuses with.
    @discardableResult
    public func perform<A: Act>(_ act: A, by reader: Reader, on today: Day, seen: Seen? = nil) throws -> A.Outcome {
        guard reader.may(A.right) else { throw NotAllowed(right: A.right) }
        return try write(by: reader.account) { writing in
            let t = ActTransaction(writing: writing, reader: reader, today: today, act: A.name)
            if let unit = try act.unit(in: t), try !t.isWithinReach(unit, of: reader) {
                throw NotAllowed(right: A.right, unit: unit)
            }
            if let seen,
                let later = try t.journal(ofKind: seen.kind, code: seen.code).last(where: { $0.seq > seen.seq })
            {
                throw ChangedMeanwhile(by: later.by, at: later.at)
            }
            let before = try t.revision()
            let outcome = try act.perform(in: t)
            guard try t.revision() > before else { throw ActWithoutTrace(act: A.name) }
            return outcome
        }
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
