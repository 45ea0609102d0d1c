public import Foundation
public import Store
public import Vocabulary

/// Begins to share a secret with somebody's telephone; nothing is asked before that has answered. One that is in force stays so
/// until then.
public struct BeginSecondFactor: Act {
    public static let right = Right.own
    public static let words = Words("开始设置动态口令", "Second factor begun")
    let account: String

    public func perform(in t: ActTransaction) throws -> SecondFactor {
        let account = try t.ownAccount(account)
        if try t.secondFactor(of: account.name)?.isInForce == true { try t.refuse(AccountProblem.hasSecondFactor) }
        try t.removeSecondFactor(of: account.name)
        let bytes = (0..<20).map { _ in UInt8.random(in: .min ... .max) }
        let factor = SecondFactor(
            account: account.name, secret: Secret(Base32.text(bytes)), begun: t.today, confirmed: nil, lastStep: 0)
        try t.insert(factor)
        return factor
    }
}

/// The telephone has answered: from now on it is asked. Gives the codes for when it is lost, which stand nowhere else.
public struct ConfirmSecondFactor: Act {
    public static let right = Right.own
    public static let words = Words("启用动态口令", "Second factor in force")
    let account: String
    let code: String
    let now: Date

    public init(account: String, code: String, now: Date) {
        self.account = account
        self.code = code
        self.now = now
    }

    public func perform(in t: ActTransaction) throws -> [String] {
        let account = try t.ownAccount(account)
        guard let factor = try t.secondFactor(of: account.name), !factor.isInForce else {
            try t.refuse(AccountProblem.hasSecondFactor)
        }
        guard var used = factor.taking(code, at: now)?.factor else { try t.refuse(AccountProblem.wrongTimeCode) }
        let codes = (0..<SecondFactor.recoveryCodes).map { _ in Token.code() }
        used.confirmed = t.today
        used.recovery = codes.map { Secret(Token.hash(code: $0)) }
        try t.update(used)
        return codes
    }
}

/// Gives up one's own, where the site lets it.
public struct RemoveSecondFactor: Act {
    public static let right = Right.own
    public static let words = Words("停用动态口令", "Second factor given up")
    let account: String
    let code: String
    let now: Date

    public init(account: String, code: String, now: Date) {
        self.account = account
        self.code = code
        self.now = now
    }

    public func perform(in t: ActTransaction) throws -> Account {
        let account = try t.ownAccount(account)
        guard let factor = try t.secondFactor(of: account.name), factor.isInForce else {
            try t.refuse(AccountProblem.hasNoSecondFactor)
        }
        guard factor.taking(code, at: now) != nil else { try t.refuse(AccountProblem.wrongTimeCode) }
        try t.removeSecondFactor(of: account.name)
        try t.tellRemoved(factor)
        return account
    }
}

/// Takes it from somebody whose telephone is lost (重置动态口令): their sessions end, and they set up another.
public struct ResetSecondFactor: Act {
    public static let right = Right.administerSecurity
    public static let words = Words("重置动态口令", "Second factor reset")
    public static let isTownWide = true
    public var account: String
    public var reason: String

    public init(account: String, reason: String) {
        self.account = account
        self.reason = reason
    }

    public func perform(in t: ActTransaction) throws -> Account {
        let account = try t.account(account)
        guard account.name != t.reader.account else { try t.refuse(AccountProblem.oneself) }
        guard let factor = try t.secondFactor(of: account.name) else { try t.refuse(AccountProblem.hasNoSecondFactor) }
        try t.removeSecondFactor(of: account.name)
        try t.writing.endSessions(of: account.name)
        try t.tellRemoved(factor, reason: reason)
        return account
    }
}

extension ActTransaction {
    fileprivate func ownAccount(_ name: String) throws -> Account {
        let account = try account(name)
        guard account.name == reader.account else { throw NotAllowed(right: .own) }
        return account
    }

    /// Of whoever has none nothing is left either.
    func removeSecondFactor(of account: String) throws {
        for table in ["half_sign_ins", "recovery_codes", "second_factors"] {
            try connection.execute("delete from \(table) where account = $1", [SQLValue(account)])
        }
    }

    func tellRemoved(_ factor: SecondFactor, reason: String = "") throws {
        try writing.journal(
            act: act, kind: SecondFactor.kind, code: factor.account,
            before: StoredJSON.text(["confirmed": factor.confirmed?.iso ?? ""]),
            after: StoredJSON.text(["removed": "true", "reason": reason]))
    }
}

extension Database {
    /// Begins it for whoever knows the account's password. Takes as long as one: not to be called where others wait.
    public func beginSecondFactor(
        of account: Account, password: String, by reader: Reader, on today: Day
    ) throws -> SecondFactor {
        let credential = try read { try $0.credential(of: account.name) }
        guard let kept = credential?.password, PasswordHash.fits(password, kept) else {
            throw Refused([AccountProblem.wrongPassword])
        }
        return try perform(BeginSecondFactor(account: account.name), by: reader, on: today)
    }
}
