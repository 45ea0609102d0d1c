import LedgerEngine
import Plans
import Records
import Testing
import Vocabulary

/// What a province asks besides (docs/decisions/0025): who is a member when, tiers, pass shares, conditions, overlapping
/// windows, turnout. Paper, reference and engine must agree.
@Suite("What a province asks")
struct GrowthTests {
    static func cases() throws -> [ScenarioCase] { try ScenarioCase.cases(in: Scenarios.text("growth.txt")) }

    @Test("the reference gives the entries worked out on paper", arguments: try cases())
    func reference(given: ScenarioCase) throws {
        let book = try given.book()

        let ledger = NaiveLedger(edition: given.edition, book: book, asOf: given.asOf, knownAt: given.knownAt)

        #expect(ledger.entries().map(\.line) == given.expected)
    }

    @Test("and so does the engine", arguments: try cases())
    func engine(given: ScenarioCase) throws {
        let evaluator = Evaluator(edition: given.edition, records: try given.book())

        #expect(evaluator.ledger(asOf: given.asOf, knownAt: given.knownAt).entries.map(\.line) == given.expected)
    }

    /// Each field spelled out with the value that it has where it is null.
    @Test("what is written out says no more than what is left out", arguments: 1...4 as ClosedRange<UInt64>)
    func defaults(seed: UInt64) throws {
        let book = try ScenarioTown(RandomWorld.lines(seed: seed).joined(separator: "\n")).book
        let day = try #require(Day(iso: "2025-11-20"))
        let plain = try SmallWorld.edition()
        var spelled = plain
        for task in spelled.tasks.indices {
            for position in spelled.tasks[task].obligations.indices {
                let rule = spelled.tasks[task].obligations[position].rule
                guard var binding = spelled.tasks[task].obligations[position].binding else { continue }
                (binding.membership, binding.credit, binding.tiers) = (.atEnd, .nearest, [])
                (binding.passShare, binding.distinctKinds, binding.conditions) = (100, false, ActivityConditions())
                binding.step = rule.window
                spelled.tasks[task].obligations[position].binding = binding
            }
        }

        let reference = NaiveLedger(edition: spelled, book: book, asOf: day, knownAt: nil).entries()
        #expect(reference == NaiveLedger(edition: plain, book: book, asOf: day, knownAt: nil).entries())
        let engine = Evaluator(edition: spelled, records: book).ledger(asOf: day).entries
        #expect(engine == Evaluator(edition: plain, records: book).ledger(asOf: day).entries)
    }

    @Test("each rule of the province changes what some world's ledger says", arguments: SmallWorld.growthRules)
    func bites(rule: String) throws {
        let rules = try withAndWithoutGrowth(rule)
        guard rules.with != rules.without else { return }
        #expect(try (1...12).contains { try ledger(rules.with, seed: $0) != ledger(rules.without, seed: $0) })
    }

    @Test("and nothing where the page says so", arguments: SmallWorld.idleGrowthRules)
    func idles(rule: String) throws {
        let rules = try withAndWithoutGrowth(rule)
        #expect(try (1...3).allSatisfy { try ledger(rules.with, seed: $0) == ledger(rules.without, seed: $0) })
    }

    private func withAndWithoutGrowth(_ rule: String) throws -> (with: PlanEdition, without: PlanEdition) {
        let asked = try SmallWorld.edition([rule])
        var plain = asked
        plain.tasks[0].obligations[0].binding = asked.tasks[0].obligations[0].binding?.withoutGrowth
        return (asked, plain)
    }

    private func ledger(_ edition: PlanEdition, seed: UInt64) throws -> [LedgerEntry] {
        let book = try ScenarioTown(RandomWorld.lines(seed: seed).joined(separator: "\n")).book
        let day = try #require(Day(iso: "2025-11-20"))
        return NaiveLedger(edition: edition, book: book, asOf: day, knownAt: nil).entries()
    }
}

extension Binding {
    var withoutGrowth: Binding {
        Binding(
            kinds: kinds, topics: topics, audience: audience, roles: roles, population: population,
            answerable: answerable, length: length, shareOf: shareOf, deadlineFrom: deadlineFrom, document: document,
            namesPersons: namesPersons)
    }
}
