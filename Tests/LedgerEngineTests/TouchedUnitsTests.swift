import LedgerEngine
import Plans
import Records
import Testing
import Vocabulary

/// What pages keep of each unit is brought up to date from the units that a change names: no other may have changed.
@Suite("Units whose rows a change may have altered")
struct TouchedUnitsTests {
    @Test("whoever is not named stands as before", arguments: seeds(1...40))
    func named(seed: UInt64) throws {
        var history = try History(seed: seed)
        let edition = try seed.isMultiple(of: 2) ? SmallWorld.edition(SmallWorld.growthRules) : SmallWorld.edition()
        let asOf = try #require(Day(iso: seed.isMultiple(of: 3) ? "2026-03-11" : "2025-08-31"))
        let live = Evaluator(edition: edition, records: history.book).live(asOf: asOf)
        let units = history.book.units.map(\.code)
        var altered = 0
        for _ in 1...12 {
            guard let change = try history.next() else { continue }
            if case .person = change { continue }
            let before = units.map { rows(of: $0, in: live) }
            let touched = live.take(change)
            if touched.needsReading { return }
            let named = live.units(touchedBy: touched)
            for (unit, was) in zip(units, before) where rows(of: unit, in: live) != was {
                altered += 1
                #expect(named.contains(unit), "\(unit) after \(history.told)")
            }
        }
        // Seeds in which nothing counts exist, but they are few.
        if seed == 1 || seed == 2 { #expect(altered > 0) }
    }

    private func rows(of unit: String, in live: LiveLedger) -> [LedgerEntry] { live.currentRows(of: unit) }
}
