import Spelling
import Store
import Vocabulary

/// Collects what is wrong with the fields of an act, and gives back what can be kept.
struct PeopleTexts {
    private(set) var problems: [PeopleProblem] = []

    mutating func add(_ problem: PeopleProblem?) { if let problem { problems.append(problem) } }

    mutating func spelled(_ text: String, _ field: PeopleProblem.Field, _ rule: TextRule) -> String {
        do { return try rule.spelled(text) } catch {
            problems.append(.text(field, error))
            return text
        }
    }

    /// A text that may be left out.
    mutating func spelledIfAny(_ text: String, _ field: PeopleProblem.Field, _ rule: TextRule) -> String {
        text.withoutOuterSpace.isEmpty ? "" : spelled(text, field, rule)
    }

    mutating func day(_ day: Day, _ field: PeopleProblem.Field, today: Day) {
        add(PeopleRules.problem(with: day, field, today: today))
    }

    func refuse(in t: ActTransaction) throws { try t.refuse(problems) }
}
