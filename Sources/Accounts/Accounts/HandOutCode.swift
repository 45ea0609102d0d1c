import Records
import Storage
public import Store
public import Vocabulary

/// Hands out a code by which somebody signs in once and then chooses a password (登录码). What they had before is void, and
/// their sessions end.
public struct HandOutCode: Act {
    public static let right = Right.administerUsers
    public static let words = Words("发放登录码", "Code handed out")
    public static let isTownWide = true
    public var account: String

    public init(account: String) { self.account = account }

    public func perform(in t: ActTransaction) throws -> HandedOut {
        let account = try t.account(account)
        guard account.name != t.reader.account else { try t.refuse(AccountProblem.oneself) }
        // By the code of another administrator one of them could be two.
        let administers = try t.grants(of: account.name).contains {
            $0.asked.role.isAdministrator && $0.isOpen(on: t.today)
        }
        guard !administers else { try t.refuse(AccountProblem.administratorsByConsole) }
        return try t.handOut(to: account)
    }
}

/// The same for several at once: all of their codes are shown, or none is made. Who was disabled meanwhile is left out.
public struct HandOutCodes: Act {
    public static let right = HandOutCode.right
    public static let words = HandOutCode.words
    public static let isTownWide = true
    public static let mayStandAlready = true
    public var accounts: [String]

    public init(accounts: [String]) { self.accounts = accounts }

    public func perform(in t: ActTransaction) throws -> [HandedOut] {
        try accounts.compactMap { name in
            do { return try HandOutCode(account: name).perform(in: t) } catch is Refused { return nil }
        }
    }
}

/// The same by a clerk for an official of their unit, who looks at their own file and nothing else; opens the account where
/// there is none. Whoever holds a role has theirs from the system administrator.
public struct HandOutOfficialCode: Act {
    public static let right = Right.report
    public static let words = Words("发放本人登录码", "Own code handed out")
    public var person: String

    public init(person: String) { self.person = person }

    public func perform(in t: ActTransaction) throws -> HandedOut {
        guard let person = try t.person(code: person),
            try t.isWithinReach(person: person.code, of: t.reader, on: t.today)
        else { try t.refuse(AccountProblem.notWithinReach) }
        let accounts = try t.accounts(of: person.code)
        // By one that holds no role nobody comes further than to a file.
        let own = try accounts.first { try t.grants(of: $0.name).allSatisfy { $0.stage == .refused } }
        guard own != nil || accounts.isEmpty else { try t.refuse(AccountProblem.holdsRoles) }
        let account =
            try own ?? t.open(AccountDraft(name: person.code, displayName: person.name, person: person.code))
        guard account.name != t.reader.account else { try t.refuse(AccountProblem.oneself) }
        return try t.handOut(to: account)
    }
}

/// A code that stands nowhere but on the paper it is printed on.
public struct HandedOut: Hashable, Sendable {
    public var account: Account
    public var code: String
    /// Its last day.
    public var until: Day
}

extension ActTransaction {
    func handOut(to account: Account) throws -> HandedOut {
        guard !account.isDisabled else { try refuse(AccountProblem.isDisabled) }
        let code = Token.code()
        let until = today + SignInProfile.daysOfCode
        var credential =
            try credential(of: account.name)
            ?? Credential(account: account.name, password: nil, set: today, oneTime: nil, oneTimeUntil: nil)
        let isNew = try self.credential(of: account.name) == nil
        credential.retirePassword()
        credential.set = today
        credential.oneTime = Secret(Token.hash(code: code))
        credential.oneTimeUntil = until
        if isNew { try insert(credential) } else { try update(credential) }
        try writing.endSessions(of: account.name)
        try writing.forgetFailures(about: .account(account.name))
        return HandedOut(account: account, code: code, until: until)
    }
}

extension Credential {
    /// What was a password may not become one again soon.
    mutating func retirePassword() {
        guard let password else { return }
        former = Array(([password] + former).prefix(SignInProfile.formerKept))
        self.password = nil
    }
}
