public import Plans
import Records
public import Vocabulary

/// The ledger of one day by one edition, kept as figures and brought up to date record by record.
///
/// Reading is safe from many threads at once. `take` changes figures and columns in place: whoever calls it sees to it
/// that nobody reads or takes meanwhile (`State/TownState.swift` in the web room does).
public final class LiveLedger: @unchecked Sendable {
    public let edition: PlanEdition
    public let asOf: Day
    public let knownAt: Day?
    let evaluator: Evaluator
    let figures: Figures
    private let numbers: [String: Int]
    /// The obligation of an id.
    public func obligation(_ id: String) -> Obligation? { numbers[id].map { figures.obligations[$0] } }
    var columns: RecordColumns { evaluator.columns }

    init(evaluator: Evaluator, asOf: Day, knownAt: Day?, by workers: Workers) {
        edition = evaluator.edition
        self.asOf = asOf
        self.knownAt = knownAt
        self.evaluator = evaluator
        figures = evaluator.figures(asOf: asOf, knownAt: knownAt, by: workers)
        numbers = Dictionary(
            edition.obligations.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The whole of the book, as entries name it.
    public var wholeSubject: Subject { evaluator.wholeSubject(knownAt: knownAt) }

    /// Every entry of every obligation, written out.
    public func ledger() -> Ledger {
        Ledger(
            edition: edition.number, asOf: asOf, knownAt: knownAt,
            entries: edition.obligations.indices.flatMap { figures.entries(of: $0) })
    }

    /// Every entry of one obligation, in order of window, kind of subject and code.
    public func entries(of obligation: String) -> [LedgerEntry] {
        numbers[obligation].map { figures.entries(of: $0) } ?? []
    }

    /// The entry of a subject whose window begins on `from`; without it the latest there is.
    public func entry(obligation id: String, subject: Subject, from: Day? = nil) -> LedgerEntry? {
        guard let number = numbers[id] else { return nil }
        guard let tally = tally(of: id) else {
            return figures.entries(of: number).last { $0.subject == subject && (from == nil || $0.from == from) }
        }
        return figures.entry(tally, subject, from: from)
    }

    func tally(of obligation: String) -> Tally? {
        numbers[obligation].flatMap { figures.numbers[$0] }.map { figures.tallies[$0] }
    }
}

extension LiveLedger {
    /// What a unit's row comes to, as bare figures.
    public struct Row: Hashable, Sendable {
        public var unit: Int32
        public var population: Int
        public var done: Int
        public var required: Double
    }

    /// How many windows an obligation has.
    public func windowCount(of obligation: String) -> Int { tally(of: obligation)?.windows.count ?? 0 }

    /// Every unit's row of a window, without making entries; units without anybody are left out.
    public func rows(of obligation: String, window: Int) -> [Row] {
        guard let tally = tally(of: obligation), tally.counterCount > 0 else { return [] }
        let isSum = tally.reading.scheme == .reached || tally.reading.scheme == .turnout
        return (0..<Int32(columns.units.count)).compactMap { unit in
            let parts = Int(figures.counter(tally, window, unit, Counter.parts))
            guard parts > 0 else { return nil }
            let required =
                isSum
                ? tally.reading.rule.required(of: parts)
                : tally.reading.binding.passShare.map { Rule.share($0, of: parts) } ?? Double(parts)
            return Row(
                unit: unit, population: parts, done: Int(figures.counter(tally, window, unit, Counter.met)),
                required: required)
        }
    }
}
