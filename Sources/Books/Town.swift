public import LedgerEngine
import Plans
import Records
import Storage
public import Store
import Synchronization
import Upkeep
public import Vocabulary

/// The records at one revision, laid out, with the ledgers that pages have asked for.
///
/// Changed only while nobody reads (`TownState`); ledgers are made while others read.
public final class Town: @unchecked Sendable {
    public private(set) var revision: Int
    /// Everything recorded to date.
    public private(set) var records: KnownRecords
    public let calendar: WorkingCalendar
    /// By what was known on earlier days, where that differs; the one used last comes last.
    private let pasts = Mutex<[PastRecords]>([])
    private let activityDays = Mutex(ActivityDays())
    private let staffLists = Mutex<[StaffList]>([])
    /// The one used last comes last.
    private let ledgers = Mutex<[MadeLedger]>([])
    /// The same of some obligations alone, by the name of the part.
    private let parts = Mutex<[(part: String, ledger: MadeLedger)]>([])
    private let editions = Mutex<[Int: PlanEdition]>([:])

    public init(revision: Int, units: UnitDirectory, columns: RecordColumns, calendar: WorkingCalendar) {
        self.calendar = calendar
        self.revision = revision
        records = KnownRecords(units: units, columns: columns)
    }

    private var columns: RecordColumns { records.columns }

    /// So many people that no page may go through them all.
    public var isLarge: Bool { columns.personCount > 20_000 }

    /// The records by what was known on a day; nil: to date.
    public func records(knownAt day: Day?, _ reading: ReadTransaction) throws -> KnownRecords {
        guard let day else { return records }
        let past = pasts.withLock { pasts in
            let place = pasts.firstIndex { $0.day == day }
            pasts.append(place.map { pasts.remove(at: $0) } ?? PastRecords(day: day))
            if pasts.count > 4 { pasts.removeFirst() }
            return pasts[pasts.count - 1]
        }
        // Whoever asks for another day meanwhile need not wait.
        return try past.records {
            let former = try reading.formerRecords(knownAt: day)
            return former.isEmpty ? records : try records.restoring(former, in: reading)
        }
    }

    /// The ledger of a day by the edition in force on it; nil where no edition was.
    public func ledger(_ key: LedgerKey, _ reading: ReadTransaction) throws -> MadeLedger {
        let edition = try edition(key.edition, reading)
        let columns = try records(knownAt: key.knownAt, reading).columns
        let ledger = ledgers.withLock { made in
            let place = made.firstIndex { $0.key == key }
            let ledger = place.map { made.remove(at: $0) } ?? MadeLedger(key: key)
            made.append(ledger)
            if made.count > (isLarge ? 3 : 12) { made.removeFirst() }
            return ledger
        }
        // Whoever asks for another day's ledger meanwhile need not wait.
        ledger.make {
            Evaluator(edition: edition, columns: columns, calendar: calendar)
                .live(asOf: key.asOf, knownAt: key.knownAt, by: .processors)
        }
        return ledger
    }

    /// The ledger of a day of some obligations alone: what looks ahead costs what these cost, and no more.
    func ledger(
        _ key: LedgerKey, part: String, of wanted: (Obligation) -> Bool, _ reading: ReadTransaction
    ) throws -> MadeLedger {
        var edition = try edition(key.edition, reading)
        for task in edition.tasks.indices { edition.tasks[task].obligations.removeAll { !wanted($0) } }
        let columns = try records(knownAt: key.knownAt, reading).columns
        let ledger = parts.withLock { made in
            let place = made.firstIndex { $0.part == part && $0.ledger.key == key }
            let ledger = place.map { made.remove(at: $0).ledger } ?? MadeLedger(key: key)
            made.append((part, ledger))
            if made.count > 4 { made.removeFirst() }
            return ledger
        }
        ledger.make {
            Evaluator(edition: edition, columns: columns, calendar: calendar)
                .live(asOf: key.asOf, knownAt: key.knownAt, by: .processors)
        }
        return ledger
    }

    /// Takes in what was recorded. The columns are changed by one ledger, which stays: today's, where it is made, for
    /// most ask for it. The others are made anew when somebody does.
    ///
    /// False where everything must be laid out anew.
    public func take(_ changes: [RecordChange], revision: Int, today: Day) -> Bool {
        self.revision = revision
        guard !changes.isEmpty else { return true }
        // They share memory with what is changed now.
        pasts.withLock { $0 = [] }
        parts.withLock { $0 = [] }
        let concernsPeople = changes.contains(where: \.isAboutPerson)
        defer {
            if concernsPeople {
                staffLists.withLock { $0 = [] }
                records = KnownRecords(units: records.units, columns: columns)
            }
        }
        return ledgers.withLock { made in
            let current = made.filter { $0.key.knownAt == nil && $0.isMade }
            let kept = current.last { $0.key.asOf == today } ?? current.last
            let live = kept?.live ?? unplanned()
            var mustRead = false
            var touchedUnits: Set<String> = []
            var touchedObligations: Set<Int> = []
            for change in changes {
                let touched = live.take(change)
                if touched.needsLayingOut { return false }
                if touched.needsReading { mustRead = true }
                touchedUnits.formUnion(live.units(touchedBy: touched))
                touchedObligations.formUnion(touched.subjects.lazy.map(\.obligation))
            }
            made = mustRead ? [] : [kept].compactMap { $0 }
            kept?.renew(touchedUnits, obligations: touchedObligations)
            return true
        }
    }

    /// Codes of those who serve somewhere, in order, a page of them, and how many there are in all.
    func staff(
        _ whose: StaffKey, offset: Int, limit: Int, in records: KnownRecords
    ) -> (codes: [String], count: Int) {
        staffLists.withLock { lists in
            let place = lists.firstIndex { $0.key == whose }
            let list = place.map { lists.remove(at: $0) } ?? StaffList(key: whose, staff: records.index.staff(whose))
            lists.append(list)
            if lists.count > 8 { lists.removeFirst() }
            return (list.staff.codes(offset, limit), list.staff.count)
        }
    }

    /// How many activities began from one day to another.
    public func activityCount(from first: Day?, to last: Day) -> Int {
        activityDays.withLock { $0.count(from: first, to: last, in: columns) }
    }

    private struct StaffList {
        var key: StaffKey
        var staff: UnitIndex.Staff
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

/// Who serves where: on which day, by what was known when; of everybody, of a unit with all beneath it, or of it alone.
public struct StaffKey: Hashable, Sendable {
    public var unit: String?
    public var isBeneath = true
    public var day: Day
    public var knownAt: Day?

    public init(unit: String? = nil, isBeneath: Bool = true, day: Day, knownAt: Day? = nil) {
        self.unit = unit
        self.isBeneath = isBeneath
        self.day = day
        self.knownAt = knownAt
    }
}

extension UnitIndex {
    fileprivate func staff(_ whose: StaffKey) -> Staff {
        if let unit = whose.unit, !whose.isBeneath {
            return staff(at: unit, on: whose.day, knownAt: whose.knownAt)
        }
        return staff(beneath: whose.unit, on: whose.day, knownAt: whose.knownAt)
    }
}

/// Which ledger: of what edition, which day, and by what was known when.
public struct LedgerKey: Hashable, Sendable {
    public var edition: Int
    public var asOf: Day
    public var knownAt: Day?
}

/// A ledger with what pages have counted from it.
public final class MadeLedger: Sendable {
    public let key: LedgerKey
    private let made = Mutex<LiveLedger?>(nil)
    private let counted = Mutex<LedgerSummary?>(nil)
    private let written = Mutex<[LedgerEntry]?>(nil)

    public init(key: LedgerKey) { self.key = key }

    /// Evaluates it unless that has been done; one does it, the others wait.
    public func make(_ evaluate: () -> LiveLedger) { made.withLock { if $0 == nil { $0 = evaluate() } } }

    public var isMade: Bool { made.withLock { $0 != nil } }

    public var live: LiveLedger {
        guard let live = made.withLock({ $0 }) else { preconditionFailure("asked before it was made") }
        return live
    }

    public func summary(_ units: UnitDirectory) -> LedgerSummary {
        counted.withLock { known in
            let summary = known ?? LedgerSummary(live, units)
            known = summary
            return summary
        }
    }

    /// Every entry, written out: for a town, whose lists are made from them.
    public func entries() -> [LedgerEntry] {
        written.withLock { known in
            let entries = known ?? live.ledger().entries
            known = entries
            return entries
        }
    }

    /// Brings what was counted up to date with what a change has touched.
    public func renew(_ units: Set<String>, obligations: Set<Int>) {
        let live = live
        counted.withLock { summary in
            if summary?.hasColumns(of: live) == false { summary = nil }
            summary?.renew(units, obligations: obligations, in: live)
        }
        written.withLock { $0 = nil }
    }
}

/// The database named an edition that it does not hold.
public struct EditionMissing: Error {
    public var number: Int
}

/// The records of one earlier day, made once.
private final class PastRecords: Sendable {
    let day: Day
    private let made = Mutex<KnownRecords?>(nil)

    init(day: Day) { self.day = day }

    func records(_ make: () throws -> KnownRecords) throws -> KnownRecords {
        try made.withLock { made in
            if let made { return made }
            let records = try make()
            made = records
            return records
        }
    }
}
