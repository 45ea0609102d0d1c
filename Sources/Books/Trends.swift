import Synchronization

/// The year's curves: the last ones drawn, when the next may be, and which are wanted. One is drawn at a time.
final class Trends: Sendable {
    fileprivate struct Drawn {
        var points: [TrendPoint] = []
        /// The revision of the records that they were drawn from.
        var revision = -1
        var isBeingDrawn = true
        var notBefore = ContinuousClock.now
        var asked = ContinuousClock.now
    }

    fileprivate struct Held {
        var drawn: [LedgerKey: Drawn] = [:]
        /// The one asked for last comes last.
        var wanted: [LedgerKey] = []
        var isSomebodyDrawing = false
        var drawings = 0
    }

    private static let mostKept = 20
    private static let mostWanted = 8
    private let held = Mutex(Held())

    /// Grows with every curve that is drawn.
    var drawings: Int { held.withLock { $0.drawings } }

    /// The points as they were last drawn, nil where they never were, and whether the caller shall see to their being
    /// drawn from the records at `revision`.
    func known(_ key: LedgerKey, revision: Int) -> (points: [TrendPoint]?, isDue: Bool) {
        held.withLock { held in
            guard var known = held.drawn[key] else {
                if held.drawn.count >= Self.mostKept { held.forgetOldest() }
                held.drawn[key] = Drawn()
                return (nil, true)
            }
            let isDue = known.revision != revision && !known.isBeingDrawn && known.notBefore < .now
            if isDue { known.isBeingDrawn = true }
            known.asked = .now
            held.drawn[key] = known
            return (known.revision < 0 ? nil : known.points, isDue)
        }
    }

    /// Puts one among those to be drawn; true where nobody is drawing, and the caller shall, until `next` is nil.
    ///
    /// Where too many wait, the one that was asked for longest ago is let go: whoever still wants it asks again.
    func want(_ key: LedgerKey) -> Bool {
        held.withLock { held in
            held.wanted.removeAll { $0 == key }
            held.wanted.append(key)
            if held.wanted.count > Self.mostWanted { held.drawn[held.wanted.removeFirst()]?.isBeingDrawn = false }
            defer { held.isSomebodyDrawing = true }
            return !held.isSomebodyDrawing
        }
    }

    /// The one asked for last is drawn first.
    func next() -> LedgerKey? {
        held.withLock { held in
            let next = held.wanted.popLast()
            held.isSomebodyDrawing = next != nil
            return next
        }
    }

    /// Draws no more often than a twentieth of the time goes into it.
    func remember(_ points: [TrendPoint], of key: LedgerKey, revision: Int, took: Duration) {
        held.withLock {
            $0.drawings += 1
            $0.drawn[key] = Drawn(
                points: points, revision: revision, isBeingDrawn: false, notBefore: .now + took * 20,
                asked: $0.drawn[key]?.asked ?? .now)
        }
    }

    /// What could not be drawn is tried again later.
    func giveUp(_ key: LedgerKey) {
        held.withLock { held in
            held.drawn[key]?.isBeingDrawn = false
            held.drawn[key]?.notBefore = .now + .seconds(60)
        }
    }
}

extension Trends.Held {
    fileprivate mutating func forgetOldest() {
        let oldest = drawn.filter { !$0.value.isBeingDrawn }.min { $0.value.asked < $1.value.asked }
        if let oldest { drawn[oldest.key] = nil }
    }
}
