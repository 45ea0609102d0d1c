/// Who asks: every act and every list takes one.
public struct Reader: Hashable, Sendable, Codable {
    /// As it stands in the journal.
    public var account: String
    /// The person behind the account, where it is one of the town's.
    public var person: String?
    public var rights: Set<Right>
    /// They see and act beneath this unit; nil: the whole town.
    public var unit: String?

    public init(account: String, person: String? = nil, rights: Set<Right>, unit: String? = nil) {
        self.account = account
        self.person = person
        self.rights = rights
        self.unit = unit
    }

    /// Whoever may look at the town may look at what is their own.
    public func may(_ right: Right) -> Bool {
        rights.contains(right) || right == .own && rights.contains(.see)
    }

    /// Throws `NotAllowed` where they may not.
    public func require(_ right: Right) throws {
        guard may(right) else { throw NotAllowed(right: right) }
    }

    /// Whether it was they who did something that somebody else is to close; where nobody signs in, there is nobody else.
    public func isBarred(byWorkOf account: String?) -> Bool {
        guard unit != nil || rights != Reader.localOperator.rights else { return false }
        return self.account == account
    }

    /// The post that they act in: their unit, or the whole town. Nil: they see their own only.
    public var post: String? { rights.contains(.see) ? unit ?? "*" : nil }

    /// One of the three administrators.
    public var isAdministrator: Bool { !rights.isDisjoint(with: Right.administrators) }

    /// For looking something up whosever it is, within an act or a page that asks for reach by itself.
    public static let everybody = Reader(account: "", rights: [.see])

    /// Whoever sits at the machine while there is no sign-in: all work, none of the administrators'.
    public static let localOperator = localOperator(named: "本机操作员")

    /// The same by the name that the machine knows them by.
    public static func localOperator(named name: String) -> Reader {
        Reader(account: name, rights: Set(Right.allCases).subtracting(Right.administrators))
    }
}
