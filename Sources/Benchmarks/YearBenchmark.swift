import ArgumentParser
import Books
import Foundation
import LedgerEngine
import PlanLanguage
import Plans
import Records
import SampleTown
import Upkeep
import Vocabulary
import YearDesk

/// The town's year as its page shows it, for a town of any size: laid out anew, as after each record, and rolled up again, as for
/// each reader.
struct YearBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "year", abstract: "全年安排：布列和汇总全市图。The year of a town: laid out, and rolled up.")

    @Option(help: "方案文件；不给则用内置样例。A plan; the built-in sample without it.")
    var plan: String?

    @Option(help: "单位数。Units.")
    var units = 30_000

    @Option(help: "计数的次数。Counted runs.")
    var runs = 15

    func run() throws {
        guard let asOf = Day(iso: "2026-10-31"), let inForce = Day(iso: "2024-01-01") else { return }
        let bytes =
            try plan.map { [UInt8](try Data(contentsOf: URL(fileURLWithPath: $0))) } ?? Array(SamplePlan.text.utf8)
        let (edition, _) = try PlanCompiler().compile(bytes: bytes).edition(
            number: 1, inForce: inForce, publishedOn: asOf)
        let book = town(until: asOf, from: inForce)
        let live = Evaluator(edition: edition, columns: RecordColumns(book)).live(asOf: asOf, by: .processors)
        let directory = UnitDirectory(units: book.units, teams: book.teams)
        var layingOut = Stopwatch("lay out and roll up")
        var told = 0
        layingOut.measure(runs: runs) { told = YearTrial(live, directory, asOf.year).slots(of: nil) }
        let trial = YearTrial(live, directory, asOf.year)
        _ = trial.slots(of: nil)
        var again = Stopwatch("rolled up before")
        again.measure(runs: runs) { told = trial.slots(of: nil) }
        guard told > 0 else { throw ExitCode.failure }
        print("\(book.units.count) units, \(book.activities.count) activities, \(told) slots; \(runs) runs after one")
        print("work                     median ms      min      max")
        for watch in [layingOut, again] {
            print(
                watch.name.padding(toLength: 22, withPad: " ", startingAt: 0),
                [watch.median, watch.least, watch.most].map { String(format: "%10.2f", $0) }.joined())
        }
    }

    /// A city, counties beneath it, departments beneath them; every second department holds what it should, each month.
    private func town(until: Day, from: Day) -> RecordBook {
        var book = RecordBook()
        func unit(_ code: String, _ kind: UnitKind, in parent: String?) {
            book.units.append(
                OrgUnit(code: code, name: code, kind: kind, parent: parent, span: DaySpan(from: from), recorded: from))
        }
        unit("A", .city, in: nil)
        let counties = max(1, units / 100)
        for county in 0..<counties { unit("B\(10_000 + county)", .county, in: "A") }
        for number in 0..<max(0, units - counties - 1) {
            let code = "C\(100_000 + number)"
            unit(code, .department, in: "B\(10_000 + number % counties)")
            guard number.isMultiple(of: 2) else { continue }
            for month in 1...10 {
                guard let day = Day(year: until.year, month: month, day: 5) else { continue }
                book.activities.append(
                    Activity(
                        code: "T\(number)-\(month)", kind: month.isMultiple(of: 3) ? .exam : .exchange, title: "T",
                        organiser: code, from: day, to: day, hours: 2, recorded: day))
            }
        }
        return book
    }
}
