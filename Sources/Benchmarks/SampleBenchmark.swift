import ArgumentParser
import Foundation
import LedgerEngine
import PlanLanguage
import Plans
import Records
import SampleTown
import Vocabulary

/// The whole way on the sample town: plan compiled, town made, laid out in columns, judged, explained.
struct SampleBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample", abstract: "样例市：编译、布列、计算、解释。The sample town: compile, lay out, judge, explain.")

    @Option(help: "方案文件；不给则用内置样例。A plan; the built-in sample without it.")
    var plan: String?

    @Option(help: "样例市的种子。Seed of the town.")
    var seed: UInt64 = 1

    @Option(help: "计数的次数。Counted runs.")
    var runs = 15

    func run() throws {
        guard let until = Day(iso: "2026-10-31"), let inForce = Day(iso: "2024-01-01") else { return }
        let bytes =
            try plan.map { [UInt8](try Data(contentsOf: URL(fileURLWithPath: $0))) } ?? Array(SamplePlan.text.utf8)
        var watches: [Stopwatch] = []
        func timed<Result>(_ name: String, _ work: () throws -> Result) rethrows -> Result {
            var watch = Stopwatch(name)
            let result = try watch.measure(runs: runs, work)
            watches.append(watch)
            return result
        }
        let compiled = try timed("compile") { try PlanCompiler().compile(bytes: bytes) }
        let (edition, _) = compiled.edition(number: 1, inForce: inForce, publishedOn: until)
        let book = timed("make the town") { SampleTown.make(seed: seed, until: until) }
        let columns = timed("columns") { RecordColumns(book) }
        let evaluator = timed("read the rules") { Evaluator(edition: edition, columns: columns) }
        let ledger = timed("ledger") { evaluator.ledger(asOf: until) }
        let probes = stride(from: 0, to: ledger.entries.count, by: max(1, ledger.entries.count / 50)).map {
            ledger.entries[$0]
        }
        let explained = timed("explain 50 entries") {
            probes.count {
                evaluator.explain(obligation: $0.obligation, subject: $0.subject, from: $0.from, asOf: until) != nil
            }
        }
        print(
            """
            \(book.units.count) units, \(book.persons.count) persons, \(book.activities.count) activities, \
            \(book.participations.count) participations; \(edition.obligations.count) obligations, \
            \(edition.obligations.count(where: \.executable)) executable; \(ledger.entries.count) entries, \
            \(explained) explained; \(runs) runs after one uncounted
            """)
        print("work                     median ms      min      max")
        for watch in watches {
            print(
                watch.name.padding(toLength: 22, withPad: " ", startingAt: 0),
                [watch.median, watch.least, watch.most].map { String(format: "%10.2f", $0) }.joined())
        }
    }
}
