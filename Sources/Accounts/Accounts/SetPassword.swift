public import Store
public import Vocabulary

/// Chooses one's own password. It was hashed, and held against the former ones, before the change begins: that takes long.
public struct SetPassword: Act {
    public static let right = Right.own
    public static let words = Words("修改密码", "Password set")
    let account: String
    let password: Secret

    init(account: String, password: Secret) {
        self.account = account
        self.password = password
    }

    /// Ends all sessions: whoever sets it is signed in anew.
    public func perform(in t: ActTransaction) throws -> Account {
        let account = try t.account(account)
        guard account.name == t.reader.account else { throw NotAllowed(right: Self.right) }
        var credential =
            try t.credential(of: account.name)
            ?? Credential(account: account.name, password: nil, set: t.today, oneTime: nil, oneTimeUntil: nil)
        let isNew = try t.credential(of: account.name) == nil
        credential.retirePassword()
        credential.password = password
        credential.set = t.today
        credential.oneTime = nil
        credential.oneTimeUntil = nil
        if isNew { try t.insert(credential) } else { try t.update(credential) }
        try t.writing.endSessions(of: account.name)
        return account
    }
}

/// A new password as it was typed twice; `current` where there is one.
public struct NewPassword: Sendable {
    public var current: String
    public var new: String
    public var again: String

    public init(current: String, new: String, again: String) {
        self.current = current
        self.new = new
        self.again = again
    }

    /// All that is wrong with it. Takes as long as some passwords take.
    func problems(_ credential: Credential?, asksCurrent: Bool, rule: PasswordRule) -> [AccountProblem] {
        var problems: [AccountProblem] = []
        if asksCurrent, let old = credential?.password, !PasswordHash.fits(current, old) {
            problems.append(.wrongPassword)
        }
        if let flaw = rule.flaw(in: new) { problems.append(.password(flaw)) }
        if new != again { problems.append(.notTheSame) }
        guard problems.isEmpty, let credential else { return problems }
        let former = ([credential.password].compactMap { $0 } + credential.former).prefix(SignInProfile.formerKept)
        return former.contains { PasswordHash.fits(new, $0) } ? [.usedBefore] : []
    }
}

extension Database {
    /// Holds a new password against the rules and sets it. Throws `Refused`. Takes as long as several passwords take: not to
    /// be called where others wait.
    public func setPassword(
        of account: Account, to new: NewPassword, asksCurrent: Bool, cost: PasswordCost, by reader: Reader,
        on today: Day
    ) throws {
        let (credential, rule) = try read { reading in
            (try reading.credential(of: account.name), try reading.passwordRule(for: account, on: today))
        }
        let problems = new.problems(credential, asksCurrent: asksCurrent, rule: rule)
        guard problems.isEmpty else { throw Refused(problems) }
        let hash = try PasswordHash.make(new.new, cost: cost)
        try perform(SetPassword(account: account.name, password: hash), by: reader, on: today)
    }
}
