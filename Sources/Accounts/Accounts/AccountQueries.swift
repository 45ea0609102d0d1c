import Spelling
import Storage
public import Store
public import Vocabulary

extension Reading {
    /// Whether the tables of accounts are there: whoever only reads may meet a database of before.
    private func hasAccountTables() throws -> Bool { try schemaVersion() >= Migration.sessions.number }

    public func hasAccounts() throws -> Bool {
        guard try hasAccountTables() else { return false }
        return try connection.first("select 1 as one from accounts limit 1") { _ in true } ?? false
    }

    /// By the name as somebody typed it, in any case and width.
    public func account(typed: String) throws -> Account? {
        guard typed.utf8.count <= 200 else { return nil }
        let folded = typed.folded
        guard !folded.isEmpty else { return nil }
        return try all(Account.self, for: .everything, where: "folded = \(folded)").first
    }

    public func account(named name: String) throws -> Account? { try one(Account.self, name, for: .everything) }

    public func accounts(of person: String) throws -> [Account] {
        try all(Account.self, for: .everything, where: "person in (\(list: try codes(of: person)))")
    }

    public func credential(of account: String) throws -> Credential? {
        try one(Credential.self, account, for: .everything)
    }

    /// As pages call whoever did something: `王芳（P00123）`; what is no account by itself.
    public func accountName(_ account: String) throws -> String {
        guard try hasAccountTables(), let found = try self.account(named: account) else { return account }
        return found.displayName == account ? account : "\(found.displayName)（\(account)）"
    }

    public func grants(of account: String) throws -> [RoleGrant] {
        try all(RoleGrant.self, for: .everything, where: "account = \(account)", order: "from_day")
    }

    public func grantsValid(of account: String, on day: Day) throws -> [RoleGrant] {
        try grants(of: account).filter { $0.isValid(on: day) }
    }

    /// Of one who can sign in and holds a role on a day.
    public func holders(of role: Role, on day: Day) throws -> [String] {
        try all(
            RoleGrant.self, for: .everything,
            where: """
                granted_role = \(role) and stage = 'agreed' and from_day <= \(day)
                and (until_day is null or until_day >= \(day))
                and account in (select name from accounts where disabled_day is null)
                """
        ).map(\.account)
    }

    /// Of the same person all accounts, where it is a person's.
    func siblings(of account: Account) throws -> [String] {
        guard let person = account.person else { return [account.name] }
        return try accounts(of: person).map(\.name)
    }
}

extension Reader {
    /// For looking up who somebody is, before anybody is.
    static let everything = Reader(account: "登录", rights: [])
    /// What a command at this machine does to accounts.
    public static func console(named name: String) -> Reader {
        Reader(account: name, rights: [.administerUsers, .administerSecurity])
    }
}

extension ActTransaction {
    func account(_ name: String) throws -> Account {
        guard let account = try account(named: name) else { try refuse(AccountProblem.unknown(name)) }
        return account
    }

    /// Without the last of them nobody could put anything right again.
    func requireNotLast(_ account: Account, of roles: [Role]) throws {
        for role in roles where role.isAdministrator {
            if try holders(of: role, on: today) == [account.name] { try refuse(AccountProblem.lastOfTheirKind(role)) }
        }
    }
}
