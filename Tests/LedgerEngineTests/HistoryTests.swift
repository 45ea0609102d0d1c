import LedgerEngine
import Plans
import Records
import Testing
import Vocabulary

/// Histories of reports, corrections, voids, newcomers, transfers and new editions: the ledger that takes in one record after another, the one that
/// is counted anew, and the reference that reads the page all say the same.
@Suite("A ledger that takes in record after record is the ledger counted anew")
struct HistoryTests {
    @Test("after every step, entry by entry", arguments: seeds(1...40))
    func steps(seed: UInt64) throws {
        try steps(History(seed: seed), seed)
    }

    @Test("where several units stand at the top, or one above itself", arguments: seeds(1...8))
    func forest(seed: UInt64) throws { try steps(History(seed: seed &+ 500, inForest: true), seed) }

    private func steps(_ history: History, _ seed: UInt64) throws {
        var history = history
        let editions = try [SmallWorld.edition(), SmallWorld.edition(SmallWorld.growthRules)]
        var edition = editions[seed.isMultiple(of: 2) ? 1 : 0]
        var asOf = try #require(Day(iso: seed.isMultiple(of: 3) ? "2026-03-11" : "2025-08-31"))
        let knownAt = seed.isMultiple(of: 5) ? Day(iso: "2025-09-30") : nil
        let columns = RecordColumns(history.book)
        func ledger() -> LiveLedger { Evaluator(edition: edition, columns: columns).live(asOf: asOf, knownAt: knownAt) }
        var live = ledger()
        for step in 1...12 {
            // Another edition comes into force, another day is asked about: of the columns as they have become.
            if step.isMultiple(of: 4), !seed.isMultiple(of: 3) {
                edition = editions[edition == editions[0] ? 1 : 0]
                asOf = asOf + 45
                live = ledger()
            }
            guard let change = try history.next() else { continue }
            let before = live.ledger().entries
            let touched = live.take(change)
            if touched.needsReading { live = ledger() }
            let taken = live.ledger().entries
            let anew = Evaluator(edition: edition, records: history.book).ledger(asOf: asOf, knownAt: knownAt).entries
            if taken != anew {
                Issue.record("step \(step), \(history.told): \(differences(taken, anew))")
                return
            }
            if !touched.needsReading { check(touched, before: before, after: taken, edition) }
        }
        let last = NaiveLedger(edition: edition, book: history.book, asOf: asOf, knownAt: knownAt).entries()
        let found = live.ledger().entries
        if found != last { Issue.record("at the end, \(history.told): \(differences(found, last))") }
    }

    /// What changed was named, and nothing else was: an obligation without a named subject keeps all its entries.
    private func check(_ touched: Touched, before: [LedgerEntry], after: [LedgerEntry], _ edition: PlanEdition) {
        let named = Set(touched.subjects.map { edition.obligations[$0.obligation].id })
        for obligation in edition.obligations where !named.contains(obligation.id) {
            let was = before.filter { $0.obligation == obligation.id }
            let now = after.filter { $0.obligation == obligation.id }
            #expect(was == now, "\(obligation.id) changed and was not named")
        }
    }

    private func differences(_ found: [LedgerEntry], _ expected: [LedgerEntry]) -> String {
        let extra = found.filter { !expected.contains($0) }.prefix(4).map { $0.obligation + " " + $0.line }
        let missing = expected.filter { !found.contains($0) }.prefix(4).map { $0.obligation + " " + $0.line }
        return "taken in: \(extra) anew: \(missing)"
    }

    @Test("a draft that is looked at leaves nothing behind", arguments: seeds(1...10))
    func drafts(seed: UInt64) throws {
        var history = try History(seed: seed)
        let edition = try seed.isMultiple(of: 2) ? SmallWorld.edition(SmallWorld.growthRules) : SmallWorld.edition()
        let asOf = try #require(Day(iso: "2026-03-11"))
        let live = Evaluator(edition: edition, records: history.book).live(asOf: asOf)
        for _ in 1...6 {
            guard let change = try history.next() else { continue }
            if case .reported(let activity, let parts) = change {
                let before = live.ledger().entries
                _ = live.preview(activity, with: parts)
                #expect(live.ledger().entries == before)
            }
            live.take(change)
        }
        let anew = Evaluator(edition: edition, records: history.book).ledger(asOf: asOf).entries
        #expect(live.ledger().entries == anew)
    }
}
