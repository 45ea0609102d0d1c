import Plans
public import Vocabulary

/// What the single units or teams of an obligation come to, window by window, as bare figures: a picture of a whole town asks
/// for hundreds of thousands of them, and an entry for each would cost more than the picture.
public struct SingleFigures {
    /// `.unit` or `.team`.
    public let kind: Subject.Kind
    /// What each is asked in a window.
    public let required: Double
    fileprivate let tally: Tally
    fileprivate let columns: RecordColumns

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

extension SingleFigures {
    /// The same of many at once, in whole occasions: as many as are asked for at least where it is met, in whatever way, and
    /// negative where nothing is asked.
    public func held(by subjects: [Int32], window: Int, of required: Int) -> [Int16] {
        guard tally.windows.indices.contains(window) else { return subjects.map { _ in -1 } }
        let known = 0..<Int32(tally.subjects)
        let all = Int16(clamping: max(0, required))
        return subjects.map { subject in
            guard known.contains(subject) else { return -1 }
            let judged = tally.judge(subject, window: window, in: columns)
            if judged == .left { return -1 }
            // A half of an occasion is none, and there are at most so many halves as a figure holds.
            let done = Int16(clamping: max(0, Int(tally.figure(of: subject, window: window))))
            return judged.isMet ? max(all, done) : done
        }
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
