public import Store
public import Vocabulary

/// By what somebody proves that the account is theirs: a password of their own, or once a code that was handed out.
public struct Credential: Noun {
    public var account: String
    /// argon2id; nil: none was chosen yet.
    public var password: Secret?
    /// The day of the password, or of the code.
    public var set: Day
    public var oneTime: Secret?
    /// Its last day.
    public var oneTimeUntil: Day?
    /// What it was before, the newest first: none of them is taken again.
    public var former: [Secret] = []

    public static let table = Table<Credential>(
        "credentials",
        Column("account") { $0.account }, Column("password") { $0.password }, Column("set_day") { $0.set },
        Column("one_time") { $0.oneTime }, Column("one_time_until") { $0.oneTimeUntil }
    ) { account, password, set, oneTime, oneTimeUntil in
        Credential(account: account, password: password, set: set, oneTime: oneTime, oneTimeUntil: oneTimeUntil)
    }
    public static let lists = [
        NounList<Credential>(
            \.former, owner: "account", Table("former_passwords", Column("password") { $0 }, make: { $0 }))
    ]
    public static let reach = Reach.through("account", Account.self)

    public static func mayBeGone(_ key: String, in reading: some Reading) throws -> Bool {
        try reading.isOfDestroyed(account: key)
    }

    /// Whether it has to be chosen anew before anything else: it was handed out, or it is too old.
    public func mustChange(on day: Day, by profile: SignInProfile) -> Bool {
        guard password != nil, oneTime == nil else { return true }
        return profile.daysValid.map { day - set > $0 } ?? false
    }
}
