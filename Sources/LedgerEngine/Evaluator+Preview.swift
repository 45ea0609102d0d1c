public import Plans
public import Records
public import Vocabulary

/// What a record that is not saved yet would do for one obligation.
public struct PreviewLine: Hashable, Sendable {
    public var obligation: Obligation
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

extension Evaluator {
    /// What the record would count for, and why not for the rest: for every obligation that counts its kind.
    ///
    /// The draft is put into a copy of the book and walked like any other record, so that the ledger will agree.
    ///
    /// `replacing` names the activity that it would correct.
    public func preview(
        _ activity: Activity, with participations: [Participation], asOf: Day, replacing: String? = nil
    ) -> [PreviewLine] {
        var book = columns.book
        if let replacing {
            book.voidings.append(
                Voiding(
                    code: "-", record: RecordReference(.activity, replacing), reason: "", by: "",
                    recorded: activity.recorded))
        }
        book.activities.append(activity)
        book.participations += participations
        return Evaluator(edition: edition, records: book).effects(of: activity.code, asOf: asOf)
    }

    /// What a recorded activity counts for, and why not for the rest.
    public func effects(of code: String, asOf: Day) -> [PreviewLine] {
        guard let number = columns.activityCodes[code] else { return [] }
        let moment = Moment(columns, asOf: asOf, knownAt: nil)
        return edition.obligations.compactMap { obligation in
            guard let reading = reading(of: obligation.id), reading.candidates.contains(number) else { return nil }
            let line = line(reading, number, moment)
            return line.counts.isEmpty && line.reasons.isEmpty ? nil : line
        }
    }

    private func line(_ reading: RuleReading, _ number: Int32, _ moment: Moment) -> PreviewLine {
        let space = SubjectSpace(reading)
        let teller = ReasonTeller(reading: reading, moment: moment)
        var gains: [Int32: Double] = [:]
        var told = Explanation(
            entry: LedgerEntry(
                obligation: reading.obligation.id, subject: Subject(.programme, ""), unit: "", from: edition.inForce,
                to: nil, required: 0, done: 0, standing: .notYetDue), required: 0, counted: [], notCounted: [])
        switch reading.scheme {
        case .perActivity:
            let measure = PerActivityMeasure(reading: reading, space: space, moment: moment)
            let row = columns.activities[Int(number)]
            if measure.isSubject(number, row) {
                let verdict = measure.verdict(number, row)
                if verdict.standing == .met {
                    gains[number] = 1
                } else {
                    teller.tell(number, why: verdict.why, due: verdict.due, measure: measure, in: &told)
                }
            } else {
                let standing = moment.standing(of: number)
                teller.tell(number, why: standing == .counted ? reading.fits(row) : standing, in: &told)
            }
        case .sites: break
        case .amount, .reached, .appointment:
            let walk = walk(reading, space, moment)
            let appointment = AppointmentMeasure(walk: walk)
            walk.each { piece in
                guard concerns(piece, number) else { return }
                let isInside =
                    reading.scheme == .appointment
                    ? appointment.window(of: piece.subject)?.contains(piece.day) ?? false
                    : walk.window(of: piece.day) >= 0
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
            obligation: reading.obligation,
            counts: gains.sorted { $0.key < $1.key }.map {
                PreviewGain(subject: Subject(space.kind, space.code($0.key, in: columns)), amount: $0.value)
            },
            reasons: told.notCounted.compactMap { record in
                reasons.removeValue(forKey: record.reason).map { PreviewReason(reason: record.reason, records: $0) }
            })
    }

    private func concerns(_ piece: Piece, _ number: Int32) -> Bool {
        switch piece.record {
        case .activity(let activity): activity == number
        case .participation(let line): columns.participations[Int(line)].activity == number
        }
    }
}
