import Plans
import Vocabulary

/// Figures any of which does, and what counts towards each.
extension Proposer {
    /// Nil where there is one figure. A figure without a noun of its own is of what the first one is of.
    func alternatives(of draft: Draft, _ kind: ActivityKind?) -> [Alternative]? {
        guard !draft.alternatives.isEmpty else { return nil }
        return draft.alternatives.map { other in
            let own = activity(other)
            return Alternative(
                measure: other.rule.measure, comparison: other.rule.comparison, value: other.rule.value,
                upper: other.rule.upper, unit: other.rule.unit, activity: own == kind ? nil : own)
        }
    }

    /// Nil where everything counts that counts towards the first.
    func alternatives(
        of draft: Draft, _ kind: ActivityKind?, _ found: Binding, _ obligation: Obligation
    ) -> [AlternativeBinding?]? {
        guard let alternatives = obligation.rule.alternatives else { return nil }
        let own = zip(draft.alternatives, alternatives).map { other, alternative -> AlternativeBinding? in
            guard let kind = alternative.activity else { return nil }
            var alone = obligation
            alone.rule = other.rule
            let binding = binding(alone, other, kind, found.population, found.answerable)
            return AlternativeBinding(
                kinds: binding.kinds, topics: binding.topics, roles: binding.roles, length: binding.length,
                document: binding.document)
        }
        return own.contains { $0 != nil } ? own : nil
    }
}
