import Records
import Storage
import Store
import Vocabulary

extension Reading {
    /// The rule of this site for one account, with what others know of whose it is.
    func passwordRule(for account: Account, on day: Day) throws -> PasswordRule {
        var known = [account.name, account.displayName] + (try rootUnits().map(\.name))
        if let person = account.person {
            known.append(person)
            if let found = try self.person(code: person) {
                known += [found.name, found.birthMonth, found.birthMonth.filter(\.isNumber)]
            }
            if let held = try appointment(of: person, on: day, knownAt: nil), let unit = try unit(code: held.unit) {
                known.append(unit.name)
            }
        }
        return PasswordRule(try signInProfile(), known: known)
    }
}
