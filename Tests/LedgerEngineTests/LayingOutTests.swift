import LedgerEngine
import Plans
import Records
import Testing
import Vocabulary

@Suite("Columns laid out from records in any order")
struct LayingOutTests {
    @Test("give each person their own role, hours and code", arguments: seeds(1...20))
    func anyOrder(seed: UInt64) throws {
        let book = try ScenarioTown(RandomWorld.lines(seed: seed).joined(separator: "\n")).book
        let edition = try SmallWorld.edition(SmallWorld.growthRules)
        let day = try #require(Day(iso: "2025-11-20"))
        var dice = RandomWorld.Dice(state: seed)
        var shuffled = book
        // Each activity's in one run, as a database has them, but within it as they come.
        let runs = Dictionary(grouping: book.participations, by: \.activity)
        shuffled.participations = book.activities.sorted { ($0.from, $0.code) < ($1.from, $1.code) }.flatMap {
            activity in
            (runs[activity.code] ?? []).map { ($0, dice.roll(1000)) }.sorted { $0.1 < $1.1 }.map(\.0)
        }
        for plain in [false, true] {
            var (ordered, other) = (book, shuffled)
            if plain {
                // No line is special: each was recorded with its activity.
                let days = Dictionary(uniqueKeysWithValues: book.activities.map { ($0.code, $0.recorded) })
                for index in book.participations.indices {
                    let (one, two) = (ordered.participations[index], other.participations[index])
                    ordered.participations[index].recorded = days[one.activity] ?? one.recorded
                    other.participations[index].recorded = days[two.activity] ?? two.recorded
                }
            }
            #expect(
                Evaluator(edition: edition, records: other).ledger(asOf: day).entries
                    == Evaluator(edition: edition, records: ordered).ledger(asOf: day).entries)
        }
    }
}
