import Foundation
import Store

/// Somebody who has given their password, and not yet the code of their telephone. It is no session: with its token nothing can be
/// done but to give the code, within five minutes.
struct HalfSignIn: Hashable, Sendable {
    var account: String
    /// By what the first half was done: `password`, `code`.
    var means: String

    static let seconds = 300
}

extension WriteTransaction {
    func keep(_ half: HalfSignIn, token: String, at now: Date) throws {
        try forgetOldHalves(at: now)
        // One at a time for each account: what was begun before is void.
        try connection.execute("delete from half_sign_ins where account = $1", [SQLValue(half.account)])
        try connection.execute(
            "insert into half_sign_ins (token, account, means, made_at) values ($1, $2, $3, $4)",
            [SQLValue(Token.hash(token)), SQLValue(half.account), SQLValue(half.means), SQLValue(Moment.text(now))])
    }

    func forgetHalf(_ token: String) throws {
        try connection.execute("delete from half_sign_ins where token = $1", [SQLValue(Token.hash(token))])
    }

    private func forgetOldHalves(at now: Date) throws {
        try connection.execute(
            "delete from half_sign_ins where made_at < $1",
            [SQLValue(Moment.after(now, seconds: -HalfSignIn.seconds))])
    }
}

extension Reading {
    /// Nil where there is none, or it is too old.
    func halfSignIn(_ token: String, at now: Date) throws -> HalfSignIn? {
        guard token.utf8.count == 32 else { return nil }
        return try connection.first(
            "select account, means from half_sign_ins where token = $1 and made_at >= $2",
            [SQLValue(Token.hash(token)), SQLValue(Moment.after(now, seconds: -HalfSignIn.seconds))]
        ) { HalfSignIn(account: try $0.text("account"), means: try $0.text("means")) }
    }
}
