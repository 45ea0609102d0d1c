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
            let locks = try subjects.compactMap { try writing.failures(about: $0) }.filter { $0.isLocked(at: now) }
            if let lock = locks.max(by: { $0.minutesLeft(at: now) < $1.minutesLeft(at: now) }) {
                try writing.forgetHalf(attempt.token)
                try writing.noteRefused("locked", account, attempt)
                return .locked(minutes: lock.minutesLeft(at: now))
            }
            guard let (used, means) = factor.taking(attempt.code, at: now) else {
                for subject in subjects { try writing.noteFailure(about: subject, at: now) }
                try writing.noteRefused("wrongCode", account, attempt)
                return .refused
            }
            try writing.keep(used, instead: factor)
            try writing.forgetHalf(attempt.token)
            let token = Token.session()
            try writing.begin(
                Session.Beginning(
                    token: token, account: account.name, address: attempt.address, browser: attempt.browser, now: now))
            try writing.forgetFailures(about: .account(account.name))
            try writing.journal(
                act: "signIn", kind: Account.kind, code: account.name,
                after: StoredJSON.text(["address": attempt.address, "by": "\(half.means), \(means)"]))
            return .signedIn(account, token: token)
        }
    }
}

extension WriteTransaction {
    fileprivate func noteRefused(_ why: String, _ account: Account, _ attempt: CodeAttempt) throws {
        try journal(
            act: "signInRefused", kind: Account.kind, code: account.name,
            after: StoredJSON.text(["address": attempt.address, "why": why]))
    }

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
