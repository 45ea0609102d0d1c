import Plans
public import Vocabulary

/// What the single units or teams of an obligation come to, window by window, as bare figures: a picture of a whole town asks
/// for hundreds of thousands of them, and an entry for each would cost more than the picture.
public struct SingleFigures {
    /// `.unit` or `.team`.
    public let kind: Subject.Kind
    /// What each is asked in a window.
    public let required: Double
    private let tally: Tally
    private let columns: RecordColumns

    fileprivate init(_ tally: Tally, _ columns: RecordColumns) {
        self.tally = tally
        self.columns = columns
        kind = tally.space.kind
        required = tally.requiredPlainly
    }

    /// Windows that had begun by the as-of day, oldest first; `to` is nil for one that never ends.
    public var windows: [(from: Day, to: Day?)] {
        tally.windows.map { (Day(number: $0.from), $0.to == never ? nil : Day(number: $0.to)) }
    }

    /// What the entry of the subject says as done, and whether it is met; nil where it has none: nothing is asked of it in the
    /// window.
    public func figure(_ subject: Int32, window: Int) -> (done: Double, isMet: Bool)? {
        guard subject >= 0, Int(subject) < tally.subjects, tally.windows.indices.contains(window) else { return nil }
        let judged = tally.judge(subject, window: window, in: columns)
        return judged == .left ? nil : (tally.figure(of: subject, window: window), judged.isMet)
    }
}

extension LiveLedger {
    /// Of an obligation that asks units or teams each for themselves; nil where it asks others, or sums.
    public func singleFigures(of obligation: String) -> SingleFigures? {
        guard let tally = tally(of: obligation), hasSingles(tally), tally.reading.scheme != .appointment,
            tally.reading.scheme != .perActivity, [.unit, .team].contains(tally.space.kind)
        else { return nil }
        return SingleFigures(tally, columns)
    }

    /// Numbers by which `SingleFigures` knows units or teams; -1 for codes that the records do not have.
    public func numbers(of kind: Subject.Kind, _ codes: [String]) -> [Int32] {
        switch kind {
        case .unit: codes.map { columns.units[$0] ?? -1 }
        case .team: codes.map { columns.teams[$0] ?? -1 }
        default: codes.map { _ in -1 }
        }
    }
}
