public import Vocabulary

/// A quantified clause of a plan (量化要求): its place in the text, its rule, and what binds it to the records.
public struct Obligation: Hashable, Sendable, Codable, Identifiable {
    /// Task number and position: `17.1`.
    public var id: String
    public var task: String
    /// The stretch of the text from `place.start` to `place.end`, contiguous.
    public var quote: String
    public var place: SourcePlace
    public var rule: Rule
    /// Members of a set that must each occur share a group.
    public var group: String?
    public var lead: [String]
    public var responsible: [String]
    /// Codes proposed for the contract; nil where the text gives nothing to hold on to.
    public var activity: ActivityKind?
    public var population: String?
    /// Nil while a person must still answer `question`.
    public var binding: Binding?
    public var question: Question?
    public var sentenceZh: String
    public var sentenceEn: String
    /// From which day its windows are counted (起算日), where that is before the edition came into force: what an earlier
    /// edition obliged in the same words goes on. Nil: from the day in force.
    public var since: Day?

    public var executable: Bool { binding != nil }

    public init(
        id: String, task: String, quote: String, place: SourcePlace, rule: Rule, group: String? = nil,
        lead: [String] = [], responsible: [String] = [], activity: ActivityKind? = nil, population: String? = nil,
        binding: Binding? = nil, question: Question? = nil, sentenceZh: String = "", sentenceEn: String = "",
        since: Day? = nil
    ) {
        self.id = id
        self.task = task
        self.quote = quote
        self.place = place
        self.rule = rule
        self.group = group
        self.lead = lead
        self.responsible = responsible
        self.activity = activity
        self.population = population
        self.binding = binding
        self.question = question
        self.sentenceZh = sentenceZh
        self.sentenceEn = sentenceEn
        self.since = since
    }
}

extension Obligation {
    /// With the figures of its binding held to their limits, as the rule's are when it is read: for an edition that was
    /// published before there were limits.
    public var held: Obligation {
        guard binding?.tiers != nil || binding?.passShare != nil || binding?.alternatives != nil else { return self }
        func held(_ tiers: [ValueTier]?, _ rule: Rule) -> [ValueTier]? {
            tiers?.map { ValueTier($0.category, FigureLimits.held($0.value, in: rule.unit, rule.measure)) }
        }
        var obligation = self
        obligation.binding?.tiers = held(binding?.tiers, rule)
        for (number, other) in (binding?.alternatives ?? []).enumerated() where other?.tiers != nil {
            obligation.binding?.alternatives?[number]?.tiers = held(other?.tiers, rule.choice(number + 1))
        }
        obligation.binding?.passShare = binding?.passShare.map { min(max(0, $0.isNaN ? 0 : $0), 100) }
        return obligation
    }
}

/// What a person must answer before the engine can evaluate an obligation (待明确).
public enum Question: Hashable, Sendable, Codable {
    /// Which kind of activity is meant by this wording?
    case activity(wording: String)
    /// Who is meant by this wording?
    case population(wording: String)
    /// Which unit answers for it?
    case answerable
    /// The text gives no number (一定数量): how many?
    case amount(wording: String)
}
