import LedgerEngine
import Plans
import Records
import Storage
import Synchronization
import Upkeep
import Vocabulary

/// The records at one revision, laid out, with the ledgers that pages have asked for.
///
/// Changed only while nobody reads (`TownState`); ledgers are made while others read.
final class Town: @unchecked Sendable {
    private(set) var revision: Int
    let units: UnitDirectory
    let columns: RecordColumns
    let index: UnitIndex
    let trends = Trends()
    /// The one used last comes last.
    private let ledgers = Mutex<[MadeLedger]>([])
    private let editions = Mutex<[Int: PlanEdition]>([:])

    init(revision: Int, units: UnitDirectory, columns: RecordColumns) {
        self.revision = revision
        self.units = units
        self.columns = columns
        index = UnitIndex(columns)
    }

    /// So many people that no page may go through them all.
    var isLarge: Bool { columns.personCount > 20_000 }

    /// The ledger of a day by the edition in force on it; nil where no edition was.
    func ledger(_ key: LedgerKey, _ reading: ReadTransaction) throws -> MadeLedger {
        let edition = try edition(key.edition, reading)
        return ledgers.withLock { made in
            if let place = made.firstIndex(where: { $0.key == key }) {
                let found = made.remove(at: place)
                made.append(found)
                return found
            }
            let live = Evaluator(edition: edition, columns: columns)
                .live(asOf: key.asOf, knownAt: key.knownAt, by: .processors)
            let ledger = MadeLedger(key: key, live: live)
            made.append(ledger)
            if made.count > (isLarge ? 3 : 12) { made.removeFirst() }
            return ledger
        }
    }

    /// Takes in what was recorded. The columns are changed by one ledger, which stays; the others are made anew when
    /// somebody asks for them.
    func take(_ changes: [RecordChange], revision: Int) {
        self.revision = revision
        guard !changes.isEmpty else { return }
        trends.age()
        ledgers.withLock { made in
            let latest = made.filter { $0.key.knownAt == nil }.max { $0.key.asOf < $1.key.asOf }
            let live = latest?.live ?? unplanned()
            var mustRead = false
            for change in changes where live.take(change).needsReading { mustRead = true }
            made = mustRead ? [] : [latest].compactMap { $0 }
            latest?.forget()
        }
    }

    /// A ledger of nothing, through which columns can be changed.
    private func unplanned() -> LiveLedger {
        let day = Day(number: 0)
        let edition = PlanEdition(number: 0, title: "", inForce: day, publishedOn: day, text: "", tasks: [])
        return Evaluator(edition: edition, columns: columns).live(asOf: day)
    }

    private func edition(_ number: Int, _ reading: ReadTransaction) throws -> PlanEdition {
        if let edition = editions.withLock({ $0[number] }) { return edition }
        guard let edition = try reading.edition(number: number)?.edition else { throw EditionMissing(number: number) }
        editions.withLock { $0[number] = edition }
        return edition
    }
}

/// Which ledger: of what edition, which day, and by what was known when.
struct LedgerKey: Hashable, Sendable {
    var edition: Int
    var asOf: Day
    var knownAt: Day?
}

/// A ledger with what pages have counted from it.
final class MadeLedger: Sendable {
    let key: LedgerKey
    let live: LiveLedger
    private let counted = Mutex<LedgerSummary?>(nil)
    private let written = Mutex<[LedgerEntry]?>(nil)
    private let drawn = Mutex<[TrendPoint]?>(nil)

    init(key: LedgerKey, live: LiveLedger) {
        self.key = key
        self.live = live
    }

    func summary(_ units: UnitDirectory) -> LedgerSummary {
        counted.withLock { known in
            let summary = known ?? LedgerSummary(live, units)
            known = summary
            return summary
        }
    }

    /// Every entry, written out: for a town, whose lists are made from them.
    func entries() -> [LedgerEntry] {
        written.withLock { known in
            let entries = known ?? live.ledger().entries
            known = entries
            return entries
        }
    }

    func trend(_ draw: () -> [TrendPoint]) -> [TrendPoint] {
        if let points = drawn.withLock({ $0 }) { return points }
        let points = draw()
        drawn.withLock { $0 = points }
        return points
    }

    func forget() {
        counted.withLock { $0 = nil }
        drawn.withLock { $0 = nil }
        written.withLock { $0 = nil }
    }
}

/// The database named an edition that it does not hold.
struct EditionMissing: Error {
    var number: Int
}
