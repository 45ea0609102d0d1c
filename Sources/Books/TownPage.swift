public import LedgerEngine
public import Pages
public import Plans
import Records
import Storage
import Store
public import Vocabulary

/// What one page sees: the records as they stand while it runs.
public struct TownPage {
    public let town: Town
    public let records: KnownRecords
    public let directory: Directory

    init(town: Town, records: KnownRecords, _ reading: ReadTransaction, _ first: FirstTrouble = FirstTrouble()) {
        self.town = town
        self.records = records
        directory = Directory(records, reading, first)
    }

    /// The same by what was known on a day.
    public func known(at day: Day?) throws -> TownPage {
        let records = try town.records(knownAt: day, directory.reading)
        return records === self.records
            ? self : TownPage(town: town, records: records, directory.reading, directory.first)
    }

    /// Codes of those who serve somewhere, in order, a page of them, and how many there are in all.
    public func staff(_ whose: StaffKey, offset: Int, limit: Int) -> (codes: [String], count: Int) {
        town.staff(whose, offset: offset, limit: limit, in: records)
    }

    /// The ledger of a day by the edition in force on it, of those published by the known-at day; nil where none was.
    public func ledger(asOf: Day, knownAt: Day? = nil) throws -> LedgerView? {
        let reading = directory.reading
        guard let number = try reading.editionNumber(inForceOn: asOf, knownAt: knownAt) else { return nil }
        let made = try town.ledger(LedgerKey(edition: number, asOf: asOf, knownAt: knownAt), reading)
        return LedgerView(try known(at: knownAt), made)
    }

    /// The same of some obligations alone, named as a part: for what looks ahead to a day that nobody else asks for.
    public func ledger(
        asOf: Day, knownAt: Day? = nil, part: String, of wanted: (Obligation) -> Bool
    ) throws -> LedgerView? {
        let reading = directory.reading
        guard let number = try reading.editionNumber(inForceOn: asOf, knownAt: knownAt) else { return nil }
        let key = LedgerKey(edition: number, asOf: asOf, knownAt: knownAt)
        return LedgerView(try known(at: knownAt), try town.ledger(key, part: part, of: wanted, reading))
    }

    /// The view of the context's days, or the page that says what to do where no plan is in force.
    public func view(_ context: PageContext) throws -> LedgerView {
        guard let view = try ledger(asOf: context.asOf, knownAt: context.knownAt) else {
            throw NoEdition(context: context, first: try directory.reading.editions().map(\.inForce).min())
        }
        return view
    }

    /// The same edition as of an earlier day, as the year's curve is drawn from it.
    public func view(_ context: PageContext, at day: Day) throws -> LedgerView {
        let now = try view(context)
        let key = LedgerKey(edition: now.edition.number, asOf: day, knownAt: context.knownAt)
        return LedgerView(try known(at: key.knownAt), try town.ledger(key, directory.reading))
    }

    public func kinds(on day: Day) throws -> ActivityKindCatalogue {
        try ledger(asOf: day)?.edition.kinds ?? ActivityKindCatalogue()
    }
}

/// A ledger together with what it was made from.
public struct LedgerView {
    public let town: Town
    public let records: KnownRecords
    public let directory: Directory
    public let made: MadeLedger

    init(_ page: TownPage, _ made: MadeLedger) {
        town = page.town
        records = page.records
        directory = page.directory
        self.made = made
    }

    public var live: LiveLedger { made.live }
    public var edition: PlanEdition { made.live.edition }
    public var summary: LedgerSummary { made.summary(records.units) }
    public func obligation(_ id: String) -> Obligation? { live.obligation(id) }
    public func whole(_ obligation: String) -> LedgerEntry? { live.whole(obligation) }
    /// Whether where an obligation stands as a whole is the sum of several roots' rows, which no entry tells.
    public func isSumOfRoots(_ whole: LedgerEntry) -> Bool {
        whole.subject.kind == .rollUp && isDivided
    }
    /// Whether several roots were known of.
    public var isDivided: Bool { directory.units.roots(knownAt: live.knownAt).count > 1 }
    public func task(_ number: String) -> PlanTask? { edition.tasks.first { $0.number == number } }

    /// How much of an explanation a page tells; nil: all of it.
    public var limit: ExplanationLimit? { town.isLarge ? ExplanationLimit(count: 50, units: records.index) : nil }
}
