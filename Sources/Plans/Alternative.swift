public import Vocabulary

/// Another figure that does as well as the rule's own (任选其一): 12天或90学时; 示范课1节或讲座1次.
///
/// Window, recurrence and bearer are the rule's (docs/decisions/0190).
public struct Alternative: Hashable, Sendable, Codable {
    public var measure: Measure
    public var comparison: Comparison
    /// In `unit`; percentages in percent with one decimal.
    public var value: Double
    /// Only with `.range`.
    public var upper: Double?
    public var unit: CountingUnit
    /// The kind of activity, where it is another than the obligation's: 或讲座1次.
    public var activity: ActivityKind?

    public init(
        measure: Measure, comparison: Comparison = .atLeast, value: Double, upper: Double? = nil, unit: CountingUnit,
        activity: ActivityKind? = nil
    ) {
        self.measure = measure
        self.comparison = comparison
        self.value = value
        self.upper = upper
        self.unit = unit
        self.activity = activity
    }

    /// Held to the limits of figures, like a rule.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        measure = try container.decode(Measure.self, forKey: .measure)
        comparison = try container.decode(Comparison.self, forKey: .comparison)
        unit = try container.decode(CountingUnit.self, forKey: .unit)
        value = FigureLimits.read(
            try container.decode(Double.self, forKey: .value), in: unit, measure, from: decoder)
        upper = try container.decodeIfPresent(Double.self, forKey: .upper)
        upper = upper.map { [unit, measure] in FigureLimits.read($0, in: unit, measure, from: decoder) }
        activity = try container.decodeIfPresent(ActivityKind.self, forKey: .activity)
    }
}

/// What counts towards an alternative, where that is not what counts towards the rule's own figure.
///
/// Population, audience, membership, credit, step and who answers are the binding's.
public struct AlternativeBinding: Hashable, Sendable, Codable {
    /// The kinds of activity that count, wider kinds already spelled out; nil where the kind does not matter.
    public var kinds: [ActivityKind]?
    /// Each must be among the activity's topics.
    public var topics: [Topic]
    /// The participation must have one of these roles; empty where it does not matter.
    public var roles: [ParticipationRole]
    /// A condition on the length of each activity that counts.
    public var length: LengthCondition?
    /// Other values than the alternative's for those who hold a category, the first that is held decides.
    public var tiers: [ValueTier]?
    /// Documents that must be attached, by name, for a `count` of documents per activity: 心得1篇或报告1份.
    public var document: String?

    public init(
        kinds: [ActivityKind]?, topics: [Topic] = [], roles: [ParticipationRole] = [], length: LengthCondition? = nil,
        tiers: [ValueTier]? = nil, document: String? = nil
    ) {
        self.kinds = kinds
        self.topics = topics
        self.roles = roles
        self.length = length
        self.tiers = tiers
        self.document = document
    }

    /// What is left out asks for nothing.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        kinds = try container.decodeIfPresent([ActivityKind].self, forKey: .kinds)
        topics = try container.decodeIfPresent([Topic].self, forKey: .topics) ?? []
        roles = try container.decodeIfPresent([ParticipationRole].self, forKey: .roles) ?? []
        length = try container.decodeIfPresent(LengthCondition.self, forKey: .length)
        tiers = try container.decodeIfPresent([ValueTier].self, forKey: .tiers)
        document = try container.decodeIfPresent(String.self, forKey: .document)
    }
}

extension Rule {
    /// The figures of one rule, its own included; a longer list is a slip, and cut.
    public static let mostFigures = 8

    /// How many figures there are to choose from; one where there are no alternatives.
    public var figureCount: Int { 1 + min(alternatives?.count ?? 0, Self.mostFigures - 1) }

    /// Whether any of several figures does.
    public var isEither: Bool { figureCount > 1 }

    /// The rule as if this figure alone were asked for: 0 is its own, 1 the first alternative.
    public func choice(_ number: Int) -> Rule {
        var rule = self
        rule.alternatives = nil
        guard number > 0, number < figureCount, let other = alternatives?[number - 1] else { return rule }
        rule.measure = other.measure
        rule.comparison = other.comparison
        rule.value = other.value
        rule.upper = other.upper
        rule.unit = other.unit
        return rule
    }

    /// The rule once for each figure, its own first.
    public var choices: [Rule] { (0..<figureCount).map(choice) }
}

extension Binding {
    /// The binding as if this figure of the rule alone were asked for.
    ///
    /// An alternative without a binding of its own counts what the rule's own figure counts; tiers are values of one figure
    /// and kinds are counted for one, so neither passes to another.
    public func choice(_ number: Int) -> Binding {
        var binding = self
        binding.alternatives = nil
        guard number > 0 else { return binding }
        binding.tiers = nil
        binding.distinctKinds = nil
        guard let alternatives, alternatives.indices.contains(number - 1), let own = alternatives[number - 1] else {
            return binding
        }
        binding.kinds = own.kinds
        binding.topics = own.topics
        binding.roles = own.roles
        binding.length = own.length
        binding.tiers = own.tiers
        binding.document = own.document
        return binding
    }
}

extension Obligation {
    /// The obligation as if this figure of its rule alone were asked for; the sentences remain those of the whole.
    public func choice(_ number: Int) -> Obligation {
        guard rule.isEither else { return self }
        var obligation = self
        obligation.rule = rule.choice(number)
        obligation.binding = binding?.choice(number)
        if number > 0, number < rule.figureCount {
            obligation.activity = rule.alternatives?[number - 1].activity ?? activity
        }
        return obligation
    }
}
