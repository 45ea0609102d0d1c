import Mail
import Spelling
import Storage
public import Store
public import Vocabulary

/// That somebody wants a letter each day of what waits for them (每日待办邮件), and where to.
public struct DigestWish: Noun {
    public var account: String
    /// Their own affair: the journal tells that there is one.
    public var address: Secret
    public var since: Day

    public static let table = Table<DigestWish>(
        "digest_wishes",
        Column("account") { $0.account }, Column("address") { $0.address }, Column("since_day") { $0.since }
    ) { account, address, since in
        DigestWish(account: account, address: address, since: since)
    }
    public static let reach = Reach.through("account", Account.self)

    public static func mayBeGone(_ key: String, in reading: some Reading) throws -> Bool {
        try reading.isOfDestroyed(account: key)
    }
}

/// Asks for it, or no longer.
public struct WishDigest: Act {
    public static let right = Right.own
    public static let words = Words("设置每日待办邮件", "Daily letter")
    public static let mayStandAlready = true
    /// Empty: none.
    public var address: String

    public init(address: String) { self.address = address }

    public func perform(in t: ActTransaction) throws {
        let account = try t.account(t.reader.account)
        let before = try t.digestWish(of: account.name)
        let typed = address.withoutOuterSpace
        guard !typed.isEmpty else {
            guard before != nil else { return }
            try t.connection.execute("delete from digest_wishes where account = $1", [SQLValue(account.name)])
            try t.writing.journal(
                act: t.act, kind: DigestWish.kind, code: account.name, after: StoredJSON.text(["removed": "true"]))
            return
        }
        guard let address = MailAddress(typed) else { try t.refuse(AccountProblem.notAnAddress) }
        let wish = DigestWish(account: account.name, address: Secret(address.text), since: t.today)
        if before == nil { try t.insert(wish) } else { try t.update(wish) }
    }
}

extension Reading {
    public func digestWish(of account: String) throws -> DigestWish? {
        try all(DigestWish.self, for: .everything, where: "account = \(account)").first
    }
}

/// How letters leave this site: through the mail server of its machine, once a day.
public struct DigestRules: Hashable, Sendable, Codable {
    /// Of the relay on this machine; 0: no letters.
    public var port: Int
    public var from: String
    /// The hour of the site's day after which they leave.
    public var hour: Int

    public init(port: Int = 0, from: String = "", hour: Int = 8) {
        self.port = port
        self.from = from
        self.hour = hour
    }

    public var areOn: Bool { port > 0 }
}

extension SettingName {
    static let digest = SettingName(rawValue: "digest")
}

extension Reading {
    public func digestRules() throws -> DigestRules {
        try setting(.digest).map { try StoredJSON.value(DigestRules.self, from: $0) } ?? DigestRules()
    }
}

/// Sets how letters leave.
public struct SetDigestRules: Act {
    public static let right = Right.administerUsers
    public static let words = Words("设置邮件", "Letters set")
    public static let isTownWide = true
    public static let mayStandAlready = true
    public var rules: DigestRules

    public init(_ rules: DigestRules) { self.rules = rules }

    public func perform(in t: ActTransaction) throws {
        if rules.areOn, MailAddress(rules.from) == nil { try t.refuse(AccountProblem.notAnAddress) }
        try t.writing.set(.digest, to: StoredJSON.text(rules))
    }
}
