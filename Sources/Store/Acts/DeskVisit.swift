import Foundation

/// Where a reader left off at their desk in one of their posts: the end of the visit before this one.
public struct DeskVisit: Hashable, Sendable {
    /// The moment, UTC, and the journal's newest row then.
    public var at: String
    public var seq: Int
    /// What the desk itself noted of how things stood.
    public var state: String

    /// Who acts for no unit.
    fileprivate static func post(of reader: Reader) -> SQLValue { SQLValue(reader.unit ?? "*") }
}

extension Reading {
    /// Nil where they are there for the first time.
    public func lastDeskVisit(of reader: Reader) throws -> DeskVisit? {
        try connection.first(
            "select since_at, since_seq, since_state from desk_visits where account = $1 and post = $2",
            [SQLValue(reader.account), DeskVisit.post(of: reader)]
        ) { row -> DeskVisit? in
            guard let at = try row.textOrNil("since_at"), let seq = try row.integerOrNil("since_seq") else {
                return nil
            }
            return DeskVisit(at: at, seq: seq, state: try row.textOrEmpty("since_state"))
        } ?? nil
    }

    /// What was noted in the visit that goes on.
    fileprivate func currentDeskVisit(of reader: Reader) throws -> DeskVisit? {
        try connection.first(
            "select seen_at, seen_seq, seen_state from desk_visits where account = $1 and post = $2",
            [SQLValue(reader.account), DeskVisit.post(of: reader)]
        ) { row in
            DeskVisit(
                at: try row.text("seen_at"), seq: try row.integer("seen_seq"), state: try row.textOrEmpty("seen_state"))
        }
    }
}

extension Database {
    /// Notes that a reader is at their desk. One who was away for so many minutes comes anew: what they saw last is then what
    /// everything since is told from. Written once a minute at most, for the journal tells of no one who only looks.
    public func noteDeskVisit(of reader: Reader, awayFor minutes: Int) throws {
        let now = clock()
        let before = try read { try $0.currentDeskVisit(of: reader) }
        if let before, minutes > 0, Moment.date(now).timeIntervalSince(Moment.date(before.at)) < 60 { return }
        try write(by: reader.account) { writing in
            let key = [SQLValue(reader.account), DeskVisit.post(of: reader), SQLValue(writing.at)]
            guard let before = try writing.currentDeskVisit(of: reader) else {
                try writing.connection.execute(
                    "insert into desk_visits (account, post, seen_at, seen_seq) values ($1, $2, $3, $4)",
                    key + [SQLValue(try writing.revision())])
                return
            }
            let away = Moment.date(writing.at).timeIntervalSince(Moment.date(before.at))
            if away >= Double(minutes * 60) {
                try writing.connection.execute(
                    """
                    update desk_visits set since_at = seen_at, since_seq = seen_seq, since_state = seen_state, seen_at = $3
                    where account = $1 and post = $2
                    """, key)
            } else {
                try writing.connection.execute(
                    "update desk_visits set seen_at = $3 where account = $1 and post = $2", key)
            }
        }
    }

    /// Keeps what a reader has seen there, for the next time.
    public func noteDesk(of reader: Reader, seq: Int, state: String) throws {
        let before = try read { try $0.currentDeskVisit(of: reader) }
        guard let before, before.seq != seq || before.state != state else { return }
        try write(by: reader.account) { writing in
            try writing.connection.execute(
                "update desk_visits set seen_seq = $3, seen_state = $4 where account = $1 and post = $2",
                [SQLValue(reader.account), DeskVisit.post(of: reader), SQLValue(seq), SQLValue(state)])
        }
    }
}
