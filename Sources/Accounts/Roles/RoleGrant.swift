import Spelling
public import Store
public import Vocabulary

/// A role that somebody holds, or is to hold: beneath one unit, for a span of days (授权).
public struct RoleGrant: Noun {
    public var code: String
    public var account: String
    public var asked: RoleRequest
    public var stage: Stage
    public var askedBy: String
    public var askedDay: Day
    /// Who agreed or refused, and of one that ended who ended it.
    public var decidedBy: String
    public var decidedDay: Day?
    public var remark: String

    public enum Stage: String, Named, Stored {
        case asked, agreed, refused, ended

        public var words: Words {
            switch self {
            case .asked: Words("待批准", "To be agreed")
            case .agreed: Words("已批准", "Agreed")
            case .refused: Words("未批准", "Refused")
            case .ended: Words("已终止", "Ended")
            }
        }
    }

    public static let table = Table<RoleGrant>(
        "role_grants",
        Column("code") { $0.code }, Column("account") { $0.account }, Column("granted_role") { $0.asked.role },
        Column("unit") { $0.asked.unit }, Column("from_day") { $0.asked.from }, Column("until_day") { $0.asked.until },
        Column("purpose") { $0.asked.purpose }, Column("stage") { $0.stage }, Column("asked_by") { $0.askedBy },
        Column("asked_day") { $0.askedDay }, Column("decided_by") { $0.decidedBy },
        Column("decided_day") { $0.decidedDay }, Column("remark") { $0.remark }
    ) { code, account, role, unit, from, until, purpose, stage, askedBy, askedDay, decidedBy, decidedDay, remark in
        RoleGrant(
            code: code, account: account,
            asked: RoleRequest(role: role, unit: unit, from: from, until: until, purpose: purpose), stage: stage,
            askedBy: askedBy, askedDay: askedDay, decidedBy: decidedBy, decidedDay: decidedDay, remark: remark)
    }
    public static let reach = Reach.everybody
    public static let searched = ["account"]
    public static let personal: PersonalTexts? = .through("account", Account.self, "purpose", "remark")

    /// Whether it holds on a day, or may come to hold later: it is asked for, or begins another day.
    func isOpen(on day: Day) -> Bool {
        stage == .asked || stage == .agreed && (asked.until ?? day) >= day
    }

    public func isValid(on day: Day) -> Bool {
        stage == .agreed && asked.from <= day && (asked.until ?? day) >= day
    }
}

/// A role as it is asked for.
public struct RoleRequest: Hashable, Sendable {
    public var role = Role.unitClerk
    /// Empty: the whole town.
    public var unit = ""
    public var from = Day.unset
    /// Nil: until it is ended.
    public var until: Day?
    public var purpose = ""

    public init() {}

    public init(role: Role, unit: String, from: Day, until: Day?, purpose: String) {
        self.role = role
        self.unit = unit
        self.from = from
        self.until = until
        self.purpose = purpose
    }
}

extension CodeSeries {
    static let roleGrant = CodeSeries(rawValue: "W")
}
