import Storage
public import Store
public import Vocabulary

/// Asks that somebody hold a role (申请授权): one of two steps, by the system administrator.
public struct AskRole: Act {
    public static let right = Right.administerUsers
    public static let words = Words("申请授权", "Asked for")
    public static let isTownWide = true
    public var account: String
    public var request: RoleRequest

    public init(account: String, request: RoleRequest) {
        self.account = account
        self.request = request
    }

    public func perform(in t: ActTransaction) throws -> RoleGrant {
        let account = try t.account(account)
        guard !account.isDisabled else { try t.refuse(AccountProblem.isDisabled) }
        var problems: [AccountProblem] = []
        if let until = request.until, until < request.from { problems.append(.endsBeforeItBegins) }
        if request.role.isAdministrator, !request.unit.isEmpty { problems.append(.administersEverything) }
        if !request.unit.isEmpty, try t.unit(code: request.unit) == nil { problems.append(.needsUnit) }
        try problems.append(contentsOf: t.conflicts(of: request, for: account))
        // It could not be agreed to, and no code could be handed out any more.
        let credential = try t.credential(of: account.name)
        if request.role.isAdministrator, credential?.password == nil || credential?.oneTime != nil {
            problems.append(.hasNoPassword)
        }
        try t.refuse(problems)
        let grant = RoleGrant(
            code: try t.nextCode(.roleGrant), account: account.name, asked: request, stage: .asked,
            askedBy: t.reader.account, askedDay: t.today, decidedBy: "", decidedDay: nil, remark: "")
        try t.insert(grant)
        return grant
    }
}

/// Agrees to a role that somebody else asked for, or refuses it: the other step, by the security administrator.
public struct DecideRole: Act {
    public static let right = Right.administerSecurity
    public static let words = Words("审批授权", "Decided")
    public static let isTownWide = true
    public var grant: String
    public var isAgreed: Bool
    public var remark: String

    public init(grant: String, isAgreed: Bool, remark: String) {
        self.grant = grant
        self.isAgreed = isAgreed
        self.remark = remark
    }

    public func perform(in t: ActTransaction) throws -> RoleGrant {
        var grant = try t.grant(grant)
        guard grant.stage == .asked else { try t.refuse(AccountProblem.decidedAlready(grant.stage)) }
        guard grant.askedBy != t.reader.account else { try t.refuse(AccountProblem.askedBySame) }
        let account = try t.account(grant.account)
        guard account.name != t.reader.account else { try t.refuse(AccountProblem.oneself) }
        if isAgreed {
            // Whoever handed out its first code could else be the administrator.
            let credential = try t.credential(of: account.name)
            if grant.asked.role.isAdministrator, credential?.password == nil || credential?.oneTime != nil {
                try t.refuse(AccountProblem.hasNoPassword)
            }
            // What was granted since it was asked for counts too.
            try t.refuse(t.conflicts(of: grant.asked, for: account, besides: grant.code))
        }
        grant.stage = isAgreed ? .agreed : .refused
        grant.decidedBy = t.reader.account
        grant.decidedDay = t.today
        grant.remark = remark
        try t.update(grant)
        // What they may do has changed under them: they begin anew.
        if isAgreed { try t.writing.endSessions(of: account.name) }
        return grant
    }
}

/// Takes a role back at once (终止授权). One person is enough to take away.
public struct EndRole: Act {
    public static let right = Right.administerSecurity
    public static let words = Words("终止授权", "Ended")
    public static let isTownWide = true
    public var grant: String
    public var reason: String

    public init(grant: String, reason: String) {
        self.grant = grant
        self.reason = reason
    }

    public func perform(in t: ActTransaction) throws -> RoleGrant {
        var grant = try t.grant(grant)
        guard grant.stage == .agreed else { try t.refuse(AccountProblem.notInForce) }
        try t.requireNotLast(try t.account(grant.account), of: [grant.asked.role])
        grant.stage = .ended
        grant.decidedBy = t.reader.account
        grant.decidedDay = t.today
        grant.remark = reason
        try t.update(grant)
        try t.writing.endSessions(of: grant.account)
        return grant
    }
}

extension ActTransaction {
    func grant(_ code: String) throws -> RoleGrant {
        guard let grant = try one(RoleGrant.self, code, for: reader) else {
            try refuse(AccountProblem.unknown(code))
        }
        return grant
    }

    /// What forbids that an account hold a role: another role of the same person, or the same one already.
    func conflicts(
        of request: RoleRequest, for account: Account, besides code: String = ""
    ) throws -> [AccountProblem] {
        var problems: [AccountProblem] = []
        for sibling in try siblings(of: account) {
            for other in try grants(of: sibling) where other.code != code {
                guard other.isOpen(on: today), problems.isEmpty else { continue }
                let held = other.asked.role
                if held != request.role, held.isAdministrator || request.role.isAdministrator {
                    problems.append(.excludes(request.role, held: held))
                } else if held == request.role, other.asked.unit == request.unit, sibling == account.name {
                    problems.append(.heldAlready(held))
                }
            }
        }
        return problems
    }
}
