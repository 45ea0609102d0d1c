import Foundation
import LedgerEngine
import Testing

enum Scenarios {
    static func text(_ name: String) throws -> String {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Scenarios")
        return try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }
}

@Suite("The town counted by hand")
struct ScenarioTests {
    @Test("gives the entries worked out on paper", arguments: try ScenarioCase.cases(in: Scenarios.text("cases.txt")))
    func entries(given: ScenarioCase) throws {
        let ledger = Evaluator(edition: given.edition, records: try given.book()).ledger(
            asOf: given.asOf, knownAt: given.knownAt)

        #expect(ledger.entries.map(\.line) == given.expected)
    }
}
