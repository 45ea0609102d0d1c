import Records
import Spelling
import Storage
public import Store
public import Vocabulary

/// Asks that what is held about a person be destroyed (申请销毁个人信息): one of two steps, by the office that keeps the records.
public struct AskDestruction: Act {
    public static let right = Right.plan
    public static let words = Words("申请销毁个人信息", "Destruction asked for")
    public static let isTownWide = true
    public var person: String
    public var ground: String
    public var inTexts: Bool

    public init(person: String, ground: String, inTexts: Bool) {
        self.person = person
        self.ground = ground
        self.inTexts = inTexts
    }

    public func perform(in t: ActTransaction) throws -> Destruction {
        guard let person = try t.person(code: person) else { try t.refuse(DestructionProblem.unknown(person)) }
        guard !person.isDestroyed else { try t.refuse(DestructionProblem.isDestroyed) }
        guard try !t.destructions(of: person.code).contains(where: { $0.stage == .asked }) else {
            try t.refuse(DestructionProblem.askedAlready)
        }
        guard try !t.namesEver(of: person.code).contains(where: { ground.contains($0) }) else {
            try t.refuse(DestructionProblem.groundNames)
        }
        let destruction = Destruction(
            code: try t.nextCode(.destruction), person: person.code, ground: ground, inTexts: inTexts, stage: .asked,
            askedBy: t.reader.account, askedDay: t.today, decidedBy: "", decidedDay: nil, remark: "")
        try t.insert(destruction)
        return destruction
    }
}

/// Agrees to it, or refuses: the other step, by the security administrator. What is agreed to is done in the same change, and
/// cannot be undone.
public struct DecideDestruction: Act {
    public static let right = Right.administerSecurity
    public static let words = Words("审批销毁个人信息", "Destruction decided")
    public static let isTownWide = true
    public var code: String
    public var isAgreed: Bool
    public var remark: String

    public init(code: String, isAgreed: Bool, remark: String) {
        self.code = code
        self.isAgreed = isAgreed
        self.remark = remark
    }

    public func perform(in t: ActTransaction) throws -> Destruction {
        guard var destruction = try t.one(Destruction.self, code, for: t.reader) else {
            try t.refuse(DestructionProblem.unknown(code))
        }
        guard destruction.stage == .asked else { try t.refuse(DestructionProblem.decidedAlready(destruction.stage)) }
        try t.requireAnother(than: destruction.askedBy)
        guard isAgreed || !remark.withoutOuterSpace.isEmpty else {
            try t.refuse(DestructionProblem.refusedWithoutReason)
        }
        destruction.stage = isAgreed ? .done : .refused
        destruction.decidedBy = t.reader.account
        destruction.decidedDay = t.today
        destruction.remark = remark
        if isAgreed { try t.destroy(destruction) }
        try t.update(destruction)
        return destruction
    }
}

/// Does again in a database that was restored from before what two people had agreed on since.
struct RepeatDestruction: Act {
    static let right = Right.administerSecurity
    static let words = Words("恢复后重新销毁个人信息", "Destroyed again after a restore")
    var destruction: Destruction

    func perform(in t: ActTransaction) throws -> Destruction {
        var destruction = destruction
        destruction.code = try t.nextCode(.destruction)
        // That may be the only administrator whom the backup knows: the console lets in another (`accounts first-codes`).
        try t.destroy(destruction, evenTheLast: true)
        try t.insert(destruction)
        return destruction
    }
}

extension ActTransaction {
    /// Two accounts of one person are one person.
    fileprivate func requireAnother(than account: String) throws {
        let asker = try self.account(named: account)?.person
        let isSame = try asker != nil && asker == self.account(named: reader.account)?.person
        guard account != reader.account, !isSame else { try refuse(DestructionProblem.askedBySame) }
    }

    fileprivate func destroy(_ destruction: Destruction, evenTheLast: Bool = false) throws {
        guard let person = try person(code: destruction.person) else {
            try refuse(DestructionProblem.unknown(destruction.person))
        }
        guard !person.isDestroyed else { try refuse(DestructionProblem.isDestroyed) }
        // All facts are summed anew after it: nothing that was altered before may be blessed by that.
        guard try answersToTheJournal() else { try refuse(DestructionProblem.doesNotAnswer) }
        let accounts = try accounts(of: person.code)
        try close(accounts, evenTheLast)
        let lines = try clear(accounts, of: person)
        try writing.destroy(person, inTexts: destruction.inTexts, others: lines)
    }

    private func close(_ accounts: [Account], _ evenTheLast: Bool) throws {
        for var account in accounts {
            if !evenTheLast { try requireNotLast(account, of: Role.administrators) }
            try writing.endSessions(of: account.name)
            guard !account.isDisabled else { continue }
            account.disabled = today
            account.reason = "个人信息已销毁"
            try update(account)
        }
    }

    /// What is theirs as whoever signs in: gone, but for the account's name, under which the journal tells what they did.
    /// Lines of the journal that tell the name that pages called them by, as they read from now on.
    private func clear(_ accounts: [Account], of person: Person) throws -> [JournalRow] {
        let instead = Person.destroyedName(person.code)
        var lines: [JournalRow] = []
        for account in accounts {
            let name = SQLValue(account.name)
            try connection.execute(
                "update accounts set display_name = $2 where name = $1", [name, SQLValue(instead)])
            try connection.execute(
                "update noun_words set words = $3 where kind = $1 and code = $2",
                [SQLValue(Account.kind), name, SQLValue("\(account.name.folded)\n\(instead.folded)")])
            for (table, column) in [
                ("digest_wishes", "account"), ("digest_letters", "account"), ("half_sign_ins", "account"),
                ("recovery_codes", "account"), ("second_factors", "account"),
                ("former_passwords", "account"), ("credentials", "account"), ("sessions", "account"),
                ("kept_forms", "account"), ("form_drafts", "account"), ("desk_visits", "account"),
            ] {
                try connection.execute("delete from \(table) where \(column) = $1", [name])
            }
            lines += try journal(ofKind: Account.kind, code: account.name).compactMap { try $0.withoutName(instead) }
        }
        try connection.execute(
            "delete from personal_views where about_kind = 'person' and about = $1", [SQLValue(person.code)])
        return lines
    }
}

extension JournalRow {
    /// Nil where it tells no name.
    fileprivate func withoutName(_ instead: String) throws -> JournalRow? {
        var line = self
        line.before = try before.map { try Self.withoutName($0, instead) }
        line.after = try after.map { try Self.withoutName($0, instead) }
        return line == self ? nil : line
    }

    private static func withoutName(_ text: String, _ instead: String) throws -> String {
        guard text.hasPrefix("{"), case .row(var row) = try StoredJSON.value(JournalValue.self, from: text),
            row["display_name"] != nil
        else { return text }
        row["display_name"] = .text(instead)
        return try StoredJSON.text(JournalValue.row(row))
    }
}

extension Database {
    /// Does in this database again what was destroyed since it was written down; how many people it still knew.
    public func repeatDestructions(_ list: [Destruction], by name: String, on today: Day) throws -> Int {
        var count = 0
        for destruction in list where destruction.stage == .done {
            guard let person = try read({ try $0.person(code: destruction.person) }), !person.isDestroyed else {
                continue
            }
            try perform(RepeatDestruction(destruction: destruction), by: .console(named: name), on: today)
            count += 1
        }
        if count > 0 { try scrub() }
        return count
    }
}
