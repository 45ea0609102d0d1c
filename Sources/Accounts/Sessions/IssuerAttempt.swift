public import Foundation
public import Store

/// Somebody who was led to the issuer, and is to come back within ten minutes: once, and with the same browser.
public struct IssuerAttempt: Hashable, Sendable {
    public var state: String
    public var nonce: String
    public var verifier: String
    /// Where they wanted to go.
    public var wanted: String

    public init(wanted: String) {
        state = RandomText.make(32)
        nonce = RandomText.make(32)
        // At least 43 signs (RFC 7636, section 4.1).
        verifier = RandomText.make(52)
        self.wanted = wanted
    }

    init(state: String, _ row: any SQLRow) throws {
        self.state = state
        nonce = try row.text("nonce")
        verifier = try row.text("verifier")
        wanted = try row.text("wanted")
    }

    static let seconds = 600
    /// Beyond these nobody is led there: no more come back within ten minutes.
    static let most = 20_000
}

extension Database {
    /// False where too many are on the way.
    public func keep(_ attempt: IssuerAttempt, at now: Date) throws -> Bool {
        try write(by: SigningIn.nobody) { writing in
            try writing.connection.execute(
                "delete from issuer_attempts where made_at < $1",
                [SQLValue(Moment.after(now, seconds: -IssuerAttempt.seconds))])
            let count = try writing.connection.first("select count(*) as rows from issuer_attempts") {
                try $0.integer("rows")
            }
            guard count ?? 0 < IssuerAttempt.most else { return false }
            try writing.connection.execute(
                "insert into issuer_attempts (state, nonce, verifier, wanted, made_at) values ($1, $2, $3, $4, $5)",
                [
                    SQLValue(Token.hash(attempt.state)), SQLValue(attempt.nonce), SQLValue(attempt.verifier),
                    SQLValue(attempt.wanted), SQLValue(Moment.text(now)),
                ])
            return true
        }
    }

    /// Gives it back once; nil where there is none, or it is too old.
    public func takeIssuerAttempt(_ state: String, at now: Date) throws -> IssuerAttempt? {
        guard state.utf8.count == 32 else { return nil }
        return try write(by: SigningIn.nobody) { writing in
            let hash = SQLValue(Token.hash(state))
            let found = try writing.connection.first(
                "select nonce, verifier, wanted from issuer_attempts where state = $1 and made_at >= $2",
                [hash, SQLValue(Moment.after(now, seconds: -IssuerAttempt.seconds))]
            ) { try IssuerAttempt(state: state, $0) }
            try writing.connection.execute("delete from issuer_attempts where state = $1", [hash])
            return found
        }
    }
}
