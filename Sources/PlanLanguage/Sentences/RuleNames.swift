import Plans
import Vocabulary

/// The names that a rule's sentence speaks with.
struct RuleNames: Sendable {
    var activity: ActivityKindEntry?
    var population: Population?
    var basis: ShareBasis?
    var event: DeadlineEvent?
    var document: String?
}
