public import Plans
public import Records
public import Vocabulary

/// Judges records by an edition. Pure: no clock, no database, no logger.
public struct Evaluator: Sendable {
    public let edition: PlanEdition
    let columns: RecordColumns
    private let readings: [String: RuleReading]
    private let vocabularySize: Int

    /// False once the columns know a kind, topic or category that they did not know when the rules were read.
    var knowsAllWords: Bool { vocabularySize == columns.vocabularySize }

    public init(edition: PlanEdition, records: RecordBook) {
        self.init(edition: edition, columns: RecordColumns(records))
    }

    /// Another edition on the same columns costs only the reading of its rules.
    public init(edition: PlanEdition, columns: RecordColumns) {
        self.edition = edition
        self.columns = columns
        vocabularySize = columns.vocabularySize
        readings = Dictionary(
            edition.obligations.compactMap { obligation in
                RuleReading(obligation, inForce: edition.inForce, in: columns).map { (obligation.id, $0) }
            }, uniquingKeysWith: { first, _ in first })
    }

    /// The last day that is worth asking about: windows are laid out up to the day, and one far off, mostly a slip of the
    /// pen, would take all the memory there is.
    public static func furthestAsOf(from today: Day) -> Day { today + 3653 }

    /// The ledger of a day, kept as figures: what had happened by `asOf`, by what was recorded by `knownAt` (nil: to date).
    public func live(asOf: Day, knownAt: Day? = nil, by workers: Workers = .one) -> LiveLedger {
        LiveLedger(evaluator: self, asOf: asOf, knownAt: knownAt, by: workers)
    }

    /// Every entry of every obligation, written out.
    public func ledger(asOf: Day, knownAt: Day? = nil) -> Ledger {
        live(asOf: asOf, knownAt: knownAt).ledger()
    }

    /// Why an entry stands as it does; nil where there is no such entry.
    ///
    /// `from` is the first day of the window; without it the latest window is meant.
    public func explain(
        obligation id: String, subject: Subject, from: Day? = nil, asOf: Day, knownAt: Day? = nil
    ) -> Explanation? {
        var alone = edition
        alone.tasks = edition.tasks.map { task in
            var task = task
            task.obligations.removeAll { $0.id != id }
            return task
        }
        return Evaluator(edition: alone, columns: columns).live(asOf: asOf, knownAt: knownAt)
            .explain(obligation: id, subject: subject, from: from)
    }

    func figures(asOf: Day, knownAt: Day?, by workers: Workers) -> Figures {
        Figures(edition, readings: readings, at: Moment(columns, asOf: asOf, knownAt: knownAt), by: workers)
    }
}

extension Subject.Kind {
    var rank: Int {
        switch self {
        case .programme: 0
        case .unit: 1
        case .team: 2
        case .person: 3
        case .activity: 4
        case .rollUp: 5
        }
    }
}
