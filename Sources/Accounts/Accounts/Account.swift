import Spelling
public import Store
public import Vocabulary

/// Who may come in (账号). It is never taken away: what somebody did stays under their name.
public struct Account: Noun {
    /// As they sign in: a staff number, or a name of its own.
    public var name: String
    /// As pages call them.
    public var displayName: String
    /// Whose it is, where it is one of the town's.
    public var person: String?
    public var opened: Day
    public var disabled: Day?
    /// Why it was disabled.
    public var reason: String

    public init(name: String, displayName: String, person: String?, opened: Day) {
        self.name = name
        self.displayName = displayName
        self.person = person
        self.opened = opened
        disabled = nil
        reason = ""
    }

    public static let table = Table<Account>(
        "accounts",
        Column("name") { $0.name }, Column("folded") { $0.name.folded }, Column("display_name") { $0.displayName },
        Column("person") { $0.person }, Column("opened_day") { $0.opened }, Column("disabled_day") { $0.disabled },
        Column("reason") { $0.reason }
    ) { name, _, displayName, person, opened, disabled, reason in
        var account = Account(name: name, displayName: displayName, person: person, opened: opened)
        account.disabled = disabled
        account.reason = reason
        return account
    }
    public static let reach = Reach.everybody
    public static let searched = ["name", "display_name"]
    public static let personal: PersonalTexts? = .of("person", "reason")

    public var isDisabled: Bool { disabled != nil }

    /// Letters, digits and a few signs: it is typed, and stands in the journal.
    static func isName(_ name: String) -> Bool {
        (2...40).contains(name.utf8.count)
            && name.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                    || [0x2D, 0x2E, 0x5F, 0x40].contains(byte)
            } && !name.folded.isEmpty
    }
}

/// Where an account stands.
public enum AccountState: String, Named {
    case active, waiting, withoutCode, disabled

    public var words: Words {
        switch self {
        case .active: Words("在用", "In use")
        case .waiting: Words("已发登录码，未登录", "Code handed out")
        case .withoutCode: Words("未发登录码", "No code yet")
        case .disabled: Words("已停用", "Disabled")
        }
    }

    /// Of one that is not disabled.
    public init(of credential: Credential?) {
        guard let credential else {
            self = .withoutCode
            return
        }
        self = credential.oneTime == nil ? .active : .waiting
    }

    /// The same as a condition of the table of accounts.
    public var condition: SQL {
        switch self {
        case .disabled: "disabled_day is not null"
        case .active:
            "disabled_day is null and name in (select account from credentials where password is not null and one_time is null)"
        case .waiting: "disabled_day is null and name in (select account from credentials where one_time is not null)"
        case .withoutCode: "disabled_day is null and name not in (select account from credentials)"
        }
    }
}
