public import Foundation
import Storage
public import Store
public import Vocabulary

/// How a site begins: two codes on the console, for a system and a security administrator. There is no account that everybody
/// knows; each opens their own with its code, once.
public struct FirstCodes: Sendable {
    /// Of those who are missing.
    public let codes: [(role: Role, code: String)]
    static let roles = [Role.systemAdministrator, .securityAdministrator]
}

extension Database {
    /// Makes the codes anew; those from before are void. Nil where both administrators are there and can sign in.
    public func makeFirstCodes(by who: String, on today: Day) throws -> FirstCodes? {
        try write(by: who) { writing in
            let missing = try FirstCodes.roles.filter { try writing.holders(of: $0, on: today).isEmpty }
            guard !missing.isEmpty else { return nil }
            // Whoever tried to guess those from before does not lock these.
            try writing.forgetFailures(about: .firstCode)
            let codes = FirstCodes(codes: missing.map { ($0, Token.code()) })
            try writing.connection.execute("delete from first_codes")
            for (role, code) in codes.codes {
                try writing.connection.execute(
                    "insert into first_codes (granted_role, hash, made_at) values ($1, $2, $3)",
                    [SQLValue(role.rawValue), SQLValue(Token.hash(code: code)), SQLValue(writing.at)])
                try writing.journal(act: "firstCode", kind: "firstCode", code: role.rawValue, after: "{}")
            }
            return codes
        }
    }

    /// Opens the account of whoever holds a code, with its role and a password of their own. Throws `Refused`. Takes as long
    /// as a password takes.
    public func begin(
        _ draft: AccountDraft, code: String, password: NewPassword, cost: PasswordCost, on today: Day, at now: Date
    ) throws -> Account {
        let hash = Token.hash(code: code)
        let (waiting, lock, rule) = try read { reading in
            (
                try reading.firstCodes(), try reading.failures(about: .firstCode),
                PasswordRule(try reading.signInProfile(), known: [draft.name, draft.displayName])
            )
        }
        // What is tried while it is locked counts for nothing: else anybody could keep it locked.
        if let lock, lock.isLocked(at: now) {
            throw Refused([AccountProblem.isLocked(minutes: lock.minutesLeft(at: now))])
        }
        guard let role = waiting.first(where: { $0.hash == hash })?.role else {
            try write(by: SigningIn.nobody) { writing in
                try writing.noteFailure(about: .firstCode, at: now)
                try writing.journal(act: "firstCodeRefused", kind: "firstCode", code: "—", after: "{}")
            }
            throw Refused([AccountProblem.wrongCode])
        }
        let problems = password.problems(nil, asksCurrent: false, rule: rule)
        guard problems.isEmpty else { throw Refused(problems) }
        let secret = try PasswordHash.make(password.new, cost: cost)
        let act = OpenFirstAccount(draft: draft, role: role, hash: hash, password: secret)
        return try perform(act, by: .console(named: "首次启用"), on: today)
    }
}

extension Reading {
    /// The roles whose first account is still to be opened, with the hashes of their codes.
    func firstCodes() throws -> [(role: Role, hash: String)] {
        try connection.rows("select granted_role, hash from first_codes order by granted_role") { row in
            (try Role(stored: .text(try row.text("granted_role"))), try row.text("hash"))
        }
    }

    public func hasFirstCodes() throws -> Bool { try !firstCodes().isEmpty }
}

/// An administrator's account from one of the site's first codes.
struct OpenFirstAccount: Act {
    static let right = Right.administerUsers
    static let words = Words("首次启用", "Opened with a first code")
    let draft: AccountDraft
    let role: Role
    let hash: String
    let password: Secret

    func perform(in t: ActTransaction) throws -> Account {
        let used = try t.connection.execute(
            "delete from first_codes where granted_role = $1 and hash = $2",
            [SQLValue(role.rawValue), SQLValue(hash)])
        guard used == 1 else { try t.refuse(AccountProblem.wrongCode) }
        let account = try t.open(draft)
        try t.insert(
            Credential(account: account.name, password: password, set: t.today, oneTime: nil, oneTimeUntil: nil))
        try t.writing.forgetFailures(about: .firstCode)
        try t.insert(
            RoleGrant(
                code: t.nextCode(.roleGrant), account: account.name,
                asked: RoleRequest(role: role, unit: "", from: t.today, until: nil, purpose: "首次启用"), stage: .agreed,
                askedBy: "首次启用", askedDay: t.today, decidedBy: "控制台启用码", decidedDay: t.today, remark: ""))
        return account
    }
}
