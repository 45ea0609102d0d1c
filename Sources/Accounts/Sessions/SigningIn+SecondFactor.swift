import Foundation
import Storage
public import Store
public import Vocabulary

/// The other half of a sign-in: what was typed from a telephone.
public struct CodeAttempt: Sendable {
    /// That the first half was done.
    public var token: String
    public var code: String
    public var address: String
    public var browser: String

    public init(token: String, code: String, address: String, browser: String) {
        self.token = token
        self.code = code
        self.address = address
        self.browser = browser
    }
}

public enum CodeResult: Sendable {
    case signedIn(Account, token: String)
    /// The code is not right, or was used.
    case refused
    case locked(minutes: Int)
    /// The first half is too long ago, or void: it is begun again.
    case expired
}

extension SigningIn {
    public func finish(_ attempt: CodeAttempt, on today: Day) throws -> CodeResult {
        let now = now()
        // Whoever has not done the first half writes nothing.
        guard try database.read({ try $0.halfSignIn(attempt.token, at: now) }) != nil else { return .expired }
        // All in one change: of two that send the same code at once, one comes in.
        return try database.write(by: SigningIn.nobody) { writing in
            guard let half = try writing.halfSignIn(attempt.token, at: now),
                let account = try writing.account(named: half.account), !account.isDisabled,
                let factor = try writing.secondFactor(of: account.name), factor.isInForce
            else { return .expired }
            let subjects = [FailureSubject.account(account.name), .address(attempt.address)]
            if let lock = try writing.lock(about: subjects, at: now) {
                try writing.forgetHalf(attempt.token)
                try writing.turnAway(account.name, "locked", from: attempt.address)
                return .locked(minutes: lock.minutesLeft(at: now))
            }
            guard let (used, means) = factor.taking(attempt.code, at: now) else {
                for subject in subjects { try writing.noteFailure(about: subject, at: now) }
                try writing.turnAway(account.name, "wrongCode", from: attempt.address)
                return .refused
            }
            try writing.keep(used, instead: factor)
            try writing.forgetHalf(attempt.token)
            let token = Token.session()
            try writing.enter(
                Session.Beginning(
                    token: token, account: account.name, address: attempt.address, browser: attempt.browser, now: now),
                by: "\(half.means), \(means)")
            try writing.forgetFailures(about: .account(account.name))
            return .signedIn(account, token: token)
        }
    }
}

extension WriteTransaction {
    /// That a code was used up. The journal tells of the sign-in.
    fileprivate func keep(_ used: SecondFactor, instead former: SecondFactor) throws {
        try connection.execute(
            "update second_factors set last_step = $2 where account = $1",
            [SQLValue(used.account), SQLValue(used.lastStep)])
        for spent in former.recovery where !used.recovery.contains(spent) {
            try connection.execute(
                "delete from recovery_codes where account = $1 and code = $2",
                [SQLValue(used.account), SQLValue(spent.text)])
        }
    }
}
