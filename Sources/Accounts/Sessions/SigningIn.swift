public import Foundation
import Storage
public import Store
public import Vocabulary

/// What somebody typed to be let in, and from where.
public struct SignInAttempt: Sendable {
    public var name: String
    /// A password, or a code that was handed out.
    public var secret: String
    public var address: String
    public var browser: String

    public init(name: String, secret: String, address: String, browser: String) {
        self.name = name
        self.secret = secret
        self.address = address
        self.browser = browser
    }
}

public enum SignInResult: Sendable {
    /// The token is for the browser alone.
    case signedIn(Account, token: String)
    /// Whoever is refused is not told why: whether there is such an account is nobody's business.
    case refused
    case locked(minutes: Int)
    /// The password is right, and the code of their telephone is to be given: `SigningIn.finish`.
    case halfWay(token: String)
}

/// Lets people in: sees that nobody guesses, and that whoever guesses learns nothing from how long it takes.
public struct SigningIn: Sendable {
    /// As whom the journal names whoever has not come in.
    static let nobody = "未登录"

    let database: Database
    public let cost: PasswordCost
    public let now: @Sendable () -> Date
    /// Of a password that nobody has: held against where there is no account, so that it takes as long.
    private let nobodys: Secret

    public init(_ database: Database, cost: PasswordCost, now: @escaping @Sendable () -> Date = { Date() }) throws {
        self.database = database
        self.cost = cost
        self.now = now
        nobodys = try PasswordHash.make(Token.session(), cost: cost)
    }

    /// Takes as long as one password: not to be called where others wait.
    public func attempt(_ attempt: SignInAttempt, on today: Day) throws -> SignInResult {
        let now = now()
        let subjects = [FailureSubject.account(attempt.name), .address(attempt.address)]
        let (account, credential, factor, lock) = try database.read { reading in
            let account = try reading.account(typed: attempt.name)
            return (
                account, try account.flatMap { try reading.credential(of: $0.name) },
                try account.flatMap { try reading.secondFactor(of: $0.name) },
                try reading.lock(about: subjects, at: now)
            )
        }
        if let lock {
            // The row of the attempt that locked it tells: else whoever tries on would fill the journal.
            return .locked(minutes: lock.minutesLeft(at: now))
        }
        // One password's work in every case.
        let isPassword = PasswordHash.fits(attempt.secret, credential?.password ?? nobodys)
        let isCode =
            credential?.oneTime?.text == Token.hash(code: attempt.secret)
            && (credential?.oneTimeUntil ?? .unset) >= today
        guard let account, !account.isDisabled, isCode || isPassword && credential?.password != nil else {
            try note(
                account == nil ? "unknown" : account?.isDisabled == true ? "disabled" : "wrong", account, attempt,
                counting: subjects, at: now)
            return .refused
        }
        let token = Token.session()
        let means = isCode ? "code" : "password"
        if factor?.isInForce == true {
            try database.write(by: account.name) {
                try $0.keep(HalfSignIn(account: account.name, means: means), token: token, at: now)
            }
            return .halfWay(token: token)
        }
        let isKept = try begin(account, token, attempt, by: means, credential, at: now)
        return isKept ? .signedIn(account, token: token) : .refused
    }

    /// False where the code was used, or the account disabled, while the password was being looked at.
    private func begin(
        _ account: Account, _ token: String, _ attempt: SignInAttempt, by means: String, _ seen: Credential?,
        at now: Date
    ) throws -> Bool {
        try database.write(by: account.name) { writing in
            guard try writing.credential(of: account.name) == seen,
                try writing.account(named: account.name)?.isDisabled == false
            else { return false }
            try writing.enter(
                Session.Beginning(
                    token: token, account: account.name, address: attempt.address, browser: attempt.browser, now: now),
                by: means)
            try writing.forgetFailures(about: .account(account.name))
            return true
        }
    }

    private func note(
        _ why: String, _ account: Account?, _ attempt: SignInAttempt, counting: [FailureSubject], at now: Date
    ) throws {
        try database.write(by: SigningIn.nobody) { writing in
            for subject in counting { try writing.noteFailure(about: subject, at: now) }
            try writing.turnAway(account?.name, why, from: attempt.address)
        }
    }

    /// Somebody who has just chosen their password, signed in anew.
    public func beginAgain(_ account: Account, address: String, browser: String) throws -> String {
        let token = Token.session()
        let now = now()
        try database.write(by: account.name) { writing in
            try writing.begin(
                Session.Beginning(
                    token: token, account: account.name, address: address, browser: browser, now: now))
        }
        return token
    }
}
