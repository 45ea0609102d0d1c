import Plans
import Records
import Vocabulary

/// Spells out why a record did not count.
struct ReasonTeller {
    let reading: RuleReading
    let moment: Moment
    /// The figure of the rule that is told of, where any of several does and not all of their records are told apart.
    var choice: Int?
    private var columns: RecordColumns { moment.columns }

    /// The same for another figure of the rule.
    func of(_ choice: Int) -> ReasonTeller {
        guard !reading.alternatives.isEmpty else { return self }
        let own = choice == 0 ? reading : reading.alternatives[choice - 1]
        return ReasonTeller(reading: own, moment: moment, choice: choice)
    }

    /// In what a length that did not do was measured: the binding's condition is asked before the rule's own value.
    private var lengthUnit: TimeUnit {
        if reading.rule.measure == .hours, reading.length == nil { return .hours }
        return reading.length?.unit ?? reading.unit
    }

    /// What was recorded later is not told: by what was known on a day, it was not there.
    func tell(_ piece: Piece, in explanation: inout Explanation) {
        guard piece.why != .recordedLater else { return }
        let day = Day(number: piece.day)
        switch piece.record {
        case .activity(let number):
            let record = RecordReference(.activity, columns.activityCodes[number])
            if piece.why == .counted {
                explanation.counted.append(CountedRecord(record: record, day: day, amount: piece.amount))
            } else {
                let reason =
                    piece.why == .duplicate && piece.first >= 0
                    ? .duplicate(of: columns.activityCodes[piece.first]) : reason(activity: number, piece.why)
                explanation.notCounted.append(UncountedRecord(record: record, day: day, reason: reason))
            }
        case .participation(let line, let owner):
            let record = RecordReference(.participation, columns.lines.codes[line])
            if piece.why == .counted {
                explanation.counted.append(CountedRecord(record: record, day: day, amount: piece.amount))
            } else {
                let reason = reason(participation: piece, line, of: owner)
                explanation.notCounted.append(
                    UncountedRecord(record: record, day: self.day(of: piece, in: owner, reason), reason: reason))
            }
        }
    }

    /// A participation that did not count, told of its activity. `first` is the activity of the one that counted already.
    func activity(of piece: Piece, _ line: Int32, in owner: Int32, first: Int32?) -> UncountedRecord {
        var reason = reason(participation: piece, line, of: owner)
        if case .duplicate = reason, let first {
            reason = .duplicate(of: columns.activityCodes[moment.head(of: first)])
        }
        let shown = if case .corrected = reason { owner } else { moment.head(of: owner) }
        return UncountedRecord(
            record: RecordReference(.activity, columns.activityCodes[shown]), day: day(of: piece, in: owner, reason),
            reason: reason, participations: 1)
    }

    /// What a correction took away was of the day that the replaced record tells.
    private func day(of piece: Piece, in owner: Int32, _ reason: UncountedReason) -> Day {
        if case .corrected = reason { Day(number: columns.activities[owner].to) } else { Day(number: piece.day) }
    }

    func tell(
        _ number: Int32, why: Why, due: Int32? = nil, measure: ActivityMeasure? = nil,
        in explanation: inout Explanation
    ) {
        guard why != .counted, why != .recordedLater else { return }
        let row = columns.activities[number]
        let reason: UncountedReason =
            switch why {
            case .filedLate: .filedLate(daysAhead: Int(row.from - row.filed))
            case .reportedLate: .reportedLate(daysAfter: Int((measure?.handedIn(number, row) ?? row.reported) - row.to))
            default: self.reason(activity: number, why)
            }
        explanation.notCounted.append(
            UncountedRecord(
                record: .init(.activity, columns.activityCodes[number]), day: Day(number: row.from), reason: reason,
                choice: choice))
    }

    func reason(site: RecordColumns.SiteRow, _ why: Why) -> UncountedReason {
        switch why {
        case .voided: voided(.site, site.code, Day(number: site.voidedOn))
        case .corrected: .corrected(by: site.replacement, on: Day(number: site.replacedOn))
        default: .wrongTopic
        }
    }

    func reason(activity number: Int32, _ why: Why) -> UncountedReason {
        let row = columns.activities[number]
        switch why {
        case .voided: return voided(.activity, columns.activityCodes[number], Day(number: row.voidedOn))
        case .corrected:
            return .corrected(by: columns.activityCodes[row.replacement], on: Day(number: row.replacedOn))
        case .duplicate: return .duplicate(of: columns.activityCodes[moment.standingTwin(of: number)])
        case .wrongAudience: return .wrongAudience
        case .tooShort where lengthUnit == .hours: return .tooFewHours(row.hours)
        case .tooLong where lengthUnit == .hours: return .tooManyHours(row.hours)
        case .tooShort: return .tooShort(days: Int(Length.measured(row, in: lengthUnit, reading.calendar)))
        case .tooLong: return .tooLong(days: Int(Length.measured(row, in: lengthUnit, reading.calendar)))
        case .notFiled: return .notFiled
        case .notReported: return .notReported
        case .notCompleted: return .notCompleted
        case .documentMissing: return .documentMissing(name: reading.binding.document ?? "")
        default: return .wrongTopic
        }
    }

    private func reason(participation piece: Piece, _ line: Int32, of owner: Int32) -> UncountedReason {
        let row = moment.row(ofLine: line, in: owner)
        switch piece.why {
        case .wrongRole: return .wrongRole
        case .notCompleted: return .notCompleted
        case .outsidePopulation: return .outsidePopulation(on: Day(number: piece.day))
        case .duplicate where piece.first >= 0: return .duplicate(of: columns.lines.codes[piece.first])
        case .voided where row.voidedOn <= moment.knownAt:
            // A correction of an activity voids the participations that it leaves out or changes.
            let activity = columns.activities[owner]
            if activity.replacement >= 0, activity.replacedOn == row.voidedOn {
                return .corrected(
                    by: columns.activityCodes[activity.replacement], on: Day(number: activity.replacedOn))
            }
            return voided(.participation, columns.lines.codes[line], Day(number: row.voidedOn))
        case .corrected where row.replacedOn <= moment.knownAt:
            return .corrected(
                by: row.replacement,
                on: Day(number: row.replacedOn))
        default: return reason(activity: moment.head(of: row.activity), piece.why)
        }
    }

    private func voided(_ kind: RecordReference.Kind, _ code: String, _ day: Day) -> UncountedReason {
        .voided(on: day, reason: columns.voidReasons[RecordReference(kind, code)] ?? "")
    }
}
