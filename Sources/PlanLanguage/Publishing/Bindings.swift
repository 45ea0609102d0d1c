public import Plans
public import Vocabulary
import Yams

/// A person's answers to what the compiler proposed: confirmed, changed or set aside, by task number and quotation.
public struct Bindings: Hashable, Sendable, Codable {
    public var answers: [BindingAnswer]
    /// Populations that the answers name and the lexicon does not hold.
    public var populations: [Population]
    /// Place of each answer in the file it was read from, in order; empty where it came from a page.
    var places: [SourcePlace] = []

    public init(answers: [BindingAnswer] = [], populations: [Population] = []) {
        self.answers = answers
        self.populations = populations
    }

    private enum CodingKeys: String, CodingKey {
        case answers = "bindings"
        case populations
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        answers = try container.decodeIfPresent([BindingAnswer].self, forKey: .answers) ?? []
        populations = try container.decodeIfPresent([Population].self, forKey: .populations) ?? []
    }

    /// Reads a bindings file (docs/plan-language.md). Throws `MaterialRefused`, with the line of what is wrong.
    public init(yaml: String) throws {
        self = try YAMLMaterial.decode(Bindings.self, from: yaml)
        let items = try Yams.compose(yaml: yaml)?["bindings"]?.sequence ?? []
        places = items.map { item in
            SourcePlace(start: 0, end: 0, line: item.mark?.line ?? 1, column: item.mark?.column ?? 1)
        }
    }
}

/// What a person says of one proposed obligation. Everything left out stays as proposed.
public struct BindingAnswer: Hashable, Sendable, Codable {
    public var task: String
    /// The obligation's quotation, or a part of it that no other of the task holds.
    public var quote: String
    /// Sets the obligation aside, with the reason.
    public var dismiss: String?
    public var activity: ActivityKind?
    /// Code of a population of the lexicon or of this file.
    public var population: String?
    public var answerable: [String]?
    public var roles: [ParticipationRole]?
    public var topics: [Topic]?
    public var audience: [PersonCategory]?
    /// The figure, where the text gives none.
    public var amount: Double?
    public var bearer: Bearer?
    public var window: Window?
    public var shareOf: ShareBasis?
    public var deadlineFrom: DeadlineEvent?
    public var document: String?
    public var membership: Membership?
    public var credit: Credit?
    public var tiers: [ValueTier]?
    public var passShare: Double?
    public var distinctKinds: Bool?
    public var conditions: ActivityConditions?
    public var step: Window?
    /// Makes an obligation of a number that was passed over: what it asks for. `quote` is that of the number.
    public var obliges: Rule?
    /// Other figures any of which does as well; an empty list takes them away.
    public var alternatives: [AlternativeAnswer]?

    public init(task: String, quote: String) {
        self.task = task
        self.quote = quote
    }
}

extension BindingAnswer {
    /// This answer in place of an earlier one to the same clause: what a province asks besides stays where this one is
    /// silent, because a page does not ask about it.
    public func following(_ earlier: BindingAnswer) -> BindingAnswer {
        var answer = self
        answer.membership = membership ?? earlier.membership
        answer.credit = credit ?? earlier.credit
        answer.tiers = tiers ?? earlier.tiers
        answer.passShare = passShare ?? earlier.passShare
        answer.distinctKinds = distinctKinds ?? earlier.distinctKinds
        answer.conditions = conditions ?? earlier.conditions
        answer.step = step ?? earlier.step
        answer.obliges = obliges ?? earlier.obliges
        answer.alternatives = alternatives ?? earlier.alternatives
        return answer
    }
}
