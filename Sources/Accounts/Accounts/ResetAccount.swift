public import Store
public import Vocabulary

/// A new code for whoever can no longer come in, from the console of the machine: also for the last administrator.
public struct ResetAccount: Act {
    public static let right = Right.administerUsers
    public static let words = Words("控制台重置", "Reset from the console")
    public static let isTownWide = true
    public var name: String

    public init(name: String) { self.name = name }

    public func perform(in t: ActTransaction) throws -> HandedOut {
        guard var account = try t.account(typed: name) else { try t.refuse(AccountProblem.unknown(name)) }
        if account.isDisabled {
            account.disabled = nil
            account.reason = ""
            try t.update(account)
        }
        // A telephone may be lost as a password is.
        if let factor = try t.secondFactor(of: account.name) {
            try t.removeSecondFactor(of: account.name)
            try t.tellRemoved(factor)
        }
        return try t.handOut(to: account)
    }
}
