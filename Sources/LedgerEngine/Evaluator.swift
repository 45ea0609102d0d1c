public import Plans
public import Records
public import Vocabulary

/// Judges records by an edition. Pure: no clock, no database, no logger.
public struct Evaluator: Sendable {
    public let edition: PlanEdition
    let columns: RecordColumns
    private let readings: [String: RuleReading]

    public init(edition: PlanEdition, records: RecordBook) {
        self.init(edition: edition, columns: RecordColumns(records))
    }

    /// Another edition on the same columns costs only the reading of its rules.
    public init(edition: PlanEdition, columns: RecordColumns) {
        self.edition = edition
        self.columns = columns
        readings = Dictionary(
            edition.obligations.compactMap { obligation in
                RuleReading(obligation, inForce: edition.inForce, in: columns).map { (obligation.id, $0) }
            }, uniquingKeysWith: { first, _ in first })
    }

    /// Every entry of every obligation: what had happened by `asOf`, by what was recorded by `knownAt` (nil: to date).
    public func ledger(asOf: Day, knownAt: Day? = nil) -> Ledger {
        let moment = Moment(columns, asOf: asOf, knownAt: knownAt)
        return Ledger(
            edition: edition.number, asOf: asOf, knownAt: knownAt,
            entries: edition.obligations.flatMap { entries(of: $0, at: moment) })
    }

    /// Entries of one obligation, in order of window, kind of subject and code.
    func entries(of obligation: Obligation, at moment: Moment) -> [LedgerEntry] {
        guard edition.inForce.number <= moment.asOf else { return [] }
        guard let reading = readings[obligation.id] else { return [ruling(obligation)] }
        let space = SubjectSpace(reading)
        let entries =
            switch reading.scheme {
            case .amount: AmountMeasure(walk: walk(reading, space, moment)).entries()
            case .reached: ReachedMeasure(walk: walk(reading, space, moment)).entries()
            case .perActivity: PerActivityMeasure(reading: reading, space: space, moment: moment).entries()
            case .appointment: AppointmentMeasure(walk: walk(reading, space, moment)).entries()
            case .sites:
                SiteMeasure(
                    reading: reading, space: space, moment: moment,
                    windows: reading.rule.windows(inForce: edition.inForce, begunBy: moment.asOf)
                ).entries()
            }
        return Self.inOrder(entries)
    }

    func reading(of obligation: String) -> RuleReading? { readings[obligation] }

    func walk(_ reading: RuleReading, _ space: SubjectSpace, _ moment: Moment) -> PieceWalk {
        let windows =
            reading.scheme == .appointment
            ? [WindowSpan(from: .min, to: never)]
            : reading.rule.windows(inForce: edition.inForce, begunBy: moment.asOf)
        return PieceWalk(reading: reading, space: space, moment: moment, windows: windows)
    }

    /// What stands for an obligation that a person must still rule on.
    private func ruling(_ obligation: Obligation) -> LedgerEntry {
        let root = columns.units.count == 0 ? "" : columns.units[columns.root]
        return LedgerEntry(
            obligation: obligation.id, subject: Subject(.programme, root), unit: root, from: edition.inForce, to: nil,
            required: obligation.rule.value, done: 0, standing: .needsRuling)
    }

    /// Most measures make their entries in order already.
    private static func inOrder(_ entries: [LedgerEntry]) -> [LedgerEntry] {
        for index in entries.indices.dropFirst() where precedes(entries[index], entries[index - 1]) {
            return entries.sorted(by: precedes)
        }
        return entries
    }

    private static func precedes(_ a: LedgerEntry, _ b: LedgerEntry) -> Bool {
        if a.from != b.from { return a.from < b.from }
        if a.to != b.to { return (a.to?.number ?? never) < (b.to?.number ?? never) }
        if a.subject.kind != b.subject.kind { return a.subject.kind.rank < b.subject.kind.rank }
        return a.subject.code < b.subject.code
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
