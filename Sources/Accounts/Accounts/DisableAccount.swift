public import Store
public import Vocabulary

/// Keeps somebody out from now on (停用): their sessions end in the same change.
public struct DisableAccount: Act {
    public static let right = Right.administerUsers
    public static let words = Words("停用账号", "Disabled")
    public static let isTownWide = true
    public var account: String
    public var reason: String

    public init(account: String, reason: String) {
        self.account = account
        self.reason = reason
    }

    public func perform(in t: ActTransaction) throws -> Account {
        var account = try t.account(account)
        guard !account.isDisabled else { try t.refuse(AccountProblem.isDisabled) }
        guard account.name != t.reader.account else { try t.refuse(AccountProblem.oneself) }
        try t.requireNotLast(account, of: Role.administrators)
        account.disabled = t.today
        account.reason = reason
        try t.update(account)
        try t.writing.endSessions(of: account.name)
        return account
    }
}

/// Lets somebody in again; the roles they held stand as they were.
public struct EnableAccount: Act {
    public static let right = Right.administerUsers
    public static let words = Words("启用账号", "Enabled")
    public static let isTownWide = true
    public var account: String

    public init(account: String) { self.account = account }

    public func perform(in t: ActTransaction) throws -> Account {
        var account = try t.account(account)
        guard account.isDisabled else { try t.refuse(AccountProblem.isNotDisabled) }
        account.disabled = nil
        account.reason = ""
        try t.update(account)
        return account
    }
}

/// Ends all sessions of somebody, such as after a lost telephone.
public struct EndSessions: Act {
    public static let right = Right.administerUsers
    public static let words = Words("结束登录", "Sessions ended")
    public static let isTownWide = true
    public var account: String

    public init(account: String) { self.account = account }

    public func perform(in t: ActTransaction) throws -> Account {
        let account = try t.account(account)
        let count = try t.writing.endSessions(of: account.name)
        try t.writing.journal(
            act: Self.name, kind: Account.kind, code: account.name, after: #"{"sessions":\#(count)}"#)
        return account
    }
}
