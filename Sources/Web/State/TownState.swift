import LedgerEngine
import Plans
import Records
import Storage
import Vocabulary

/// Everything read from the database once, and the ledgers made from it; read again when the database has changed.
actor TownState {
    private let database: Database
    private var town: Town?
    private var editions: [Int: PlanEdition] = [:]
    private var evaluators: [Int: Evaluator] = [:]
    private var ledgers: [(key: LedgerKey, view: LedgerView)] = []
    private var trends: [LedgerKey: [TrendPoint]] = [:]

    private struct LedgerKey: Hashable {
        var edition: Int
        var asOf: Day
        var knownAt: Day?
    }

    init(database: Database) { self.database = database }

    /// The records as they stand now.
    func current() throws -> Town {
        let revision = try database.read { try $0.revision() }
        if let town, town.revision == revision { return town }
        let book = try database.read { try $0.recordBook() }
        return remember(book, revision: revision)
    }

    /// Takes in what was just written, without reading everything again.
    func take(_ change: (inout RecordBook) -> Void) throws {
        guard var book = town?.directory.book else { return }
        let revision = try database.read { try $0.revision() }
        change(&book)
        _ = remember(book, revision: revision)
    }

    private func remember(_ book: RecordBook, revision: Int) -> Town {
        let town = Town(revision: revision, directory: Directory(book), columns: RecordColumns(book))
        self.town = town
        evaluators = [:]
        ledgers = []
        trends = [:]
        return town
    }

    /// The ledger of a day by the edition in force on it; nil where no edition was.
    func view(asOf: Day, knownAt: Day? = nil) throws -> LedgerView? {
        let town = try current()
        guard let number = try database.read({ try $0.editionNumber(inForceOn: asOf) }) else { return nil }
        let key = LedgerKey(edition: number, asOf: asOf, knownAt: knownAt)
        if let index = ledgers.firstIndex(where: { $0.key == key }) {
            let found = ledgers.remove(at: index)
            ledgers.append(found)
            return found.view
        }
        let evaluator = try evaluator(number, town)
        let view = LedgerView(town: town, evaluator: evaluator, ledger: evaluator.ledger(asOf: asOf, knownAt: knownAt))
        ledgers.append((key, view))
        if ledgers.count > 12 { ledgers.removeFirst() }
        return view
    }

    /// How far the year had come at each month's end up to the as-of day.
    func trend(of view: LedgerView) throws -> [TrendPoint] {
        let key = LedgerKey(edition: view.edition.number, asOf: view.ledger.asOf, knownAt: view.ledger.knownAt)
        if let points = trends[key] { return points }
        let points = TrendPoint.year(of: view)
        trends[key] = points
        return points
    }

    func editionList() throws -> [EditionSummary] { try database.read { try $0.editions() } }

    private func evaluator(_ number: Int, _ town: Town) throws -> Evaluator {
        if let evaluator = evaluators[number] { return evaluator }
        if editions[number] == nil { editions[number] = try database.read { try $0.edition(number: number)?.edition } }
        guard let edition = editions[number] else { throw EditionMissing(number: number) }
        let evaluator = Evaluator(edition: edition, columns: town.columns)
        evaluators[number] = evaluator
        return evaluator
    }
}

/// The database named an edition that it does not hold.
struct EditionMissing: Error {
    var number: Int
}

/// The records at one revision.
struct Town: Sendable {
    var revision: Int
    var directory: Directory
    var columns: RecordColumns
}

/// A ledger together with what it was made from.
struct LedgerView: Sendable {
    let directory: Directory
    let columns: RecordColumns
    let evaluator: Evaluator
    let ledger: Ledger
    let index: LedgerIndex
    private let obligationsByID: [String: Obligation]

    init(town: Town, evaluator: Evaluator, ledger: Ledger) {
        directory = town.directory
        columns = town.columns
        self.evaluator = evaluator
        self.ledger = ledger
        index = LedgerIndex(ledger)
        obligationsByID = Dictionary(
            evaluator.edition.obligations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    var edition: PlanEdition { evaluator.edition }
    func obligation(_ id: String) -> Obligation? { obligationsByID[id] }
    func task(_ number: String) -> PlanTask? { edition.tasks.first { $0.number == number } }

    /// Where an obligation stands as a whole: its programme entry, else the roll-up of the root.
    func whole(_ obligation: String) -> LedgerEntry? {
        let entries = index.entries(of: obligation)
        let root = directory.root?.code ?? ""
        return entries.last { $0.subject.kind == .programme && index.isCurrent($0) }
            ?? entries.last { $0.subject == Subject(.rollUp, root) && index.isCurrent($0) }
            ?? entries.last { $0.subject.kind == .programme || $0.subject == Subject(.rollUp, root) }
    }
}
