public import Foundation
import Storage
public import Store
import Vocabulary

/// One browser that somebody is signed in with. Kept by the hash of its token, known to all that serve the same database.
public struct Session: Hashable, Sendable {
    public var hash: String
    public var account: String
    /// The unit of the post that it acts in; empty: the whole town. Nil: the first post there is.
    public var actsFor: String?
    public var address: String
    public var browser: String
    public var begunAt: String
    public var seenAt: String
    /// When it ends in any case.
    public var endsAt: String
    public var endedAt: String?
    /// How it was begun.
    public var means: Means

    public enum Means: String, Sendable {
        /// By a password or a code of this site.
        case own
        /// By somebody else's issuer.
        case issuer
    }

    /// By which a page names it: enough of the hash, and of no use as a token.
    public var code: String { String(hash.prefix(12)) }

    public enum End: Sendable { case signedOut, idle, tooOld }

    /// Why it is over; nil where it is not.
    public func end(at now: Date, idleMinutes: Int) -> End? {
        if endedAt != nil { return .signedOut }
        if Moment.text(now) >= endsAt { return .tooOld }
        return now.timeIntervalSince(Moment.date(seenAt)) > Double(idleMinutes * 60) ? .idle : nil
    }

    init(_ row: any SQLRow) throws {
        hash = try row.text("hash")
        account = try row.text("account")
        actsFor = try row.textOrNil("acts_for").map { $0 == Self.wholeTown ? "" : $0 }
        address = try row.textOrEmpty("address")
        browser = try row.textOrEmpty("browser")
        begunAt = try row.text("begun_at")
        seenAt = try row.text("seen_at")
        endsAt = try row.text("ends_at")
        endedAt = try row.textOrNil("ended_at")
        means = try row.textOrNil("means").flatMap { Means(rawValue: $0) } ?? .own
    }

    /// An empty text is NULL to some engines.
    static let wholeTown = "*"
}

extension Reading {
    public func session(ofToken token: String) throws -> Session? {
        try connection.first("select * from sessions where hash = $1", [SQLValue(Token.hash(token))]) {
            try Session($0)
        }
    }

    /// Of one account those that are not over, the one seen last first.
    public func sessions(of account: String, at now: Date) throws -> [Session] {
        try connection.rows(
            """
            select * from sessions where account = $1 and ended_at is null and ends_at > $2
            order by seen_at desc, hash
            """, [SQLValue(account), SQLValue(Moment.text(now))]
        ) { try Session($0) }
    }
}

extension WriteTransaction {
    /// So many were under way. Whoever ends them tells of it.
    @discardableResult
    func endSessions(of account: String) throws -> Int {
        try connection.execute(
            "update sessions set ended_at = $2 where account = $1 and ended_at is null",
            [SQLValue(account), SQLValue(at)])
    }

    func begin(_ session: Session.Beginning) throws {
        try connection.execute(
            """
            insert into sessions (hash, account, acts_for, address, browser, begun_at, seen_at, ends_at, means)
            values ($1, $2, $3, $4, $5, $6, $6, $7, $8)
            """,
            [
                SQLValue(Token.hash(session.token)), SQLValue(session.account), .null, SQLValue(session.address),
                SQLValue(session.browser), SQLValue(Moment.text(session.now)),
                SQLValue(Moment.after(session.now, seconds: try signInProfile().longestHours * 3600)),
                SQLValue(session.means),
            ])
        // Long over, and of no use to anybody.
        let old = Moment.after(session.now, seconds: -30 * 86_400)
        try connection.execute("delete from sessions where ends_at < $1", [SQLValue(old)])
        try connection.execute("delete from kept_forms where kept_at < $1", [SQLValue(old)])
    }
}

extension Session {
    struct Beginning {
        var token: String
        var account: String
        var address: String
        var browser: String
        var now: Date
        var means = Means.own
    }
}

extension Database {
    /// That a session was used: told once a minute, and by nobody's journal.
    public func note(_ session: Session, seenAt now: Date) throws {
        guard now.timeIntervalSince(Moment.date(session.seenAt)) > 60 else { return }
        try write(by: session.account) { writing in
            try writing.connection.execute(
                "update sessions set seen_at = $2 where hash = $1 and ended_at is null",
                [SQLValue(session.hash), SQLValue(Moment.text(now))])
        }
    }

    /// Ends one session of an account's own, by the code that pages name it by; false where there is none.
    public func endSession(_ code: String, of account: String) throws -> Bool {
        try write(by: account) { writing in
            let own = try writing.connection.rows(
                "select hash from sessions where account = $1 and ended_at is null", [SQLValue(account)]
            ) { try $0.text("hash") }
            guard let hash = own.first(where: { $0.hasPrefix(code) && code.count == 12 }) else { return false }
            try writing.connection.execute(
                "update sessions set ended_at = $2 where hash = $1", [SQLValue(hash), SQLValue(writing.at)])
            try writing.journal(act: "signOut", kind: Account.kind, code: account, after: #"{"session":"\#(code)"}"#)
            return true
        }
    }

    /// In which of their posts somebody acts from now on.
    public func act(_ session: Session, for unit: String) throws {
        try write(by: session.account) { writing in
            try writing.connection.execute(
                "update sessions set acts_for = $2 where hash = $1",
                [SQLValue(session.hash), SQLValue(unit.isEmpty ? Session.wholeTown : unit)])
        }
    }
}
