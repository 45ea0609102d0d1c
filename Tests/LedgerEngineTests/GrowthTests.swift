import LedgerEngine
import Plans
import Records
import Testing
import Vocabulary

/// What a province asks besides (docs/decisions/0025): who is a member when, tiers, pass shares, conditions, overlapping
/// windows, turnout. Paper, reference and engine must agree.
@Suite("What a province asks")
struct GrowthTests {
    /// Whether the engine evaluates what these cases ask; the reference does.
    static let engineKnowsGrowth = false

    static func cases() throws -> [ScenarioCase] { try ScenarioCase.cases(in: Scenarios.text("growth.txt")) }

    @Test("the reference gives the entries worked out on paper", arguments: try cases())
    func reference(given: ScenarioCase) throws {
        let book = try given.book()

        let ledger = NaiveLedger(edition: given.edition, book: book, asOf: given.asOf, knownAt: given.knownAt)

        #expect(ledger.entries().map(\.line) == given.expected)
    }

    @Test("and so does the engine", .enabled(if: engineKnowsGrowth), arguments: try cases())
    func engine(given: ScenarioCase) throws {
        let evaluator = Evaluator(edition: given.edition, records: try given.book())

        #expect(evaluator.ledger(asOf: given.asOf, knownAt: given.knownAt).entries.map(\.line) == given.expected)
    }
}

extension Obligation {
    /// Whether the rule says something that the engine need not know yet.
    var asksForGrowth: Bool {
        guard let binding else { return false }
        let plain = Binding(
            kinds: binding.kinds, topics: binding.topics, audience: binding.audience, roles: binding.roles,
            population: binding.population, answerable: binding.answerable, length: binding.length,
            shareOf: binding.shareOf, deadlineFrom: binding.deadlineFrom, document: binding.document,
            namesPersons: binding.namesPersons)
        return binding != plain || rule.measure == .headcount && rule.unit == .percent
            || rule.bearer == .activity && rule.window != nil
    }
}
