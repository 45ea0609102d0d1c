import Foundation
import LedgerEngine
import Testing
import Vocabulary

/// Every fenced example of docs/ledger.md and docs/ledger-examples.md, run.
@Suite("docs/ledger.md")
struct LedgerPageTests {
    static func page(_ name: String = "ledger.md") throws -> String {
        let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return try String(contentsOf: root.appendingPathComponent("docs/\(name)"), encoding: .utf8)
    }

    static func examples() throws -> [String] {
        try ["ledger.md", "ledger-examples.md"].flatMap { name in
            try page(name).components(separatedBy: "```example\n").dropFirst().compactMap {
                $0.components(separatedBy: "\n```").first
            }
        }
    }

    @Test("there are examples") func some() throws { #expect(try Self.examples().count >= 25) }

    @Test("there is an example of every measure", arguments: Measure.allCases)
    func measures(measure: Measure) throws {
        #expect(try Self.examples().contains { $0.contains("\nrule \(measure.rawValue) ") })
    }

    @Test("the table of months is how days are counted")
    func months() throws {
        var rows = 0
        for line in try Self.page().split(separator: "\n") {
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            guard cells.count == 4, let from = Day(iso: cells[0]), let months = Int(cells[1]) else { continue }
            rows += 1
            #expect(from.adding(months: months).iso == cells[2], "\(line)")
            #expect(from.ending(months: months).iso == cells[3], "\(line)")
        }
        #expect(rows >= 15)
    }

    @Test("says what the engine and the reference do", arguments: try examples())
    func example(text: String) throws {
        var records: [String] = []
        var inForce = "2025-01-01"
        var asked: [(rule: ScenarioLine, asOf: ScenarioLine, expected: [String])] = []
        var rule: ScenarioLine?
        for line in ScenarioLine.lines(of: text) {
            switch (try line.word(0), rule) {
            case ("inForce", _): inForce = try line.word(1)
            case ("rule", _): rule = line
            case ("as", let rule?): asked.append((rule, line, []))
            case (_, nil): records.append(line.text)
            default: asked[asked.count - 1].expected.append(line.text)
            }
        }
        let book = try ScenarioTown(records.joined(separator: "\n")).book
        #expect(!asked.isEmpty)
        for (rule, asOf, expected) in asked {
            let obligation = try ScenarioCase.obligation(rule)
            let edition = try ScenarioCase.edition(of: [obligation], inForce: inForce)
            let day = try asOf.day(iso: try asOf.word(2))
            let known = asOf.has("known") ? try asOf.day(iso: try asOf.word(5)) : nil
            let reference = NaiveLedger(edition: edition, book: book, asOf: day, knownAt: known).entries()
            #expect(reference.map(\.line) == expected, "reference: \(rule.text), \(asOf.text)")
            let ledger = Evaluator(edition: edition, records: book).ledger(asOf: day, knownAt: known)
            #expect(ledger.entries.map(\.line) == expected, "\(rule.text), \(asOf.text)")
        }
    }

    @Test("names every measure, standing, share and deadline")
    func words() throws {
        let text = try Self.page()
        let words =
            Measure.allCases.map(\.rawValue) + Standing.allCases.map(\.rawValue)
            + ["population", "attendance", "completion", "onlineHours", "activityEnd", "appointment", "fixedDay"]
        for word in words { #expect(text.contains("`\(word)`"), "\(word) is not on the page") }
    }
}
