public import Plans
public import Vocabulary

/// A figure that does as well as the one of the clause, as somebody answers it: 或讲座1次.
public struct AlternativeAnswer: Hashable, Sendable, Codable {
    public var measure: Measure
    /// At least so much where nothing is said.
    public var op: Comparison?
    public var value: Double
    public var upper: Double?
    public var unit: CountingUnit
    /// Left out: what counts towards the clause's own figure counts.
    public var activity: ActivityKind?
    public var topics: [Topic]?
    public var roles: [ParticipationRole]?
    public var tiers: [ValueTier]?

    public init(
        measure: Measure, op: Comparison? = nil, value: Double, unit: CountingUnit, activity: ActivityKind? = nil
    ) {
        self.measure = measure
        self.op = op
        self.value = value
        self.unit = unit
        self.activity = activity
    }
}

extension CompiledPlan {
    /// Puts the figures of an answer beside the clause's own, with what counts towards each.
    func choose(
        among answers: [AlternativeAnswer], for obligation: inout Obligation, _ binding: inout Binding,
        _ place: SourcePlace?
    ) -> [Finding] {
        var findings: [Finding] = []
        var others: [Alternative] = []
        var bindings: [AlternativeBinding?] = []
        for answer in answers {
            let figure = Alternative(
                measure: answer.measure, comparison: answer.op ?? .atLeast, value: answer.value, upper: answer.upper,
                unit: answer.unit, activity: answer.activity == obligation.activity ? nil : answer.activity)
            var rule = obligation.rule
            (rule.measure, rule.comparison, rule.unit) = (figure.measure, figure.comparison, figure.unit)
            guard obligation.rule.canStandBeside(rule) else {
                findings.append(Finding(.error, "bindingNoAlternative", [answer.measure.rawValue], at: place))
                continue
            }
            if let kind = figure.activity, kinds[kind] == nil, kind != .any {
                findings.append(Finding(.error, "bindingUnknownActivity", [kind.rawValue], at: place))
                continue
            }
            others.append(figure)
            let isOwn = figure.activity != nil || answer.topics != nil || answer.roles != nil || answer.tiers != nil
            let own = figure.activity.map { kinds.kinds(within: $0)?.sorted() } ?? binding.kinds
            bindings.append(
                isOwn
                    ? AlternativeBinding(
                        kinds: own, topics: answer.topics ?? (figure.activity == nil ? binding.topics : []),
                        roles: answer.roles ?? (figure.activity == nil ? binding.roles : []),
                        length: figure.activity == nil ? binding.length : nil, tiers: answer.tiers,
                        document: binding.document) : nil)
        }
        obligation.rule.alternatives = others.isEmpty ? nil : others
        binding.alternatives = bindings.contains { $0 != nil } ? bindings : nil
        return findings
    }
}
