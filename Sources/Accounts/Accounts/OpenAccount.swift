import Records
import Storage
public import Store
public import Vocabulary

/// An account as it is asked for.
public struct AccountDraft: Hashable, Sendable {
    public var name = ""
    public var displayName = ""
    /// Empty: nobody of the town.
    public var person = ""

    public init(name: String = "", displayName: String = "", person: String = "") {
        self.name = name
        self.displayName = displayName
        self.person = person
    }
}

/// Opens an account (开通账号); it can be used once a code was handed out.
public struct OpenAccount: Act {
    public static let right = Right.administerUsers
    public static let words = Words("开通账号", "Opened")
    public static let isTownWide = true
    public var draft: AccountDraft

    public init(_ draft: AccountDraft) { self.draft = draft }

    public func perform(in t: ActTransaction) throws -> Account {
        try t.open(draft)
    }
}

/// Opens an account for everybody in service beneath a unit who has none: their staff number is its name.
public struct OpenAccountsOfUnit: Act {
    public static let right = Right.administerUsers
    public static let words = Words("批量开通账号", "Opened for a unit")
    public static let isTownWide = true
    public var unit: String
    /// In one change; nil: all.
    public var most: Int?

    public init(unit: String, most: Int? = nil) {
        self.unit = unit
        self.most = most
    }

    public func perform(in t: ActTransaction) throws -> Int {
        let persons = try t.personsWithoutAccount(beneath: unit, on: t.today).prefix(most ?? .max)
        guard !persons.isEmpty else { try t.refuse(AccountProblem.nobodyToOpenFor) }
        for person in persons {
            try t.open(AccountDraft(name: person.code, displayName: person.name, person: person.code))
        }
        return persons.count
    }
}

extension ActTransaction {
    @discardableResult
    func open(_ draft: AccountDraft) throws -> Account {
        var problems: [AccountProblem] = []
        if !Account.isName(draft.name) {
            problems.append(.notAName)
        } else if let other = try account(typed: draft.name) {
            problems.append(.isTaken(other.name))
        }
        if !draft.person.isEmpty {
            if try person(code: draft.person) == nil { problems.append(.unknownPerson(draft.person)) }
            // An administrator looks at their own file by a second one.
            let others = try accounts(of: draft.person).map(\.name)
            if others.count > 1 { problems.append(.hasAccounts(others)) }
        }
        try refuse(problems)
        let account = Account(
            name: draft.name, displayName: draft.displayName.isEmpty ? draft.name : draft.displayName,
            person: draft.person.isEmpty ? nil : draft.person, opened: today)
        try insert(account)
        return account
    }
}

extension Reading {
    /// Code and name of everybody in service beneath a unit who has no account, in order of code.
    public func personsWithoutAccount(beneath unit: String, on day: Day) throws -> [(code: String, name: String)] {
        let question: SQL = """
            select code, name from persons where code in (
                select person from appointments where from_day <= \(day) and (until_day is null or until_day >= \(day))
                    and \(SQL.beneath(unit, column: "unit")))
            and code not in (
                select coalesce((select m.kept from person_mergers m where m.person = a.person), a.person)
                from accounts a where a.person is not null) order by code
            """
        return try connection.rows(question.text, question.values) { (try $0.text("code"), try $0.text("name")) }
    }
}
