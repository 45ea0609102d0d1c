import Plans
import Vocabulary

/// The names that a rule's sentence speaks with.
struct RuleNames: Sendable {
    var activity: ActivityKindEntry?
    var population: Population?
    var basis: ShareBasis?
    var event: DeadlineEvent?
    /// What it must be about.
    var topics: [Topic] = []
    /// Whom the activity is meant for.
    var audience: Population?
    var detail = ClauseDetail()
    /// What the text says where it gives no figure: 几十名.
    var open: String?
    /// The kinds of activity of the rule's alternatives, in their order; nil where it is `activity`.
    var alternatives: [ActivityKindEntry?] = []

    /// The names that one of the rule's figures is said with; 0 is its own.
    func choice(_ number: Int) -> RuleNames {
        guard number > 0 else { return self }
        var names = self
        let own = number <= alternatives.count ? alternatives[number - 1] : nil
        names.open = nil
        if let own { (names.activity, names.topics, names.detail) = (own, [], ClauseDetail()) }
        return names
    }

    /// The population that an audience of a binding is.
    static func audience(_ categories: [PersonCategory], among populations: [Population]) -> Population? {
        guard !categories.isEmpty else { return nil }
        return populations.first { $0.subjects == .persons && $0.categories == categories && $0.teamKinds.isEmpty }
    }

    /// 党史党情; a topic of a lexicon's own stands by its code.
    var topicsZh: String { topics.map { Self.topics[$0]?.zh ?? $0.rawValue }.joined(separator: "、") }
    var topicsEn: String { topics.map { Self.topics[$0]?.en ?? $0.rawValue }.joined(separator: " and ") }

    private static let topics = Dictionary(
        Topic.builtIn.map { ($0.topic, (zh: $0.zh, en: $0.en)) }, uniquingKeysWith: { first, _ in first })
}
