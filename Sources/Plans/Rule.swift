public import Vocabulary

/// The quantified content of a clause: how much, of what measure, by when, owed by whom.
///
/// `sentenceZh` of an obligation compiles back to exactly this value.
public struct Rule: Hashable, Sendable, Codable {
    public var measure: Measure
    public var comparison: Comparison
    /// In `unit`; percentages in percent with one decimal.
    public var value: Double
    /// Only with `.range`.
    public var upper: Double?
    public var unit: CountingUnit
    public var window: Window?
    /// 每5年 recurs; 5年内 does not.
    public var recurs: Bool
    public var bearer: Bearer
    /// Other figures any of which does as well, in the order of the text; nil for a rule with one figure.
    public var alternatives: [Alternative]?

    public init(
        measure: Measure, comparison: Comparison = .atLeast, value: Double, upper: Double? = nil, unit: CountingUnit,
        window: Window? = nil, recurs: Bool = false, bearer: Bearer, alternatives: [Alternative]? = nil
    ) {
        self.measure = measure
        self.comparison = comparison
        self.value = value
        self.upper = upper
        self.unit = unit
        self.window = window
        self.recurs = recurs
        self.bearer = bearer
        self.alternatives = alternatives
    }

    /// What was kept before there were limits is held to them, so that no figure of an edition breaks what reads it.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        measure = try container.decode(Measure.self, forKey: .measure)
        comparison = try container.decode(Comparison.self, forKey: .comparison)
        unit = try container.decode(CountingUnit.self, forKey: .unit)
        value = FigureLimits.read(
            try container.decode(Double.self, forKey: .value), in: unit, measure, from: decoder)
        upper = try container.decodeIfPresent(Double.self, forKey: .upper)
        upper = upper.map { [unit, measure] in FigureLimits.read($0, in: unit, measure, from: decoder) }
        window = try container.decodeIfPresent(Window.self, forKey: .window)
        recurs = try container.decode(Bool.self, forKey: .recurs)
        bearer = try container.decode(Bearer.self, forKey: .bearer)
        alternatives = try container.decodeIfPresent([Alternative].self, forKey: .alternatives)
    }

    /// 人次占比: participations as a share of the members, counted in person-times.
    public var isTurnout: Bool { measure == .headcount && unit == .percent && bearer != .activity }
}
