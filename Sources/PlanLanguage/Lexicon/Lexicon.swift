public import Plans
public import Vocabulary

/// The nouns that the grammar works over (词表): activities, populations, topics, counters, rates, and names that oblige nothing.
///
/// `Lexicon(yaml:)` reads a user's file and adds it to the built-in nouns; a later entry wins over an earlier one.
public struct Lexicon: Sendable {
    struct ActivityNoun: Sendable {
        var kind: ActivityKind
        var unit: CountingUnit?
        var roles: [ParticipationRole] = []
        /// The role in which a person fulfils it: 讲党课 as speaker.
        var byPersons: ParticipationRole?
        /// Other kinds that count as well: a keynote may be given at a seminar.
        var also: [ActivityKind] = []
    }

    struct PopulationNoun: Sendable {
        var population: Population
        /// False where no list of named persons may be made.
        var names = true
    }

    struct Counter: Sendable {
        enum Weight: String, Sendable {
            /// 次, 期: counts activities wherever it stands.
            case strong
            /// 个, 本: counts only beside a noun of the lexicon, an operator or a window.
            case noun
            case person, hours
        }
        var unit: CountingUnit
        var weight: Weight
    }

    struct Rate: Sendable {
        var measure: Measure
        var basis: ShareBasis?
    }

    var activities = NounIndex<ActivityNoun>()
    var populations = NounIndex<PopulationNoun>()
    var topics = NounIndex<Topic>()
    var counters = NounIndex<Counter>()
    var rates = NounIndex<Rate>()
    var names = NounIndex<Bool>()
    var organisers = NounIndex<Bool>()
    var catalogue = ActivityKindCatalogue()
    var populationList: [Population] = []
    /// Of whom no list of named persons may be made.
    var unlisted: [Population] = []

    public var kinds: ActivityKindCatalogue { catalogue }
    public var allPopulations: [Population] { populationList }

    init() {}

    public static let builtIn: Lexicon = {
        var lexicon = Lexicon()
        do {
            try lexicon.add(yaml: builtInYAML)
        } catch {
            preconditionFailure("the built-in lexicon cannot be read: \(error)")
        }
        return lexicon
    }()

    /// The built-in nouns and those of a user's file.
    public init(yaml: String) throws {
        self = .builtIn
        try add(yaml: yaml)
    }

    func population(_ code: String) -> Population? { populationList.first { $0.code == code } }
}
