public import Plans
public import Records
public import Vocabulary

/// Judges records by an edition. Pure: no clock, no database, no logger.
public struct Evaluator: Sendable {
    public let edition: PlanEdition
    let columns: RecordColumns
    /// Which days are worked, all that was ever announced.
    let calendar: WorkingCalendar
    private let readings: [String: RuleReading]
    private let vocabularySize: Int

    /// False once the columns know a kind, topic or category that they did not know when the rules were read.
    var knowsAllWords: Bool { vocabularySize == columns.vocabularySize }

    public init(edition: PlanEdition, records: RecordBook, calendar: WorkingCalendar = .published) {
        self.init(edition: edition, columns: RecordColumns(records), calendar: calendar)
    }

    /// Another edition on the same columns costs only the reading of its rules.
    public init(edition: PlanEdition, columns: RecordColumns, calendar: WorkingCalendar = .published) {
        var edition = edition
        edition.inForce = Day(number: edition.inForce.placed)
        for task in edition.tasks.indices {
            for place in edition.tasks[task].obligations.indices {
                let since = edition.tasks[task].obligations[place].since
                edition.tasks[task].obligations[place].since = since.map { Day(number: $0.placed) }
            }
        }
        self.edition = edition
        self.columns = columns
        self.calendar = calendar
        vocabularySize = columns.vocabularySize
        readings = Dictionary(
            edition.obligations.compactMap { obligation in
                RuleReading(obligation, inForce: edition.begins(obligation), in: columns, calendar).map {
                    (obligation.id, $0)
                }
            }, uniquingKeysWith: { first, _ in first })
    }

    /// The ledger of a day, kept as figures: what had happened by `asOf`, by what was recorded by `knownAt` (nil: to date).
    public func live(asOf: Day, knownAt: Day? = nil, by workers: Workers = .one) -> LiveLedger {
        // What was announced later was not known: the few rules that ask are read anew.
        let known = calendar.known(at: knownAt)
        let evaluator =
            known !== calendar && readings.values.contains(where: \.asksCalendar)
            ? Evaluator(edition: edition, columns: columns, calendar: known) : self
        return LiveLedger(evaluator: evaluator, asOf: asOf, knownAt: knownAt, by: workers)
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
        return Evaluator(edition: alone, columns: columns, calendar: calendar).live(asOf: asOf, knownAt: knownAt)
            .explain(obligation: id, subject: subject, from: from)
    }

    /// The whole of the book, as entries name it by what was known on a day (nil: to date).
    public func wholeSubject(knownAt: Day?) -> Subject {
        Subject(.programme, columns.wholeCode(knownAt: knownAt?.number ?? never - 1))
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
