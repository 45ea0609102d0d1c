public import Plans
public import Records
public import Vocabulary

/// What a record that is not saved yet would do for one obligation; where any of several figures does, for one of them.
public struct PreviewLine: Hashable, Sendable {
    /// As if the line's figure alone were asked for.
    public var obligation: Obligation
    /// Which of the rule's figures it is: 0 is its own.
    public var choice: Int
    /// Subjects for whom something would count, with the amount, in order of code.
    public var counts: [PreviewGain]
    /// Why the rest would not, and how many records each reason holds for.
    public var reasons: [PreviewReason]
}

public struct PreviewGain: Hashable, Sendable {
    public var subject: Subject
    public var amount: Double
}

public struct PreviewReason: Hashable, Sendable {
    public var reason: UncountedReason
    public var records: Int
}

extension LiveLedger {
    /// What the record would count for, and why not for the rest: for every obligation that counts its kind.
    ///
    /// The draft is put among the records, looked at like any other, and taken out again, so that the ledger will agree.
    /// Nobody else may read or take meanwhile. `replacing` names the activity that it would correct.
    public func preview(
        _ activity: Activity, with participations: [Participation], replacing: String? = nil
    ) -> [PreviewLine] {
        columns.knowingWords(of: activity) {
            // What no rule knew when it was read takes a ledger whose rules do.
            let ledger =
                evaluator.knowsAllWords
                ? self
                : Evaluator(edition: edition, columns: columns, calendar: evaluator.calendar)
                    .live(asOf: asOf, knownAt: knownAt)
            return ledger.previewKnown(activity, with: participations, replacing: replacing)
        }
    }

    /// An entry as it would stand once the record was saved; nil where there is no such entry.
    ///
    /// The one obligation is evaluated anew on the records with the draft among them. Nobody else may read or take meanwhile.
    public func entry(
        obligation id: String, subject: Subject, from: Day?, with activity: Activity, _ participations: [Participation],
        replacing: String? = nil
    ) -> LedgerEntry? {
        columns.knowingWords(of: activity) {
            trying(activity, participations, replacing: replacing) {
                var alone = edition
                alone.tasks = edition.tasks.map { task in
                    var task = task
                    task.obligations.removeAll { $0.id != id }
                    return task
                }
                return Evaluator(edition: alone, columns: columns, calendar: evaluator.calendar)
                    .live(asOf: asOf, knownAt: knownAt).entry(obligation: id, subject: subject, from: from)
            }
        }
    }

    private func previewKnown(
        _ activity: Activity, with participations: [Participation], replacing: String?
    ) -> [PreviewLine] {
        trying(activity, participations, replacing: replacing) { effects(of: activity.code) }
    }

    /// With the record among the others, in the place of the one that it would correct.
    private func trying<Value>(
        _ activity: Activity, _ participations: [Participation], replacing: String?, _ body: () -> Value
    ) -> Value {
        let replaced = replacing.flatMap { columns.activityCodes[$0] }
        let voidedOn = replaced.map { columns.activities[$0].voidedOn } ?? never
        if let replaced { columns.activities[replaced].voidedOn = min(voidedOn, activity.recorded.number) }
        defer { if let replaced { columns.activities[replaced].voidedOn = voidedOn } }
        _ = columns.append(activity, participations)
        defer { columns.removeLastActivity() }
        return body()
    }

    /// What a recorded activity counts for, and why not for the rest.
    public func effects(of code: String) -> [PreviewLine] {
        guard let number = columns.activityCodes[code] else { return [] }
        let row = columns.activities[number]
        return figures.tallies.enumerated().compactMap { place, tally in
            guard tally.reading.isBound(row.kind) else { return nil }
            let line = line(tally, number, row, choice: place - tally.whole)
            return line.counts.isEmpty && line.reasons.isEmpty ? nil : line
        }
    }

    private func line(_ tally: Tally, _ number: Int32, _ row: ActivityRow, choice: Int) -> PreviewLine {
        let moment = figures.moment
        let reading = tally.reading
        let teller = ReasonTeller(reading: reading, moment: moment)
        var gains: [Int32: Double] = [:]
        var told = Explanation(
            entry: LedgerEntry(
                obligation: reading.obligation.id, subject: Subject(.programme, ""), unit: "", from: edition.inForce,
                to: nil, required: 0, done: 0, standing: .notYetDue), required: 0, counted: [], notCounted: [])
        switch reading.scheme {
        case .perActivity:
            let measure = ActivityMeasure(reading: reading, moment: moment)
            if measure.isSubject(number, row) {
                let verdict = measure.verdict(number, row)
                if verdict.standing == .met {
                    gains[number] = 1
                } else {
                    teller.of(verdict.choice).tell(
                        number, why: verdict.why, due: verdict.due, measure: measure, in: &told)
                }
            } else {
                let standing = moment.standing(of: number)
                teller.tell(number, why: standing == .counted ? reading.fits(row) : standing, in: &told)
            }
        case .sites: break
        case .amount, .reached, .appointment, .turnout:
            let appointment = AppointmentWindow(reading, tally.space, moment)
            eachPiece(of: number, tally) { piece in
                guard concerns(piece, number) else { return }
                let isInside =
                    reading.scheme == .appointment
                    ? appointment.window(of: piece.subject)?.contains(piece.day) ?? false
                    : !tally.windows(holding: piece.day).isEmpty
                if piece.why == .counted, !isInside {
                    told.notCounted.append(
                        UncountedRecord(
                            record: .init(.activity, columns.activityCodes[number]), day: Day(number: piece.day),
                            reason: .outsideWindow))
                } else if piece.why == .counted {
                    gains[piece.subject, default: 0] += piece.amount
                } else {
                    teller.tell(piece, in: &told)
                }
            }
        }
        var reasons: [UncountedReason: Int] = [:]
        for record in told.notCounted { reasons[record.reason, default: 0] += 1 }
        return PreviewLine(
            obligation: reading.obligation.choice(0), choice: choice,
            counts: gains.sorted { $0.key < $1.key }.map {
                PreviewGain(subject: subject($0.key, of: tally), amount: $0.value)
            },
            reasons: told.notCounted.compactMap { record in
                reasons.removeValue(forKey: record.reason).map { PreviewReason(reason: record.reason, records: $0) }
            })
    }

    /// Whom a piece adds to; a turnout is the unit's that held it.
    private func subject(_ number: Int32, of tally: Tally) -> Subject {
        tally.reading.scheme == .turnout
            ? Subject(.rollUp, columns.units[number])
            : Subject(tally.space.kind, tally.space.code(number, at: figures.moment))
    }

    /// The pieces of one activity, and before them those that may have counted already for the same.
    private func eachPiece(of number: Int32, _ tally: Tally, _ body: (Piece) -> Void) {
        let countsOnce = tally.reading.scheme == .reached || tally.countsPersonsOnce || !tally.kindPlaces.isEmpty
        if !countsOnce {
            PieceWalk(tally, in: figures).each(of: [number], body)
        } else if tally.space.kind == .person {
            var people: [Int32] = []
            var met: Set<Int32> = []
            figures.moment.eachLine(in: number) { line, _ in
                if met.insert(columns.lines.persons[line]).inserted { people.append(columns.lines.persons[line]) }
            }
            for person in people { PieceWalk(tally, in: figures, of: person).each(body) }
        } else {
            PieceWalk(tally, in: figures).each(body)
        }
    }

    private func concerns(_ piece: Piece, _ number: Int32) -> Bool {
        switch piece.record {
        case .activity(let activity): activity == number
        // Whoever a correction left as they were stands on record for the activity that it replaced.
        case .participation(_, let owner): figures.moment.head(of: owner) == number
        }
    }
}

extension Evaluator {
    /// The same for one who asks once: the ledger of the day is made for it.
    public func preview(
        _ activity: Activity, with participations: [Participation], asOf: Day, replacing: String? = nil
    ) -> [PreviewLine] {
        live(asOf: asOf).preview(activity, with: participations, replacing: replacing)
    }

    public func effects(of code: String, asOf: Day) -> [PreviewLine] { live(asOf: asOf).effects(of: code) }
}
