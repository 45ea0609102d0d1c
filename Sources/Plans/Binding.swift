public import Vocabulary

/// What the engine needs to evaluate a rule: which records count, for whom, and who answers for it.
public struct Binding: Hashable, Sendable, Codable {
    /// The kinds of activity that count, wider kinds already spelled out; nil where the kind does not matter.
    public var kinds: [ActivityKind]?
    /// Each must be among the activity's topics.
    public var topics: [Topic]
    /// The activity must be meant for one of these categories; empty where it does not matter.
    public var audience: [PersonCategory]
    /// The participation must have one of these roles; empty where it does not matter.
    public var roles: [ParticipationRole]
    public var population: Population
    /// Names, as the plan writes them, of the units that answer for it; empty: the subject's own unit does.
    public var answerable: [String]
    /// A condition on the length of each activity that counts.
    public var length: LengthCondition?
    /// What a `share` is a share of.
    public var shareOf: ShareBasis?
    /// The event a `deadline` runs from.
    public var deadlineFrom: DeadlineEvent?
    /// Documents that must be attached, by name, for a `count` of documents per activity.
    public var document: String?
    /// False where no list of named persons may be made (organisation life, ideological topics).
    public var namesPersons: Bool
    /// Who is a member and when; nil for `Membership.atEnd`.
    public var membership: Membership?
    /// To which unit an activity is credited; nil for `nearest`.
    public var credit: Credit?
    /// Other values than the rule's for those who hold a category, the first that is held decides.
    public var tiers: [ValueTier]?
    /// The share of the parts that must be met for a roll-up to be met, in percent; nil for all of them.
    public var passShare: Double?
    /// Whether kinds are counted instead of activities: 四类活动每年都要开展.
    public var distinctKinds: Bool?
    /// What each activity must satisfy besides the rule itself.
    public var conditions: ActivityConditions?
    /// How far apart windows begin, where they overlap: 任意连续三年 is three years with a step of one.
    public var step: Window?
    /// For each alternative of the rule, in their order, what counts towards it; nil for what counts towards the rule.
    public var alternatives: [AlternativeBinding?]?

    public init(
        kinds: [ActivityKind]?, topics: [Topic] = [], audience: [PersonCategory] = [],
        roles: [ParticipationRole] = [], population: Population, answerable: [String] = [],
        length: LengthCondition? = nil, shareOf: ShareBasis? = nil, deadlineFrom: DeadlineEvent? = nil,
        document: String? = nil, namesPersons: Bool = true, membership: Membership? = nil, credit: Credit? = nil,
        tiers: [ValueTier]? = nil, passShare: Double? = nil, distinctKinds: Bool? = nil,
        conditions: ActivityConditions? = nil, step: Window? = nil, alternatives: [AlternativeBinding?]? = nil
    ) {
        self.kinds = kinds
        self.topics = topics
        self.audience = audience
        self.roles = roles
        self.population = population
        self.answerable = answerable
        self.length = length
        self.shareOf = shareOf
        self.deadlineFrom = deadlineFrom
        self.document = document
        self.namesPersons = namesPersons
        self.membership = membership
        self.credit = credit
        self.tiers = tiers
        self.passShare = passShare
        self.distinctKinds = distinctKinds
        self.conditions = conditions
        self.step = step
        self.alternatives = alternatives
    }
}

/// How long an activity must last to count (docs/ledger.md, "length").
public struct LengthCondition: Hashable, Sendable, Codable {
    public var comparison: Comparison
    public var value: Double
    public var upper: Double?
    public var unit: CountingUnit

    public init(_ comparison: Comparison, _ value: Double, upper: Double? = nil, unit: CountingUnit) {
        self.comparison = comparison
        self.value = value
        self.upper = upper
        self.unit = unit
    }

    /// Held to the limits of figures, like a rule.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        comparison = try container.decode(Comparison.self, forKey: .comparison)
        unit = try container.decode(CountingUnit.self, forKey: .unit)
        value = FigureLimits.held(try container.decode(Double.self, forKey: .value), in: unit, .duration)
        upper = try container.decodeIfPresent(Double.self, forKey: .upper)
        upper = upper.map { [unit] in FigureLimits.held($0, in: unit, .duration) }
    }
}

public enum ShareBasis: String, Codable, Sendable, CaseIterable {
    /// Persons of the population reached at least once in the window: 每年安排1/5
    case population
    /// Of a team's members, those present at each activity: 参训率
    case attendance
    /// Of those who took part, those who completed: 合格率
    case completion
    /// Of the hours of each person, those online: 网络学时占比
    case onlineHours
}

public enum DeadlineEvent: String, Codable, Sendable, CaseIterable {
    /// Reported within so many days after the activity's last day: 结束后15日内
    case activityEnd
    /// Trained within so long after taking up the post: 任职后一年内
    case appointment
    /// Done by the window's fixed day: 每年12月10日前
    case fixedDay
}
