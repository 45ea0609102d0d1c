public import Plans
public import Vocabulary

/// How something planned stands to a condition on its length.
public enum PlannedLength: Sendable {
    case fits, tooShort, tooLong
}

extension LengthCondition {
    /// Whether what is to last from one day to another, with so many hours, would be as long as the ledger asks of it; nil
    /// where no length of time is asked for.
    public func verdict(from: Day, to: Day, hours: Double, _ calendar: WorkingCalendar) -> PlannedLength? {
        guard let test = LengthTest(self) else { return nil }
        let length: Double =
            switch test.unit {
            case .hours: hours
            case .workingDays: Double(calendar.count(from: from, to: to))
            case .days, .weeks, .months, .quarters, .years: Double(to - from + 1)
            }
        return switch test.verdict(length, from: from.number) {
        case .tooShort: .tooShort
        case .tooLong: .tooLong
        default: .fits
        }
    }
}
