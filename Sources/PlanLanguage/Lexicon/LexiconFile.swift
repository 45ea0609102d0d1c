import Plans
import Vocabulary

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
    /// Throws `MaterialRefused`, with the line of the entry that is refused.
    mutating func add(yaml: String) throws {
        let file = try YAMLMaterial.decode(LexiconFile.self, from: yaml)
        do {
            try add(file)
        } catch {
            var refused = error
            let path = (refused.key ?? "").split(separator: ".").map(String.init)
            refused.line = YAMLMaterial.line(of: path, in: yaml)
            throw refused
        }
    }

    private mutating func add(_ file: LexiconFile) throws(MaterialRefused) {
        var reader = WordReader()
        try add(activities: file.activities ?? [], &reader)
        try add(populations: file.populations ?? [], &reader)
        for (index, item) in (file.topics ?? []).enumerated() {
            topics.add(try reader.words(item.words, "topics.\(index).words"), item.topic)
        }
        for (index, item) in (file.counters ?? []).enumerated() {
            let key = "counters.\(index)"
            guard let weight = Counter.Weight(rawValue: item.weight ?? "noun") else {
                let allowed = ["strong", "noun", "person", "hours"]
                throw MaterialRefused(.unknownValue(item.weight ?? "", allowed: allowed), key: key + ".weight")
            }
            counters.add(try reader.words(item.words, key + ".words"), Counter(unit: item.unit, weight: weight))
        }
        for (index, item) in (file.rates ?? []).enumerated() {
            rates.add(
                try reader.words(item.words, "rates.\(index).words"),
                Rate(measure: item.measure ?? .share, basis: item.basis))
        }
        if let names = file.names { self.names.add(try reader.words(names, "names"), true) }
        if let organisers = file.organisers {
            self.organisers.add(try reader.words(organisers, "organisers"), true)
        }
    }

    private mutating func add(activities items: [LexiconFile.Activity], _ reader: inout WordReader)
        throws(MaterialRefused)
    {
        var extra: [ActivityKindEntry] = []
        for (index, item) in items.enumerated() {
            activities.add(
                try reader.words(item.words, "activities.\(index).words"),
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
    }

    private mutating func add(populations items: [LexiconFile.People], _ reader: inout WordReader)
        throws(MaterialRefused)
    {
        for (index, item) in items.enumerated() {
            let population = Population(
                item.code, item.zh, item.en, item.subjects ?? .persons, categories: item.categories ?? [],
                unitKinds: item.unitKinds ?? [], teamKinds: item.teamKinds ?? [], teamRole: item.teamRole,
                roster: item.roster, sex: item.sex)
            populationList.removeAll { $0.code == population.code }
            populationList.append(population)
            unlisted.removeAll { $0.code == population.code }
            if item.names == false { unlisted.append(population) }
            populations.add(
                try reader.words(item.words, "populations.\(index).words"),
                PopulationNoun(population: population, names: item.names ?? true))
        }
    }

    /// Spells out the words of a file, and holds them to the limits of an entry and of the whole.
    private struct WordReader {
        private var left = WordPattern.fileLimit

        mutating func words(_ patterns: String, _ key: String) throws(MaterialRefused) -> [[Glyph]] {
            do {
                let words = try WordPattern.words(patterns, limit: min(WordPattern.entryLimit, left))
                left -= words.count
                return words
            } catch {
                throw MaterialRefused(error.problem, key: key)
            }
        }
    }
}
