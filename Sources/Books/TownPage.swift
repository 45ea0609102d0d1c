public import LedgerEngine
public import Pages
public import Plans
import Records
import Storage
public import Vocabulary

/// What one page sees: the records as they stand while it runs.
public struct TownPage {
    public let town: Town
    public let directory: Directory

    /// The ledger of a day by the edition in force on it, of those published by the known-at day; nil where none was.
    public func ledger(asOf: Day, knownAt: Day? = nil) throws -> LedgerView? {
        let reading = directory.reading
        guard let number = try reading.editionNumber(inForceOn: asOf, knownAt: knownAt) else { return nil }
        let made = try town.ledger(LedgerKey(edition: number, asOf: asOf, knownAt: knownAt), reading)
        return LedgerView(town: town, directory: directory, made: made)
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
        return LedgerView(town: town, directory: directory, made: try town.ledger(key, directory.reading))
    }

    public func kinds(on day: Day) throws -> ActivityKindCatalogue {
        try ledger(asOf: day)?.edition.kinds ?? ActivityKindCatalogue()
    }
}

/// A ledger together with what it was made from.
public struct LedgerView {
    public let town: Town
    public let directory: Directory
    public let made: MadeLedger

    public var live: LiveLedger { made.live }
    public var edition: PlanEdition { made.live.edition }
    public var summary: LedgerSummary { made.summary(town.units) }
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
    public var limit: ExplanationLimit? { town.isLarge ? ExplanationLimit(count: 50, units: town.index) : nil }
}
