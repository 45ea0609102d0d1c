import Plans
import Vocabulary

/// What an explanation tells of times: what is left once one is over, and by which calendar it was counted.
extension LiveLedger {
    /// What can be said once the time is over: what was to be done once, or by a day, is still to be done; what was asked
    /// of a year that is gone is not.
    func passed(_ reading: RuleReading) -> Remedy {
        if reading.rule.figureComparison == .atMost { return .tooLate }
        let isByDay = if case .byEvery = reading.rule.window { true } else { false }
        return reading.rule.measure == .deadline || isByDay || (reading.rule.window != nil && !reading.rule.recurs)
            ? .soon : .tooLate
    }

    /// The years whose working days the entry was counted by.
    func workingYears(_ entry: LedgerEntry, _ reading: RuleReading) -> [Explanation.WorkingYear] {
        let all = ([reading] + reading.alternatives).filter(\.countsWorkingDays).flatMap { ownYears(entry, $0) }
        return Dictionary(all.map { ($0.year, $0) }, uniquingKeysWith: { first, _ in first }).values
            .sorted { $0.year < $1.year }
    }

    private func ownYears(_ entry: LedgerEntry, _ reading: RuleReading) -> [Explanation.WorkingYear] {
        let to = entry.to.map { entry.subject.kind == .activity ? $0 : min($0, asOf) } ?? asOf
        var first = min(entry.from, to)
        var last = max(first, to)
        switch reading.rule.measure {
        case .leadTime:
            first = Day(number: Length.day(-reading.rule.value, reading.unit, from: first.number, reading.calendar))
        case .deadline where reading.scheme == .perActivity:
            last = Day(number: Length.day(reading.rule.value, reading.unit, from: last.number, reading.calendar))
        case .deadline: last = max(last, entry.subject.kind == .rollUp ? last : entry.to ?? last)
        default: break
        }
        return (first.year...max(first.year, last.year)).map {
            Explanation.WorkingYear(year: $0, source: reading.calendar.year($0)?.source)
        }
    }
}
