import LedgerEngine
import Pages
import Plans
import Records
import Storage
import Vocabulary

/// What one page sees: the records as they stand while it runs.
struct TownPage {
    let town: Town
    let directory: Directory

    /// The ledger of a day by the edition in force on it, of those published by the known-at day; nil where none was.
    func ledger(asOf: Day, knownAt: Day? = nil) throws -> LedgerView? {
        let reading = directory.reading
        guard let number = try reading.editionNumber(inForceOn: asOf, knownAt: knownAt) else { return nil }
        let made = try town.ledger(LedgerKey(edition: number, asOf: asOf, knownAt: knownAt), reading)
        return LedgerView(town: town, directory: directory, made: made)
    }

    /// The view of the context's days, or the page that says what to do where no plan is in force.
    func view(_ context: PageContext) throws -> LedgerView {
        guard let view = try ledger(asOf: context.asOf, knownAt: context.knownAt) else {
            throw NoEdition(context: context, first: try directory.reading.editions().map(\.inForce).min())
        }
        return view
    }

    /// The same edition as of an earlier day, as the year's curve is drawn from it.
    func view(_ context: PageContext, at day: Day) throws -> LedgerView {
        let now = try view(context)
        let key = LedgerKey(edition: now.edition.number, asOf: day, knownAt: context.knownAt)
        return LedgerView(town: town, directory: directory, made: try town.ledger(key, directory.reading))
    }

    func kinds(on day: Day) throws -> ActivityKindCatalogue {
        try ledger(asOf: day)?.edition.kinds ?? ActivityKindCatalogue()
    }
}

/// A ledger together with what it was made from.
struct LedgerView {
    let town: Town
    let directory: Directory
    let made: MadeLedger

    var live: LiveLedger { made.live }
    var edition: PlanEdition { made.live.edition }
    var summary: LedgerSummary { made.summary(town.units) }
    func obligation(_ id: String) -> Obligation? { live.obligation(id) }
    func whole(_ obligation: String) -> LedgerEntry? { live.whole(obligation) }
    /// Whether where an obligation stands as a whole is the sum of several roots' rows, which no entry tells.
    func isSumOfRoots(_ whole: LedgerEntry) -> Bool {
        whole.subject.kind == .rollUp && isDivided
    }
    /// Whether several roots were known of.
    var isDivided: Bool { directory.units.roots(knownAt: live.knownAt).count > 1 }
    func task(_ number: String) -> PlanTask? { edition.tasks.first { $0.number == number } }

    /// How much of an explanation a page tells; nil: all of it.
    var limit: ExplanationLimit? { town.isLarge ? ExplanationLimit(count: 50, units: town.index) : nil }
}
