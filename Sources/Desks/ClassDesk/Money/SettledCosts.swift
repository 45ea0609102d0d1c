import Pages
import Storage
import Store
import Vocabulary

extension ActTransaction {
    /// What is said at a closing, with what was entered one by one in the place of what is typed.
    func settled(_ outcome: ClassOutcome, of found: TrainingClass) throws -> ClassOutcome {
        var outcome = outcome
        outcome.costs = try ClassMoney(found, in: self, rules: siteRules(ClassRules.self)).settled(outcome.costs)
        return outcome
    }
}

extension Ask {
    /// As the form of a closing begins: what is entered is not asked for, and what was said before it was reopened stands.
    func outcome(of found: TrainingClass) throws -> ClassOutcome {
        let before = try reading.one(ClassClosing.self, found.code, for: reader)?.outcome
        return ClassOutcome(summary: before?.summary ?? "", costs: try money(of: found).unentered)
    }
}
