import Plans
import Vocabulary
import Yams

/// The shape of a lexicon file. docs/plan-language.md describes it.
struct LexiconFile: Decodable {
    struct Activity: Decodable {
        var kind: ActivityKind
        var words: String
        var zh: String?
        var en: String?
        var wider: ActivityKind?
        var unit: CountingUnit?
        var roles: [ParticipationRole]?
        var byPersons: ParticipationRole?
        /// Other kinds that count as well.
        var also: [ActivityKind]?
    }

    struct People: Decodable {
        var code: String
        var zh: String
        var en: String
        var words: String
        var subjects: Population.Subjects?
        var categories: [PersonCategory]?
        var unitKinds: [UnitKind]?
        var teamKinds: [TeamKind]?
        var teamRole: TeamRole?
        var roster: String?
        var sex: Sex?
        var names: Bool?
    }

    struct About: Decodable {
        var topic: Topic
        var words: String
    }

    struct Counting: Decodable {
        var words: String
        var unit: CountingUnit
        var weight: String?
    }

    struct Proportion: Decodable {
        var words: String
        var measure: Measure?
        var basis: ShareBasis?
    }

    var activities: [Activity]?
    var populations: [People]?
    var topics: [About]?
    var counters: [Counting]?
    var rates: [Proportion]?
    /// Fixed expressions with a number in them that oblige nothing.
    var names: String?
    /// Endings of names of organising bodies.
    var organisers: String?
}

extension Lexicon {
    mutating func add(yaml: String) throws {
        try add(YAMLDecoder().decode(LexiconFile.self, from: yaml))
    }

    private mutating func add(_ file: LexiconFile) {
        var extra: [ActivityKindEntry] = []
        for item in file.activities ?? [] {
            activities.add(
                WordPattern.words(item.words),
                ActivityNoun(
                    kind: item.kind, unit: item.unit, roles: item.roles ?? [], byPersons: item.byPersons,
                    also: item.also ?? []))
            if let name = item.zh {
                extra.append(.init(item.kind, name, item.en ?? name, in: item.wider))
            } else if catalogue[item.kind] == nil {
                extra.append(.init(item.kind, item.kind.rawValue, item.kind.rawValue, in: item.wider))
            }
        }
        let known = Set(ActivityKindCatalogue.builtIn.map(\.kind))
        catalogue = ActivityKindCatalogue(
            adding: catalogue.entries.filter { !known.contains($0.kind) } + extra)
        for item in file.populations ?? [] {
            let population = Population(
                item.code, item.zh, item.en, item.subjects ?? .persons, categories: item.categories ?? [],
                unitKinds: item.unitKinds ?? [], teamKinds: item.teamKinds ?? [], teamRole: item.teamRole,
                roster: item.roster, sex: item.sex)
            populationList.removeAll { $0.code == population.code }
            populationList.append(population)
            populations.add(
                WordPattern.words(item.words), PopulationNoun(population: population, names: item.names ?? true))
        }
        for item in file.topics ?? [] { topics.add(WordPattern.words(item.words), item.topic) }
        for item in file.counters ?? [] {
            let weight = Counter.Weight(rawValue: item.weight ?? "noun") ?? .noun
            counters.add(WordPattern.words(item.words), Counter(unit: item.unit, weight: weight))
        }
        for item in file.rates ?? [] {
            rates.add(WordPattern.words(item.words), Rate(measure: item.measure ?? .share, basis: item.basis))
        }
        if let names = file.names { self.names.add(WordPattern.words(names), true) }
        if let organisers = file.organisers { self.organisers.add(WordPattern.words(organisers), true) }
    }
}
